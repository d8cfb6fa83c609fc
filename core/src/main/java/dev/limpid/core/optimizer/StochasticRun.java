package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Progress;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.update.Oracle;
import java.util.Map;
import java.util.Optional;

/** A run of {@link Stochastic}; the numbers in comments are those of its steps. */
final class StochasticRun implements ParameterRun {

    private final Stochastic method;
    private final FiniteSum sum;
    private final Optional<Composite<?>> composite; // S + Ω where Ω is taken by its prox
    private final long seed;
    private final Memory memory;
    private final Memory samplerMemory;
    private final Memory updateMemory;
    private final Memory rateMemory;
    private final UnitFeedback feedback;
    private final double[] theta;
    private final double[] epoch;
    private final double[] reported;

    StochasticRun(
            Stochastic method,
            FiniteSum sum,
            Optional<Composite<?>> composite,
            double[] theta0,
            long seed,
            Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.sum = sum;
        this.composite = composite;
        this.seed = seed;
        this.memory = memory;
        this.samplerMemory = memory.scope("sampler");
        this.updateMemory = memory.scope("update");
        this.rateMemory = memory.scope("learningRate");
        this.feedback = UnitFeedback.of(method.sampler(), sum.units(), memory.scope("feedback"));
        this.theta = memory.array("theta", theta0.length);
        this.epoch = memory.array("epoch", 1);
        this.reported = memory.array("objective", 1);
        if (!resumes) {
            reported[0] = Double.NaN;
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, sum);
        Progress progress = new Progress(steps.iteration(), epoch[0], reported[0]);
        Batch batch = method.sampler()
                .next(sum.units(), feedback.known(), samplerMemory, Seeds.of(seed, steps.iteration())); // (1)
        double alpha = rate(progress);
        BatchOracle oracle = new BatchOracle(sum, batch, feedback.sink(), progress, alpha, seed, theta);
        double[] delta = new double[theta.length];
        method.update().delta(oracle, updateMemory, delta);
        double[] next = theta.clone();
        Vectors.add(next, 1, delta); // (2)
        double value = oracle.isKnown() ? oracle.value() : Double.NaN;
        if (composite.isPresent()) {
            prox(composite.get(), oracle, next); // (3)
            value += composite.get().penalty(theta);
        }
        epoch[0] += batch.fraction();
        StopReason reason = judge(next, value, steps.iteration(), alpha);
        if (!reason.isFinal()) {
            Vectors.copy(next, theta);
            reported[0] = value;
        }
        double norm = oracle.isKnown() ? Vectors.maxNorm(oracle.gradient()) : Double.NaN;
        return steps.made(value, norm, alpha, Map.of(Step.EPOCH, epoch[0]), reason);
    }

    private void prox(Composite<?> whole, Oracle oracle, double[] next) {
        double step = method.update().proxStep(oracle.learningRate());
        if (!Double.isNaN(step)) {
            whole.prox(next, step);
            return;
        }
        SeparablePenalty penalty = whole.separable().orElseThrow(); // as start() has made sure
        double[] s = new double[next.length];
        method.update().proxSteps(oracle, updateMemory, s);
        for (int j = 0; j < s.length; j++) {
            next[j] = penalty.prox(next[j], j, s[j]);
        }
    }

    private double rate(Progress progress) {
        Schedule schedule = method.update().learningRate();
        double alpha = schedule.at(progress, rateMemory);
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("learningRate must be finite and > 0, but was " + alpha + " in step "
                    + progress.iteration() + " of " + schedule.name() + "; mend the schedule");
        }
        return alpha;
    }

    private StopReason judge(double[] next, double value, long iteration, double alpha) {
        double size = Vectors.maxNorm(next);
        if (Double.isFinite(size) && !Double.isInfinite(value)) {
            return StopReason.RUNNING;
        }
        return new StopReason(
                StopReason.Kind.DIVERGED,
                "Step " + iteration + " would leave the finite numbers: the objective is "
                        + value + ", the largest parameter would be " + size
                        + ". The run stays where it was; try a learning rate below "
                        + alpha + ", clip the gradient, or scale the columns.");
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }

    @Override
    public double[] answer() {
        double[] out = new double[theta.length];
        method.update().answer(theta(), updateMemory, out);
        return out;
    }
}
