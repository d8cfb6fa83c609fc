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
     * Returns log(1 + x) with a relative error of one or two units in the last place, also for tiny x.
     *
     * <pre>
     *   s = x / (2 + x),  z = s²                                                   (1)
     *   log(1 + x) = 2·atanh(s) = 2s·(1 + z/3 + z²/5 + …) ≈ 2s·(1 + z·Q(z))       (2)
     *              = x − s·(x − 2·z·Q(z))        because 2s = x − s·x              (3)
     * </pre>
     *
     * <p>Q interpolates (atanh(s)/s − 1)/z at ten Chebyshev points of z in [0, 1/9], which is x in [0, 1]; it is off by less than
     * 10⁻¹⁷ there. Beyond, 1 + x loses nothing that matters and (4) is {@link Math#log}. Form (3) leaves tiny x alone. Unlike a
     * call of {@code Math.log}, the compiler can leave this arithmetic out where a loss is asked for its gradient only.
     *
     * @param x a number ≥ 0, finite
     * @return log(1 + x)
     */
    public static double log1p(double x) {
        if (x > 1) {
            return Math.log(1 + x); // (4)
        }
        double s = x / (2 + x); // (1)
        double z = s * s;
        return x - s * (x - 2 * z * q(z)); // (3)
    }

    /** Q(z), grouped by powers of z² so that the products don't wait for each other. */
    private static double q(double z) {
        double z2 = z * z;
        double z4 = z2 * z2;
        double low = 0.3333333333333333 + z * 0.20000000000007292 + z2 * (0.1428571428355438 + z * 0.11111111358713932);
        double mid =
                0.09090894718066429 + z * 0.07692785032479312 + z2 * (0.06657072104827468 + z * 0.06000536404795356);
        double high = 0.04400369243072337 + z * 0.08082022805971766;
        return low + z4 * (mid + z4 * high);
    }

    /**
     * Returns eˣ − 1 with a relative error of a few units in the last place, also for tiny x.
     *
     * <p>With u = eˣ as rounded, (u − 1)·(x / log u) undoes the rounding of the exponential (Higham, as {@link #log1p}). It
     * is several times as fast as {@link Math#expm1}, which is no intrinsic of the compiler.
     *
     * @param x a number
     * @return eˣ − 1, in [−1, ∞]
     */
    public static double expm1(double x) {
        double u = Math.exp(x);
        return u == 1 ? x : Math.abs(x) < 1 ? (u - 1) * (x / Math.log(u)) : u - 1;
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
