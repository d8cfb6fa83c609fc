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
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };
    private static final double[] NEAR_BOTTOM = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };
    private static final double[] MIDDLE_TOP = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    private static final double[] FAR_TOP = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] FAR_BOTTOM = {
        1,
        2.56852019228982242e0,
        1.87295284992346047e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
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
        return x < 0
                ? Math.log(0.5 * erfcx(-x * INVERSE_SQRT_2)) - 0.5 * x * x // (1)
                : Math.log1p(-cdf(-x));
    }

    /**
     * Returns λ(x) = φ(x)/Φ(−x), the derivative of −log Φ(−x).
     *
     * @param x a number
     * @return the hazard, ≥ 0: nearly 0 for x ≪ 0, nearly x for x ≫ 0
     */
    public static double hazard(double x) {
        return x < 0 ? density(x) / cdf(-x) : SQRT_2_OVER_PI / erfcx(x * INVERSE_SQRT_2); // (2)
    }

    /**
     * Returns λ′(x) = λ·(λ − x), the second derivative of −log Φ(−x).
     *
     * @param x a number
     * @return the slope of the hazard, in [0, 1)
     */
    public static double hazardSlope(double x) {
        if (x >= FRACTION_FROM) {
            double t = x;
            for (int k = LEVELS; k > 1; k--) {
                t = x + k / t;
            }
            double excess = 1 / t; // (3)
            return (x + excess) * excess;
        }
        double lambda = hazard(x);
        return lambda * (lambda - x);
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
