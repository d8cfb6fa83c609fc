package dev.limpid.core.penalty;

import dev.limpid.core.parameter.Block;

/**
 * Half the squared length (ridge): pulls all coordinates towards 0, none exactly to it.
 *
 * <pre>
 *   Ω(x) = λ/2·‖x‖²              (1)
 *   ∇Ω(x) = λ·x                  (2)
 *   prox(z) = z / (1 + λ·s)      (3)  s the step
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>A. E. Hoerl, R. W. Kennard (1970): Ridge Regression: Biased Estimation for Nonorthogonal Problems.
 *     Technometrics 12(1).</li></ol>
 *
 * @param strength λ; finite, ≥ 0
 * @since 0.1.0
 */
public record L2Penalty(double strength) implements SmoothPenalty, SeparablePenalty {

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if it isn't finite and ≥ 0
     */
    public L2Penalty {
        Strengths.check(strength);
    }

    /**
     * Returns the penalty λ/2·‖x‖².
     *
     * @param strength λ; finite, ≥ 0
     * @return the penalty
     */
    public static L2Penalty of(double strength) {
        return new L2Penalty(strength);
    }

    @Override
    public double value(double x, int j) {
        return strength / 2 * x * x; // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        return z / (1 + strength * step); // (3)
    }

    @Override
    public double strongConvexity(int j) {
        return strength;
    }

    @Override
    public double squareStrength(int j) {
        return strength;
    }

    @Override
    public void addGradient(double[] t, Block b, double[] g) {
        for (int j = b.offset(); j < b.end(); j++) {
            g[j] += strength * t[j]; // (2)
        }
    }

    @Override
    public void addCurvature(double[] t, Block b, double[] c) {
        for (int j = b.offset(); j < b.end(); j++) {
            c[j] += strength; // Ω is its own quadratic
        }
    }

    @Override
    public String formula() {
        return "λ/2·‖x‖²";
    }

    @Override
    public String formula(String x) {
        return strength + "/2·‖" + x + "‖²";
    }

    @Override
    public String source() {
        return "A. E. Hoerl, R. W. Kennard (1970): Ridge Regression: Biased Estimation for Nonorthogonal Problems";
    }
}
