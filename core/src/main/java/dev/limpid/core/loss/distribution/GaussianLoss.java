package dev.limpid.core.loss.distribution;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.VectorLoss;

/**
 * The negative log likelihood of a normal distribution whose mean and variance are both scores: m = f₀ and s = f₁, the log
 * of the variance. Without the term ½·log 2π that the scores don't change.
 *
 * <pre>
 *   r = y − m,  z = r·e^{−s/2}
 *   ℓ(y, f)    = ½·(s + z²)                                     (1)
 *   ∂ℓ/∂m      = −r·e^{−s}                                      (2)
 *   ∂ℓ/∂s      = ½·(1 − z²)                                     (3)
 *   ∂²ℓ/∂m² = e^{−s},  ∂²ℓ/∂m∂s = r·e^{−s},  ∂²ℓ/∂s² = ½·z²      (4)
 *   h          = (e^{−s}, ½)                                    (5)
 * </pre>
 *
 * <p>(5) is the expectation of (4) under the model, where E z² = 1 ({@code FISHER}). The exact ½z² would make the Newton step
 * of s endless for a row that is hit by chance. Not convex in m and s together. Where e^{−s} is beyond the largest
 * {@code double}, h is that.
 *
 * <p><b>References</b>
 * <ol><li>D. A. Nix, A. S. Weigend (1994): Estimating the Mean and Variance of the Target Probability Distribution. IEEE
 *     International Conference on Neural Networks.</li></ol>
 *
 * @since 0.1.0
 */
public class GaussianLoss implements VectorLoss {

    /** The loss, which has no settings. */
    public GaussianLoss() {}

    @Override
    public final int scores() {
        return 2;
    }

    private static double z(double y, double[] f) {
        return (y - f[0]) * Math.exp(-0.5 * f[1]);
    }

    @Override
    public double value(double[] y, double[] f) {
        double z = z(y[0], f);
        return 0.5 * (f[1] + z * z); // (1)
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        double z = z(y[0], f);
        out[0] = -z * Math.exp(-0.5 * f[1]); // (2)
        out[1] = 0.5 * (1 - z * z); // (3)
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        double z = z(y[0], f);
        out[0][0] = precision(f); // (4)
        out[0][1] = z * Math.exp(-0.5 * f[1]);
        out[1][0] = out[0][1];
        out[1][1] = 0.5 * z * z;
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        out[0] = precision(f); // (5)
        out[1] = 0.5;
    }

    /** e^{−s}, at most the largest double. */
    private static double precision(double[] f) {
        return Math.min(Double.MAX_VALUE, Math.exp(-f[1]));
    }

    @Override
    public Curvature kind() {
        return Curvature.FISHER;
    }

    /**
     * {@inheritDoc} In closed form: with vᵢ = wᵢ·exp(−sᵢ), the shift of the mean is c₀ = Σ vᵢrᵢ / Σ vᵢ, that of the log
     * variance log(Σ vᵢ(rᵢ − c₀)² / Σ wᵢ).
     */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() != GaussianLoss.class) { // a subclass may have changed the value
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        double weight = 0;
        double precision = 0;
        double pull = 0;
        for (int i = 0; i < sample.size(); i++) {
            double v = sample.w(i) * Math.exp(-sample.scores().get(1).at(i));
            weight += sample.w(i);
            precision += v;
            pull += v * (sample.y(i) - sample.f(i));
        }
        double shift = pull / precision;
        double square = 0;
        double size = 0;
        for (int i = 0; i < sample.size(); i++) {
            double v = sample.w(i) * Math.exp(-sample.scores().get(1).at(i));
            double r = sample.y(i) - sample.f(i) - shift;
            double largest = Math.max(Math.abs(sample.y(i)), Math.abs(sample.f(i)));
            square += v * r * r;
            size += v * largest * largest;
        }
        if (!(square > Math.ulp(1.0) * Math.ulp(1.0) * size)) {
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: all residuals are " + shift
                    + ", so that the variance goes to 0; give rows that differ");
        }
        out[0] = shift;
        out[1] = Math.log(square / weight);
    }

    /**
     * Computes mean and standard deviation.
     *
     * @param f raw scores, length 2; not changed
     * @param out receives the mean m and the standard deviation exp(s/2)
     */
    @Override
    public void mean(double[] f, double[] out) {
        out[0] = f[0];
        out[1] = Math.exp(0.5 * f[1]);
    }

    @Override
    public String formula() {
        return getClass() == GaussianLoss.class ? "½(s + (y − m)²·e^{−s}),  m = f₀,  s = f₁" : "";
    }

    @Override
    public String source() {
        return getClass() == GaussianLoss.class
                ? "D. A. Nix, A. S. Weigend (1994): Estimating the Mean and Variance of the Target Probability Distribution"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianLoss that && that.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
