/**
 * The linear model: regression, binary and multiclass classification are the same assembly with another loss. Read
 * {@code LinearModel}, {@code LinearSpec}, then {@code Design} for what happens to the columns and {@code Choice} for the optimizer.
 */
@NullMarked
package dev.limpid.algorithms.linear;

import org.jspecify.annotations.NullMarked;
