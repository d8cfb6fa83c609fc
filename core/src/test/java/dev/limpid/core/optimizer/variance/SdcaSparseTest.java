package dev.limpid.core.optimizer.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.optimizer.Runs;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse rows of length 1 with a ridge, the case of text classification. */
class SdcaSparseTest {

    static final int N = 300;

    static final int D = 80;

    private static final int CELLS = 8;

    private static final double STRENGTH = 1.0 / N;

    static final double[] Y = new double[N];

    static final Rows X = rows();

    private static Rows rows() {
        SplittableRandom random = new SplittableRandom(7);
        int[] starts = IntStream.rangeClosed(0, N).map(i -> CELLS * i).toArray();
        int[] indices = new int[N * CELLS];
        double[] values = new double[N * CELLS];
        for (int i = 0; i < N; i++) {
            int[] columns = random.ints(0, D).distinct().limit(CELLS).sorted().toArray();
            double score = 0;
            for (int c = 0; c < CELLS; c++) {
                indices[CELLS * i + c] = columns[c];
                values[CELLS * i + c] = (1 + random.nextInt(3)) / 6.0;
                score += values[CELLS * i + c] * (columns[c] % 5 - 2);
            }
            Y[i] = score + 0.5 * random.nextGaussian() > 0 ? 1 : 0;
        }
        return Rows.sparse(D, starts, indices, values);
    }

    static Stream<ScalarLoss> losses() {
        return Stream.of(new LogisticLoss(), new SquaredHingeLoss(), new HingeLoss(), new SquaredLoss());
    }

    private static Dataset data() {
        return Dataset.of(X, Missing.REFUSE, Y);
    }

    private static Composite<?> objective(ScalarLoss loss, Dataset data, Workers workers) {
        return EmpiricalRisk.linear(new LinearHypothesis(D, 1, false), loss, data, workers)
                .penalized("weights", (Penalty) L2Penalty.of(STRENGTH));
    }

    private static Composite<?> objective(ScalarLoss loss) {
        return objective(loss, data(), Workers.serial());
    }

    /** A ridge that doesn't say that it is one. */
    private record Silent(L2Penalty ridge) implements SeparablePenalty {

        @Override
        public double value(double x, int j) {
            return ridge.value(x, j);
        }

        @Override
        public double prox(double z, int j, double step) {
            return ridge.prox(z, j, step);
        }

