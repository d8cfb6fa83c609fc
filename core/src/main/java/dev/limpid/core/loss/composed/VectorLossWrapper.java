package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.VectorLoss;

/**
 * A loss of K scores made of another: two methods to write, as for any {@link VectorLoss}. See {@link LossWrapper} for what is
 * passed on, {@link ScalarLossWrapper} for an example. Predictions are those of the other loss.
 *
 * @since 0.1.0
 */
public interface VectorLossWrapper extends LossWrapper, VectorLoss {

    @Override
    VectorLoss loss();

    @Override
    default void mean(double[] f, double[] out) {
        loss().mean(f, out);
    }
}
