/** Losses made of losses. Read {@code Losses}, then {@code ScalarLossWrapper} to write one of your own. */
@NullMarked
package dev.limpid.core.loss.composed;

import org.jspecify.annotations.NullMarked;
