package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The linear map of a row of d features to K scores.
 *
 * <pre>
 *   fₖ = Σⱼ xⱼ·wⱼₖ + bₖ                              (1)
 *   pullback:     wⱼₖ ← wⱼₖ + Σᵢ xᵢⱼ·gᵢₖ             (2)
 *                 bₖ  ← bₖ  + Σᵢ gᵢₖ                 (3)
 *   pushforward:  (1) of the direction, as f is linear in (w, b)
 * </pre>
 *
 * <p>θ has the blocks {@code weights}, shape [d, K], and {@code intercept}, shape [1, K], if there is one.
 *
 * @param features number of features d ≥ 0
 * @param outputs number of scores K ≥ 1
 * @param intercept whether b is fitted; 0 if not
 * @since 0.1.0
 */
public record LinearHypothesis(int features, int outputs, boolean intercept) implements Hypothesis {

    /** Name of the block that multiplies features. */
    public static final String WEIGHTS = "weights";

    /** Name of the block that is added. */
    public static final String INTERCEPT = "intercept";

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there are fewer than 0 features or fewer than 1 output
     */
    public LinearHypothesis {
        if (features < 0) {
            throw new IllegalArgumentException("features must be >= 0, but was " + features);
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be >= 1, but was " + outputs);
        }
    }

    @Override
    public Blocks blocks() {
        Blocks weights = new Blocks(java.util.List.of(new Block(WEIGHTS, 0, features, outputs, Role.WEIGHTS)));
        return intercept ? weights.and(INTERCEPT, 1, outputs, Role.INTERCEPT) : weights;
    }

    @Override
    public void start(RandomGenerator random, double[] t) {
        Arrays.fill(t, 0, blocks().size(), 0);
    }

    @Override
    public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
        if (x.columns() != features) {
            throw new IllegalArgumentException(
                    "features must have " + features + " columns (one per row of weights), but have " + x.columns());
        }
        multiply(t, x, batch, f);
        return new Pass() {
            @Override
            public void pullback(double[][] g, double[] grad) {
                multiplyTransposed(g, x, batch, grad);
            }

            @Override
            public void pushforward(double[] v, double[][] df) {
                multiply(v, x, batch, df);
            }
        };
    }

    private void multiply(double[] t, Rows x, Batch batch, double[][] f) {
        for (int k = 0; k < outputs; k++) {
            double[] w = Arrays.copyOfRange(t, k * features, (k + 1) * features);
            double b = intercept ? t[outputs * features + k] : 0;
            Arrays.fill(f[k], 0, batch.size(), b);
            if (batch.isRange() && batch.size() > 0) {
                x.times(batch.unit(0), batch.unit(0) + batch.size(), w, f[k]); // (1)
            } else {
                for (int i = 0; i < batch.size(); i++) {
                    f[k][i] += x.dot(batch.unit(i), w); // (1)
                }
            }
        }
    }

    private void multiplyTransposed(double[][] g, Rows x, Batch batch, double[] grad) {
        for (int k = 0; k < outputs; k++) {
            double[] w = Arrays.copyOfRange(grad, k * features, (k + 1) * features);
            if (batch.isRange() && batch.size() > 0) {
                x.transposedTimes(batch.unit(0), batch.unit(0) + batch.size(), g[k], w); // (2)
            } else {
                for (int i = 0; i < batch.size(); i++) {
                    x.add(batch.unit(i), g[k][i], w); // (2)
                }
            }
            System.arraycopy(w, 0, grad, k * features, features);
            if (intercept) {
                for (int i = 0; i < batch.size(); i++) {
                    grad[outputs * features + k] += g[k][i]; // (3)
                }
            }
        }
    }

    @Override
    public String formula() {
        String k = outputs == 1 ? "" : "ₖ";
        String w = outputs == 1 ? "wⱼ" : "wⱼₖ";
        return "f" + k + " = Σⱼ xⱼ·" + w + (intercept ? " + b" + k : "");
    }
}
