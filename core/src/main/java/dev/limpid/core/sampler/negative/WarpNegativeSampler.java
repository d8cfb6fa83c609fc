package dev.limpid.core.sampler.negative;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * WARP: draws negatives until one is scored too near to the right item, and weighs it by what the number of draws says of the right
 * item's rank.
 *
 * <pre>
 *   j ← a negative, each with the same chance, until f(j) &gt; f(positive) − margin,  N draws      (1)
 *   rank = ⌊(n − 1)/N⌋                                                                     (2)
 *   weight = 1 + 1/2 + … + 1/rank                                                         (3)
 * </pre>
 *
 * <p>A right item that is ranked low is violated at once, and weighs the more; one at the top is hardly ever. After
 * {@code maxTrials} or n − 1 draws in vain there is nothing to learn, and the last item comes with weight 0.
 *
 * <p>It makes items at the top of the list matter: with the margin loss of the pair, (3) is that of the precision at the top.
 *
 * <p><b>Differences from the paper:</b> draws in vain are limited by {@code maxTrials} too, as scores are dear.
 *
 * <p><b>References</b>
 * <ol><li>J. Weston, S. Bengio, N. Usunier (2011): WSABIE: Scaling Up to Large Vocabulary Image Annotation. IJCAI. Algorithm 1.</ol>
 *
 * @param margin how far the right item should be ahead; finite, ≥ 0
 * @param maxTrials draws at most; ≥ 1
 * @since 0.1.0
 */
public record WarpNegativeSampler(double margin, int maxTrials) implements NegativeSampler {

    private static final double EULER = 0.5772156649015329; // γ
    private static final int LARGE = 64;

    /** Checks the ranges. */
    public WarpNegativeSampler {
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin must be finite and >= 0, but was " + margin);
        }
        Draws.atLeastOne("maxTrials", maxTrials);
    }

    /** The margin 1 of the paper, and no limit but n − 1. */
    public WarpNegativeSampler() {
        this(1, Integer.MAX_VALUE);
    }

    @Override
    public Negative next(Candidates candidates, int positive, Memory memory, RandomGenerator random) {
        if (!candidates.hasScores()) {
            throw new IllegalArgumentException(
                    name()
                            + " needs items with scores, but these have none: override score(item), or use UniformNegativeSampler");
        }
        int n = candidates.size();
        int limit = Math.max(1, Math.min(maxTrials, n - 1));
        double bar = score(candidates, positive) - margin;
        for (int trials = 1; ; trials++) {
            int item = Rejection.draw(name(), candidates, positive, () -> random.nextInt(n), j -> 1, random)
                    .item();
            boolean violates = score(candidates, item) > bar; // (1)
            if (violates || trials == limit) {
                double weight = violates ? harmonic((n - 1) / trials) : 0; // (2) (3)
                return new Negative(item, weight, trials);
            }
        }
    }

    private static double score(Candidates candidates, int item) {
        double score = candidates.score(item);
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score must be a number, but score(" + item + ") was NaN");
        }
        return score;
    }

    /** 1 + ½ + … + 1/k; for large k by ln k + γ + 1/(2k) − 1/(12k²) + 1/(120k⁴), which is off by less than 1/(252k⁶). */
    static double harmonic(int k) {
        if (k > LARGE) {
            double inverse = 1.0 / k;
            double square = inverse * inverse;
            return Math.log(k) + EULER + inverse / 2 - square / 12 + square * square / 120;
        }
        double sum = 0;
        for (int j = k; j >= 1; j--) {
            sum += 1.0 / j;
        }
        return sum;
    }

    @Override
    public String formula() {
        return "the first negative within " + margin
                + " of the positive's score, with weight 1 + 1/2 + … + 1/⌊(n − 1)/N⌋";
    }

    @Override
    public String source() {
        return "J. Weston, S. Bengio, N. Usunier (2011): WSABIE: Scaling Up to Large Vocabulary Image Annotation";
    }
}
