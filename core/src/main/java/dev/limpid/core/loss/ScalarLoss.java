package dev.limpid.core.loss;

/**
 * A loss of one target and one score: two methods to write, {@code value} and {@code gradient}.
 *
 * <p>Everything else has a default. Override {@code curvature} (with {@code kind}) to train in fewer steps, {@code mean}
 * to predict on the scale of the target, {@code at} to compute value, gradient and curvature from shared terms.
 *
 * @since 0.1.0
 */
public interface ScalarLoss extends Loss {

    /**
     * Returns the loss ℓ(y, f).
     *
     * @param y target, in {@link #domain()}
     * @param f raw score, finite
     * @return ℓ(y, f); smaller is better
     */
    double value(double y, double f);

    /**
     * Returns ∂ℓ/∂f.
     *
     * @param y target, in {@link #domain()}
     * @param f raw score, finite
     * @return the derivative with respect to the score; at a kink any number between the one-sided derivatives
     */
    double gradient(double y, double f);

    /**
     * Returns the weight h ≥ 0 of the local quadratic ℓ(f) + g·d + ½h·d² that trees, IRLS and prox-Newton use.
     *
     * @param y target, in {@link #domain()}
     * @param f raw score, finite
     * @return h; 1 unless overridden
     * @implSpec the kind of number that {@link #kind()} says
     */
    default double curvature(double y, double f) {
        return 1;
    }

    /**
     * Returns what {@link #curvature} is.
     *
     * @return the kind; {@code CONSTANT} unless overridden
     */
    default Curvature kind() {
        return Curvature.CONSTANT;
    }

    /**
     * Returns ∂²ℓ/∂f², exact; may be negative or 0. Standard errors use it.
     *
     * @param y target, in {@link #domain()}
     * @param f raw score, finite
     * @return the second derivative
     * @throws UnsupportedOperationException if the loss does not state it
     */
    default double secondDerivative(double y, double f) {
        throw new UnsupportedOperationException(name()
                + " must override secondDerivative(y, f) before it is asked for one; a FormulaLoss has it for nothing");
    }

    /**
     * Returns E ∂²ℓ/∂f², the expectation over targets drawn at score f from the model whose negative log likelihood the loss
     * is: Fisher's information of a row, per unit of the dispersion. Standard errors from the expected information use it.
     *
     * <p>Where the second derivative is a straight line in y it is {@code secondDerivative(mean(f), f)}.
     *
     * @param f raw score, finite
     * @return the expected second derivative, ≥ 0
     * @throws UnsupportedOperationException if the loss does not state it
     */
    default double expectedSecondDerivative(double f) {
        throw new UnsupportedOperationException(
                name() + " must override expectedSecondDerivative(f) before it is asked for one; it is that of targets"
                        + " drawn from the loss's model, secondDerivative(mean(f), f) where the second derivative is a"
                        + " straight line in y");
    }

    /**
     * Returns value, gradient and curvature together.
     *
     * @param y target, in {@link #domain()}
     * @param f raw score, finite
     * @return (ℓ, ∂ℓ/∂f, h) with h the curvature, not the second derivative
     * @implSpec the same bits as the three methods one by one
     */
    default Jet at(double y, double f) {
        return new Jet(value(y, f), gradient(y, f), curvature(y, f));
    }

    /**
     * Returns argmin over c of Σᵢ wᵢ·ℓ(yᵢ, fᵢ + c): the start score, the intercept's step, the value of a leaf.
     *
     * @param sample at least one row
     * @return the best shift; where many are as good, one of them, always the same
     * @throws IllegalArgumentException if the loss falls without end as the shift grows (only one class, say)
     */
    default double bestShift(Sample sample) {
        return BestShift.of(this, sample);
    }

    /**
     * Returns argmin over x of ℓ(y, x) + (x − f)² / (2·step): the step in a score that dual methods take. With it comes
     * the conjugate: a = (f − x)/step is a slope of ℓ at x, and so ℓ*(y, a) = a·x − ℓ(y, x) (Fenchel, Young).
     *
     * @param y target, in {@link #domain()}
     * @param f raw score, finite
     * @param step step length; finite, &gt; 0
     * @return the prox; computed from the gradient unless overridden
     * @throws IllegalArgumentException if the loss isn't declared convex, or the step is out of range
     */
    default double prox(double y, double f, double step) {
        return ScoreProx.of(this, y, f, step);
    }

    /**
     * Tells whether this loss is ½(f − y)², so that its sum over rows is one of least squares, and objectives hand out residuals to
     * optimizers that ask for them.
     *
     * @return false unless overridden
     */
    default boolean leastSquares() {
        return false;
    }

    /**
     * Returns the prediction on the scale of the target: the inverse link.
     *
     * @param f raw score
     * @return the prediction; f itself unless overridden
     */
    default double mean(double f) {
        return f;
    }
}
