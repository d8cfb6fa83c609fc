package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.explain.Part;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import java.util.random.RandomGenerator;

/**
 * A map from parameters and rows to scores, f_θ(x).
 *
 * @since 0.1.0
 */
public interface Hypothesis extends Part {

    /**
     * Returns the shape of θ.
     *
     * @return the blocks
     */
    Blocks blocks();

    /**
     * Returns the number of scores K of a row.
     *
     * @return K ≥ 1
     */
    int outputs();

    /**
     * Writes the parameters to start from.
     *
     * @param random source of randomness
     * @param t receives θ₀
     */
    void start(RandomGenerator random, double[] t);

    /**
     * Computes the scores of a batch.
     *
     * @param t θ; not changed, and not to be changed while the pass is in use
     * @param x rows
     * @param batch which rows
     * @param f receives the score k of the batch's i-th row at [k][i]; overwritten
     * @return the pass, to pull a gradient back through
     */
    Pass forward(double[] t, Rows x, Batch batch, double[][] f);

    /**
     * Tells whether scores of rows with missing cells (NaN) are defined. If not, objectives refuse such rows.
     *
     * @return false unless overridden
     */
    default boolean allowsMissing() {
        return false;
    }
}
