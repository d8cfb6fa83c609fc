package dev.limpid.core.hypothesis;

/**
 * A dual number: a number with its derivatives with respect to p parameters. A formula computed with dual numbers differentiates
 * itself, exactly (forward-mode automatic differentiation).
 *
 * <p>For u with gradient u′ and a function φ, the chain rule gives
 *
 * <pre>
 *   φ(u)  = ( φ(u),  φ′(u)·u′ )                                            (1)
 *   u·v   = ( u·v,   u′·v + u·v′ )                                         (2)
 *   q = u/v:  q′ = (u′ − q·v′)/v                                           (3)
 *   uᵛ    = ( uᵛ,    uᵛ⁻¹·v·u′ + uᵛ·log(u)·v′ )                            (4)
 * </pre>
 *
 * <p>Each method states its φ and φ′. Plain numbers mix in as they are ({@code u.times(2)}); {@link #constant} makes a dual number
 * of one where one is asked for. An operation costs p multiplications, one with constants none.
 *
 * <p>Where φ′ is infinite ({@code sqrt}, {@code log} and powers at 0) the derivatives are infinite or NaN.
 *
 * <p><b>References</b>
 * <ol><li>W. K. Clifford (1873): Preliminary Sketch of Biquaternions. Proceedings of the London Mathematical Society 4.
 * <li>A. Griewank, A. Walther (2008): Evaluating Derivatives, 2nd ed. SIAM, chapter 3 (forward mode).</ol>
 *
 * @since 0.1.0
 */
public final class Dual {

    private final double value;
    private final Gradient gradient;

    private Dual(double value, Gradient gradient) {
        this.value = value;
        this.gradient = gradient;
    }

    /**
     * A number that doesn't depend on the parameters.
     *
     * @param value the number
     * @return the number with the gradient 0
     */
    public static Dual constant(double value) {
        return new Dual(value, Gradient.NONE);
    }

    /**
     * One of the parameters.
     *
     * @param value its value
     * @param index which one, in [0, size)
     * @param size number of parameters p
     * @return the value with 1 at the index of its gradient, and 0 elsewhere
     */
    public static Dual variable(double value, int index, int size) {
        return new Dual(value, Gradient.axis(index, size));
    }

    /**
     * A number with its gradient.
     *
     * @param value the number
     * @param gradient its derivatives; copied
     * @return the dual number
     */
    public static Dual of(double value, double... gradient) {
        return new Dual(value, new Gradient(gradient.clone()));
    }

    /**
     * Returns the number.
     *
     * @return u
     */
    public double value() {
        return value;
    }

    /**
     * Returns a derivative.
     *
     * @param index which parameter, ≥ 0
     * @return ∂u/∂θ at the index; 0 for a constant
     */
    public double derivative(int index) {
        return gradient.at(index);
    }

    /** grad ← grad + factor·u′. */
    void addTo(double factor, double[] grad) {
        gradient.addTo(factor, grad);
    }

    /**
     * Returns φ(u) for a function φ of your own, by the chain rule (1). With {@code e = Math.exp(u.value())},
     * {@code u.chain(e, e)} is {@code u.exp()}.
     *
     * @param v φ(u)
     * @param d1 φ′(u)
     * @return the function of u
     */
    public Dual chain(double v, double d1) {
        return new Dual(v, gradient.times(d1));
    }

    /**
     * Returns u + v.
     *
     * @param v the summand
     * @return the sum
     */
    public Dual plus(Dual v) {
        return new Dual(value + v.value, Gradient.sum(1, gradient, 1, v.gradient));
    }

    /**
     * Returns u + c.
     *
     * @param c the summand
     * @return the sum
     */
    public Dual plus(double c) {
        return new Dual(value + c, gradient);
    }

    /**
     * Returns u − v.
     *
     * @param v the subtrahend
     * @return the difference
     */
    public Dual minus(Dual v) {
        return new Dual(value - v.value, Gradient.sum(1, gradient, -1, v.gradient));
    }

    /**
     * Returns u − c.
     *
     * @param c the subtrahend
     * @return the difference
     */
    public Dual minus(double c) {
        return new Dual(value - c, gradient);
    }

    /**
     * Returns −u.
     *
     * @return the negative
     */
    public Dual negate() {
        return chain(-value, -1);
    }

    /**
     * Returns u·v, by (2).
     *
     * @param v the factor
     * @return the product
     */
    public Dual times(Dual v) {
        return new Dual(value * v.value, Gradient.sum(v.value, gradient, value, v.gradient));
    }

    /**
     * Returns u·c.
     *
     * @param c the factor
     * @return the product
     */
    public Dual times(double c) {
        return chain(value * c, c);
    }

    /**
     * Returns u/v, by (3).
     *
     * @param v the divisor
     * @return the quotient
     */
    public Dual dividedBy(Dual v) {
        double q = value / v.value;
        return new Dual(q, Gradient.sum(1 / v.value, gradient, -q / v.value, v.gradient));
    }

    /**
     * Returns u/c.
     *
     * @param c the divisor
     * @return the quotient
     */
    public Dual dividedBy(double c) {
        return chain(value / c, 1 / c);
    }

