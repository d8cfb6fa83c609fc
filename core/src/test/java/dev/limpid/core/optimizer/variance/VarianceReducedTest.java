package dev.limpid.core.optimizer.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Regressions;
import dev.limpid.core.optimizer.Runs;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VarianceReducedTest {

    private static final int N = 120;

    private static final double[][] X = Regressions.normal(new SplittableRandom(1), N, 5);

    private static final double[] Y = Regressions.targets(new SplittableRandom(2), X);

    private static final List<Optimizer<Objective>> ALL = List.of(Svrg.defaults(), Saga.defaults(), Sdca.defaults());

    private static LinearSum risk(Loss loss, boolean intercept) {
        double[] y = loss.classes() == 0
                ? Y
                : Arrays.stream(Y).map(v -> v > 0 ? 1 : 0).toArray();
        return EmpiricalRisk.linear(new LinearHypothesis(5, loss.scores(), intercept), loss, Dataset.of(X, y));
    }

    private static Composite<?> net(Loss loss, double strength) {
        return risk(loss, false).penalized("weights", (Penalty) ElasticNetPenalty.of(strength, 0.5));
    }

    @Test
    void seedsLeadToTheSameMinimumOnDifferentWays() {
        for (Optimizer<Objective> optimizer : ALL) {
            double[][] first = new double[2][];
            double[][] last = new double[2][];
            for (int seed = 0; seed < 2; seed++) {
                ParameterRun run = optimizer.start(net(new LogisticLoss(), 0.02), new double[5], seed, Memory.empty());
                run.step();
                first[seed] = run.theta();
                Runs.End end = Runs.finish(run);
                assertThat(end.step().stop().kind()).as(optimizer.name()).isEqualTo(Kind.CONVERGED);
                last[seed] = end.theta();
            }
            assertThat(first[1]).as(optimizer.name()).isNotEqualTo(first[0]);
            assertThat(last[1]).as(optimizer.name()).containsExactly(last[0], within(1e-3));
        }
    }

    @Test
    void resumingGivesTheSameBits() {
        for (Optimizer<Objective> optimizer : ALL) {
            Objective objective = net(new LogisticLoss(), 0.02);
            for (int before : new int[] {1, 3}) {
                ParameterRun resumed = Runs.interrupted(optimizer, objective, new double[5], before, 6 - before);

                ParameterRun whole = Runs.uninterrupted(optimizer, objective, new double[5], 6);

                assertThat(resumed.theta()).as(optimizer.name()).isEqualTo(whole.theta());
                assertThat(resumed.step()).as(optimizer.name()).isEqualTo(whole.step());
            }
        }
    }

    @Test
    void stepsCountPassesOverTheData() {
        double[] passes = {1 + 2 * 2, 2}; // 2n rows, each at two points; n rows and a full gradient
        for (int k = 0; k < passes.length; k++) { // Sdca's are counted in SdcaRestTest
            ParameterRun run = ALL.get(k).start(net(new SquaredLoss(), 0.1), new double[5], 1, Memory.empty());

            assertThat(run.step().number(Step.EPOCH)).isEqualTo(passes[k]);
            assertThat(run.step().number(Step.EPOCH)).isEqualTo(2 * passes[k]);
        }
    }

    @Test
    void theObjectiveIsThatOfThePoint() {
        for (Optimizer<Objective> optimizer : ALL) {
            Composite<?> objective = net(new LogisticLoss(), 0.02);
            ParameterRun run = optimizer.start(objective, new double[5], 1, Memory.empty());
            for (int k = 0; k < 8; k++) {
                Step step = run.step();
                assertThat(step.objective())
                        .as(optimizer.name())
                        .isCloseTo(objective.value(run.theta()), within(1e-14));
            }
        }
    }

    @Test
    void svrgNeverRises() {
        Composite<?> objective = net(new SquaredLoss(), 1e-3);
        double[] theta0 = {9, 9, 9, -9, 9};
        ParameterRun run = Svrg.defaults().withBatchSize(1).start(objective, theta0, 1, Memory.empty());
        double before = objective.value(theta0);
        Step step = run.step();
        while (!step.stop().isFinal()) {
            assertThat(step.objective()).isLessThanOrEqualTo(before * (1 + 1e-13));
            before = step.objective();
            step = run.step();
        }
    }

    /** The first step of SDCA on ridge with one row is exact: w = x·y/(x² + λ) for n = 1. */
    @Test
    void sdcaMaximisesTheDualInOneNumber() {
        LinearSum one = EmpiricalRisk.linear(
                new LinearHypothesis(1, 1, false), new SquaredLoss(), Dataset.of(new double[][] {{2}}, 3));
        ParameterRun run =
                Sdca.defaults().start(one.penalized("weights", L2Penalty.of(0.5)), new double[1], 1, Memory.empty());

        Step step = run.step();

        assertThat(run.theta()[0]).isCloseTo(2 * 3 / 4.5, within(1e-15));
        assertThat(step.number("dual")).isCloseTo(step.objective(), within(1e-15));
        assertThat(step.stop().kind()).isEqualTo(Kind.CONVERGED);
    }

    @Test
    void sdcaTakesLossesWithKinksAndOffsets() {
        double[] offsets = IntStream.range(0, N).mapToDouble(i -> 0.3 * (i % 3)).toArray();
        LinearSum absolute = EmpiricalRisk.linear(
                new LinearHypothesis(5, 1, true),
                new AbsoluteLoss(),
                Dataset.of(X, Y).withOffsets(offsets));
        Composite<?> objective = absolute.penalized("weights", (Penalty) L2Penalty.of(0.05))
                .penalized("intercept", (Penalty) L2Penalty.of(0.05));

        Runs.End end = Runs.finish(Sdca.defaults().withTolerance(1e-6), objective, new double[6]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        double best = objective.value(end.theta());
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 500; k++) {
            double[] t = end.theta();
            for (int j = 0; j < t.length; j++) {
                t[j] += 0.01 * random.nextGaussian();
            }
            assertThat(objective.value(t)).isGreaterThanOrEqualTo(best - 1e-6 * best);
        }
    }

    @Test
    void svrgTakesSumsOverGroups() {
        int[] groups = IntStream.range(0, N).map(i -> i / 6).toArray();
        FiniteSum ranking = EmpiricalRisk.of(
                new LinearHypothesis(5, 1, false),
                new PairwiseLogisticLoss(),
                Dataset.of(X, Y).withGroups(groups));
        Objective objective = ranking.penalized("weights", L2Penalty.of(0.1));
        double[] theta = Runs.finish(Svrg.defaults(), objective, new double[5]).theta();

        double[] other = Runs.finish(Lbfgs.defaults(), ranking.penalized("weights", L2Penalty.of(0.1)), new double[5])
                .theta();

        assertThat(theta).containsExactly(other, within(1e-6));
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        String sdca =
                "Sdca needs a convex loss of one linear score and a strongly convex penalty, such as L2Penalty, on every "
                        + "block, but ";
        assertRefused(
                Sdca.defaults(),
                risk(new SquaredLoss(), true).penalized("weights", L2Penalty.of(1)),
                sdca + "block 'intercept' has none: use Lbfgs or MajorizeMinimize");
        assertRefused(
                Sdca.defaults(),
                risk(new SquaredLoss(), false).penalized("weights", (Penalty) L1Penalty.of(1)),
                sdca + "block 'weights' has none: use CoordinateDescent or Fista");
        assertRefused(
                Sdca.defaults(),
                risk(new SoftmaxLoss(2), false).penalized("weights", L2Penalty.of(1)),
                sdca + "SoftmaxLoss is none: use Lbfgs or MajorizeMinimize");
        LinearSum kinked = risk(new AbsoluteLoss(), false);
        assertRefused(
                Saga.defaults(),
                kinked,
                "Saga needs a smooth loss of linear scores, with or without a penalty that has a prox, but AbsoluteLoss has "
                        + "kinks: use MajorizeMinimize");
        assertRefused(
                Svrg.defaults(),
                kinked,
                "Svrg needs a smooth finite sum, with or without a penalty that has a prox, but AbsoluteLoss has kinks: use "
                        + "MajorizeMinimize");
        FiniteSum general = EmpiricalRisk.of(new LinearHypothesis(5, 1, false), new SquaredLoss(), Dataset.of(X, Y));
        assertRefused(
                Saga.defaults(),
                general,
                "Saga needs a smooth loss of linear scores, with or without a penalty that has a prox, but the objective "
                        + "offers no LinearSum view: use Lbfgs");
        assertThatThrownBy(() -> new Svrg(0, 0)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> new Svrg(1, 1)).hasMessage("tolerance must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new Saga(-1)).hasMessage("tolerance must be in [0, 1), but was -1.0");
        assertThatThrownBy(() -> new Sdca(Double.NaN)).hasMessage("tolerance must be in [0, 1), but was NaN");
    }

    private static void assertRefused(Optimizer<Objective> optimizer, Objective objective, String message) {
        assertThatThrownBy(() ->
                        optimizer.start(objective, new double[objective.blocks().size()], 1, Memory.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
