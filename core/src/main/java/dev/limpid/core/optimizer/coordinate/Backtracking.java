package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.training.StopReason;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The step length of prox-Newton methods, from θ along d = x − θ.
 *
 * <pre>
 *   D = ⟨G, d⟩ + Ω(x) − Ω(θ)                                          (1)  what the first order promises, &lt; 0
 *   α = 1, ½, ¼, …  until  F(θ + α·d) ≤ F(θ) + σ·α·D,  σ = 10⁻⁴        (2)  up to the rounding of F
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>J. D. Lee, Y. Sun, M. A. Saunders (2014): Proximal Newton-type Methods for Minimizing Composite Functions. SIAM Journal
 *     on Optimization 24, equation (2.15).</ol>
 */
final class Backtracking {

    private static final double SIGMA = 1e-4;

    private static final double ROUNDING = 1e-14;

    private static final int MOST_HALVINGS = 50;

    private final DoubleUnaryOperator smooth;
    private final ToDoubleFunction<double[]> penalty;
    private final double value;
    private final double linear;

    /** Where the search ended, with D; α = 0 for nowhere. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Found(double alpha, double[] theta, double value, double decrease) {}

    /**
     * Prepares a search.
     *
     * @param smooth α ↦ S(θ + α·d)
     * @param penalty Ω
     * @param value F(θ)
     * @param linear ⟨G, d⟩ − Ω(θ)
     */
    Backtracking(DoubleUnaryOperator smooth, ToDoubleFunction<double[]> penalty, double value, double linear) {
        this.smooth = smooth;
        this.penalty = penalty;
        this.value = value;
        this.linear = linear;
    }

    /** Searches; x = θ + d. */
    Found along(double[] theta, double[] d, double[] x) {
        double decrease = linear + penalty.applyAsDouble(x); // (1)
        double alpha = 1;
        double[] there = x.clone();
        for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
            double ahead = smooth.applyAsDouble(alpha) + penalty.applyAsDouble(there);
            double rounding = ROUNDING * Math.abs(value);
            if (ahead <= value + SIGMA * alpha * decrease + rounding) { // (2)
                return new Found(alpha, there, ahead, decrease);
            }
            alpha /= 2;
            for (int j = 0; j < there.length; j++) {
                there[j] = theta[j] + alpha * d[j];
            }
        }
        return new Found(0, theta, value, decrease);
    }

    StopReason stalled(Found found, double violation) {
        return new StopReason(
                StopReason.Kind.STALLED,
                "Halving the step " + MOST_HALVINGS + " times found no point below the objective, " + value
                        + ", though the first order promises " + found.decrease() + "; the largest violation is "
                        + violation
                        + ". If that is small, this is as exact as rounding allows; if not, check the gradient.");
    }
}
