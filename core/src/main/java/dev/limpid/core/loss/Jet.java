package dev.limpid.core.loss;

/**
 * A number with its first and second derivative with respect to the score: a formula computed with jets differentiates
 * itself, exactly.
 *
 * <p>For a function φ of a jet u = (u, u′, u″) the chain rule gives
 *
 * <pre>
 *   φ(u)  = ( φ(u),  φ′(u)·u′,  φ″(u)·u′² + φ′(u)·u″ )                      (1)
 *   u·v   = ( u·v,   u′v + uv′,  u″v + 2u′v′ + uv″ )                        (2)
 *   q = u/v:  q′ = (u′ − q·v′) / v,  q″ = (u″ − 2q′v′ − q·v″) / v            (3)
 * </pre>
 *
 * <p>(3) is (2) for u = q·v, solved for q′ and q″. Each method states its φ, φ′ and φ″.
 *
 * <p>All methods are free of branches between jets, so that the compiler keeps the three numbers in registers and no
 * object is made. In a formula of your own, branch on numbers ({@code r.times(r.value() < 0 ? 4 : 1)}) or choose with
 * {@link #where}; {@code condition ? jetA : jetB} gives the same numbers, several times slower.
 *
 * <p>Where φ′ is infinite ({@code sqrt}, {@code log} and powers at 0) the derivatives are infinite or NaN.
 *
 * <p><b>References</b>
 * <ol><li>A. Griewank, A. Walther (2008): Evaluating Derivatives, 2nd ed. SIAM, chapter 13 (Taylor arithmetic).</li></ol>
 *
 * @param value the number u
 * @param first u′
 * @param second u″
 * @since 0.1.0
 */
public record Jet(double value, double first, double second) {

    private static final double LOG_2 = Math.log(2);

    /**
     * The score itself.
     *
     * @param f raw score
     * @return (f, 1, 0)
     */
    public static Jet variable(double f) {
        return new Jet(f, 1, 0);
    }

    /**
     * A number that does not depend on the score.
     *
     * @param c the number
     * @return (c, 0, 0)
     */
    public static Jet constant(double c) {
        return new Jet(c, 0, 0);
    }

    /**
     * Chooses one of two jets.
     *
     * @param condition what decides
     * @param yes the result if true
     * @param no the result if false
     * @return {@code condition ? yes : no}, chosen number by number
     */
    public static Jet where(boolean condition, Jet yes, Jet no) {
        return new Jet(
                condition ? yes.value : no.value, condition ? yes.first : no.first, condition ? yes.second : no.second);
    }

    /**
     * Returns φ(u) for a function φ of your own, by the chain rule (1): a special function, or one whose textbook form
     * would cancel. With {@code e = Math.exp(u.value())}, {@code u.chain(e, e, e)} is {@code u.exp()}.
     *
     * @param v φ(u)
     * @param d1 φ′(u)
     * @param d2 φ″(u)
     * @return the function of u
     */
    public Jet chain(double v, double d1, double d2) {
        return new Jet(v, d1 * first, d2 * first * first + d1 * second);
    }

    /**
     * Returns u + v.
     *
     * @param v the summand
     * @return the sum
     */
    public Jet plus(Jet v) {
        return new Jet(value + v.value, first + v.first, second + v.second);
    }

    /**
     * Returns u + c.
     *
     * @param c the summand
     * @return the sum
     */
    public Jet plus(double c) {
        return new Jet(value + c, first, second);
    }

    /**
     * Returns u − v.
     *
     * @param v the subtrahend
     * @return the difference
     */
    public Jet minus(Jet v) {
        return new Jet(value - v.value, first - v.first, second - v.second);
    }

    /**
     * Returns u − c.
     *
     * @param c the subtrahend
     * @return the difference
     */
    public Jet minus(double c) {
        return new Jet(value - c, first, second);
    }

    /**
     * Returns −u.
     *
     * @return the negative
     */
    public Jet negate() {
        return new Jet(-value, -first, -second);
    }

