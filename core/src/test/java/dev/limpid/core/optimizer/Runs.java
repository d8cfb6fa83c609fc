package dev.limpid.core.optimizer;

import dev.limpid.core.objective.Objective;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;

/** Runs made to their end. */
public final class Runs {

    private static final int LIMIT = 20_000;

    private Runs() {}

    /** Where a run ended and with which step. */
    public record End(ParameterRun run, Step step) {

        public double[] theta() {
            return run.theta();
        }
    }

    public static <V extends Objective> End finish(Optimizer<V> optimizer, V objective, double... theta0) {
        return finish(optimizer.start(objective, theta0, 1, Memory.empty()));
    }

    public static End finish(ParameterRun run) {
        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < LIMIT) {
            step = run.step();
        }
        return new End(run, step);
    }

    public static Step steps(ParameterRun run, int steps) {
        Step step = run.step();
        for (int k = 1; k < steps; k++) {
            step = run.step();
        }
        return step;
    }

    /** After some steps, saves, resumes from what was saved, and makes more; returns the resumed run. */
    public static <V extends Objective> ParameterRun interrupted(
            Optimizer<V> optimizer, V objective, double[] theta0, int before, int after) {
        ParameterRun first = optimizer.start(objective, theta0, 1, Memory.empty());
        steps(first, before);
        ParameterRun second =
                optimizer.start(objective, theta0, 1, Memory.of(first.memory().snapshot()));
        steps(first, 3); // what was saved must not move with the run
        steps(second, after);
        return second;
    }

    public static <V extends Objective> ParameterRun uninterrupted(
            Optimizer<V> optimizer, V objective, double[] theta0, int steps) {
        ParameterRun run = optimizer.start(objective, theta0, 1, Memory.empty());
        steps(run, steps);
        return run;
    }
}
