/** How fast the kernels and whole fits are. */
@NullMarked
package dev.limpid.benchmarks;

import org.jspecify.annotations.NullMarked;
