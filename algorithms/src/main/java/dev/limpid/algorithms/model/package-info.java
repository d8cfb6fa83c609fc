/**
 * What all models have in common. Read {@code Spec}, then {@code Model}.
 */
@NullMarked
package dev.limpid.algorithms.model;

import org.jspecify.annotations.NullMarked;
