/** Draws and checks that several samplers share: read {@code Draws}, then {@code Epoch}. No promise of stability. */
@NullMarked
package dev.limpid.core.internal.sampling;

import org.jspecify.annotations.NullMarked;
