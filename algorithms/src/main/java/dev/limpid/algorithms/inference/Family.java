package dev.limpid.algorithms.inference;

import dev.limpid.core.loss.Loss;
import java.util.Optional;

/**
 * The distribution of the target whose negative log likelihood a loss is, up to a factor 1/φ and terms that the scores don't
 * change.
 *
 * <pre>
 *   log p(y | f, φ) = −ℓ(y, f)/φ + c(y, φ)
 * </pre>
 *
 * <p>Those of the built-in losses are known; give one of a loss of your own to {@link LinearInference#family}.
 *
 * @since 0.1.0
 */
public interface Family {

    /**
     * Returns the family of a built-in loss.
     *
     * @param loss ℓ
     * @return its family; empty for subclasses, whose distribution may be another one, and for all other losses
     */
    static Optional<Family> of(Loss loss) {
        return Families.of(loss);
    }

    /**
     * Returns the name of the distribution.
     *
     * @return a word, such as {@code gamma}
     */
    String name();

    /**
     * Tells whether φ is unknown, so that it is estimated and t distributions take the place of normal ones.
     *
     * @return false, unless overridden, for φ = 1
     */
    default boolean estimatesDispersion() {
        return false;
    }

    /**
     * Returns the log likelihood of a row, all terms included.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @param dispersion φ &gt; 0
     * @return log p(y | f, φ); NaN if there is no closed form
     */
    double logLikelihood(double[] y, double[] f, double dispersion);

    /**
     * Returns twice the loss of a row, less that of the best scores.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @return 2·(ℓ(y, f) − min over g of ℓ(y, g)) ≥ 0; NaN if there is no least one
     */
    double deviance(double[] y, double[] f);

    /**
     * Returns the squared residual by its variance function V, whose sum estimates φ.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @return (y − µ)²/V(µ); NaN, unless overridden, for targets that have no such thing
     */
    default double pearson(double[] y, double[] f) {
        return Double.NaN;
    }
}
