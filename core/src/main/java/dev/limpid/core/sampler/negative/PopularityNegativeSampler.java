package dev.limpid.core.sampler.negative;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Negatives with chances that grow with popularity: a popular item that is not right here says more than one that nobody knows.
 *
 * <pre>
 *   qⱼ = popularityⱼ^power                                                     (1)
 *   j ← item j with probability qⱼ/Σq, until j is not positive                 (2)
 * </pre>
 *
 * <p>The power 0 is {@link UniformNegativeSampler} among the items of popularity above 0; 1 draws items as often as they are right
 * over all contexts; word2vec takes ¾. An item of popularity 0 is never drawn. The cumulated q are computed once a run.
 *
 * <p><b>References</b>
 * <ol><li>T. Mikolov, I. Sutskever, K. Chen, G. Corrado, J. Dean (2013): Distributed Representations of Words and Phrases and their
 *     Compositionality. NIPS. Section 2.2.</ol>
 *
 * @param power exponent of the popularity; finite, ≥ 0
 * @since 0.1.0
 */
public record PopularityNegativeSampler(double power) implements NegativeSampler {

    /** Checks the range. */
    public PopularityNegativeSampler {
        if (!(power >= 0 && power < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("power must be finite and >= 0, but was " + power);
        }
    }

    /** The power ¾ of word2vec. */
    public PopularityNegativeSampler() {
        this(0.75);
    }

    @Override
    public Negative next(Candidates candidates, int positive, Memory memory, RandomGenerator random) {
        if (!candidates.hasPopularity()) {
            throw new IllegalArgumentException(name() + " needs items with a popularity, but these have none: override"
                    + " popularity(item), or use UniformNegativeSampler");
        }
        double[] sums = memory.derived("sums", double[].class, () -> sums(candidates));
        return Rejection.draw(
                name(),
                candidates,
                positive,
                () -> Draws.search(sums, random.nextDouble()), // (2)
                item -> q(candidates, item),
                random);
    }

    private double[] sums(Candidates candidates) {
        double[] sums = new double[candidates.size()];
        double sum = 0;
        for (int item = 0; item < sums.length; item++) {
            sum += q(candidates, item);
            sums[item] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException(
                    "popularity must be > 0 for an item at least, but all " + sums.length + " have 0");
        }
        return sums;
    }

    private double q(Candidates candidates, int item) {
        double popularity = candidates.popularity(item);
        if (!(popularity >= 0 && popularity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "popularity must be finite and >= 0, but popularity(" + item + ") was " + popularity);
        }
        return popularity == 0 ? 0 : Math.pow(popularity, power); // (1)
    }

    @Override
    public String formula() {
        return "each item that is not positive in proportion to popularity^" + power;
    }

    @Override
    public String source() {
        return "T. Mikolov, I. Sutskever, K. Chen, G. Corrado, J. Dean (2013): Distributed Representations of Words and"
                + " Phrases and their Compositionality";
    }
}
