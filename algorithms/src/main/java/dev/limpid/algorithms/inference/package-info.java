/**
 * What a fitted linear model says of the world its rows come from: standard errors, tests, intervals, measures of fit. Read
 * {@code LinearInference}, {@code StandardErrors}, {@code Family}, then {@code Summary}.
 */
@NullMarked
package dev.limpid.algorithms.inference;

import org.jspecify.annotations.NullMarked;
