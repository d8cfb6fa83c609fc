/**
 * Least squares by orthogonal transformations, to the last digit that the data determine. Read {@code QrLeastSquares}, then
 * {@code TallQr}.
 *
 * <p>Symbols: {@code docs/notation.md}.
 */
@NullMarked
package dev.limpid.core.optimizer.exact;

import org.jspecify.annotations.NullMarked;
