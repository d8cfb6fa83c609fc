package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What happens to columns on their way in and out. */
class LinearDesignTest {

    /** Coefficients of well-conditioned least squares, computed in two ways. */
    private static final double ROUNDING = 1e-10;

    /** L-BFGS needs 11 steps with columns of like curvature; it stalls after 267 where they are only scaled to like spread. */
    private static final int STEPS_WHEN_EVEN = 20;

    /** y = 1 + 2·x, plus 10 for b and 20 for c. */
    private static final Dataset LEVELS = Dataset.of(
                    new double[][] {{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 2}, {6, 2}, {8, 1}}, 1, 3, 15, 17, 29, 33, 27)
            .withNames("x", "kind")
            .withCategorical("kind", "a", "b", "c", "never");

    @Test
    void withoutPenaltyTheFirstLevelIsTheReference() {
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(LEVELS);

        assertThat(model.coefficientNames()).containsExactly("x", "kind = a", "kind = b", "kind = c", "kind = never");
        assertAll(model.coefficients()[0], 2, 0, 10, 20, 0);
        assertAll(model.intercepts(), 1);
    }

    @Test
    void theReferenceIsTheFirstLevelThatHasRows() {
        Dataset withoutA = LEVELS.select(2, 3, 4, 5, 6);

        LinearModel model = LinearModel.with(new SquaredLoss()).fit(withoutA);

        assertAll(model.coefficients()[0], 2, 0, 0, 10, 0);
        assertAll(model.intercepts(), 11);
    }

    @Test
    void withoutInterceptTheFirstCategoricalColumnKeepsAllLevels() {
        LinearModel model = LinearModel.with(new SquaredLoss()).intercept(false).fit(LEVELS);

        assertAll(model.coefficients()[0], 2, 1, 11, 21, 0);
        assertThat(model.intercept()).isZero();
    }

