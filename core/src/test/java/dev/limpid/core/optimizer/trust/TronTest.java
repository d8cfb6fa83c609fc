package dev.limpid.core.optimizer.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.internal.optimizer.Cholesky;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.HessianProduct;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Workers;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conjugate gradients with the diagonal and without, and runs on sparse rows whose columns differ in size. */
class TronTest {

    private static final int P = 40;

    /** Residual of 10⁻¹² times a condition number of 10⁶ at most. */
    private static final double SOLVED = 1e-6;

    private static final int N = 9000; // two stripes of rows

    /** H = A·Aᵀ/P + 1, rows and columns scaled by 10⁻¹ … 10. */
    private static double[][] matrix() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] a = new double[P][];
        for (int j = 0; j < P; j++) {
            a[j] = random.doubles(P, -1, 1).toArray();
        }
        double[][] h = new double[P][P];
        for (int j = 0; j < P; j++) {
            for (int k = 0; k < P; k++) {
                h[j][k] = size(j) * size(k) * (Vectors.dot(a[j], a[k]) / P + (j == k ? 1 : 0));
            }
        }
        return h;
    }

    private static double size(int j) {
        return Math.pow(10, j % 5 / 2.0 - 1);
    }

    private static double[] gradient() {
        return new SplittableRandom(6).doubles(P, -1, 1).toArray();
    }

    /** H·v, and diag(H) if it is to be known. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Matrix(double[][] h, boolean known) implements HessianProduct {

        @Override
        public void times(double[] v, double[] out) {
            for (int j = 0; j < out.length; j++) {
                out[j] = Vectors.dot(h[j], v);
            }
        }

        @Override
        public boolean diagonal(double[] out) {
            for (int j = 0; known && j < out.length; j++) {
                out[j] = h[j][j];
            }
            return known;
        }
    }

    private static TruncatedNewton solve(boolean known, double radius, double residual) {
        HessianProduct hessian = new Matrix(matrix(), known);
        return new TruncatedNewton(hessian, Metric.of(hessian, P), gradient(), radius, new Tron(residual, 1000, 0));
    }

    @Test
    void theDiagonalChangesTheWayAndNotTheSolution() {
        double[] solution = new double[P];
        Vectors.add(solution, -1, gradient());
        new Cholesky(matrix()).solve(solution);
        double[] plain = solve(false, 1e6, 1e-12).step();
        double[] preconditioned = solve(true, 1e6, 1e-12).step();

        assertThat(plain).containsExactly(solution, within(SOLVED));
        assertThat(preconditioned).containsExactly(solution, within(SOLVED));
    }

    @Test
    void theDiagonalSavesProductsWhereColumnsDifferInSize() {
        int plain = solve(false, 1e6, 1e-6).products();

        assertThat(solve(true, 1e6, 1e-6).products()).isLessThan(plain);
    }

    @Test
    void stepsEndAtTheBorderAsTheDiagonalMeasuresIt() {
        double[][] h = matrix();
        double[] s = solve(true, 0.01, 1e-6).step();
        double square = 0;
        for (int j = 0; j < P; j++) {
            square += s[j] * s[j] * Math.sqrt(h[j][j]); // (0)
        }

        assertThat(Math.sqrt(square)).isCloseTo(0.01, within(1e-12));
        assertThat(Vectors.norm(solve(false, 0.01, 1e-6).step())).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void aDiagonalThatIsNoneOrFlatOrNegativeStillMeasures() {
        Metric ones = Metric.of((v, out) -> {}, 2);
        assertThat(ones.norm(new double[] {3, 4})).isEqualTo(5);
        assertThat(metric(0, 0).norm(new double[] {3, 4})).isEqualTo(5);
        assertThat(metric(Double.NaN, 1).norm(new double[] {3, 4})).isEqualTo(5);
        assertThat(metric(-16, 16).norm(new double[] {3, 4})).isEqualTo(10);
        assertThat(metric(0, 16).norm(new double[] {1, 0})).isEqualTo(Math.pow(2, -12)); // (2⁻⁵²·2⁴)^¼
    }

    private static Metric metric(double first, double second) {
        return Metric.of(new Matrix(new double[][] {{first, 0}, {0, second}}, true), 2);
    }

    private static LinearSum objective(Workers workers, double strength) {
        SplittableRandom random = new SplittableRandom(2);
        int[] starts = IntStream.rangeClosed(0, N).map(i -> 5 * i).toArray();
        int[] indices = new int[5 * N];
        double[] values = new double[5 * N];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            int[] columns = random.ints(0, P).distinct().limit(5).sorted().toArray();
            double f = random.nextGaussian();
            for (int c = 0; c < 5; c++) {
                indices[5 * i + c] = columns[c];
                values[5 * i + c] = size(columns[c]) * random.nextGaussian();
                f += values[5 * i + c] / size(columns[c]) * (columns[c] % 3 - 1);
            }
            y[i] = f > 0 ? 1 : 0;
        }
        return EmpiricalRisk.linear(
                        new LinearHypothesis(P, 1, true),
                        new LogisticLoss(),
                        Dataset.of(Rows.sparse(P, starts, indices, values), Missing.REFUSE, y),
                        workers)
                .penalized("weights", L2Penalty.of(strength));
    }

    private static ParameterRun finished(Smooth f) {
        ParameterRun run = Tron.defaults().start(f, new double[P + 1], 1, Memory.empty());
        Step step = run.step();
        while (!step.stop().isFinal()) {
            step = run.step();
        }
        assertThat(step.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        return run;
    }

    @Test
    void oneThreadGivesTheBitsOfTwo() {
        try (Workers two = Workers.of(2)) {
            assertThat(finished(objective(two, 1e-5)).theta())
                    .isEqualTo(finished(objective(Workers.serial(), 1e-5)).theta());
        }
    }

    @Test
    void itEndsWhereTheGradientIsZero() {
        LinearSum f = objective(Workers.serial(), 1e-5);
        double[] g = new double[P + 1];
        double[] start = new double[P + 1];
        f.gradient(new double[P + 1], start);

        f.gradient(finished(f).theta(), g);

        assertThat(Vectors.maxNorm(g)).isLessThanOrEqualTo(1e-8 * Vectors.maxNorm(start));
    }
}
