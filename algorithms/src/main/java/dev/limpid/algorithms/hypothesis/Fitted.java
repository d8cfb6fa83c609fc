package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.training.Trace;

/**
 * The outcome of a fit.
 *
 * @param data the training rows of positive weight, as they were given
 * @param loss ℓ
 * @param hypothesis f_θ
 * @param theta θ
 * @param recipe what was fitted
 * @param trace how
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one model, never compared
record Fitted(Dataset data, Loss loss, Hypothesis hypothesis, double[] theta, Recipe recipe, Trace trace) {}
