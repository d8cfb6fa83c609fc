/** The loops behind {@code LossKernel} and the steps of dual methods: read {@code ScalarLoops}, {@code VectorLoops}, {@code DualLoops}, then {@code Kernels}, which copies them. */
@NullMarked
package dev.limpid.core.internal.kernel;

import org.jspecify.annotations.NullMarked;
