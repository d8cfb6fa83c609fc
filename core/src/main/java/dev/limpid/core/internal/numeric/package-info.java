/** Decompositions and projections behind penalties. No promise of stability. Read {@code Projections}, then {@code Svd}. */
@NullMarked
package dev.limpid.core.internal.numeric;

import org.jspecify.annotations.NullMarked;
