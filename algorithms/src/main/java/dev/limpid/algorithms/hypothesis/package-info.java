/**
 * Models of hypotheses other than the linear one: any map from parameters and rows to scores, with any loss, penalty and optimizer.
 * Read {@code HypothesisModel}, {@code HypothesisSpec}, then {@code FactorizationMachine} for one with a model of its own.
 */
@NullMarked
package dev.limpid.algorithms.hypothesis;

import org.jspecify.annotations.NullMarked;
