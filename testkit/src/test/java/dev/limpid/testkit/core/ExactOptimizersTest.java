package dev.limpid.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.exact.QrLeastSquares;
import dev.limpid.core.optimizer.exact.TallQr;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.contract.OptimizerContract;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Least squares by QR: the laws of optimizers, exact answers, and the factorisation by itself. */
class ExactOptimizersTest {

    /** A few roundings of numbers of size 1, through matrices of condition numbers below 100. */
    private static final double ROUNDING = 1e-13;

    @Nested
    class QrLeastSquaresTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return QrLeastSquares.defaults();
        }

        @Override
        public OptimizerDeclaration optimizerDeclaration() {
            return OptimizerDeclaration.nothing().withDescent();
        }
    }

    private static LinearSum risk(Dataset data, Loss loss) {
        return EmpiricalRisk.linear(new LinearHypothesis(data.features().columns(), 1, true), loss, data);
    }

    private static ParameterRun start(Objective objective) {
        return QrLeastSquares.defaults()
                .start(objective, new double[objective.blocks().size()], 0, Memory.empty());
    }

    private static StopReason finish(ParameterRun run) {
        Step step = run.step();
        while (!step.stop().isFinal()) {
            step = run.step();
        }
        return step.stop();
    }

    private static double[] fit(Objective objective) {
        ParameterRun run = start(objective);
        assertThat(finish(run).kind()).isEqualTo(StopReason.Kind.CONVERGED);
        return run.theta();
    }

    private static double[][] random(int n, int d, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextDouble() - 0.5);
        }
        return x;
    }

    private static double[] column(double[][] x, int j) {
        return Arrays.stream(x).mapToDouble(row -> row[j]).toArray();
    }

    @Nested
    class Answers {

        /** Powers 1 … 8 of 0 … 20, coefficients 1: the condition number is about 10⁸, the answer exact. */
        @Test
        void whatWasPutInComesOutToTheLastBit() {
            double[][] x = new double[21][8];
            double[] y = new double[21];
            for (int i = 0; i < 21; i++) {
                y[i] = 1;
                for (int j = 0; j < 8; j++) {
                    x[i][j] = Math.pow(i, j + 1);
                    y[i] += x[i][j];
                }
            }

            double[] theta = fit(risk(Dataset.of(x, y), new SquaredLoss()));

            assertThat(theta).containsOnly(1.0);
        }

        @Test
        void aWeightIsTheRowRepeated() {
            double[][] x = random(30, 3, 1);
            double[] y = column(random(30, 1, 2), 0);
            double[] w = new double[30];
            Arrays.setAll(w, i -> 1 + i % 3);
            int[] repeated = java.util.stream.IntStream.range(0, 30)
                    .flatMap(i -> java.util.stream.IntStream.range(0, 1 + i % 3).map(k -> i))
                    .toArray();
            Dataset data = Dataset.of(x, y);

            double[] weighted = fit(risk(data.withWeights(w), new SquaredLoss()));

            assertThat(weighted).containsExactly(fit(risk(data.select(repeated), new SquaredLoss())));
        }

        @Test
        void anOffsetIsTakenFromTheTarget() {
            double[][] x = random(30, 3, 3);
            double[] y = column(random(30, 1, 4), 0);
            double[] offset = new double[30];
            double[] rest = new double[30];
            for (int i = 0; i < 30; i++) {
                offset[i] = i / 4.0;
                y[i] = Math.rint(y[i] * 1024) / 1024; // so that y − o is exact
                rest[i] = y[i] - offset[i];
            }

            double[] theta = fit(risk(Dataset.of(x, y).withOffsets(offset), new SquaredLoss()));

            assertThat(theta).containsExactly(fit(risk(Dataset.of(x, rest), new SquaredLoss())));
        }

        /** λ/2·‖w‖² is a row √λ·n of its own for each coefficient, as F is a mean. */
        @Test
        void anL2PenaltyIsRowsThatPullTowardsZero() {
            double[][] x = random(40, 2, 5);
            double[] y = column(random(40, 1, 6), 0);
            LinearSum sum = risk(Dataset.of(x, y), new SquaredLoss());

            double[] theta = fit(sum.penalized("weights", L2Penalty.of(0.5)));

            double[] g = new double[3];
            sum.gradient(theta, g);
            assertThat(g[0]).isCloseTo(-0.5 * theta[0], within(ROUNDING));
            assertThat(g[1]).isCloseTo(-0.5 * theta[1], within(ROUNDING));
            assertThat(g[2]).isCloseTo(0, within(ROUNDING));
        }

        @Test
        void sparseRowsGiveTheSameBits() {
            double[][] x = {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}, {1, 0, 1}, {0, 5, 1}, {2, 0, 0}};
            double[] y = {1, 2, 0.5, 3, 1, 1};
            Rows sparse =
                    Rows.sparse(3, new int[] {0, 1, 2, 3, 5, 7, 8}, new int[] {0, 1, 2, 0, 2, 1, 2, 0}, new double[] {
                        1, 2, 3, 1, 1, 5, 1, 2
                    });

            assertThat(fit(risk(Dataset.of(sparse, Missing.REFUSE, y), new SquaredLoss())))
                    .containsExactly(fit(risk(Dataset.of(x, y), new SquaredLoss())));
        }

        @Test
        void columnsThatDependOnOthersStayWhereTheyBegan() {
            double[][] x = random(20, 3, 7);
            for (double[] row : x) {
                row[2] = row[0] + row[1];
            }
            double[] y = column(x, 2);
            ParameterRun run = start(risk(Dataset.of(x, y), new SquaredLoss()));

            StopReason reason = finish(run);

            assertThat(reason.kind()).isEqualTo(StopReason.Kind.CONVERGED);
            assertThat(reason.sentence()).contains(" Parameters that depend on others stay where they began: weights[");
            assertThat(Arrays.stream(run.theta()).limit(3).filter(w -> w == 0)).hasSizeGreaterThanOrEqualTo(1);
            for (double[] row : x) {
                assertThat(row[0] * run.theta()[0] + row[1] * run.theta()[1] + row[2] * run.theta()[2] + run.theta()[3])
                        .isCloseTo(row[2], within(ROUNDING));
            }
        }

        @Test
        void fewerRowsThanColumnsAreInterpolated() {
            double[][] x = random(3, 5, 8);
            double[] y = {1, 2, 3};

            double[] theta = fit(risk(Dataset.of(x, y), new SquaredLoss()));

            for (int i = 0; i < 3; i++) {
                double score = theta[5];
                for (int j = 0; j < 5; j++) {
                    score += x[i][j] * theta[j];
                }
                assertThat(score).isCloseTo(y[i], within(100 * ROUNDING)); // whichever three columns are kept
            }
        }

        /** More rows than a block: the blocks make no difference but rounding, which is refined away. */
        @Test
        void manyRowsAreOneProblem() {
            double[][] x = random(2000, 4, 9);
            double[] y = new double[2000];
            for (int i = 0; i < y.length; i++) {
                y[i] = 3 + x[i][0] - 2 * x[i][1] + 0.5 * x[i][2] + x[i][3] * x[i][3];
            }
            LinearSum sum = risk(Dataset.of(x, y), new SquaredLoss());

            double[] g = new double[5];
            sum.gradient(fit(sum), g);

            assertThat(g).containsExactly(new double[5], within(1e-15)); // a rounding of the mean of numbers below 1
        }

        @Test
        void aUserMayNameTheTolerance() {
            assertThat(QrLeastSquares.defaults().withTolerance(1e-7).tolerance())
                    .isEqualTo(1e-7);
            assertThatThrownBy(() -> QrLeastSquares.defaults().withTolerance(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tolerance must be in [0, 1), but was 1.0");
        }

        /** Two columns that differ by 10⁻¹⁵ of their size in one row, and a tolerance that doesn't see it. */
        @Test
        void whereDigitsRunOutItSaysSo() {
            double[][] x = random(50, 3, 10);
            for (int i = 0; i < x.length; i++) {
                x[i][2] = Math.nextUp(x[i][0] + (i % 2) * Math.ulp(x[i][0]));
            }
            double[] y = column(random(50, 1, 11), 0);
            Objective objective = risk(Dataset.of(x, y), new SquaredLoss());
            ParameterRun run =
                    QrLeastSquares.defaults().withTolerance(0).start(objective, new double[4], 0, Memory.empty());

            StopReason reason = finish(run);

            assertThat(reason.kind()).isEqualTo(StopReason.Kind.STALLED);
            assertThat(reason.sentence())
                    .matches(
                            "A correction of \\S+ followed one of \\S+: the columns, of condition number \\S+, depend on one"
                                    + " another as far as the digits of a double can tell\\. Leave some out, give the optimizer a"
                                    + " larger tolerance, or add an L2Penalty\\.");
        }
    }

    @Nested
    class Refusals {

        private final LinearSum sum = risk(Dataset.of(random(9, 4, 1), new double[9]), new SquaredLoss());

        private void refused(Objective objective, String but) {
            assertThatThrownBy(() -> start(objective))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "QrLeastSquares needs the squared loss of linear scores, with or without a penalty Σⱼ ½μⱼ·θⱼ², but "
                                    + but);
        }

        @Test
        void otherLosses() {
            refused(
                    risk(Dataset.of(random(9, 4, 1), new double[9]), new LogisticLoss()),
                    "the loss is LogisticLoss: use Lbfgs or MajorizeMinimize");
        }

        @Test
        void lossesThatChangeTheSquaredOne() {
            SquaredLoss changed = new SquaredLoss() {
                @Override
                public double value(double y, double f) {
                    return 2 * super.value(y, f);
                }

                @Override
                public String name() {
                    return "Twice";
                }
            };
            refused(
                    risk(Dataset.of(random(9, 4, 1), new double[9]), changed),
                    "the loss is Twice: use Lbfgs or MajorizeMinimize");
        }

        @Test
        void penaltiesThatAreNoSquares() {
            refused(
                    sum.penalized("weights", new L1Penalty(0.1)),
                    "L1Penalty is no sum of squares: use CoordinateDescent or Fista");
            refused(
                    sum.penalized("weights", (Penalty) ElasticNetPenalty.of(0.1, 0.5)),
                    "ElasticNetPenalty is no sum of squares: use CoordinateDescent or Fista");
            refused(
                    sum.penalized("weights", NonNegative.of()),
                    "NonNegative is no sum of squares: use CoordinateDescent or Fista");
        }

        @Test
        void penaltiesOfGroups() {
            refused(
                    sum.penalized("weights", GroupLassoPenalty.of(0.1, Groups.ofRows(new int[] {0, 1}, new int[] {2, 3
                    }))),
                    "GroupLassoPenalty is no sum over coordinates: use Fista");
        }
    }

    @Nested
    class Factorisation {

        private static TallQr of(double[][] a) {
            return TallQr.of(
                    a.length,
                    a[0].length,
                    (from, to, columns) -> {
                        for (int i = from; i < to; i++) {
                            for (int j = 0; j < columns.length; j++) {
                                columns[j][i - from] = a[i][j];
                            }
                        }
                    },
                    1e-13);
        }

        @ParameterizedTest
        @ValueSource(ints = {3, 7, 600, 1500})
        void itSolvesTheAugmentedSystem(int n) {
            double[][] a = random(n, 3, n);
            double[] f = column(random(n, 1, 1), 0);
            double[] g = {1, -2, 3};
            double[] r = f.clone();
            double[] x = g.clone();

            of(a).solve(r, x);

            double[] left = g.clone();
            for (int i = 0; i < n; i++) {
                assertThat(r[i] + a[i][0] * x[0] + a[i][1] * x[1] + a[i][2] * x[2])
                        .isCloseTo(f[i], within(1e3 * ROUNDING));
                for (int j = 0; j < 3; j++) {
                    left[j] -= a[i][j] * r[i];
                }
            }
            assertThat(left)
                    .containsExactly(
                            new double[3], within(1e3 * ROUNDING)); // for n = 3 the matrix is not far from singular
        }

        @Test
        void itInvertsTheGramMatrix() {
            double[][] a = random(50, 4, 1);
            double[][] inverse = of(a).inverseGram();

            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 4; k++) {
                    double product = 0;
                    for (double[] row : a) {
                        for (int l = 0; l < 4; l++) {
                            product += row[j] * row[l] * inverse[l][k];
                        }
                    }
                    assertThat(product).isCloseTo(j == k ? 1 : 0, within(ROUNDING));
                }
            }
        }

        @Test
        void leveragesAddUpToTheRank() {
            double[][] a = random(50, 4, 2);
            for (double[] row : a) {
                row[3] = row[0] - row[1];
            }
            TallQr qr = of(a);

            assertThat(qr.rank()).isEqualTo(3);
            assertThat(qr.dependent().cardinality()).isEqualTo(1);
            assertThat(Arrays.stream(a).mapToDouble(qr::leverage).sum()).isCloseTo(3, within(ROUNDING));
        }

        /** (1, ε), (0, 1)…: columns of lengths 1 with a cosine c have the condition number √((1 + c)/(1 − c)). */
        @ParameterizedTest
        @CsvSource({"0.0, 1", "0.6, 2", "0.98, 9.9498743710662"})
        void itKnowsTheConditionNumber(double cosine, double expected) {
            double[][] a = {{1, cosine}, {0, Math.sqrt(1 - cosine * cosine)}, {0, 0}};

            assertThat(of(a).condition()).isCloseTo(expected, within(0.05 * expected));
        }

        @Test
        void theUnitOfAColumnMakesNoDifference() {
            double[][] a = random(50, 3, 3);
            double[][] scaled = Arrays.stream(a)
                    .map(row -> new double[] {row[0], row[1] * 0x1p700, row[2] * 0x1p-700})
                    .toArray(double[][]::new);

            double[][] inverse = of(a).inverseGram();
            double[][] other = of(scaled).inverseGram();

            assertThat(other[0][0]).isEqualTo(inverse[0][0]);
            assertThat(other[0][1]).isEqualTo(inverse[0][1] * 0x1p-700);
            assertThat(other[2][1]).isEqualTo(inverse[2][1]);
        }

        @Test
        void numbersOutOfRangeAreRefused() {
            assertThatThrownBy(() -> TallQr.of(0, 3, (from, to, columns) -> {}, 0))
                    .hasMessage("rows and columns must be at least 1, but were 0 and 3");
            assertThatThrownBy(() -> TallQr.of(3, 3, (from, to, columns) -> {}, Double.NaN))
                    .hasMessage("tolerance must be in [0, 1), but was NaN");
            assertThatThrownBy(() -> of(new double[][] {{1, Double.NaN}}))
                    .hasMessage("cells of the matrix must be finite, but column 1 has NaN");
            assertThatThrownBy(() -> of(new double[][] {{1, Double.NEGATIVE_INFINITY}}))
                    .hasMessage("cells of the matrix must be finite, but column 1 has an infinite one");
        }
    }

    @Nested
    class ConditionOfTheGramMatrix {

        private static double of(double[][] x) {
            return QrLeastSquares.condition(design(x), new double[x[0].length]);
        }

        private static LinearDesign design(double[][] x) {
            return risk(Dataset.of(x, new double[x.length]), new SquaredLoss())
                    .design()
                    .orElseThrow();
        }

        @Test
        void orthogonalColumnsHaveOne() {
            assertThat(of(new double[][] {{1e9, 0, 0}, {0, 1e-9, 0}})).isEqualTo(1);
        }

        /** Pivots of unit columns with cosine c: 1 and √(1 − c²). */
        @Test
        void itIsTheRatioOfPivots() {
            assertThat(of(new double[][] {{1, 0.6}, {0, 0.8}})).isCloseTo(1.25, within(ROUNDING));
        }

        @Test
        void dependentColumnsHaveInfinity() {
            assertThat(of(new double[][] {{1, 2}, {3, 6}})).isInfinite();
        }

        /** Two equal unit columns in the sum of two rows, (1, 1; 1, 1), and μ/c = 1: (1, ½; ½, 1) after scaling. */
        @Test
        void aPenaltyPartsDependentColumns() {
            double[] mu = {1, 1};
            LinearDesign sum = design(new double[][] {{1, 1}, {0, 0}}).times(2); // c = 1

            assertThat(QrLeastSquares.condition(sum, mu)).isCloseTo(1 / Math.sqrt(0.75), within(ROUNDING));
            assertThatThrownBy(() -> QrLeastSquares.condition(sum, new double[3]))
                    .hasMessage("mu must have length 2 (one number per feature), but has length 3");
        }

        @Test
        void weightsCount() {
            double[][] x = {{1, 0.6}, {0, 0.8}, {5, 5}};
            Dataset data = Dataset.of(x, 0, 0, 0).withWeights(1, 1, 1e-300);

            assertThat(QrLeastSquares.condition(
                            risk(data, new SquaredLoss()).design().orElseThrow(), new double[2]))
                    .isCloseTo(1.25, within(ROUNDING));
        }
    }
}
