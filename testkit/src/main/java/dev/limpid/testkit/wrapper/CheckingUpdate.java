package dev.limpid.testkit.wrapper;

import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.Arrays;
import java.util.Map;

/**
 * An update that passes calls on and fails at the first broken promise, with the text of the law, in a real run.
 *
 * <pre>{@code
 * Update update = CheckingUpdate.of(new MyUpdate(0.01));
 * new Stochastic(update, ShuffledSampler.of(32));
 * }</pre>
 *
 * <p>Each step is looked at for numbers that are not finite where the gradient is. The first 50, and then every 4096th, are
 * also made again from a copy of the memory, which has to give the same bits.
 *
 * @since 0.1.0
 */
public final class CheckingUpdate extends WholeUpdate {

    private final Promise promise;

    private CheckingUpdate(Update update) {
        super(update);
        this.promise = new Promise(Text.nameOf(update));
    }

    /**
     * Wraps an update.
     *
     * @param update the update
     * @return the same update, checked
     */
    public static CheckingUpdate of(Update update) {
        return new CheckingUpdate(update);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        boolean close = promise.isClose();
        Map<String, double[]> before = close ? memory.snapshot() : Map.of();
        update.delta(oracle, memory, delta);
        double[] g = oracle.gradient();
        boolean finite = Arrays.stream(g).allMatch(Double::isFinite);
        boolean stays = Arrays.stream(delta).allMatch(Double::isFinite);
        if (finite != stays) {
            promise.require(
                    finite ? UpdateLaws.DOWNHILL : UpdateLaws.NAN,
                    Outcome.failed("step " + oracle.progress().iteration() + "\n  gradient  " + Text.plain(g)
                            + "\n  δ         " + Text.plain(delta) + "\nLikely cause: "
                            + (finite
                                    ? "0/0 or an overflow; add ε to the divisor."
                                    : "a comparison with NaN is false and takes the other branch.")));
        }
        if (close) {
            double[] again = new double[delta.length];
            update.delta(oracle, Memory.of(before), again);
            promise.requireSame(
                    UpdateLaws.FRESH_MEMORY,
                    "δ of step " + oracle.progress().iteration() + ", and of the same step made again",
                    delta,
                    again,
                    "state is kept in a field; keep it in the memory that is handed in.");
        }
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        double[] before = t.clone();
        update.answer(t, memory, out);
        if (t != out) {
            promise.requireSame(
                    UpdateLaws.MEMORY, "θ before and after answer", before, t, "answer writes into θ; it only reads.");
        }
    }
}
