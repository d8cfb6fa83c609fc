/** What several packages of optimizers share: checks, the count of steps, sentences, sums over coordinates. Read {@code Steps}, then {@code Patience}. */
@NullMarked
package dev.limpid.core.internal.optimizer;

import org.jspecify.annotations.NullMarked;
