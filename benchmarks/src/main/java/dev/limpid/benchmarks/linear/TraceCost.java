package dev.limpid.benchmarks.linear;

import dev.limpid.benchmarks.linear.Contestant.Quality;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import dev.limpid.core.update.Sgd;
import java.io.IOException;
import java.util.List;

/**
 * What the trace costs where it costs most: one epoch of mini-batches, under the loop that traces each step, beside the bare run,
 * whose steps nobody keeps.
 */
final class TraceCost implements Case {

    private static final int BATCH = 32;

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String about() {
        return "one epoch of mini-batches of 32 with a trace of each step, beside the steps alone";
    }

    @Override
    public void run(Options options) throws IOException {
        DenseSet set = Generated.classes(options);
        Dataset data = set.dataset();
        FiniteSum risk = EmpiricalRisk.linear(new LinearHypothesis(set.columns(), 1, true), new LogisticLoss(), data);
        double least = options.settings().get(name() + "/least", () -> set.logistic(bare(risk), 0));
        new Contest(name(), name(), 0)
                .add(Contestant.limpid("limpid", () -> traced(risk), w -> new Quality(set.logistic(w, 0) - least, "")))
                .add(Contestant.peer("untraced", () -> bare(risk), w -> new Quality(set.logistic(w, 0) - least, "")))
                .run(options);
    }

    private static ParameterRun start(FiniteSum risk) {
        Stochastic sgd = new Stochastic(Sgd.withLearningRate(0.01), ShuffledSampler.of(BATCH));
        return sgd.start(risk, new double[risk.blocks().size()], 0, Memory.empty());
    }

    private static double[] traced(FiniteSum risk) {
        ParameterRun run = start(risk);
        return Training.of(run, trace -> run.answer(), List.of(Stopping.maxEpochs(1)), List.of())
                .finish();
    }

    private static double[] bare(FiniteSum risk) {
        ParameterRun run = start(risk);
        Step step = run.step();
        while (step.number(Step.EPOCH) < 1 - 1e-9) {
            step = run.step();
        }
        return run.answer();
    }
}
