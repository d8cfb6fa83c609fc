package dev.limpid.core.penalty;

import dev.limpid.core.parameter.Block;

/**
 * No penalty.
 *
 * <pre>
 *   Ω(x) = 0,   prox(z) = z
 * </pre>
 *
 * @since 0.1.0
 */
public record NoPenalty() implements SmoothPenalty, SeparablePenalty {

    /**
     * Returns the penalty that costs nothing.
     *
     * @return Ω = 0
     */
    public static NoPenalty of() {
        return new NoPenalty();
    }

    @Override
    public double value(double x, int j) {
        return 0;
    }

    @Override
    public double prox(double z, int j, double step) {
        return z;
    }

    @Override
    public double absoluteStrength(int j) {
        return 0;
    }

    @Override
    public double squareStrength(int j) {
        return 0;
    }

    @Override
    public void addGradient(double[] t, Block b, double[] g) {
        // ∇Ω = 0
    }

    @Override
    public void addCurvature(double[] t, Block b, double[] c) {
        // the quadratic 0 touches Ω everywhere
    }

    @Override
    public String formula() {
        return "0";
    }

    @Override
    public String formula(String x) {
        return "0";
    }
}