    @Test
    void withAPenaltyTheOrderOfLevelsDoesNotMatter() {
        Dataset reordered = LEVELS.withFeatures(
                        Rows.dense(new double[][] {{0, 2}, {1, 2}, {2, 0}, {3, 0}, {4, 1}, {6, 1}, {8, 0}}),
                        Dataset.unlabeled(new double[1][2]).schema().columns())
                .withNames("x", "kind")
                .withCategorical("kind", "b", "c", "a");
        LinearSpec spec = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.1));

        LinearModel model = spec.fit(LEVELS);
        LinearModel other = spec.fit(reordered);

        for (String level : new String[] {"a", "b", "c"}) {
            assertAll(new double[] {other.coefficient("kind", level)}, model.coefficient("kind", level));
        }
        assertThat(model.coefficient("kind", "a")).isNotZero();
        assertThat(model.coefficient("kind", "never")).isCloseTo(0, within(1e-15)); // rounding of other columns
        assertThat(other.predict(LEVELS.select(0, 3, 5))).hasSize(3);
    }

    @Test
    void aConstantColumnHasCoefficientZero() {
        Dataset data = Dataset.of(new double[][] {{1, 7}, {2, 7}, {3, 7}, {4, 7}}, 2, 4, 6, 8);

        assertAll(LinearModel.with(new SquaredLoss()).fit(data).coefficients()[0], 2, 0);
        assertThat(LinearModel.with(new SquaredLoss())
                        .penalty(L1Penalty.of(0.1))
                        .fit(data)
                        .coefficients()[0][1])
                .isZero();
        assertThat(LinearModel.with(new SquaredLoss())
                        .penalty(L2Penalty.of(1))
                        .optimizer(Lbfgs.defaults())
                        .fit(data)
                        .coefficients()[0][1])
                .isZero();
    }

    @Test
    void withoutInterceptAConstantColumnTakesItsPlace() {
        Dataset data = Dataset.of(new double[][] {{1, 2}, {2, 2}, {3, 2}, {4, 2}}, 3, 5, 7, 9);

        assertAll(LinearModel.with(new SquaredLoss()).intercept(false).fit(data).coefficients()[0], 2, 0.5);
    }

    @Test
    void onlyConstantColumnsLeaveTheMean() {
        Dataset data = Dataset.of(new double[][] {{7}, {7}, {7}}, 1, 2, 6);

        LinearModel model = LinearModel.with(new SquaredLoss()).fit(data);

        assertAll(model.coefficients()[0], 0);
        assertAll(model.intercepts(), 3);
    }

    @Test
    void dependentColumnsAreFittedAllTheSame() {
        Dataset data = Dataset.of(new double[][] {{1, 2}, {2, 4}, {3, 6}, {4, 8}}, 3, 5, 7, 9);

        LinearModel model = LinearModel.with(new SquaredLoss()).fit(data);

        assertAll(model.predict(data), 3, 5, 7, 9);
    }

    @Test
    void fewerRowsThanColumnsAreFittedExactly() {
        Dataset data = Dataset.of(new double[][] {{1, 2, 5}, {2, 4, 1}}, 3, 5);

        assertAll(LinearModel.with(new SquaredLoss()).fit(data).predict(data), 3, 5);
    }

    @Test
    void aRowAndAColumnAreEnough() {
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(Dataset.of(new double[][] {{4}}, 3));

        assertAll(model.predict(Dataset.unlabeled(new double[][] {{4}, {9}})), 3, 3);
    }

    @Test
    void columnsOfAnySizeAreScaled() {
        double[][] x = new double[50][];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            double a = Math.sin(i);
            double b = Math.cos(3.0 * i);
            x[i] = new double[] {a * 1e150, b * 1e-150};
            y[i] = 1 + 2 * a + 3 * b;
        }

        LinearModel model = LinearModel.with(new SquaredLoss()).fit(Dataset.of(x, y));

        assertAll(new double[] {model.coefficients()[0][0] * 1e150, model.coefficients()[0][1] * 1e-150}, 2, 3);
        assertAll(model.intercepts(), 1);
    }

    @Test
    void sparseRowsGiveTheModelOfTheSameDenseRows() {
        double[][] cells = new double[120][8];
        double[] y = new double[120];
        for (int i = 0; i < 120; i++) {
            cells[i][i % 7] = 1 + i % 5;
            cells[i][7] = i % 3;
            y[i] = cells[i][0] - 2 * cells[i][3] + cells[i][7] * cells[i][7] + 0.01 * Math.sin(i);
        }
        Dataset dense = Dataset.of(cells, y).withCategorical("x7", "0", "1", "2");
        Dataset sparse = Dataset.of(sparse(cells), Missing.REFUSE, y).withCategorical("x7", "0", "1", "2");

        for (LinearSpec spec : new LinearSpec[] {
            LinearModel.with(new SquaredLoss()),
            LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.1)),
            LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.1)).standardizePenalty(true)
        }) {
            LinearModel ofDense = spec.fit(dense);
            LinearModel ofSparse = spec.fit(sparse);

            assertAll(ofSparse.coefficients()[0], ofDense.coefficients()[0]);
            assertAll(ofSparse.intercepts(), ofDense.intercepts());
            assertThat(ofSparse.predict(sparse)).isEqualTo(ofSparse.predict(dense));
        }
    }

    private static Rows sparse(double[][] cells) {
        int[] starts = new int[cells.length + 1];
        int[] indices = new int[cells.length * cells[0].length];
        double[] values = new double[indices.length];
        int size = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells[i].length; j++) {
                if (cells[i][j] != 0) {
                    indices[size] = j;
                    values[size++] = cells[i][j];
                }
            }
            starts[i + 1] = size;
        }
        return Rows.sparse(cells[0].length, starts, Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    @Test
    void floatRowsGiveTheModelOfTheirCells() {
        Dataset data = Sets.random(60, 100, 4).withFloatStorage();
        double[][] cells = new double[100][];
        for (int i = 0; i < 100; i++) {
            cells[i] = data.features().row(i);
        }

        LinearModel ofFloats = LinearModel.with(new SquaredLoss()).fit(data);
        LinearModel ofDoubles = LinearModel.with(new SquaredLoss())
                .fit(Dataset.of(cells, data.targets().get(0).toArray()));

        assertThat(ofFloats.coefficients()).isDeepEqualTo(ofDoubles.coefficients());
        assertThat(ofFloats.predict(data)).isEqualTo(ofDoubles.predict(data));
    }

    /** Of a loss of differences an intercept is not to be told: the model orders rows and has none. */
    @Test
    void aLossOfDifferencesHasNoIntercept() {
        Dataset features = Sets.random(61, 60, 3);
        double[] y = new double[60];
        features.features().copyColumn(0, 0, 60, y);
        Dataset data = features.withTargets(y).withGroups(groups());

        LinearModel model = LinearModel.with(new PairwiseLogisticLoss())
                .penalty(L2Penalty.of(0.1))
                .fit(data);

        assertThat(model.intercept()).isZero();
        assertThat(model.recipe().formula()).isEqualTo("F(w) = Σᵤ L(u) / Σᵤ mass(u),  fᵢ = w·xᵢ + 0.1/2·‖w‖²");
        assertThat(model.coefficients()[0][0]).isPositive();
    }

    private static int[] groups() {
        int[] groups = new int[60];
        Arrays.setAll(groups, i -> i / 10);
        return groups;
    }

    @Test
    void scalesArePowersOfTwoUnlessStandardised() {
        Dataset data = Sets.random(62, 100, 3);
        Encoding encoding = new Encoding(data.schema());

        Design design = Design.of(data, encoding, true, Design.Scale.POWER_OF_TWO, true);

        for (int j = 0; j < 3; j++) {
            assertThat(design.scale(j)).isEqualTo(Math.scalb(1.0, Math.getExponent(design.scale(j))));
            double[] x = new double[100];
            design.encode(data).features().copyColumn(j, 0, 100, x);
            Moments moments = Moments.of(x, data.weights().toArray(), 100, true);
            assertThat(Math.abs(moments.centre())).isLessThanOrEqualTo(1e-14);
            assertThat(moments.spread()).isBetween(1.0, 2.0);
        }
    }

    @Test
    void aRidgeMakesUpForColumnsThatHardlyVary() {
        double ridge = 0.01;
        Dataset even = Sets.random(63, 100, 3);
        double[][] x = new double[100][3];
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 3; j++) {
                x[i][j] = Math.scalb(even.features().get(i, j), -4 * j); // deviations near 1, 1/16 and 1/256
            }
        }
        Dataset data = even.withFeatures(Rows.dense(x), even.schema().columns());
        LinearSpec spec = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(ridge));

        Design design = new LinearFit(spec, data).design();

        Moments[] moments = DenseColumns.moments(data, new Encoding(data.schema()), true, Workers.serial());
        for (int j = 0; j < 3; j++) {
            double curvature = Math.pow(moments[j].spread(), 2) + ridge; // ∂²F/∂wⱼ², as squares have curvature 1
            assertThat(curvature / Math.pow(design.scale(j), 2)) // ∂²F/∂w̃ⱼ²
                    .as("column %s", j)
                    .isBetween(1.0, 4.0);
        }
    }

    @Test
    void aRidgeOnColumnsThatHardlyVaryCostsNoSteps() {
        Dataset even = Sets.random(64, 200, 12);
        double[][] x = new double[200][12];
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 12; j++) {
                x[i][j] = Math.scalb(even.features().get(i, j), -j);
            }
        }
        Dataset data = even.withFeatures(Rows.dense(x), even.schema().columns());
        LinearSpec spec = LinearModel.with(new SquaredLoss()).optimizer(Lbfgs.defaults());

        LinearModel model = spec.penalty(L2Penalty.of(0.1)).fit(data);

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(model.trace().size()).isLessThanOrEqualTo(STEPS_WHEN_EVEN);
    }

    private static void assertAll(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat(Math.abs(actual[j] - expected[j]))
                    .as("entry %s, %s, to be %s", j, actual[j], expected[j])
                    .isLessThanOrEqualTo(ROUNDING * Math.max(1, Math.abs(expected[j])));
        }
    }
}
