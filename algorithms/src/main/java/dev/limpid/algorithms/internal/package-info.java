/**
 * What the assemblies of models share: where columns stand among coefficients, which data are refused, how a run is watched.
 * Read {@code Encoding}, {@code Watch}, then {@code ValidatedRun}.
 */
@NullMarked
package dev.limpid.algorithms.internal;

import org.jspecify.annotations.NullMarked;
