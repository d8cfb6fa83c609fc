package dev.limpid.core.loss;

/**
 * The standard normal distribution, accurate far out in its tails, where 1 − Φ(x) has no digits left.
 *
 * <pre>
 *   φ(x) = e^(−x²/2) / √(2π)                       density
 *   Φ(x) = ∫₋∞ˣ φ(t) dt                            distribution
 *   λ(x) = φ(x) / Φ(−x),  λ′ = λ·(λ − x)           hazard (inverse Mills ratio) and its slope
 * </pre>
 *
 * <p>All come from the scaled complementary error function, erfcx(z) = e^(z²)·erfc(z), which neither overflows nor
 * underflows for z ≥ 0:
 *
 * <pre>
 *   x ≥ 0, z = x/√2:  Φ(−x) = ½·e^(−x²/2)·erfcx(z)           (1)
 *                     λ(x)  = √(2/π) / erfcx(z)               (2)
 *                     λ(x) − x = 1/(x + 2/(x + 3/(x + …)))    (3)   Laplace's continued fraction
 * </pre>
 *
 * <p>Relative errors are a few units of the last place, 10⁻¹³ for λ′ about x = 15.
 *
 * <p><b>References</b>
 * <ol><li>W. J. Cody (1969): Rational Chebyshev Approximations for the Error Function. Mathematics of Computation 23(107),
 *     tables I–III.</li>
 * <li>M. Abramowitz, I. A. Stegun (1964): Handbook of Mathematical Functions, formula 26.2.14, for (3).</li></ol>
 *
 * @since 0.1.0
 */
public final class Normal {

    private static final double INVERSE_SQRT_2 = Math.sqrt(0.5);
    private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);
    private static final double INVERSE_SQRT_PI = 1 / Math.sqrt(Math.PI);
    private static final double INVERSE_SQRT_2_PI = 1 / Math.sqrt(2 * Math.PI);

    private static final double NEAR = 0.46875;
    private static final double FAR = 4;

    private static final double[] NEAR_TOP = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    private static final double[] NEAR_BOTTOM = {
        1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    private static final double[] MIDDLE_TOP = {
        2.1531153547440383e-8,
        0.5641884969886701,
        8.883149794388377,
        66.11919063714163,
        298.6351381974001,
        881.952221241769,
        1712.0476126340707,
        2051.0783778260716,
        1230.3393547979972
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };
    private static final double[] FAR_TOP = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };
    private static final double[] FAR_BOTTOM = {
        1, 2.568520192289822, 1.8729528499234604, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };

    /** From here on ten levels of (3) give all digits, and λ − x would cancel. */
    private static final double FRACTION_FROM = 15;

    private static final int LEVELS = 10;

    private Normal() {}

    /**
     * Returns φ(x).
     *
     * @param x a number
     * @return the density, ≥ 0
     */
    public static double density(double x) {
        return INVERSE_SQRT_2_PI * gauss(x);
    }

    /**
     * Returns Φ(x). The complement is {@code cdf(-x)}, which keeps its digits where 1 − Φ(x) would lose them.
     *
     * @param x a number
     * @return a probability in [0, 1]
     */
    public static double cdf(double x) {
        double tail = 0.5 * gauss(x) * erfcx(Math.abs(x) * INVERSE_SQRT_2); // (1)
        return x < 0 ? tail : 1 - tail;
    }

    /**
     * Returns log Φ(x).
     *
     * @param x a number
     * @return a number ≤ 0, finite for all |x| up to 10¹⁵⁰
     */
    public static double logCdf(double x) {
        double e = erfcx(Math.abs(x) * INVERSE_SQRT_2);
        return logCdf(x, e, x < 0 ? 0 : gauss(x));
    }

    /**
     * Returns log Φ(u) as a jet: φ′ = λ(−u), φ″ = −λ′(−u), all three from one error function.
     *
     * @param u a number with its derivatives
     * @return log Φ(u)
     */
    public static Jet logCdf(Jet u) {
        double x = u.value();
        double e = erfcx(Math.abs(x) * INVERSE_SQRT_2);
        double g = x < 0 ? 0 : gauss(x);
        double lambda = hazard(-x, e, g);
        return u.chain(logCdf(x, e, g), lambda, -slope(-x, lambda));
    }

    /**
     * Returns λ(x) = φ(x)/Φ(−x), the derivative of −log Φ(−x).
     *
     * @param x a number
     * @return the hazard, ≥ 0: nearly 0 for x ≪ 0, nearly x for x ≫ 0
     */
    public static double hazard(double x) {
        return hazard(x, erfcx(Math.abs(x) * INVERSE_SQRT_2), x > 0 ? 0 : gauss(x));
    }

    /**
     * Returns λ′(x) = λ·(λ − x), the second derivative of −log Φ(−x).
     *
     * @param x a number
     * @return the slope of the hazard, in [0, 1)
     */
    public static double hazardSlope(double x) {
        return slope(x, hazard(x));
    }

    /** Returns log Φ(x), given e = erfcx(|x|/√2), and g = e^(−x²/2) if x ≥ 0. */
    private static double logCdf(double x, double e, double g) {
        if (x < 0) {
            return Math.log(0.5 * e) - 0.5 * x * x; // (1)
        }
        double tail = 0.5 * g * e;
        return -Scores.log1p(tail / (1 - tail)); // log(1 − t) = −log(1 + t/(1 − t))
    }

    /** Returns λ(x), given e = erfcx(|x|/√2), and g = e^(−x²/2) if x ≤ 0. */
    private static double hazard(double x, double e, double g) {
        return x > 0 ? SQRT_2_OVER_PI / e : INVERSE_SQRT_2_PI * g / (1 - 0.5 * g * e); // (2), (1)
    }

    private static double slope(double x, double lambda) {
        if (x < FRACTION_FROM) {
            return lambda * (lambda - x);
        }
        double t = x;
        for (int k = LEVELS; k > 1; k--) {
            t = x + k / t;
        }
        double excess = 1 / t; // (3)
        return (x + excess) * excess;
    }

    /** Returns e^(−x²/2): the square of a near number of few digits is exact, what is left of the exponent is small. */
    private static double gauss(double x) {
        double near = Math.rint(16 * x) / 16;
        return Math.abs(x) < 40 ? Math.exp(-0.5 * near * near) * Math.exp(-0.5 * (x - near) * (x + near)) : 0;
    }

    /** Returns e^(z²)·erfc(z) for z ≥ 0. */
    private static double erfcx(double z) {
        if (z <= NEAR) {
            double s = z * z;
            return Math.exp(s) * (1 - z * polynomial(NEAR_TOP, s) / polynomial(NEAR_BOTTOM, s));
        }
        if (z <= FAR) {
            return polynomial(MIDDLE_TOP, z) / polynomial(MIDDLE_BOTTOM, z);
        }
        double s = 1 / (z * z);
        return (INVERSE_SQRT_PI - s * polynomial(FAR_TOP, s) / polynomial(FAR_BOTTOM, s)) / z;
    }

    /** Returns the polynomial whose coefficients are given from the highest power down (Horner). */
    private static double polynomial(double[] coefficients, double s) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * s + coefficient;
        }
        return sum;
    }
}
