package dev.limpid.core.optimizer.variance;

import static dev.limpid.core.optimizer.variance.SdcaSparseTest.D;
import static dev.limpid.core.optimizer.variance.SdcaSparseTest.N;
import static dev.limpid.core.optimizer.variance.SdcaSparseTest.X;
import static dev.limpid.core.optimizer.variance.SdcaSparseTest.Y;
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
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.optimizer.Runs;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines (7) to (9) of {@link Sdca}: rows that rest change how a minimum is found, not which. */
class SdcaRestTest {

    /** C·‖xᵢ‖² near 4, so that rows change sides of the margin for some sweeps. */
    private static final double STRENGTH = 0.1 / N;

    private static final double TOLERANCE = 1e-9;

    /** Sweeps of a step that doesn't get to its tolerance. */
    private static final int SWEEPS = 20;

    static Stream<ScalarLoss> losses() {
        return Stream.of(new LogisticLoss(), new SquaredHingeLoss(), new HingeLoss());
    }

    private static Composite<?> objective(ScalarLoss loss, Rows x) {
        return EmpiricalRisk.linear(new LinearHypothesis(D, 1, false), loss, Dataset.of(x, Missing.REFUSE, Y))
                .penalized("weights", (Penalty) L2Penalty.of(STRENGTH));
    }

    /** Rows that note how often a score was asked for, and the first scores of each. */
    private static final class Noting implements Rows {

        private final int[] visits = new int[N];
        private final double[][] scores = new double[N][SWEEPS];

        @Override
        public int size() {
            return X.size();
        }

        @Override
        public int columns() {
            return X.columns();
        }

        @Override
        public double get(int row, int column) {
            return X.get(row, column);
        }

        @Override
        public boolean isSparse() {
            return true;
        }

        @Override
        public double dot(int row, double[] w) {
            double f = X.dot(row, w);
            if (visits[row] < SWEEPS) {
                scores[row][visits[row]] = f;
            }
            visits[row]++;
            return f;
        }

        @Override
        public void times(int from, int to, double[] w, double[] out) {
            X.times(from, to, w, out); // the passes for the certificate aren't visits
        }

        @Override
        public Rows select(int... rows) {
            return X.select(rows);
        }

        private int sweeps() {
            return Arrays.stream(visits).max().orElseThrow();
        }

        /** Tells whether a row was beyond the margin when it was visited for the second time, and was left out after that. */
        private boolean rested(int i) {
            return sign(i) * scores[i][1] > 1 && visits[i] < sweeps();
        }
    }

    private static double sign(int i) {
        return 2 * Y[i] - 1;
    }

    /** ℓ*(y, a), as it is in books. */
    private static double conjugate(ScalarLoss loss, int i, double a) {
        double b = sign(i) * a; // in [−1, 0], or below 0
        if (loss instanceof LogisticLoss) {
            double p = -b;
            return p * Math.log(p) + (1 - p) * Math.log1p(-p);
        }
        return loss instanceof SquaredHingeLoss ? b + b * b / 4 : b;
    }

    /** F(θ) − D(a) over all rows, with θ = −(1/(μ·n))·Σᵢ aᵢ·xᵢ. */
    private static double gap(ScalarLoss loss, double[] a) {
        double[] theta = new double[D];
        for (int i = 0; i < N; i++) {
            X.add(i, -a[i] / (STRENGTH * N), theta);
        }
        double gap = 0;
        for (int i = 0; i < N; i++) {
            gap += (loss.value(Y[i], X.dot(i, theta)) + conjugate(loss, i, a[i])) / N;
        }
        for (double t : theta) {
            gap += STRENGTH * t * t;
        }
        return gap;
    }

