package dev.limpid.core.optimizer.exact;

import static dev.limpid.core.optimizer.exact.QrFits.column;
import static dev.limpid.core.optimizer.exact.QrFits.finish;
import static dev.limpid.core.optimizer.exact.QrFits.fit;
import static dev.limpid.core.optimizer.exact.QrFits.random;
import static dev.limpid.core.optimizer.exact.QrFits.risk;
import static dev.limpid.core.optimizer.exact.QrFits.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Least squares by QR: answers that are exact, and what they are when columns depend on one another. */
class QrLeastSquaresTest {

    /** A few roundings of numbers of size 1, through matrices of condition numbers below 100. */
    private static final double ROUNDING = 1e-13;

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
        int[] repeated = IntStream.range(0, 30)
                .flatMap(i -> IntStream.range(0, 1 + i % 3).map(k -> i))
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
        Rows sparse = Rows.sparse(3, new int[] {0, 1, 2, 3, 5, 7, 8}, new int[] {0, 1, 2, 0, 2, 1, 2, 0}, new double[] {
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
        assertThat(QrLeastSquares.defaults().withTolerance(1e-7).tolerance()).isEqualTo(1e-7);
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
