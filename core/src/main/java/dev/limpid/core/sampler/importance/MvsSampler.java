package dev.limpid.core.sampler.importance;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Minimal variance sampling: each unit with a probability in proportion to the size of its gradient and curvature, but at most 1.
 *
 * <pre>
 *   ĝᵤ = wᵤ·√(gᵤ² + λ·hᵤ²),  +∞ where u was never looked at                    (1)
 *   μ:  Σᵤ min(1, ĝᵤ/μ) = s·n                                                  (2)
 *   pᵤ = min(1, ĝᵤ/μ)                                                          (3)
 *   batch ← each unit with probability pᵤ, whatever the others do              (4)
 *   weight = 1 / pᵤ                                                            (5)  fraction 1
 * </pre>
 *
 * <p>Of all samplers with s·n units on average, this one estimates with the least variance what decides between splits (the
 * paper's theorem 1). The threshold μ is found exactly: with ĝ sorted and the k largest at probability 1,
 *
 * <pre>
 *   μ = (Σ of the n − k smallest ĝ) / (s·n − k)       for the least k with μ ≥ the largest of those
 * </pre>
 *
 * <p>A unit with ĝ = 0 says nothing about splits and is not drawn; where fewer than s·n have ĝ &gt; 0, or s·n have ĝ = +∞, all with
 * ĝ &gt; 0 are. λ is of the order of the square of a leaf's value: in the paper's bound, the variances of a leaf's sums of g and h
 * count in that proportion.
 *
 * <p>In boosting, gradients and curvatures are those of the round. In a stochastic run they are what was last seen: the first step
 * looks at all units, and one that had ĝ = 0 once is not looked at again. There {@link GradientNormSampler}, which keeps all units in
 * play, is at home.
 *
 * <p><b>Differences from the paper:</b> it leaves the weights of rows open; here they multiply both. An empty batch is no step, so
 * that batches are drawn given that they hold a unit at least, and weights are multiplied by the probability of that, which differs
 * from 1 by less than e^(−s·n).
 *
 * <p><b>References</b>
 * <ol><li>B. Ibragimov, G. Gusev (2019): Minimal Variance Sampling in Stochastic Gradient Boosting. NeurIPS.</ol>
 *
 * @param fraction s, the share of units in a batch on average; in (0, 1]
 * @param curvatureWeight λ; finite, ≥ 0; with 0 curvatures aren't looked at
 * @since 0.1.0
 */
public record MvsSampler(double fraction, double curvatureWeight) implements Sampler {

    /** Checks the ranges. */
    public MvsSampler {
        Draws.fraction("fraction", fraction);
        if (!(curvatureWeight >= 0 && curvatureWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("curvatureWeight must be finite and >= 0, but was " + curvatureWeight);
        }
    }

    /**
     * Draws by gradients, and a little by curvatures.
     *
     * @param fraction s; in (0, 1]
     * @return the sampler with λ = 0.1
     */
    public static MvsSampler of(double fraction) {
        return new MvsSampler(fraction, 0.1);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        double[] sizes = new double[n];
        for (int u = 0; u < n; u++) {
            double w = population.weight(u);
            sizes[u] = w == 0 ? 0 : w * size(u, feedback); // (1)
        }
        double mu = MvsThreshold.of(sizes, Math.max(1, fraction * n)); // (2)
        double[] p = Arrays.stream(sizes).map(size -> chance(size, mu)).toArray(); // (3)
        if (Arrays.stream(p).allMatch(x -> x == 0)) {
            return Batch.range(0, n, 1); // nothing is left to learn from any unit
        }
        int[] units = Draws.bernoulli(p, random); // (4)
        double any = Draws.anyOf(p);
        double[] weights = Arrays.stream(units).mapToDouble(u -> any / p[u]).toArray(); // (5)
        return Batch.of(units, weights, 1);
    }

    private double size(int unit, Feedback feedback) {
        double g = feedback.gradient(unit);
        if (Double.isNaN(g)) {
            return Double.POSITIVE_INFINITY;
        }
        if (curvatureWeight == 0) {
            return g;
        }
        double h = feedback.curvature(unit);
        if (Double.isNaN(h)) {
            throw new IllegalArgumentException(name() + " needs the curvature of units, but the objective told none of"
                    + " unit " + unit + ": use curvatureWeight 0, which looks at gradients alone");
        }
        return Math.hypot(g, Math.sqrt(curvatureWeight) * h);
    }

    private static double chance(double size, double mu) {
        return size >= mu && size > 0 ? 1 : size / mu;
    }

    @Override
    public boolean usesFeedback() {
        return true;
    }

    @Override
    public String formula() {
        return "each unit with p = min(1, √(g² + " + curvatureWeight + "·h²)/μ), Σp = " + fraction + "·n, weights 1/p";
    }

    @Override
    public String source() {
        return "B. Ibragimov, G. Gusev (2019): Minimal Variance Sampling in Stochastic Gradient Boosting";
    }
}
