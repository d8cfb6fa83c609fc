package dev.limpid.core.sampler.importance;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Gradient-based one-side sampling: all units with large gradients, and some of the others, which speak for the rest.
 *
 * <pre>
 *   sᵤ = wᵤ·|gᵤ|,  +∞ where u was never looked at                              (1)
 *   A ← the a·n units with the largest s                                       (2)
 *   B ← b·n of the others, at random                                           (3)
 *   weight = 1 in A,  (n − |A|)/|B| in B                                       (4)  = (1 − a)/b but for rounding
 * </pre>
 *
 * <p>The fraction is 1: the batch stands for all units. Both sizes are rounded, and |B| is 1 at least where A leaves any; n counts
 * the units with a weight above 0. With equal s the first in the data belong to A.
 *
 * <p>In boosting, gradients are those of the round. In stochastic runs they are what was last seen, and units that were never looked
 * at come first.
 *
 * <p><b>Differences from the paper:</b> it leaves the weights of rows open; here they multiply the gradient.
 *
 * <p><b>References</b>
 * <ol><li>G. Ke, Q. Meng, T. Finley, T. Wang, W. Chen, W. Ma, Q. Ye, T.-Y. Liu (2017): LightGBM: A Highly Efficient Gradient Boosting
 *     Decision Tree. NIPS. Algorithm 2.</ol>
 *
 * @param topShare a; in [0, 1)
 * @param otherShare b; in (0, 1 − a]
 * @since 0.1.0
 */
public record GossSampler(double topShare, double otherShare) implements Sampler {

    private static final double ROUNDING = 1e-12; // 0.9 + 0.1 may exceed 1 by an ulp

    /** Checks the ranges. */
    public GossSampler {
        if (!(topShare >= 0 && topShare < 1)) {
            throw new IllegalArgumentException("topShare must be in [0, 1), but was " + topShare);
        }
        if (!(otherShare > 0 && topShare + otherShare <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "otherShare must be in (0, " + (1 - topShare) + "] (what topShare leaves), but was " + otherShare);
        }
    }

    /** The shares of LightGBM: a = 0.2, b = 0.1. */
    public GossSampler() {
        this(0.2, 0.1);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        Draws.requireUnits(name(), population.size());
        int[] all = IntStream.range(0, population.size())
                .filter(u -> population.weight(u) > 0)
                .toArray();
        double[] s = IntStream.of(all)
                .mapToDouble(u -> score(feedback.gradient(u), population.weight(u))) // (1)
                .toArray();
        int n = all.length;
        int top = (int) Math.min(n, Math.round(topShare * n));
        int other = Math.min(n - top, Draws.count(otherShare, n));
        int[] order = largestFirst(s, top); // (2)
        int[] rest = Draws.shuffle(Arrays.copyOfRange(order, top, n), other, random); // (3)
        int[] units = new int[top + other];
        double[] weights = new double[units.length];
        for (int k = 0; k < units.length; k++) {
            units[k] = all[k < top ? order[k] : rest[k - top]];
            weights[k] = k < top ? 1 : (double) (n - top) / other; // (4)
        }
        return Batch.of(units, weights, 1);
    }

    private static double score(double gradient, double weight) {
        return Double.isNaN(gradient) ? Double.POSITIVE_INFINITY : weight * gradient;
    }

    /** All places, those of the largest numbers first; both parts in ascending order. */
    private static int[] largestFirst(double[] s, int top) {
        int n = s.length;
        double[] sorted = s.clone();
        Arrays.sort(sorted);
        double least = top == 0 ? Double.NaN : sorted[n - top]; // NaN: nothing is as large
        int ties = top - (int) Arrays.stream(s).filter(x -> x > least).count();
        int[] order = new int[n];
        int inside = 0;
        int outside = top;
        for (int i = 0; i < n; i++) {
            boolean tied = s[i] == least && ties-- > 0;
            if (s[i] > least || tied) {
                order[inside++] = i;
            } else {
                order[outside++] = i;
            }
        }
        return order;
    }

    @Override
    public boolean usesFeedback() {
        return true;
    }

    @Override
    public String formula() {
        return topShare + "·n units with the largest gradients, and " + otherShare + "·n others with weight (1 − "
                + topShare + ")/" + otherShare;
    }

    @Override
    public String source() {
        return "G. Ke and others (2017): LightGBM: A Highly Efficient Gradient Boosting Decision Tree";
    }
}
