package dev.limpid.core.optimizer.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.splitting.FrankWolfe.Rule;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.penalty.structured.PenaltySum;
import dev.limpid.core.penalty.structured.TotalVariationPenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Least squares (1/2n)·‖X·w − y‖² with penalties, against scikit-learn 1.2.1 (tol = 10⁻¹⁴, no intercept) and scipy 1.10.1
 * (optimize.minimize, SLSQP, ftol = 10⁻¹⁶). xᵢⱼ = sin(1 + 0.7·i·(j + 1)) + 0.1·(i·j mod 3) with i from 0 to 11, j from 0 to 4.
 */
class ReferenceFitsTest {

    private static final int N = 12;
    private static final int D = 5;

    /** What the references print, and the accuracy of SLSQP. */
    private static final double DIGITS = 1e-7;

    private static double x(int i, int j) {
        return Math.sin(1 + 0.7 * i * (j + 1)) + 0.1 * (i * j % 3);
    }

    private static double target(int i, int k) {
        return k == 0
                ? 2 * x(i, 0) - x(i, 2) + 0.3 * Math.cos(i)
                : x(i, 0) + 0.5 * x(i, 2) - 0.2 * x(i, 4) + 0.3 * Math.sin(2 * i);
    }

    /** Rows for each of the scores from the first to the last: weights are a matrix, column by column. */
    private static Bowl scores(int first, int last) {
        int k = last - first + 1;
        double[][] a = new double[k * N][k * D];
        double[] y = new double[k * N];
        for (int score = 0; score < k; score++) {
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < D; j++) {
                    a[score * N + i][score * D + j] = x(i, j) / Math.sqrt(N);
                }
                y[score * N + i] = target(i, first + score) / Math.sqrt(N);
            }
        }
        return new Bowl(new Blocks(List.of()).and("theta", D, k, Role.WEIGHTS), a, y);
    }

    private static double[] fit(Optimizer<? super Composite<? extends Smooth>> optimizer, Bowl bowl, Penalty penalty) {
        ParameterRun run = optimizer.start(
                bowl.penalized("theta", penalty), new double[bowl.blocks().size()], 1, Memory.empty());
        for (int step = 0; step < 2000 && !run.step().stop().isFinal(); step++) {
            assertThat(run.theta()).doesNotContain(Double.NaN);
        }
        return run.answer();
    }

    private static void assertFits(Bowl bowl, Penalty penalty, double... expected) {
        assertThat(fit(Fista.defaults().withTolerance(1e-11), bowl, penalty)).containsExactly(expected, within(DIGITS));
        assertThat(fit(Admm.defaults().withTolerance(1e-10), bowl, penalty)).containsExactly(expected, within(DIGITS));
    }

    /** linear_model.MultiTaskLasso(alpha=0.3), whose groups weigh 1. */
    @Test
    void multiTaskLasso() {
        Groups rows = Groups.eachRow().withWeights(1, 1, 1, 1, 1);

        assertFits(
                scores(0, 1),
                GroupLassoPenalty.of(0.3, rows),
                1.411817303235,
                0,
                -0.385055930448,
                0,
                0,
                0.765456303712,
                0,
                0.238848281088,
                0,
                0);
    }

    /** linear_model.Lasso(alpha=0.05, positive=True). */
    @Test
    void positiveLasso() {
        assertFits(
                scores(1, 1),
                PenaltySum.of(L1Penalty.of(0.05), NonNegative.of()),
                0.919262320205,
                0,
                0.463362152663,
                0,
                0);
    }

    /** linear_model.ElasticNet(alpha=0.2, l1_ratio=0.4, positive=True). */
    @Test
    void positiveElasticNet() {
        assertFits(
                scores(1, 1),
                PenaltySum.of(ElasticNetPenalty.of(0.2, 0.4), NonNegative.of()),
                0.717945920536,
                0,
                0.327410803446,
                0,
                0);
    }

    /** SLSQP with a variable for each |wⱼ₊₁ − wⱼ|. */
    @Test
    void totalVariation() {
        assertFits(
                scores(1, 1),
                TotalVariationPenalty.of(0.15),
                0.699781104,
                0.309071059,
                0.309071059,
                -0.047596173,
                -0.047596173);
    }

    /** SLSQP with bounds and an equality. */
    @Test
    void sharesOfAWhole() {
        double[] expected = {0.747414328, 0, 0.252585672, 0, 0};

        assertFits(scores(1, 1), Simplex.of(1), expected);
        FrankWolfe away = FrankWolfe.defaults().withRule(Rule.AWAY_STEPS).withTolerance(1e-13);
        assertThat(fit(away, scores(1, 1), Simplex.of(1))).containsExactly(expected, within(1e-6));
    }
}
