package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.sampler.BayesianBootstrapSampler;
import dev.limpid.core.sampler.PoissonSampler;
import dev.limpid.core.sampler.ReplacementSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.SequentialSampler;
import dev.limpid.core.sampler.importance.GossSampler;
import dev.limpid.core.sampler.importance.GradientNormSampler;
import dev.limpid.core.sampler.importance.MvsSampler;
import dev.limpid.core.sampler.structured.ClassBalancedSampler;
import dev.limpid.core.sampler.structured.GroupSampler;
import dev.limpid.core.sampler.structured.OnePerGroupSampler;
import dev.limpid.core.sampler.structured.StratifiedSampler;
import dev.limpid.core.sampler.structured.TimeOrderedSampler;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.update.Sgd;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers of all kinds in stochastic runs: whatever they draw, an unbiased one leads to the same minimum. */
class StochasticSamplersTest {

    private static final int N = 60;
    private static final int STEPS = 4000;

    private static FiniteSum risk() {
        SplittableRandom random = new SplittableRandom(81);
        double[][] x = Regressions.normal(random, N, 3);
        double[] y = IntStream.range(0, N)
                .mapToDouble(i -> random.nextDouble() < 1 / (1 + Math.exp(1 - x[i][0] - x[i][1])) ? 1 : 0)
                .toArray();
        double[] w = IntStream.range(0, N).mapToDouble(i -> 0.5 + i % 3).toArray();
        int[] groups = IntStream.range(0, N).map(i -> i * 7 % 11 / 2).toArray();
        Dataset data = Dataset.of(x, y).withWeights(w).withGroups(groups);
        return EmpiricalRisk.of(new LinearHypothesis(3, 1, true), new LogisticLoss(), data);
    }

    static Stream<Sampler> samplers() {
        return Stream.of(
                new SequentialSampler(10),
                new ReplacementSampler(10),
                new PoissonSampler(0.2),
                new BayesianBootstrapSampler(),
                new StratifiedSampler(10),
                ClassBalancedSampler.of(10),
                new GroupSampler(2),
                new OnePerGroupSampler(3),
                new TimeOrderedSampler(10),
                GradientNormSampler.of(10),
                new GossSampler(0.2, 0.2),
                MvsSampler.of(0.3),
                new MvsSampler(0.3, 0));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void allLeadToTheSameMinimum(Sampler sampler) {
        FiniteSum risk = risk();
        Schedule falling = (progress, memory) -> 40.0 / (80 + progress.iteration());
        double minimum =
                risk.value(Runs.finish(Lbfgs.defaults(), risk, new double[4]).theta());

        ParameterRun run = new Stochastic(new Sgd(falling), sampler).start(risk, new double[4], 5, Memory.empty());
        Runs.steps(run, STEPS);

        // with steps c/t the gap shrinks as c·‖noise‖²/t, here 40/4000 of at most 0.1; the start is 0.1 and more away
        assertThat(risk.value(run.theta()) - minimum).isBetween(-1e-12, 2e-3);
        assertThat(risk.value(new double[4]) - minimum).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void resumedRunsGoOnWithTheSameBits(Sampler sampler) {
        FiniteSum risk = risk();
        Stochastic method = new Stochastic(Sgd.withLearningRate(0.3), sampler);
        ParameterRun whole = method.start(risk, new double[4], 5, Memory.empty());
        Runs.steps(whole, 20);
        ParameterRun begun = method.start(risk, new double[4], 5, Memory.empty());
        Runs.steps(begun, 13);

        ParameterRun resumed =
                method.start(risk, new double[4], 5, Memory.of(begun.memory().snapshot()));
        Runs.steps(resumed, 7);

        assertThat(resumed.theta()).containsExactly(whole.theta());
    }

    @Test
    void anObjectiveThatTellsNoCurvatureIsNamedInTheSecondStep() {
        ParameterRun run = new Stochastic(Sgd.withLearningRate(0.1), MvsSampler.of(0.5))
                .start(new SumToy(new double[] {3, 4}, new double[] {1, 1}), new double[2], 1, Memory.empty());
        run.step();

        assertThatThrownBy(run::step)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MvsSampler needs the curvature of units, but the objective told none of unit 0: use"
                        + " curvatureWeight 0, which looks at gradients alone");
    }
}
