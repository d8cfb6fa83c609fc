package dev.limpid.core.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Progress;
import java.util.random.RandomGenerator;

/**
 * What an update may ask of the objective on the current batch. Nothing is computed before it is asked, and nothing twice.
 *
 * @since 0.1.0
 */
public interface Oracle {

    /**
     * Returns the shape of θ.
     *
     * @return the blocks
     */
    Blocks blocks();

    /**
     * Returns how far the run has come.
     *
     * @return the progress
     */
    Progress progress();

    /**
     * Returns the learning rate of this step, as the update's schedule gives it.
     *
     * @return α, finite and &gt; 0; the same however often it is asked
     */
    double learningRate();

    /**
     * Returns the point.
     *
     * @return a copy of θ
     */
    double[] theta();

    /**
     * Returns the objective's estimate from the batch.
     *
     * @return F(θ)
     */
    double value();

    /**
     * Returns the gradient's estimate from the batch.
     *
     * @return a copy of ∇F(θ)
     */
    double[] gradient();

    /**
     * Returns the same batch seen from another point.
     *
     * @param p the other parameters; copied
     * @return an oracle at p
     */
    Oracle at(double[] p);

    /**
     * Returns the product of the Hessian with a vector on the batch.
     *
     * @param v the vector; not changed
     * @return H·v, by central differences of the gradient
     */
    double[] hessianTimes(double[] v);

    /**
     * Returns a source of randomness for this step, for updates that estimate by chance. It depends on the run's seed and the number
     * of the step alone, so a resumed run draws the same.
     *
     * @return a generator that starts anew at each call; that of seed 0 unless overridden
     */
    default RandomGenerator random() {
        return Seeds.of(0, progress().iteration());
    }
}
