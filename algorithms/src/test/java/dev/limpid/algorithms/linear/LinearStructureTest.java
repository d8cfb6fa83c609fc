package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.splitting.Admm;
import dev.limpid.core.optimizer.splitting.FrankWolfe;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.penalty.structured.NuclearNormPenalty;
import dev.limpid.core.penalty.structured.PenaltySum;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Constraints and structured penalties in linear models. */
class LinearStructureTest {

    private static final Dataset CARS = Sets.read("mtcars", "mpg", "cyl", "disp", "hp", "drat", "wt", "qsec");

    private static LinearSpec squared(Penalty penalty) {
        return LinearModel.with(new SquaredLoss()).penalty(penalty);
    }

    @Test
    void boundsHoldForRawCoefficients() {
        Penalty bounds = Box.of(-0.5, 0.25);

        for (LinearSpec spec :
                new LinearSpec[] {squared(bounds), squared(bounds).optimizer(Admm.defaults())}) {
            double[] w = spec.fit(CARS).coefficients()[0];

            assertThat(Arrays.stream(w).boxed()).allSatisfy(x -> assertThat(x).isBetween(-0.5, 0.25));
            assertThat(w).contains(-0.5).contains(0.25);
        }
    }

    @Test
    void signsCanBeAskedFor() {
        double[] w = squared(PenaltySum.of(NonNegative.of(), L1Penalty.of(0.01)))
                .fit(CARS)
                .coefficients()[0];

        assertThat(Arrays.stream(w).boxed()).allSatisfy(x -> assertThat(x).isNotNegative());
        assertThat(w).contains(0.0);
    }

    /** Cylinders and displacement are in or out together. */
    @Test
    void featuresLeaveInGroups() {
        Groups groups = Groups.ofRows(new int[] {0, 1}, new int[] {2}, new int[] {3}, new int[] {4}, new int[] {5});
        LinearSpec spec = squared(GroupLassoPenalty.of(0.8, groups)).standardizePenalty(true);

        double[] w = spec.fit(CARS).coefficients()[0];
        double[] admm = spec.optimizer(Admm.defaults()).fit(CARS).coefficients()[0];

        assertThat(w).contains(0.0);
        assertThat(w[0] == 0).isEqualTo(w[1] == 0);
        assertThat(admm).containsExactly(w, within(1e-5));
    }

    /** A feature of a multiclass model has a coefficient for each class: all or none are 0; and with it, few directions are in use. */
    @Test
    void featuresOfSeveralScoresLeaveTogether() {
        LinearSpec spec = LinearModel.with(new SoftmaxLoss(3)).standardizePenalty(true);

        double[][] rows = spec.penalty(GroupLassoPenalty.of(0.15, Groups.eachRow()))
                .fit(Sets.iris())
                .coefficients();
        double[][] rank =
                spec.penalty(NuclearNormPenalty.of(0.1)).fit(Sets.iris()).coefficients();

        long out = 0;
        for (int j = 0; j < 4; j++) {
            int feature = j;
            long zeros =
                    Arrays.stream(rows).filter(score -> score[feature] == 0).count();
            assertThat(zeros).isIn(0L, 3L);
            out += zeros == 3 ? 1 : 0;
        }
        assertThat(out).isBetween(1L, 3L);
        assertThat(determinant(rank)).isCloseTo(0, within(1e-6));
    }

    /** Of the first three columns. */
    private static double determinant(double[][] w) {
        return w[0][0] * (w[1][1] * w[2][2] - w[1][2] * w[2][1])
                - w[0][1] * (w[1][0] * w[2][2] - w[1][2] * w[2][0])
                + w[0][2] * (w[1][0] * w[2][1] - w[1][1] * w[2][0]);
    }

    @Test
    void sharesOfAWholeAreFoundWithoutProjections() {
        LinearSpec spec = squared(Simplex.of(1)).intercept(false);

        double[] fista = spec.fit(CARS).coefficients()[0];
        double[] frankWolfe = spec.optimizer(FrankWolfe.defaults().withRule(FrankWolfe.Rule.AWAY_STEPS))
                .fit(CARS)
                .coefficients()[0];

        assertThat(Arrays.stream(fista).sum()).isCloseTo(1, within(1e-9));
        assertThat(frankWolfe).containsExactly(fista, within(1e-4));
    }

    /** With γ = 3 a coefficient of a column of variance 1 beyond 3·λ isn't shrunk; the lasso takes λ from it. */
    @Test
    void mcpDoesNotShrinkLargeCoefficients() {
        double[][] x = new double[40][2];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            x[i][0] = i % 2 == 0 ? 1 : -1;
            x[i][1] = i % 4 < 2 ? 1 : -1;
            y[i] = 2 * x[i][0] + 0.05 * x[i][1];
        }
        Dataset orthogonal = Dataset.of(x, y);

        assertThat(squared(McpPenalty.of(0.3)).fit(orthogonal).coefficients()[0])
                .containsExactly(new double[] {2, 0}, within(1e-7));
        assertThat(squared(L1Penalty.of(0.3)).fit(orthogonal).coefficients()[0])
                .containsExactly(new double[] {1.7, 0}, within(1e-7));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeTheFirstStep() {
        assertThatThrownBy(() ->
                        squared(Simplex.of(1)).optimizer(FrankWolfe.defaults()).fit(CARS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "FrankWolfe needs a smooth objective over a bounded set with a linear minimum in each block, but"
                                + " blocks [weights, intercept] have Simplex: use Fista");
        assertThatThrownBy(() -> squared(Box.of(new double[2], new double[2])).fit(CARS))
                .hasMessage(
                        "lower and upper must have length 6 (one pair per number of block 'weights'), but have length 2");
    }
}
