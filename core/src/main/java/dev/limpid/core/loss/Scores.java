package dev.limpid.core.loss;

/**
 * Functions of scores that stay accurate and finite where the textbook forms overflow or cancel.
 *
 * <pre>
 *   σ(f)         = 1 / (1 + e⁻ᶠ)            sigmoid
 *   softplus(f)  = log(1 + eᶠ)
 *   lse(f)       = log Σₖ exp(fₖ)
 *   softmax(f)ₖ  = exp(fₖ) / Σⱼ exp(fⱼ)
 * </pre>
 *
 * <p>All of them are built on e = exp(−|f|) ≤ 1, which can't overflow.
 *
 * @since 0.1.0
 */
public final class Scores {

    private Scores() {}

    /**
     * Returns σ(f). The complement is {@code sigmoid(-f)}, which keeps its digits where 1 − σ(f) would lose them.
     *
     * @param f raw score
     * @return a probability in [0, 1]
     */
    public static double sigmoid(double f) {
        double e = Math.exp(-Math.abs(f));
        return (f >= 0 ? 1 : e) / (1 + e); // σ(f) = eᶠ / (1 + eᶠ) for f < 0
    }

    /**
     * Returns log(1 + eᶠ).
     *
     * @param f raw score
     * @return a number ≥ max(f, 0)
     */
    public static double softplus(double f) {
        return Math.max(f, 0) + log1p(Math.exp(-Math.abs(f)));
    }

    /**
     * Returns log(1 + x) with a relative error of a few units in the last place, also for tiny x.
     *
     * <p>With u = 1 + x as rounded, log(u)·(x / (u − 1)) undoes the rounding of the sum, because log(u) / (u − 1) varies
     * slowly (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 1.14.1, after Kahan). It is twice as
     * fast as {@link Math#log1p}, which is no intrinsic of the compiler.
     *
     * @param x a number ≥ 0, finite
     * @return log(1 + x)
     */
    public static double log1p(double x) {
        double u = 1 + x;
        return u == 1 ? x : Math.log(u) * (x / (u - 1));
    }

    /**
     * Returns log Σₖ exp(fₖ).
     *
     * @param f scores, length ≥ 1; not changed
     * @return a number ≥ max fₖ
     */
    public static double logSumExp(double[] f) {
        int top = argMax(f);
        return f[top] + log1p(sumOfOthers(f, top));
    }

    /**
     * Computes the softmax.
     *
     * @param f scores, length K ≥ 1; not changed
     * @param out receives K probabilities; may be {@code f}
     */
    public static void softmax(double[] f, double[] out) {
        int top = argMax(f);
        double max = f[top];
        double sum = 0;
        for (int k = 0; k < f.length; k++) {
            out[k] = Math.exp(f[k] - max);
            sum += out[k];
        }
        for (int k = 0; k < f.length; k++) {
            out[k] /= sum;
        }
    }

    /** Returns the first place of the largest score. */
    private static int argMax(double[] f) {
        int top = 0;
        for (int k = 1; k < f.length; k++) {
            top = f[k] > f[top] ? k : top;
        }
        return top;
    }

    /** Returns Σ exp(fₖ − f_top) over k ≠ top: kept apart from the 1 that k = top adds, so that tiny sums survive. */
    private static double sumOfOthers(double[] f, int top) {
        double sum = 0;
        for (int k = 0; k < f.length; k++) {
            sum += k == top ? 0 : Math.exp(f[k] - f[top]);
        }
        return sum;
    }
}
