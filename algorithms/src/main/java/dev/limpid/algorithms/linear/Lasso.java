package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L1Penalty;

/**
 * The lasso: least squares that leaves columns out.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·½(yᵢ − w·xᵢ − b)² + λ·‖w‖₁  →  min
 * </pre>
 *
 * <p>Coefficients that don't earn λ are exactly 0, where {@link Ridge} keeps all of them small; of columns that are nearly the same it
 * picks one, where {@link ElasticNet} takes both. From λ = max|Xᵀ(y − ȳ)|/n on, all are 0. The scale of λ is that of scikit-learn's
 * {@code Lasso} and of glmnet with its α = 1 (which standardises columns: {@code standardizePenalty(true)}).
 *
 * <pre>{@code
 * LinearModel model = Lasso.of(0.1).standardizePenalty(true).fit(data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>R. Tibshirani (1996): Regression Shrinkage and Selection via the Lasso. Journal of the Royal Statistical Society B 58(1).
 * </ol>
 *
 * @since 0.1.0
 */
public final class Lasso {

    private Lasso() {}

    /**
     * Returns the assembly.
     *
     * @param strength λ; finite, ≥ 0
     * @return a spec with the squared loss and {@link L1Penalty}
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0
     */
    public static LinearSpec of(double strength) {
        return LinearModel.with(new SquaredLoss()).penalty(L1Penalty.of(strength));
    }
}
