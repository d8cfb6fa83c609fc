/**
 * Steps that are scaled, parameter by parameter or block by block, by what the gradients were so far. Read {@code Adam}, {@code AdamW}, then any other: each is one file that reads like its paper.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.update.adaptive;

import org.jspecify.annotations.NullMarked;