    /**
     * Returns u·v, by (2).
     *
     * @param v the factor
     * @return the product
     */
    public Jet times(Jet v) {
        return new Jet(
                value * v.value,
                first * v.value + value * v.first,
                second * v.value + 2 * first * v.first + value * v.second);
    }

    /**
     * Returns u·c.
     *
     * @param c the factor
     * @return the product
     */
    public Jet times(double c) {
        return new Jet(value * c, first * c, second * c);
    }

    /**
     * Returns u / v, by (3).
     *
     * @param v the divisor
     * @return the quotient
     */
    public Jet dividedBy(Jet v) {
        double q = value / v.value;
        double q1 = (first - q * v.first) / v.value;
        double q2 = (second - 2 * q1 * v.first - q * v.second) / v.value;
        return new Jet(q, q1, q2);
    }

    /**
     * Returns u / c.
     *
     * @param c the divisor
     * @return the quotient
     */
    public Jet dividedBy(double c) {
        return new Jet(value / c, first / c, second / c);
    }

    /**
     * Returns u²: φ′ = 2u, φ″ = 2.
     *
     * @return the square
     */
    public Jet square() {
        return chain(value * value, 2 * value, 2);
    }

    /**
     * Returns uᵖ: φ′ = p·uᵖ⁻¹, φ″ = p(p − 1)·uᵖ⁻². For whole p ≥ 0 the derivatives are right at u = 0 too.
     *
     * @param p the exponent
     * @return the power; NaN for u &lt; 0 unless p is whole
     */
    public Jet pow(double p) {
        double c1 = p;
        double c2 = p * (p - 1);
        double d1 = c1 == 0 ? 0 : c1 * Math.pow(value, p - 1);
        double d2 = c2 == 0 ? 0 : c2 * Math.pow(value, p - 2);
        return chain(Math.pow(value, p), d1, d2);
    }

    /**
     * Returns √u: φ′ = 1/(2√u), φ″ = −1/(4u√u).
     *
     * @return the root; NaN for u &lt; 0
     */
    public Jet sqrt() {
        double s = Math.sqrt(value);
        double d1 = 0.5 / s;
        return chain(s, d1, -0.5 * d1 / value);
    }

    /**
     * Returns eᵘ: φ′ = φ″ = eᵘ.
     *
     * @return the exponential; +∞ above 709.78
     */
    public Jet exp() {
        double e = Math.exp(value);
        return chain(e, e, e);
    }

    /**
     * Returns eᵘ − 1 without cancellation near 0: φ′ = φ″ = eᵘ.
     *
     * @return the exponential less 1
     */
    public Jet expm1() {
        double e = Math.exp(value);
        return chain(Math.expm1(value), e, e);
    }

    /**
     * Returns log u, the natural logarithm: φ′ = 1/u, φ″ = −1/u².
     *
     * @return the logarithm; NaN for u &lt; 0
     */
    public Jet log() {
        double d1 = 1 / value;
        return chain(Math.log(value), d1, -d1 * d1);
    }

    /**
     * Returns log(1 + u) without cancellation near 0: φ′ = 1/(1 + u), φ″ = −1/(1 + u)².
     *
     * @return the logarithm; NaN for u &lt; −1
     */
    public Jet log1p() {
        double d1 = 1 / (1 + value);
        return chain(Math.log1p(value), d1, -d1 * d1);
    }

    /**
     * Returns |u|: φ′ = sign(u), 0 at the kink; φ″ = 0.
     *
     * @return the size
     */
    public Jet abs() {
        return chain(Math.abs(value), Math.signum(value), 0);
    }

    /**
     * Returns σ(u) = 1/(1 + e⁻ᵘ): with p = σ(u) and q = σ(−u) = 1 − p, φ′ = pq, φ″ = pq(q − p).
     *
     * @return the sigmoid
     */
    public Jet sigmoid() {
        double e = Math.exp(-Math.abs(value));
        double p = (value >= 0 ? 1 : e) / (1 + e);
        double q = (value >= 0 ? e : 1) / (1 + e);
        return chain(p, p * q, p * q * (q - p));
    }

