package dev.limpid.testkit.declaration;

/**
 * What the author of a penalty states about it. What the penalty says itself ({@code convex()}, whether it is separable or
 * smooth) is not repeated here.
 *
 * <pre>{@code
 * PenaltyDeclaration.nothing().withDegree(1).withSymmetry().withSparsity()  // λ‖x‖₁
 * PenaltyDeclaration.nothing().asConstraint()                               // 0 inside of a set, +∞ outside
 * }</pre>
 *
 * @param degree the number k with Ω(c·x) = cᵏ·Ω(x) for all c &gt; 0: 1 for a norm, 2 for its square; NaN if nothing is stated
 * @param symmetric whether Ω(−x) = Ω(x)
 * @param sparse whether the prox sets small numbers to exactly 0, and large ones not
 * @param constraint whether Ω is 0 inside of a set and +∞ outside, so that the prox is a projection, whatever the step
 * @since 0.1.0
 */
public record PenaltyDeclaration(double degree, boolean symmetric, boolean sparse, boolean constraint) {

    private static final PenaltyDeclaration NOTHING = new PenaltyDeclaration(Double.NaN, false, false, false);

    /**
     * States nothing.
     *
     * @return the declaration to begin with
     */
    public static PenaltyDeclaration nothing() {
        return NOTHING;
    }

    /**
     * States how the penalty grows.
     *
     * @param k Ω(c·x) = cᵏ·Ω(x)
     * @return the declaration with it
     */
    public PenaltyDeclaration withDegree(double k) {
        return new PenaltyDeclaration(k, symmetric, sparse, constraint);
    }

    /**
     * States that signs do not matter.
     *
     * @return the declaration with it
     */
    public PenaltyDeclaration withSymmetry() {
        return new PenaltyDeclaration(degree, true, sparse, constraint);
    }

    /**
     * States that the prox makes exact zeros.
     *
     * @return the declaration with it
     */
    public PenaltyDeclaration withSparsity() {
        return new PenaltyDeclaration(degree, symmetric, true, constraint);
    }

    /**
     * States that the penalty is a constraint.
     *
     * @return the declaration with it
     */
    public PenaltyDeclaration asConstraint() {
        return new PenaltyDeclaration(degree, symmetric, sparse, true);
    }
}
