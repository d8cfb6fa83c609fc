package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.data.Dataset;

/**
 * What a choice of the optimizer looks at.
 *
 * @param squares whether the objective is a sum of squares without a penalty
 * @param data the training rows
 * @param parameters number of parameters p
 */
record Facts(boolean squares, Dataset data, int parameters) {}