        @Override
        public double strongConvexity(int j) {
            return ridge.strongConvexity(j);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void theShortWayOfARidgeIsTheLongOne(ScalarLoss loss) {
        for (boolean intercept : new boolean[] {false, true}) {
            double[] offsets =
                    IntStream.range(0, N).mapToDouble(i -> 0.1 * (i % 3)).toArray();
            double[] weights = IntStream.range(0, N).mapToDouble(i -> 1 + i % 2).toArray();
            Dataset data = data().withOffsets(offsets).withWeights(weights);
            ParameterRun[] runs = new ParameterRun[2];
            for (int k = 0; k < 2; k++) {
                L2Penalty ridge = L2Penalty.of(STRENGTH);
                Penalty penalty = k == 0 ? ridge : new Silent(ridge);
                Composite<?> objective = EmpiricalRisk.linear(new LinearHypothesis(D, 1, intercept), loss, data)
                        .penalized("weights", penalty);
                if (intercept) {
                    objective = objective.penalized("intercept", (Penalty) L2Penalty.of(0.01));
                }
                runs[k] = Sdca.defaults()
                        .start(objective, new double[objective.blocks().size()], 5, Memory.empty());
            }
            for (int k = 0; k < 4; k++) {
                Step fast = runs[0].step();
                Step plain = runs[1].step();

                assertThat(runs[0].theta()).containsExactly(runs[1].theta(), within(1e-11));
                assertThat(fast.number("dual")).isCloseTo(plain.number("dual"), within(1e-12));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void eachDualIsBelowEachObjective(ScalarLoss loss) {
        ParameterRun run =
                Sdca.defaults().withTolerance(1e-10).start(objective(loss), new double[D], 1, Memory.empty());
        double dual = Double.NEGATIVE_INFINITY;
        double value = Double.POSITIVE_INFINITY;
        Step step = run.step();
        while (!step.stop().isFinal()) {
            step = run.step();
            dual = Math.max(dual, step.number("dual"));
            value = Math.min(value, step.objective());
            assertThat(dual).isLessThanOrEqualTo(value * (1 + 1e-13));
        }
        assertThat(step.stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(value - dual).isLessThanOrEqualTo(1e-10 * value);
        assertThat(objective(loss).value(run.theta())).isCloseTo(step.objective(), within(1e-14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void aRowOfWeightTwoIsTwoRows(ScalarLoss loss) {
        double[] weights = IntStream.range(0, N).mapToDouble(i -> i % 3).toArray();
        int[] often = IntStream.range(0, N)
                .flatMap(i -> IntStream.range(0, i % 3).map(k -> i))
                .toArray();
        Dataset weighted = data().withWeights(weights);
        Sdca sdca = Sdca.defaults().withTolerance(1e-11);
        Composite<?> first = objective(loss, weighted, Workers.serial());
        Composite<?> second = objective(loss, data().select(often), Workers.serial());

        double[] a = Runs.finish(sdca, first, new double[D]).theta();
        double[] b = Runs.finish(sdca, second, new double[D]).theta();

        // F(b) − F(a) ≥ μ/2·‖b − a‖² at the minimum a, and the gap is at most 1e-11·F on either side
        double distance = 4 * Math.sqrt(2 * 1e-11 * first.value(a) / STRENGTH);
        assertThat(a).containsExactly(b, within(distance));
        assertThat(first.value(b)).isCloseTo(first.value(a), within(2e-11 * first.value(a)));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheBits() {
        double[][] theta = new double[2][];
        try (Workers two = Workers.of(2)) {
            for (int k = 0; k < 2; k++) {
                ParameterRun run = Sdca.defaults()
                        .start(
                                objective(new LogisticLoss(), data(), k == 0 ? Workers.serial() : two),
                                new double[D],
                                5,
                                Memory.empty());
                Runs.steps(run, 3);
                theta[k] = run.theta();
            }
        }
        assertThat(theta[1]).isEqualTo(theta[0]);
    }

    @Test
    void resumingGivesTheSameBits() {
        Composite<?> objective = objective(new SquaredHingeLoss());
        ParameterRun resumed = Runs.interrupted(Sdca.defaults(), objective, new double[D], 2, 3);
        ParameterRun whole = Runs.uninterrupted(Sdca.defaults(), objective, new double[D], 5);

        assertThat(resumed.theta()).isEqualTo(whole.theta());
        assertThat(resumed.step()).isEqualTo(whole.step());
    }

    @Test
    void aStartNearTheMinimumStaysNear() {
        Composite<?> objective = objective(new LogisticLoss());
        Runs.End end = Runs.finish(Sdca.defaults().withTolerance(1e-12), objective, new double[D]);

        Step first =
                Sdca.defaults().start(objective, end.theta(), 9, Memory.empty()).step();

        assertThat(first.stop().kind()).isEqualTo(Kind.CONVERGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100})
    void anOrderHasEachRowOnce(int n) {
        int[][] rows = {drawn(n, 3), drawn(n, 3), drawn(n, 4)};

        assertThat(Arrays.stream(rows[0]).sorted().toArray())
                .isEqualTo(IntStream.range(0, n).toArray());
        assertThat(rows[1]).isEqualTo(rows[0]);
        if (n >= 15) {
            assertThat(rows[2]).isNotEqualTo(rows[0]);
        }
    }

    private static int[] drawn(int n, long seed) {
        RowOrder order = new RowOrder(n, Seeds.of(seed));
        return IntStream.range(0, order.blocks())
                .flatMap(k -> {
                    int size = order.size(k);
                    return IntStream.range(0, size).map(order::row).boxed().toList().stream()
                            .mapToInt(i -> i);
                })
                .toArray();
    }
}
