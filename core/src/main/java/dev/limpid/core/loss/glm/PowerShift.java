package dev.limpid.core.loss.glm;

import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The best shift of losses with the gradient µ^(2−p) − y·µ^(1−p), µ = eᶠ: Poisson p = 1, gamma 2, inverse Gaussian 3.
 *
 * <pre>
 *   0  = Σᵢ wᵢ·(e^((2−p)(fᵢ+c)) − yᵢ·e^((1−p)(fᵢ+c)))                   (1)
 *   eᶜ = Σᵢ wᵢ·yᵢ·e^((1−p)·fᵢ) / Σᵢ wᵢ·e^((2−p)·fᵢ)                     (2)   (1), solved
 * </pre>
 *
 * <p>The largest exponent is taken out of each sum, so that nothing overflows.
 */
final class PowerShift {

    private PowerShift() {}

    static double of(ScalarLoss loss, Sample sample, double p) {
        double up = top(sample, 1 - p);
        double down = top(sample, 2 - p);
        double targets = 0;
        double means = 0;
        for (int i = 0; i < sample.size(); i++) {
            targets += sample.w(i) * sample.y(i) * Math.exp((1 - p) * sample.f(i) - up);
            means += sample.w(i) * Math.exp((2 - p) * sample.f(i) - down);
        }
        if (!(targets > 0)) {
            throw new IllegalArgumentException("bestShift of " + loss.name()
                    + " must have a finite minimiser, but the loss falls without end towards -Infinity: all targets are 0;"
                    + " give at least one row with a target > 0");
        }
        return Math.log(targets / means) + up - down; // (2)
    }

    /** Returns the largest a·fᵢ. */
    private static double top(Sample sample, double a) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sample.size(); i++) {
            top = Math.max(top, a * sample.f(i));
        }
        return top;
    }
}
