package dev.limpid.core.optimizer.coordinate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.internal.optimizer.DesignColumns;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.optimizer.Regressions;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What coordinate descent leaves out, held to what is plain. */
class KnownGradientsTest {

    private static final int N = 80;

    private static final int P = 300;

    private static final double[][] X = Regressions.normal(new SplittableRandom(5), N, P);

    private static final double[] Y = new double[N];

    static {
        for (int i = 0; i < N; i++) {
            Y[i] = 3 * X[i][7] - 2 * X[i][100] + X[i][299] + 0.5 * X[i][50];
        }
    }

    private static LinearSum squares(Dataset data) {
        return EmpiricalRisk.linear(new LinearHypothesis(P, 1, false), new SquaredLoss(), data);
    }

    private static LinearSum squares() {
        return squares(Dataset.of(X, Y));
    }

    private static DesignColumns columns(LinearSum sum) {
        return new DesignColumns(sum.design().orElseThrow(), Workers.serial());
    }

    private static double dot(int j, double[] u) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += X[i][j] * u[i];
        }
        return sum;
    }

    /** Slopes wander as along a path; at each place all gradients beyond the limit are exact, and none was left out wrongly. */
    @Test
    void noColumnIsLeftOutThatWouldNotRest() {
        DesignColumns columns = columns(squares());
        double[] squares = columns.squares();
        KnownGradients known = new KnownGradients(columns, squares);
        SplittableRandom random = new SplittableRandom(6);
        double[] rho = Y.clone();
        double limit = 60;
        KnownGradients.Rest rest = (j, g) -> Math.abs(g) <= limit;
        int left = 0;
        for (int step = 0; step < 200; step++) {
            for (int i = 0; i < N; i++) {
                rho[i] += 0.02 * (random.nextDouble() - 0.5) - 0.002 * Y[i];
            }
            known.at(new double[][] {rho});
            known.settle(0, rest);
            for (int j = 0; j < P; j++) {
                double g = dot(j, rho);
                assertThat(rest.rests(j, known.g()[j])).isEqualTo(rest.rests(j, g));
                if (!rest.rests(j, g)) {
                    assertThat(known.g()[j]).isCloseTo(g, within(1e-10));
                }
                left += known.g()[j] == g || Math.abs(known.g()[j] - g) < 1e-12 ? 0 : 1;
            }
        }
        assertThat(left).isGreaterThan(100 * P); // most of 200·P were never computed
    }

    /** Slopes that have one large part in common, read whole more often than are kept: the common part is known all the same. */
    @Test
    void whatManySlopesHaveInCommonIsNotForgotten() {
        DesignColumns columns = columns(squares());
        double[] squares = columns.squares();
        KnownGradients known = new KnownGradients(columns, squares);
        SplittableRandom random = new SplittableRandom(7);
        double[] rho = Y.clone();
        for (int step = 0; step < 41; step++) { // every second one is read whole, the last one too
            double[] next = new double[N];
            Arrays.setAll(next, i -> rho[i] + 0.01 * (random.nextDouble() - 0.5));
            known.at(new double[][] {next});
            known.settle(0, (j, g) -> false);
        }

        known.at(new double[][] {rho});
        known.settle(0, (j, g) -> Math.abs(g) <= 100);

        long unread =
                IntStream.range(0, P).filter(j -> known.g()[j] != dot(j, rho)).count();
        assertThat(unread).isGreaterThan(P / 2);
    }

    @Test
    void productsAreThoseOfTheColumnsInWhateverOrderTheyCome() {
        DesignColumns columns = columns(squares());
        for (boolean same : new boolean[] {true, false}) {
            double[] h = new double[N];
            Arrays.setAll(h, i -> same ? 0.5 : 1 + i % 3);
            GramCache grown = new GramCache(columns, Workers.serial());
            GramCache whole = new GramCache(columns, Workers.serial());

            grown.take(new int[] {5, 9, 2}, h);
            grown.take(new int[] {2, 7, 8, 30, 31, 32, 33, 34}, h);
            whole.take(new int[] {2, 5, 7, 8, 9, 30, 31, 32, 33, 34}, h);

            assertThat(grown.size()).isEqualTo(10);
            assertThat(grown.missingSweeps(new int[] {5, 34}, h)).isZero();
            for (int j : new int[] {2, 5, 7, 8, 9, 30, 31, 32, 33, 34}) {
                for (int k : new int[] {2, 5, 7, 8, 9, 30, 31, 32, 33, 34}) {
                    double product = grown.row(grown.place(j))[grown.place(k)];
                    double plain = 0;
                    for (int i = 0; i < N; i++) {
                        plain += h[i] * X[i][j] * X[i][k];
                    }
                    assertThat(product).isCloseTo(plain, within(1e-11));
                    assertThat(product).isEqualTo(whole.row(whole.place(j))[whole.place(k)]);
                }
            }
        }
    }

    /**
     * Cyclic coordinate descent as in J. Friedman, T. Hastie, R. Tibshirani (2010): Regularization Paths for Generalized Linear Models
     * via Coordinate Descent, equation (5): wⱼ ← S(⟨xⱼ, r⟩/n + wⱼ·‖xⱼ‖²/n, λ) / (‖xⱼ‖²/n).
     */
    private static double[] plain(double lambda, double[] start) {
        double[] w = start.clone();
        double[] r = Y.clone();
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < P; j++) {
                r[i] -= X[i][j] * w[j];
            }
        }
        double worst = 1;
        while (worst > 1e-13) {
            worst = 0;
            for (int j = 0; j < P; j++) {
                double square = 0;
                double slope = 0;
                for (int i = 0; i < N; i++) {
                    square += X[i][j] * X[i][j] / N;
                    slope += X[i][j] * r[i] / N;
                }
                double z = slope + square * w[j];
                double next = Math.signum(z) * Math.max(0, Math.abs(z) - lambda) / square;
                for (int i = 0; i < N && next != w[j]; i++) {
                    r[i] -= X[i][j] * (next - w[j]);
                }
                worst = Math.max(worst, Math.abs(next - w[j]));
                w[j] = next;
            }
        }
        return w;
    }

    @Test
    void runsAfterOneAnotherEndWherePlainCoordinateDescentDoes() {
        LinearSum sum = squares();
        CoordinateDescent method = new CoordinateDescent(1e-12);
        ParameterRun run = null;
        double[] plain = new double[P];
        for (double lambda = 2; lambda > 0.05; lambda *= 0.8) {
            Composite<?> objective = sum.penalized("weights", (Penalty) L1Penalty.of(lambda));
            run = run == null
                    ? method.start(objective, new double[P], 0, Memory.empty())
                    : method.startAfter(run, objective, 0, Memory.empty());
            assertThat(finish(run).stop().kind()).isEqualTo(Kind.CONVERGED);
            plain = plain(lambda, plain);
            assertThat(run.theta()).containsExactly(plain, within(1e-9));
        }
    }

    private static Composite<?> lasso(LinearSum sum, double lambda) {
        return sum.penalized("weights", (Penalty) L1Penalty.of(lambda));
    }

    private static ParameterRun third(LinearSum sum, CoordinateDescent method, Memory memory) {
        ParameterRun first = method.start(lasso(sum, 2), new double[P], 0, Memory.empty());
        finish(first);
        ParameterRun second = method.startAfter(first, lasso(sum, 1), 0, Memory.empty());
        finish(second);
        return method.startAfter(second, lasso(sum, 0.5), 0, memory);
    }

    @Test
    void aRunAfterOthersThatIsResumedEndsWithTheSameBits() {
        LinearSum sum = squares();
        CoordinateDescent method = new CoordinateDescent(1e-12);
        for (int before = 0; before < 3; before++) {
            ParameterRun whole = third(sum, method, Memory.empty());
            ParameterRun interrupted = third(sum, method, Memory.empty());
            for (int k = 0; k < before; k++) {
                interrupted.step();
            }
            ParameterRun resumed =
                    third(sum, method, Memory.of(interrupted.memory().snapshot()));

            assertThat(finish(resumed)).isEqualTo(finish(whole));
            assertThat(resumed.theta()).isEqualTo(whole.theta());
        }
    }

    /** The direction in which the second run went leads the third one on: fewer sweeps than from where the second ended. */
    @Test
    void aRunAfterOthersGoesOnInTheirDirection() {
        LinearSum sum = squares();
        CoordinateDescent method = new CoordinateDescent(1e-3);
        ParameterRun first = method.start(lasso(sum, 0.8), new double[P], 0, Memory.empty());
        finish(first);
        ParameterRun second = method.startAfter(first, lasso(sum, 0.75), 0, Memory.empty());
        finish(second);

        Step after =
                method.startAfter(second, lasso(sum, 0.7), 0, Memory.empty()).step();
        Step anew =
                method.start(lasso(sum, 0.7), second.theta(), 0, Memory.empty()).step();

        assertThat(after.number("sweeps")).isLessThan(anew.number("sweeps"));
    }

    @Test
    void aRunAfterOneOnOtherDataKnowsNothingOfIt() {
        Penalty penalty = McpPenalty.of(0.3, 5);
        CoordinateDescent method = new CoordinateDescent(1e-10);
        Composite<?> one = squares().penalized("weights", penalty);
        double[] doubled = Arrays.stream(Y).map(y -> 2 * y).toArray();
        Composite<?> other = squares(Dataset.of(X, doubled)).penalized("weights", penalty);
        ParameterRun first = method.start(one, new double[P], 0, Memory.empty());
        finish(first);

        ParameterRun after = method.startAfter(first, other, 0, Memory.empty());
        ParameterRun anew = method.start(other, first.theta(), 0, Memory.empty());

        assertThat(finish(after)).isEqualTo(finish(anew));
        assertThat(after.theta()).isEqualTo(anew.theta());
    }

    private static Step finish(ParameterRun run) {
        Step step = run.step();
        while (!step.stop().isFinal()) {
            step = run.step();
        }
        return step;
    }
}
