/**
 * Gradient boosting on histogram trees, for any loss of one or several scores a row. Read {@code BoostingSpec}, what fits,
 * then {@code GradientBoosting}, what was fitted; {@code BoostingRun} is the algorithm.
 */
@NullMarked
package dev.limpid.algorithms.boosting;

import org.jspecify.annotations.NullMarked;
