package dev.limpid.core.criterion;

/**
 * A criterion that sees rows by the local quadratic of a loss, ℓ(f) + g·d + ½h·d²: what boosting grows its trees by.
 *
 * <p>Two methods have to be written, {@code score} and {@code leaf}, from the statistics s = (Σw, Σg, Σh). A criterion that
 * needs more of a row, such as Σg², overrides {@link #width} and {@link #statistics}.
 *
 * <pre>{@code
 * record SignCriterion() implements GradientCriterion {
 *     public double score(double[] s, int at) { return Math.abs(s[at + G]); }
 *     public double leaf(double[] s, int at) { return -Math.signum(s[at + G]); }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface GradientCriterion extends Criterion {

    /** Position of W = Σw, the sum of the case weights. */
    int W = 0;

    /** Position of G = Σg, the sum of the weighted gradients. */
    int G = 1;

    /** Position of H = Σh, the sum of the weighted curvatures. */
    int H = 2;

    @Override
    default int width() {
        return 3;
    }

    /**
     * Writes the statistics of one row.
     *
     * @param w case weight of the row &gt; 0
     * @param g its gradient, times w
     * @param h its curvature ≥ 0, times w
     * @param out receives w and the criterion's own numbers at positions at … at + width − 1
     * @param at position of the first
     * @implSpec out[at] is w
     */
    default void statistics(double w, double g, double h, double[] out, int at) {
        out[at] = w;
        out[at + G] = g;
        out[at + H] = h;
    }
}
