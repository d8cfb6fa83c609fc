/**
 * Fits for a whole range of strengths of a penalty, and the choice among them. Read {@code PathSpec},
 * {@code RegularizationPath}, {@code Criterion}, then {@code CrossValidation}.
 */
@NullMarked
package dev.limpid.algorithms.path;

import org.jspecify.annotations.NullMarked;
