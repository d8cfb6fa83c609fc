package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A first score that is linear in the row, and further scores that are the same number for every row: a place that depends
 * on the features, with a scale, a shape or thresholds that don't.
 *
 * <pre>
 *   f₀ = Σⱼ xⱼ·wⱼ + b₀,   fₖ = bₖ  for k ≥ 1         (1)
 *   pullback:     wⱼ ← wⱼ + Σᵢ xᵢⱼ·gᵢ₀               (2)
 *                 bₖ ← bₖ + Σᵢ gᵢₖ                   (3)
 *   pushforward:  (1) of the direction
 * </pre>
 *
 * <p>With {@code CumulativeLogitLoss} it is proportional odds regression, with {@code AftLoss} an accelerated failure time
 * model, with {@code GaussianLoss} linear regression with its variance. θ has the blocks {@code weights}, shape [d, 1], and
 * {@code intercept}, shape [1, K].
 *
 * @param features number of features d ≥ 0
 * @param outputs number of scores K ≥ 1
 * @since 0.1.0
 */
public record LocationHypothesis(int features, int outputs) implements Hypothesis {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there are fewer than 0 features or fewer than 1 output
     */
    public LocationHypothesis {
        if (features < 0) {
            throw new IllegalArgumentException("features must be >= 0, but was " + features);
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be >= 1, but was " + outputs);
        }
    }

    @Override
    public Blocks blocks() {
        return new Blocks(List.of(new Block(LinearHypothesis.WEIGHTS, 0, features, 1, Role.WEIGHTS)))
                .and(LinearHypothesis.INTERCEPT, 1, outputs, Role.INTERCEPT);
    }

    @Override
    public void start(RandomGenerator random, double[] t) {
        Arrays.fill(t, 0, blocks().size(), 0);
    }

    @Override
    public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
        LinearHypothesis place = new LinearHypothesis(features, 1, true);
        Pass pass = place.forward(Arrays.copyOf(t, features + 1), x, batch, f); // (1)
        constants(t, batch, f);
        return new Pass() {
            @Override
            public void pullback(double[][] g, double[] grad) {
                double[] first = Arrays.copyOf(grad, features + 1);
                pass.pullback(g, first); // (2)
                System.arraycopy(first, 0, grad, 0, features + 1);
                for (int k = 1; k < outputs; k++) {
                    for (int i = 0; i < batch.size(); i++) {
                        grad[features + k] += g[k][i]; // (3)
                    }
                }
            }

            @Override
            public void pushforward(double[] v, double[][] df) {
                pass.pushforward(Arrays.copyOf(v, features + 1), df);
                constants(v, batch, df);
            }
        };
    }

    private void constants(double[] t, Batch batch, double[][] f) {
        for (int k = 1; k < outputs; k++) {
            Arrays.fill(f[k], 0, batch.size(), t[features + k]);
        }
    }

    @Override
    public String formula() {
        return "f₀ = Σⱼ xⱼ·wⱼ + b₀" + (outputs > 1 ? ",  fₖ = bₖ" : "");
    }
}
