package dev.limpid.core.sampler.negative;

import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Negatives with the same chance each.
 *
 * <pre>
 *   j ← one of the n items, each with probability 1/n, until j is not positive
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme (2009): BPR: Bayesian Personalized Ranking from Implicit
 *     Feedback. UAI.</ol>
 *
 * @since 0.1.0
 */
public record UniformNegativeSampler() implements NegativeSampler {

    @Override
    public Negative next(Candidates candidates, int positive, Memory memory, RandomGenerator random) {
        int n = candidates.size();
        return Rejection.draw(name(), candidates, positive, () -> random.nextInt(n), item -> 1, random);
    }

    @Override
    public String formula() {
        return "each item that is not positive with the same chance";
    }

    @Override
    public String source() {
        return "S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme (2009): BPR: Bayesian Personalized Ranking from"
                + " Implicit Feedback";
    }
}
