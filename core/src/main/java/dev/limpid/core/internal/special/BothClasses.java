package dev.limpid.core.internal.special;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;

/**
 * How much the rows of two classes weigh, with shares of a class for targets between them.
 *
 * @param ones Σᵢ wᵢ·yᵢ &gt; 0
 * @param zeros Σᵢ wᵢ·(1 − yᵢ) &gt; 0
 */
public record BothClasses(double ones, double zeros) {

    /**
     * Adds up the weights of a sample.
     *
     * @param loss the loss that asks, for the message
     * @param sample the rows
     * @return the weights of the two classes
     * @throws IllegalArgumentException if the rows are of one class
     */
    public static BothClasses of(Loss loss, Sample sample) {
        double ones = 0;
        double zeros = 0;
        for (int i = 0; i < sample.size(); i++) {
            ones += sample.w(i) * sample.y(i);
            zeros += sample.w(i) * (1 - sample.y(i));
        }
        if (!(ones > 0 && zeros > 0)) {
            throw new IllegalArgumentException("bestShift of " + loss.name()
                    + " must have a finite minimiser, but the loss falls without end: the targets hold one class only, "
                    + (ones > 0 ? "1" : "0") + "; give rows of both classes");
        }
        return new BothClasses(ones, zeros);
    }

    /**
     * Returns the odds of class 1.
     *
     * @return ones / zeros
     */
    public double odds() {
        return ones / zeros;
    }
}
