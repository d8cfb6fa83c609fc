/** The loops over rows behind {@code LossKernel}: read {@code ScalarLoops}, {@code VectorLoops}, then {@code Kernels}, which copies them. */
@NullMarked
package dev.limpid.core.internal.kernel;

import org.jspecify.annotations.NullMarked;
