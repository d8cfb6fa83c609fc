package dev.limpid.core.sampler.importance;

import java.util.Arrays;

/**
 * Solves Σᵤ min(1, ĝᵤ/μ) = m for μ.
 *
 * <p>The sum falls as μ grows, and is (Σ of the ĝ below μ)/μ + (number of the others): one fraction between any two neighbours in
 * order of size.
 */
final class MvsThreshold {

    private MvsThreshold() {}

    /**
     * Returns the threshold.
     *
     * @param sizes ĝ ≥ 0, may be +∞; not changed
     * @param m what the probabilities sum to; ≥ 1
     * @return μ; the smallest positive number where no more than m of the sizes are positive, so that all these have probability 1
     */
    static double of(double[] sizes, double m) {
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double[] sums = new double[sorted.length + 1]; // of the i smallest
        for (int i = 0; i < sorted.length; i++) {
            sums[i + 1] = sums[i] + sorted[i];
        }
        for (int k = 0; k < sorted.length; k++) { // the k largest have probability 1
            int below = sorted.length - k;
            double largest = sorted[below - 1];
            double mu = sums[below] / (m - k);
            if (k >= m || largest == 0) {
                return Double.MIN_VALUE;
            }
            if (mu >= largest && mu < Double.POSITIVE_INFINITY) {
                return mu;
            }
        }
        return Double.MIN_VALUE;
    }
}
