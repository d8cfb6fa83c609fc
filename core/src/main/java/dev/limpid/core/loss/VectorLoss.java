package dev.limpid.core.loss;

/**
 * A loss of K scores a row, such as softmax.
 *
 * @since 0.1.0
 */
public interface VectorLoss extends Loss {

    /**
     * Returns the loss ℓ(y, f).
     *
     * @param y targets, length {@link #targets()}; not changed
     * @param f raw scores, length {@link #scores()}; not changed
     * @return ℓ(y, f); smaller is better
     */
    double value(double[] y, double[] f);

    /**
     * Computes ∂ℓ/∂f.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @param out receives ∂ℓ/∂fₖ at k
     */
    void gradient(double[] y, double[] f, double[] out);

    /**
     * Computes weights hₖ ≥ 0 of the local quadratic ℓ(f) + Σₖ gₖ·dₖ + ½Σₖ hₖ·dₖ².
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @param out receives hₖ at k; 1 unless overridden
     */
    default void curvature(double[] y, double[] f, double[] out) {
        java.util.Arrays.fill(out, 0, scores(), 1.0);
    }

    /**
     * Returns what {@link #curvature} is: {@code EXACT} says the diagonal of the second derivatives, {@code MAJORISER} a
     * diagonal quadratic that lies nowhere below the loss.
     *
     * @return the kind; {@code CONSTANT} unless overridden
     */
    default Curvature kind() {
        return Curvature.CONSTANT;
    }

    /**
     * Computes the second derivatives ∂²ℓ/∂fⱼ∂fₖ, exact.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @param out receives the matrix, shape [K, K]
     * @throws UnsupportedOperationException if the loss does not state them
     */
    default void secondDerivative(double[] y, double[] f, double[][] out) {
        throw new UnsupportedOperationException(
                name() + " must override secondDerivative(y, f, out) before it is asked for one");
    }

    /**
     * Computes value, gradient and curvature together.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @param gradient receives ∂ℓ/∂fₖ at k
     * @param curvature receives hₖ at k
     * @return ℓ(y, f)
     * @implSpec the same bits as the three methods one by one
     */
    default double at(double[] y, double[] f, double[] gradient, double[] curvature) {
        gradient(y, f, gradient);
        curvature(y, f, curvature);
        return value(y, f);
    }

    /**
     * Computes argmin over c ∈ ℝᴷ of Σᵢ wᵢ·ℓ(yᵢ, fᵢ + c).
     *
     * @param sample at least one row
     * @param out receives the best shift
     * @throws IllegalArgumentException if the loss falls without end as the shift grows (a class without a row, say)
     */
    default void bestShift(Sample sample, double[] out) {
        BestShifts.of(this, sample, out);
    }

    /**
     * Tells whether {@link #prox} can be asked.
     *
     * @return false unless overridden, together with {@code prox}
     */
    default boolean hasProx() {
        return false;
    }

    /**
     * Computes argmin over x ∈ ℝᴷ of ℓ(y, x) + ‖x − f‖² / (2·step): the step in the scores of a row that splitting methods take.
     * A loss whose scores don't meet has it score by score.
     *
     * @param y targets; not changed
     * @param f raw scores; not changed
     * @param step step length; finite, &gt; 0
     * @param out receives the prox, length K
     * @throws UnsupportedOperationException unless {@link #hasProx}
     */
    default void prox(double[] y, double[] f, double step, double[] out) {
        throw new UnsupportedOperationException(
                name() + " must override hasProx and prox(y, f, step, out) before it is asked for one");
    }

    /**
     * Computes the predictions on the scale of the target: the inverse link.
     *
     * @param f raw scores, length K; not changed
     * @param out receives the predictions, length K, or the class probabilities; f itself unless overridden
     */
    default void mean(double[] f, double[] out) {
        System.arraycopy(f, 0, out, 0, scores());
    }
}
