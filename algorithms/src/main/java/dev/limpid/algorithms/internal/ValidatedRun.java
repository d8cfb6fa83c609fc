package dev.limpid.algorithms.internal;

import dev.limpid.core.objective.Objective;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import org.jspecify.annotations.Nullable;

/**
 * The optimizer's run; with validation rows also their loss after each step (where steps count epochs: after each epoch), and
 * the parameters of the best step so far.
 *
 * <p>All of it is in the memory, so a run that resumes finds its best step again.
 */
public final class ValidatedRun implements ParameterRun {

    /** Epochs are sums of fractions. */
    private static final double ROUNDING = 1e-9;

    private final ParameterRun optimizer;
    private final @Nullable Objective validation;
    private final Memory memory;
    private final double[] best;
    private final double[] bestLoss;
    private final double[] epochs; // whole ones so far

    /**
     * Wraps a run.
     *
     * @param optimizer the run
     * @param validation the loss on validation rows, or null if there are none
     * @param memory keeps the best step
     */
    public ValidatedRun(ParameterRun optimizer, @Nullable Objective validation, Memory memory) {
        this.optimizer = optimizer;
        this.validation = validation;
        this.memory = memory;
        boolean resumes = memory.has("validation.loss");
        this.best = validation == null ? new double[0] : memory.array("validation.best", optimizer.theta().length);
        this.bestLoss = validation == null ? new double[0] : memory.array("validation.loss", 1);
        this.epochs = validation == null ? new double[0] : memory.array("validation.epochs", 1);
        if (validation != null && !resumes) {
            remember(Double.POSITIVE_INFINITY);
        }
    }

    @Override
    public Step step() {
        Step step = optimizer.step();
        if (validation == null || !isMeasured(step)) {
            return step;
        }
        double loss = validation.value(optimizer.answer());
        if (loss < bestLoss[0]) {
            remember(loss);
        }
        return step.with(Step.VALIDATION, loss);
    }

    private boolean isMeasured(Step step) {
        double epoch = step.numbers().getOrDefault(Step.EPOCH, Double.NaN);
        if (Double.isNaN(epoch)) {
            return true;
        }
        boolean whole = Math.floor(epoch + ROUNDING) > epochs[0];
        epochs[0] = Math.max(epochs[0], Math.floor(epoch + ROUNDING));
        return whole;
    }

    private void remember(double loss) {
        bestLoss[0] = loss;
        System.arraycopy(optimizer.answer(), 0, best, 0, best.length);
    }

    @Override
    public double[] theta() {
        return optimizer.theta();
    }

    /** Returns the parameters for the model: of the best step where there are validation rows. */
    @Override
    public double[] answer() {
        return validation == null ? optimizer.answer() : best.clone();
    }

    @Override
    public Memory memory() {
        return memory;
    }
}
