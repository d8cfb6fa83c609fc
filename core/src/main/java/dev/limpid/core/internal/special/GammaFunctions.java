package dev.limpid.core.internal.special;

import java.util.function.IntToDoubleFunction;

/**
 * The logarithm of the gamma function and its first two derivatives, for positive arguments.
 *
 * <pre>
 *   log Γ(z) = (z − ½)·log z − z + ½·log 2π + Σₖ B₂ₖ / (2k·(2k − 1)·z²ᵏ⁻¹)      (1)
 *   ψ(z)     = log z − 1/(2z) − Σₖ B₂ₖ / (2k·z²ᵏ)                              (2)
 *   ψ′(z)    = 1/z + 1/(2z²) + Σₖ B₂ₖ / z²ᵏ⁺¹                                  (3)
 *   log Γ(z) = log Γ(z + 1) − log z,  ψ(z) = ψ(z + 1) − 1/z,  ψ′(z) = ψ′(z + 1) + 1/z²     (4)
 * </pre>
 *
 * <p>(4) raises z to {@value #FAR} or more, where seven terms of the series leave an error below 10⁻¹⁶.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun (1964), Handbook of Mathematical Functions, 6.1.40, 6.3.18 and 6.4.11.
 */
public final class GammaFunctions {

    private static final double FAR = 10;
    private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

    /** B₂ₖ, k = 1 … 7. */
    private static final double[] BERNOULLI = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
    };

    private GammaFunctions() {}

    /**
     * Returns log Γ(z).
     *
     * @param z a number &gt; 0
     * @return log Γ(z), +∞ for +∞
     */
    public static double logGamma(double z) {
        if (z == Double.POSITIVE_INFINITY) {
            return z;
        }
        double product = 1;
        double x = z;
        for (; x < FAR; x++) {
            product *= x; // (4)
        }
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + tail(x) - Math.log(product); // (1)
    }

    /**
     * Returns ψ(z), the derivative of log Γ.
     *
     * @param z a number &gt; 0
     * @return ψ(z), +∞ for +∞
     */
    public static double digamma(double z) {
        double below = 0;
        double x = z;
        for (; x < FAR; x++) {
            below += 1 / x; // (4)
        }
        double u = 1 / (x * x);
        return Math.log(x) - 0.5 / x - series(u, k -> 2.0 * k) - below; // (2)
    }

    /**
     * Returns ψ′(z), the second derivative of log Γ.
     *
     * @param z a number &gt; 0
     * @return ψ′(z) &gt; 0, 0 for +∞
     */
    public static double trigamma(double z) {
        double below = 0;
        double x = z;
        for (; x < FAR; x++) {
            below += 1 / (x * x); // (4)
        }
        double u = 1 / (x * x);
        return 1 / x + 0.5 * u + series(u, k -> 1) / x + below; // (3)
    }

    /**
     * Returns log Γ(z + d) − log Γ(z), with its digits where d is small beside z.
     *
     * @param z a number &gt; 0
     * @param d a number ≥ 0
     * @return the difference
     */
    public static double logGammaRise(double z, double d) {
        if (z < FAR) {
            return logGamma(z + d) - logGamma(z);
        }
        double corrections = tail(z + d) - tail(z);
        return (z - 0.5) * Math.log1p(d / z) + d * Math.log(z + d) - d + corrections; // (1), sorted
    }

    /** The sum in (1). */
    private static double tail(double z) {
        return z * series(1 / (z * z), k -> 2.0 * k * (2 * k - 1));
    }

    /**
     * Returns ψ(z + d) − ψ(z), with its digits where d is small beside z.
     *
     * @param z a number &gt; 0
     * @param d a number ≥ 0
     * @return the difference
     */
    public static double digammaRise(double z, double d) {
        if (z < FAR) {
            return digamma(z + d) - digamma(z);
        }
        double x = z + d;
        double corrections = series(1 / (x * x), k -> 2.0 * k) - series(1 / (z * z), k -> 2.0 * k);
        return Math.log1p(d / z) + 0.5 * (d / z) / x - corrections; // (2), sorted
    }

    /** Returns Σₖ B₂ₖ·uᵏ / divisor(k), smallest terms first. */
    private static double series(double u, IntToDoubleFunction divisor) {
        double sum = 0;
        for (int k = BERNOULLI.length; k >= 1; k--) {
            sum = u * (BERNOULLI[k - 1] / divisor.applyAsDouble(k) + sum);
        }
        return sum;
    }
}
