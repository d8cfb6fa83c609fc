/** Losses made of losses. Read {@code Losses}. */
@NullMarked
package dev.limpid.core.loss.composed;

import org.jspecify.annotations.NullMarked;