    /**
     * Returns log(1 + eᵘ), accurate and finite for all u: φ′ = σ(u), φ″ = σ(u)·σ(−u).
     *
     * @return the softplus; the logistic loss of a margin m is {@code m.negate().softplus()}
     */
    public Jet softplus() {
        double e = Math.exp(-Math.abs(value));
        double p = (value >= 0 ? 1 : e) / (1 + e);
        double q = (value >= 0 ? e : 1) / (1 + e);
        return chain(Math.max(value, 0) + Scores.log1p(e), p, p * q);
    }

    /**
     * Returns tanh u: φ′ = 1 − tanh²u = sech²u, φ″ = −2·tanh u·sech²u.
     *
     * @return the hyperbolic tangent
     */
    public Jet tanh() {
        double t = tanh(value);
        double s = sechSquared(value);
        return chain(t, s, -2 * t * s);
    }

    /**
     * Returns log cosh u: φ′ = tanh u, φ″ = sech²u.
     *
     * <p>For |u| ≤ 1 from cosh²u = 1 + t²/(1 − t²) with t = tanh u, which doesn't cancel near 0; beyond from
     * cosh u = e^|u|·(1 + e^(−2|u|))/2, which doesn't overflow.
     *
     * @return the logarithm of the hyperbolic cosine
     */
    public Jet logCosh() {
        double a = Math.abs(value);
        double t = tanh(value);
        double v = a <= 1 ? 0.5 * Scores.log1p(t * t / (1 - t * t)) : a - LOG_2 + Scores.log1p(Math.exp(-2 * a));
        return chain(v, t, sechSquared(value));
    }

    /**
     * tanh u = (1 − e)/(1 + e) with e = exp(−2|u|); near 0, where 1 − e cancels, by Lambert's continued fraction
     * u/(1 + u²/(3 + u²/(5 + …))). Ten times as fast as {@link Math#tanh}, which is no intrinsic of the compiler.
     */
    private static double tanh(double u) {
        double a = Math.abs(u);
        if (a < 0.5) {
            double s = u * u;
            double top = 2027025 + s * (270270 + s * (6930 + s * 36));
            double bottom = 2027025 + s * (945945 + s * (51975 + s * (630 + s)));
            return u * (top / bottom); // the fraction down to 15
        }
        double e = Math.exp(-2 * a);
        return Math.copySign((1 - e) / (1 + e), u);
    }

    /** sech²u = 4e/(1 + e)² with e = exp(−2|u|): keeps its digits where 1 − tanh²u cancels. */
    private static double sechSquared(double u) {
        double e = Math.exp(-2 * Math.abs(u));
        return 4 * e / ((1 + e) * (1 + e));
    }

    /**
     * Returns sin u: φ′ = cos u, φ″ = −sin u.
     *
     * @return the sine
     */
    public Jet sin() {
        double s = Math.sin(value);
        return chain(s, Math.cos(value), -s);
    }

    /**
     * Returns cos u: φ′ = −sin u, φ″ = −cos u.
     *
     * @return the cosine
     */
    public Jet cos() {
        double c = Math.cos(value);
        return chain(c, -Math.sin(value), -c);
    }

    /**
     * Returns the larger of u and v, with its derivatives; u if they are equal. NaN if either is.
     *
     * @param v the other
     * @return the maximum
     */
    public Jet max(Jet v) {
        return where(value >= v.value || Double.isNaN(value), this, v);
    }

    /**
     * Returns the larger of u and c; u if they are equal.
     *
     * @param c the other
     * @return the maximum
     */
    public Jet max(double c) {
        return max(constant(c));
    }

    /**
     * Returns the smaller of u and v, with its derivatives; u if they are equal. NaN if either is.
     *
     * @param v the other
     * @return the minimum
     */
    public Jet min(Jet v) {
        return where(value <= v.value || Double.isNaN(value), this, v);
    }

    /**
     * Returns the smaller of u and c; u if they are equal.
     *
     * @param c the other
     * @return the minimum
     */
    public Jet min(double c) {
        return min(constant(c));
    }
}
