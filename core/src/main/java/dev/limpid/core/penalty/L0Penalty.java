package dev.limpid.core.penalty;

/**
 * The number of coordinates that are not 0. Not convex: a solver ends at a point that no single prox step improves, which depends
 * on where it starts.
 *
 * <pre>
 *   Ω(x) = λ·‖x‖₀ = λ·#{j: xⱼ ≠ 0}          (1)
 *   prox(z) = z if z² &gt; 2·λ·s, else 0       (2)  s the step; hard threshold, coordinate by coordinate
 * </pre>
 *
 * <p>Line (2) compares the two candidates of ω(x) + (x − z)²/(2·s): x = z costs λ, x = 0 costs z²/(2·s).
 *
 * <p><b>References</b>
 * <ol><li>T. Blumensath, M. E. Davies (2008): Iterative Thresholding for Sparse Approximations. Journal of Fourier Analysis and
 *     Applications 14.</ol>
 *
 * @param strength λ, the price of a coordinate; finite, ≥ 0
 * @since 0.1.0
 */
public record L0Penalty(double strength) implements SeparablePenalty {

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if it isn't finite and ≥ 0
     */
    public L0Penalty {
        Strengths.check(strength);
    }

    /**
     * Returns the penalty λ·‖x‖₀.
     *
     * @param strength λ, the price of a coordinate; finite, ≥ 0
     * @return the penalty
     */
    public static L0Penalty of(double strength) {
        return new L0Penalty(strength);
    }

    @Override
    public double value(double x, int j) {
        return x == 0 ? 0 : strength; // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        return z * z <= 2 * strength * step ? 0 : z; // (2)
    }

    @Override
    public boolean convex() {
        return false;
    }

    @Override
    public String formula() {
        return "λ·‖x‖₀";
    }

    @Override
    public String formula(String x) {
        return strength + "·‖" + x + "‖₀";
    }

    @Override
    public String source() {
        return "T. Blumensath, M. E. Davies (2008): Iterative Thresholding for Sparse Approximations";
    }
}
