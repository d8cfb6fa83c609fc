package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Schema;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Observer;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Training;
import dev.limpid.core.update.adaptive.Adam;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A linear model that learns from one chunk of rows after the other, for data that doesn't fit into memory or hasn't come yet.
 *
 * <pre>{@code
 * LinearStream stream = LogisticRegression.binary().penalty(L2Penalty.of(1e-4)).stream();
 * for (Dataset chunk : chunks) {
 *     stream.partialFit(chunk);
 * }
 * LinearModel model = stream.model();
 * }</pre>
 *
 * <p>Each {@link #partialFit} makes one pass over its chunk by the spec's {@link Stochastic}, which goes on where the last chunk
 * left it: parameters, averages, schedule and number of steps. The sampler begins anew, as the rows are others. The penalty is
 * that of F in each step, whatever the size of the chunk.
 *
 * <p>The first chunk says what columns, levels and classes there are, and by which centres and scales the columns are evened out;
 * later chunks are brought into its form. All columns stay, even one that is constant in the first chunk. A class may be missing in
 * a chunk, but the first one has to name it. The start is the best intercept for the first chunk, 0 where there is none as a
 * class has no rows. The same chunks in the same order give the same bits.
 *
 * <p>Not for use by several threads at once.
 *
 * @since 0.1.0
 */
public final class LinearStream {

    /** Rows of a step unless an optimizer is named. */
    private static final int BATCH = 32;

    /** Adam's step length unless an optimizer is named. */
    private static final double LEARNING_RATE = 0.01;

    /** Epochs are sums of fractions. */
    private static final double ROUNDING = 1e-9;

    private final LinearSpec spec;
    private final List<Observer> observers;
    private @Nullable Schema schema;
    private @Nullable Design design;
    private Map<String, double[]> state = Map.of();
    private @Nullable LinearModel model;

    private LinearStream(LinearSpec spec, List<Observer> observers) {
        this.spec = spec;
        this.observers = observers;
    }

    static LinearStream of(LinearSpec spec, List<Observer> observers) {
        Optimizer<?> optimizer = spec.optimizer()
                .orElse(new Stochastic(Adam.withLearningRate(LEARNING_RATE), ShuffledSampler.of(BATCH)));
        if (!(optimizer instanceof Stochastic)) {
            throw new IllegalArgumentException("stream needs Stochastic as the optimizer, but " + optimizer.name()
                    + " looks at all rows at once: name no optimizer or a Stochastic one");
        }
        if (spec.extras().classWeights().balanced()) {
            throw new IllegalArgumentException(
                    "stream needs weights of classes that are known beforehand, but balancedClasses"
                            + " counts all rows: use classWeights");
        }
        return new LinearStream(spec.optimizer(optimizer), observers);
    }

    /**
     * Makes one pass over a chunk.
     *
     * @param chunk rows with targets, in the columns and classes of the first chunk
     * @return this
     * @throws IllegalArgumentException if the chunk doesn't fit the first one or the loss; the stream is then as it was before
     * @throws IllegalStateException if a step would leave the finite numbers, or the thread was interrupted; likewise
     */
    public LinearStream partialFit(Dataset chunk) {
        Dataset rows = schema == null ? chunk : conform(chunk, schema);
        LinearFit fit = design == null ? LinearFit.first(spec, rows) : new LinearFit(spec, rows, design);
        Memory memory = Memory.of(state);
        ParameterRun run = fit.start(memory);
        double end = memory.number("epoch", 0) + 1;
        Training<LinearModel> pass = Training.of(
                run, trace -> fit.model(run.answer(), trace), List.of(trace -> isDone(trace, end)), observers);
        LinearModel next = pass.finish();
        if (pass.reason().kind() != StopReason.Kind.CONVERGED) {
            throw new IllegalStateException(
                    "the pass over the chunk must end with its last row, but did not: " + pass.reason());
        }
        schema = rows.schema();
        design = fit.design();
        state = carried(memory);
        model = next;
        return this;
    }

    private Dataset conform(Dataset chunk, Schema known) {
        Dataset columns = chunk.conform(known);
        return spec.extras().withoutTarget() ? columns : columns.conformTargets(known);
    }

    private static StopReason isDone(Trace trace, double end) {
        return trace.last().number(Step.EPOCH) >= end - ROUNDING
                ? StopReason.converged("The pass over the chunk is done.")
                : StopReason.RUNNING;
    }

    /** All but what belongs to the rows of the chunk. */
    private static Map<String, double[]> carried(Memory memory) {
        Map<String, double[]> all = memory.snapshot();
        all.keySet().removeIf(name -> name.startsWith("sampler.") || name.startsWith("feedback."));
        return all;
    }

    /**
     * Returns the model after the chunks so far.
     *
     * @return the model, with the steps of the last chunk
     * @throws IllegalStateException before the first chunk
     */
    public LinearModel model() {
        if (model == null) {
            throw new IllegalStateException("model needs a chunk: call partialFit(chunk) first");
        }
        return model;
    }
}