    private static double[] dual(ParameterRun run) {
        return run.memory().array("dual", N);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void whatIsClaimedHoldsOverAllRows(ScalarLoss loss) {
        ParameterRun run =
                Sdca.defaults().withTolerance(TOLERANCE).start(objective(loss, X), new double[D], 1, Memory.empty());

        Step last = Runs.finish(run).step();

        double gap = gap(loss, dual(run));
        assertThat(last.stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(last.objective() - last.number("dual")).isCloseTo(gap, within(1e-13 * last.objective()));
        assertThat(gap).isLessThanOrEqualTo(TOLERANCE * last.objective() * (1 + 1e-3));
    }

    /** The same method without (7) to (9), rows in their order. */
    private static double[] withoutRests(ScalarLoss loss, int sweeps) {
        double[] a = new double[N];
        double[] theta = new double[D];
        for (int s = 0; s < sweeps; s++) {
            for (int i = 0; i < N; i++) {
                double[] x = X.row(i);
                double q = Arrays.stream(x).map(cell -> cell * cell).sum() / (STRENGTH * N);
                double z = X.dot(i, theta) + q * a[i];
                double next = (z - loss.prox(Y[i], z, q)) / q;
                X.add(i, -(next - a[i]) / (STRENGTH * N), theta);
                a[i] = next;
            }
        }
        return theta;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void theMinimumIsThatOfRowsThatNeverRest(ScalarLoss loss) {
        Composite<?> objective = objective(loss, X);
        double[] plain = withoutRests(loss, 2000);

        double[] theta = Runs.finish(Sdca.defaults().withTolerance(TOLERANCE), objective, new double[D])
                .theta();

        double value = objective.value(theta);
        assertThat(objective.value(plain)).isCloseTo(value, within(2 * TOLERANCE * value));
        // F(t) − F(θ*) ≥ μ/2·‖t − θ*‖² for both
        assertThat(theta).containsExactly(plain, within(2 * Math.sqrt(4 * TOLERANCE * value / STRENGTH)));
    }

    @Test
    void rowsBeyondTheMarginRestAndComeBack() {
        Noting rows = new Noting();
        ParameterRun run = Sdca.defaults()
                .withTolerance(0)
                .start(objective(new SquaredHingeLoss(), rows), new double[D], 1, Memory.empty());

        run.step();

        assertThat(rows.sweeps()).isEqualTo(SWEEPS);
        assertThat(Arrays.stream(rows.visits).sum()).isLessThan(N * SWEEPS * 3 / 4);
        assertThat(rows.visits).satisfies(visits -> {
            for (int count : visits) {
                assertThat(count).isGreaterThanOrEqualTo(5); // in the sweeps 1, 2, 4, 7 and 12
            }
        });
    }

    /** Rows that were beyond the margin and rested, and yet are support vectors: the minimum would be another without them. */
    @Test
    void rowsThatRestedTooEarlyAreFoundOut() {
        Noting rows = new Noting();
        ScalarLoss loss = new SquaredHingeLoss();
        ParameterRun run =
                Sdca.defaults().withTolerance(TOLERANCE).start(objective(loss, rows), new double[D], 1, Memory.empty());
        run.step();
        boolean[] rested = new boolean[N];
        for (int i = 0; i < N; i++) {
            rested[i] = rows.rested(i);
        }

        Step last = Runs.finish(run).step();

        double[] a = dual(run);
        int[] back = IntStream.range(0, N).filter(i -> rested[i] && a[i] != 0).toArray();
        assertThat(back).isNotEmpty();
        assertThat(last.stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(gap(loss, a)).isLessThanOrEqualTo(TOLERANCE * last.objective() * (1 + 1e-3));
        double[] without = a.clone();
        for (int i : back) {
            without[i] = 0;
        }
        assertThat(gap(loss, without)).isGreaterThan(1000 * TOLERANCE * last.objective());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void epochsCountTheRowsVisited(ScalarLoss loss) {
        Noting rows = new Noting();
        ParameterRun run =
                Sdca.defaults().withTolerance(1e-6).start(objective(loss, rows), new double[D], 1, Memory.empty());
        for (int k = 1; k <= 3; k++) {
            double passes = run.step().number(Step.EPOCH);

            // and u and F from all rows, once a step
            assertThat(passes).isCloseTo(Arrays.stream(rows.visits).sum() / (double) N + 2 * k, within(1e-12));
        }
    }

    /** Line (9) isn't relied on: at a tolerance below rounding it can't be right for ever, and no step claims what isn't so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void aRunWithoutToleranceEndsStalledOrExact(ScalarLoss loss) {
        Runs.End end = Runs.finish(Sdca.defaults().withTolerance(0), objective(loss, X), new double[D]);

        double gap = end.step().objective() - end.step().number("dual");
        assertThat(end.step().stop().kind()).isEqualTo(gap <= 0 ? Kind.CONVERGED : Kind.STALLED);
        assertThat(gap).isLessThanOrEqualTo(1e-12);
    }
}
