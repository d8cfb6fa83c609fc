/**
 * What all models have in common. Read {@code Spec}, {@code RunOptions}, then {@code Model}.
 */
@NullMarked
package dev.limpid.algorithms.model;

import org.jspecify.annotations.NullMarked;