    /**
     * Returns 1/u: φ′ = −1/u².
     *
     * @return the reciprocal
     */
    public Dual reciprocal() {
        double q = 1 / value;
        return chain(q, -q * q);
    }

    /**
     * Returns u²: φ′ = 2u.
     *
     * @return the square
     */
    public Dual square() {
        return chain(value * value, 2 * value);
    }

    /**
     * Returns uᵖ: φ′ = p·uᵖ⁻¹. For whole p ≥ 0 the derivative is right at u = 0 too.
     *
     * @param p the exponent
     * @return the power; NaN for u &lt; 0 unless p is whole
     */
    public Dual pow(double p) {
        return chain(Math.pow(value, p), p == 0 ? 0 : p * Math.pow(value, p - 1));
    }

    /**
     * Returns uᵛ, by (4).
     *
     * @param v the exponent
     * @return the power; its derivatives are NaN for u &lt; 0 if v depends on the parameters
     */
    public Dual pow(Dual v) {
        if (v.gradient.isNone()) {
            return pow(v.value);
        }
        double power = Math.pow(value, v.value);
        double slope = v.value * Math.pow(value, v.value - 1);
        return new Dual(power, Gradient.sum(slope, gradient, power * Math.log(value), v.gradient));
    }

    /**
     * Returns √u: φ′ = 1/(2√u).
     *
     * @return the root; NaN for u &lt; 0
     */
    public Dual sqrt() {
        double s = Math.sqrt(value);
        return chain(s, 0.5 / s);
    }

    /**
     * Returns eᵘ: φ′ = eᵘ.
     *
     * @return the exponential; +∞ above 709.78
     */
    public Dual exp() {
        double e = Math.exp(value);
        return chain(e, e);
    }

    /**
     * Returns eᵘ − 1 without cancellation near 0: φ′ = eᵘ.
     *
     * @return the exponential less 1
     */
    public Dual expm1() {
        return chain(Math.expm1(value), Math.exp(value));
    }

    /**
     * Returns log u, the natural logarithm: φ′ = 1/u.
     *
     * @return the logarithm; NaN for u &lt; 0
     */
    public Dual log() {
        return chain(Math.log(value), 1 / value);
    }

    /**
     * Returns log(1 + u) without cancellation near 0: φ′ = 1/(1 + u).
     *
     * @return the logarithm; NaN for u &lt; −1
     */
    public Dual log1p() {
        return chain(Math.log1p(value), 1 / (1 + value));
    }

    /**
     * Returns |u|: φ′ = sign(u), 0 at the kink.
     *
     * @return the size
     */
    public Dual abs() {
        return chain(Math.abs(value), Math.signum(value));
    }

    /**
     * Returns σ(u) = 1/(1 + e⁻ᵘ), accurate and finite for all u: φ′ = σ(u)·σ(−u).
     *
     * @return the sigmoid
     */
    public Dual sigmoid() {
        double e = Math.exp(-Math.abs(value));
        double p = (value >= 0 ? 1 : e) / (1 + e);
        double q = (value >= 0 ? e : 1) / (1 + e);
        return chain(p, p * q);
    }

    /**
     * Returns log(1 + eᵘ), accurate and finite for all u: φ′ = σ(u).
     *
     * @return the softplus
     */
    public Dual softplus() {
        double e = Math.exp(-Math.abs(value));
        return chain(Math.max(value, 0) + Math.log1p(e), (value >= 0 ? 1 : e) / (1 + e));
    }

    /**
     * Returns tanh u: φ′ = 1/cosh²u.
     *
     * @return the hyperbolic tangent
     */
    public Dual tanh() {
        double c = Math.cosh(value);
        return chain(Math.tanh(value), 1 / c / c);
    }

    /**
     * Returns sin u: φ′ = cos u.
     *
     * @return the sine
     */
    public Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    /**
     * Returns cos u: φ′ = −sin u.
     *
     * @return the cosine
     */
    public Dual cos() {
        return chain(Math.cos(value), -Math.sin(value));
    }

    /**
     * Returns arctan u: φ′ = 1/(1 + u²).
     *
     * @return the angle, in (−π/2, π/2)
     */
    public Dual atan() {
        return chain(Math.atan(value), 1 / (1 + value * value));
    }

    /**
     * Returns the larger of u and v, with its derivatives; u if they are equal. NaN if either is.
     *
     * @param v the other
     * @return the maximum
     */
    public Dual max(Dual v) {
        return value >= v.value || Double.isNaN(value) ? this : v;
    }

    /**
     * Returns the smaller of u and v, with its derivatives; u if they are equal. NaN if either is.
     *
     * @param v the other
     * @return the minimum
     */
    public Dual min(Dual v) {
        return value <= v.value || Double.isNaN(value) ? this : v;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dual that && Double.compare(that.value, value) == 0 && that.gradient.equals(gradient);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(value) + gradient.hashCode();
    }

    @Override
    public String toString() {
        return value + " with gradient " + gradient;
    }
}
