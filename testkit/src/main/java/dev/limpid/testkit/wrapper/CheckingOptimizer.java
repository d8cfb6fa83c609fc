package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.Outcome;
import java.util.Objects;

/**
 * An optimizer that passes calls on and fails at the first broken promise, with the text of the law, in a real run.
 *
 * <pre>{@code
 * Optimizer<Smooth> optimizer = CheckingOptimizer.of(new MyDescent());
 * }</pre>
 *
 * <p>Each step has to count on, to report the objective where it stands (unless the objective is a sum over units, which a
 * stochastic method estimates), to keep θ to itself, and to end with a sentence. A run that says it converged must not stand
 * higher than where it began, and values that are not finite have to be seen. The objective is asked for its value once more in
 * each step, which is counted.
 *
 * @param <V> what the optimizer needs of an objective
 * @since 0.1.0
 */
public final class CheckingOptimizer<V extends Objective> implements Optimizer<V> {

    private static final double ROUNDING = 1e-9;

    private final Optimizer<V> optimizer;

    private CheckingOptimizer(Optimizer<V> optimizer) {
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    }

    /**
     * Wraps an optimizer.
     *
     * @param optimizer the optimizer
     * @param <V> what it needs of an objective
     * @return the same optimizer, checked
     */
    public static <V extends Objective> CheckingOptimizer<V> of(Optimizer<V> optimizer) {
        return new CheckingOptimizer<>(optimizer);
    }

    @Override
    public Need<V> needs() {
        return optimizer.needs();
    }

    @Override
    public ParameterRun start(V objective, double[] theta0, long seed, Memory memory) {
        double[] mine = theta0.clone();
        Promise promise = new Promise(Text.nameOf(optimizer));
        ParameterRun run = optimizer.start(objective, theta0, seed, memory);
        promise.requireSame(
                OptimizerLaws.INPUTS, "θ₀ before and after start", mine, theta0, "start writes into θ₀; clone it.");
        return new Checked(run, objective, objective.value(run.theta()), promise);
    }

    @Override
    public ParameterRun startAfter(ParameterRun earlier, V objective, long seed, Memory memory) {
        ParameterRun before = earlier instanceof Checked checked ? checked.run : earlier;
        ParameterRun run = optimizer.startAfter(before, objective, seed, memory);
        return new Checked(run, objective, objective.value(run.theta()), new Promise(Text.nameOf(optimizer)));
    }

    @Override
    public boolean scalesColumns() {
        return optimizer.scalesColumns();
    }

    private static final class Checked implements ParameterRun {
        private final ParameterRun run;
        private final Objective objective;
        private final double begin;
        private final Promise promise;
        private long iteration = -1;

        Checked(ParameterRun run, Objective objective, double begin, Promise promise) {
            this.run = run;
            this.objective = objective;
            this.begin = begin;
            this.promise = promise;
        }

        @Override
        public Step step() {
            Step step = run.step();
            double[] theta = run.theta();
            double value = objective.value(theta);
            counts(step);
            reports(step, value);
            ends(step, value);
            double[] mine = theta.clone();
            java.util.Arrays.fill(theta, Double.NaN);
            promise.requireSame(
                    OptimizerLaws.INPUTS,
                    "θ after step " + step.iteration() + ", and after what theta() handed out was overwritten",
                    mine,
                    run.theta(),
                    "theta() hands out the run's own array; hand out a copy.");
            return step;
        }

        private void counts(Step step) {
            if (iteration >= 0 && step.iteration() != iteration + 1) {
                fail(
                        "iteration  " + step.iteration() + ", after " + iteration,
                        "the step counts in its own time, or not at all.");
            }
            iteration = step.iteration();
        }

        private void reports(Step step, double value) {
            boolean estimated = objective instanceof FiniteSum || Double.isNaN(step.objective());
            boolean same = step.objective() == value
                    || Math.abs(step.objective() - value) <= ROUNDING * Math.max(Math.abs(value), ROUNDING);
            if (!estimated && !same && Double.isFinite(value)) {
                fail(
                        "step " + step.iteration() + "\n  objective               " + step.objective()
                                + "\n  value where it stands   " + value,
                        "the step reports the point before it.");
            }
        }

        private void ends(Step step, double value) {
            StopReason stop = step.stop();
            if (stop.isFinal() && !stop.sentence().contains(" ")) {
                fail("step " + step.iteration() + " ends with \"" + stop.sentence() + '"', "the end has no sentence.");
            }
            boolean converged = stop.kind() == StopReason.Kind.CONVERGED;
            if (converged && !(value <= begin + ROUNDING * Math.abs(begin))) {
                promise.require(
                        OptimizerLaws.MINIMISES,
                        Outcome.failed(
                                "step " + step.iteration() + " says " + stop + "\n  objective at the start  " + begin
                                        + "\n  objective now           " + value
                                        + "\nLikely cause: the tolerance is compared with the wrong number, or NaN passes it."));
            }
        }

        private void fail(String what, String cause) {
            promise.require(OptimizerLaws.STEPS, Outcome.failed(what + "\nLikely cause: " + cause));
        }

        @Override
        public Memory memory() {
            return run.memory();
        }

        @Override
        public double[] theta() {
            return run.theta();
        }

        @Override
        public double[] answer() {
            return run.answer();
        }
    }

    @Override
    public String name() {
        return optimizer.name();
    }

    @Override
    public String formula() {
        return optimizer.formula();
    }

    @Override
    public String source() {
        return optimizer.source();
    }

    @Override
    public Recipe recipe() {
        return optimizer.recipe();
    }

    @Override
    public String toString() {
        return Text.nameOf(optimizer);
    }
}
