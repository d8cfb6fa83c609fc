package dev.limpid.testkit.internal.optimizer;

import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.problem.Problem;
import dev.limpid.testkit.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An optimizer on a problem of the catalogue that it takes. */
record Trial(Optimizer<Objective> optimizer, Problem<?> problem) {

    static final long SEED = 42;

    /** What a run came to. */
    record End(ParameterRun run, List<Step> steps) {

        StopReason stop() {
            return steps.get(steps.size() - 1).stop();
        }
    }

    /** The problems that the optimizer does not refuse. */
    @SuppressWarnings("unchecked") // each problem is asked for the view, and start refuses what else is needed
    static List<Trial> of(Optimizer<?> optimizer) {
        List<Trial> trials = new ArrayList<>();
        for (Problem<?> problem : Problems.all()) {
            if (optimizer.needs().view().isInstance(problem.objective())) {
                Trial trial = new Trial((Optimizer<Objective>) optimizer, problem);
                if (trial.isTaken()) {
                    trials.add(trial);
                }
            }
        }
        return trials;
    }

    private boolean isTaken() {
        try {
            start(SEED, Memory.empty());
            return true;
        } catch (IllegalArgumentException refused) {
            return false; // the law REFUSAL looks at the sentence
        }
    }

    ParameterRun start(long seed, Memory memory) {
        return optimizer.start(problem.objective(), problem.start(), seed, memory);
    }

    /** Makes steps until the run says that it is over, or a limit is reached. */
    static End run(ParameterRun run, int limit) {
        return run(run, limit, () -> true);
    }

    private static End run(ParameterRun run, int limit, BooleanSupplier mayAsk) {
        List<Step> steps = new ArrayList<>();
        do {
            steps.add(run.step());
        } while (steps.size() < limit
                && mayAsk.getAsBoolean()
                && !steps.get(steps.size() - 1).stop().isFinal());
        return new End(run, steps);
    }

    /** Runs until the end, some steps, or some questions to an objective that counts them. */
    End run(int limit, long questions) {
        long before = asked();
        return run(start(SEED, Memory.empty()), limit, () -> asked() - before < questions);
    }

    private long asked() {
        OracleCount count = problem.objective().count();
        return count.values() + count.gradients() + count.matrices();
    }

    /** The points that the first steps lead to, one behind the other. */
    static double[] path(ParameterRun run, int steps) {
        List<double[]> points = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            boolean over = run.step().stop().isFinal();
            points.add(run.theta());
            if (over) {
                break;
            }
        }
        return points.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    /** Tells whether the seed has an effect, so that values are estimates. */
    boolean isRandom() {
        double[] one = path(start(1, Memory.empty()), 5);
        double[] two = path(start(2, Memory.empty()), 5);
        return !java.util.Arrays.equals(one, two);
    }
}
