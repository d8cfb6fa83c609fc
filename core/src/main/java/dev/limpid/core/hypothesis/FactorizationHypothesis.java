package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.sampler.Batch;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The score of a factorization machine: linear in each feature, with an interaction of each pair of features that is the inner
 * product of two short vectors.
 *
 * <pre>
 *   f = b + Σⱼ wⱼ·xⱼ + Σ_{j&lt;l} ⟨vⱼ, vₗ⟩·xⱼ·xₗ                               (1)
 *     = b + Σⱼ wⱼ·xⱼ + ½·Σₖ (sₖ² − Σⱼ vₖⱼ²·xⱼ²),   sₖ = Σⱼ vₖⱼ·xⱼ          (2)
 *
 *   ∂f/∂b = 1,   ∂f/∂wⱼ = xⱼ,   ∂f/∂vₖⱼ = xⱼ·(sₖ − vₖⱼ·xⱼ)                 (3)
 *   J·(db, dw, dv) = db + Σⱼ dwⱼ·xⱼ + Σⱼₖ dvₖⱼ·xⱼ·(sₖ − vₖⱼ·xⱼ)            (4)
 * </pre>
 *
 * <p>(2) is (1), by the square of a sum; a score takes K multiplications for each cell that isn't 0 instead of one for each
 * pair. A pair of features that never occurs together in the training data has an interaction all the same, because each of the two
 * has been seen with others: this is what factorization machines are for.
 *
 * <p>θ has the blocks {@code weights}, shape [d, 1], {@code intercept}, shape [1, 1], and {@code factors}, shape [K, d], whose column j
 * is vⱼ. At the start b and w are 0, and factors are drawn from a normal distribution (were they 0, their gradient would be too,
 * and they would stay there).
 *
 * <p><b>References</b>
 * <ol><li>S. Rendle (2010): Factorization Machines. ICDM 2010, equations (1), (4) and lemma 3.1.</ol>
 *
 * @param features number of features d ≥ 0
 * @param factors length K ≥ 1 of each vⱼ
 * @param deviation standard deviation of factors at the start; finite, &gt; 0
 * @since 0.1.0
 */
public record FactorizationHypothesis(int features, int factors, double deviation) implements Hypothesis {

    /** Name of the block of vectors whose inner products are interactions. */
    public static final String FACTORS = "factors";

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there are fewer than 0 features or fewer than 1 factor, or the deviation isn't finite and
     *     &gt; 0
     */
    public FactorizationHypothesis {
        if (features < 0) {
            throw new IllegalArgumentException("features must be >= 0, but was " + features);
        }
        if (factors < 1) {
            throw new IllegalArgumentException("factors must be >= 1, but was " + factors);
        }
        if (!(deviation > 0 && Double.isFinite(deviation))) {
            throw new IllegalArgumentException("deviation must be finite and > 0, but was " + deviation
                    + ": factors that start at 0 have the gradient 0 and stay there");
        }
    }

    @Override
    public Blocks blocks() {
        return new Blocks(List.of(new Block(LinearHypothesis.WEIGHTS, 0, features, 1, Role.WEIGHTS)))
                .and(LinearHypothesis.INTERCEPT, 1, 1, Role.INTERCEPT)
                .and(FACTORS, factors, features, Role.WEIGHTS);
    }

    /** {@inheritDoc} One. */
    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void start(RandomGenerator random, double[] t) {
        Blocks blocks = blocks();
        for (int j = 0; j < blocks.size(); j++) {
            t[j] = j < blocks.get(FACTORS).offset() ? 0 : deviation * random.nextGaussian();
        }
    }

    @Override
    public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
        if (x.columns() != features) {
            throw new IllegalArgumentException(
                    "features must have " + features + " columns (one per weight), but have " + x.columns());
        }
        FactorizationPass pass = new FactorizationPass(this, t, x, batch);
        pass.scores(f[0]);
        return pass;
    }

    @Override
    public String formula() {
        return "f = b + Σⱼ wⱼ·xⱼ + Σ_{j<l} ⟨vⱼ, vₗ⟩·xⱼ·xₗ";
    }

    @Override
    public String source() {
        return "S. Rendle (2010): Factorization Machines";
    }
}
