package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.ScalarLoss;

/**
 * A loss of one score made of another: two methods to write, as for any {@link ScalarLoss}.
 *
 * <pre>{@code
 * record Capped(ScalarLoss loss, double most) implements ScalarLossWrapper {
 *     public double value(double y, double f) {
 *         return Math.min(loss.value(y, f), most);
 *     }
 *     public double gradient(double y, double f) {
 *         return loss.value(y, f) < most ? loss.gradient(y, f) : 0;
 *     }
 *     public boolean smooth() {
 *         return false;
 *     }
 *     public boolean convex() {
 *         return false;
 *     }
 * }
 * }</pre>
 *
 * <p>Write it as a record: rows are then computed as fast as by a loss without parts. See {@link LossWrapper} for what is passed
 * on. Predictions are those of the other loss.
 *
 * @since 0.1.0
 */
public interface ScalarLossWrapper extends LossWrapper, ScalarLoss {

    @Override
    ScalarLoss loss();

    @Override
    default double mean(double f) {
        return loss().mean(f);
    }
}
