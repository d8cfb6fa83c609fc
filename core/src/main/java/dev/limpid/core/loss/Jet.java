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
 * object is made; and short enough (35 bytes of bytecode) that it puts them in where they are called, whatever it knows of them. In a formula of your own, branch on numbers ({@code r.times(r.value() < 0 ? 4 : 1)}) or choose with
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

    /** Returns (u, u′, u″) with another u″. */
    Jet withSecond(double newSecond) {
        return new Jet(value, first, newSecond);
    }

    /** Returns (u, u′, max(0, u″)). */
    Jet convexPart() {
        return withSecond(Math.max(0, second));
    }

    /** Returns the function of u whose value and derivatives by s·u are given. */
    Jet scaledChain(double s, Jet phi) {
        return chain(phi.value, s * phi.first, phi.second * s * s);
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
        return new Jet(value(condition, yes, no), first(condition, yes, no), second(condition, yes, no));
    }

    private static double value(boolean condition, Jet yes, Jet no) {
        return condition ? yes.value : no.value;
    }

    private static double first(boolean condition, Jet yes, Jet no) {
        return condition ? yes.first : no.first;
    }

    private static double second(boolean condition, Jet yes, Jet no) {
        return condition ? yes.second : no.second;
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
        return new Jet(value * v.value, firstOfProduct(v), secondOfProduct(v));
    }

    private double firstOfProduct(Jet v) {
        return first * v.value + value * v.first;
    }

    private double secondOfProduct(Jet v) {
        return second * v.value + 2 * first * v.first + value * v.second;
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
        return quotient(v, q, (first - q * v.first) / v.value);
    }

    private Jet quotient(Jet v, double q, double q1) {
        return new Jet(q, q1, secondOfQuotient(v, q, q1));
    }

    private double secondOfQuotient(Jet v, double q, double q1) {
        return (second - 2 * q1 * v.first - q * v.second) / v.value;
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
        return chain(Math.pow(value, p), power(p, p - 1), power(p * (p - 1), p - 2));
    }

    /** c·uᵖ, which is 0 for c = 0 whatever u is. */
    private double power(double c, double p) {
        return c == 0 ? 0 : c * Math.pow(value, p);
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
        double e = decay();
        return sigmoid(upper(e), lower(e));
    }

    private Jet sigmoid(double p, double q) {
        return chain(p, p * q, p * q * (q - p));
    }

    /** e = exp(−|u|). */
    private double decay() {
        return Math.exp(-Math.abs(value));
    }

    /** σ(u) from e = exp(−|u|). */
    private double upper(double e) {
        return (value >= 0 ? 1 : e) / (1 + e);
    }

    /** σ(−u) from e = exp(−|u|). */
    private double lower(double e) {
        return (value >= 0 ? e : 1) / (1 + e);
    }

    /**
     * Returns log(1 + eᵘ), accurate and finite for all u: φ′ = σ(u), φ″ = σ(u)·σ(−u).
     *
     * @return the softplus; the logistic loss of a margin m is {@code m.negate().softplus()}
     */
    public Jet softplus() {
        double e = decay();
        return softplus(Scores.log1p(e), upper(e), lower(e));
    }

    private Jet softplus(double log, double p, double q) {
        return chain(Math.max(value, 0) + log, p, p * q);
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
        double t = tanh(value);
        return chain(logCosh(Math.abs(value), t), t, sechSquared(value));
    }

    private static double logCosh(double a, double t) {
        return a <= 1 ? 0.5 * Scores.log1p(t * t / (1 - t * t)) : a - LOG_2 + Scores.log1p(Math.exp(-2 * a));
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
