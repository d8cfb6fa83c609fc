package dev.limpid.core.optimizer.coordinate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Regressions;
import dev.limpid.core.optimizer.Runs;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateDescentTest {

    private static final int P = 300;

    private static final double[][] X = Regressions.normal(new SplittableRandom(1), 80, P);

    private static final double[] Y = new double[80];

    static {
        for (int i = 0; i < Y.length; i++) {
            Y[i] = 3 * X[i][7] - 2 * X[i][100] + X[i][299] + 0.1 * X[i][50];
        }
    }

    private static LinearSum squares() {
        return EmpiricalRisk.linear(new LinearHypothesis(P, 1, false), new SquaredLoss(), Dataset.of(X, Y));
    }

    private static LinearSum logistic() {
        double[] y = Arrays.stream(Y).map(v -> v > 0 ? 1 : 0).toArray();
        return EmpiricalRisk.linear(new LinearHypothesis(P, 1, true), new LogisticLoss(), Dataset.of(X, y));
    }

    private static Composite<?> lasso(LinearSum sum, double strength) {
        return sum.penalized("weights", (Penalty) L1Penalty.of(strength));
    }

    private static double largestGradientAtZero(LinearSum sum) {
        double[] g = new double[sum.blocks().size()];
        sum.gradient(new double[g.length], g);
        return Arrays.stream(g).map(Math::abs).reduce(0, Math::max);
    }

    /** Subgradients of λ·‖θ‖₁ + S hold 0: ∂S/∂θⱼ = −λ·sign(θⱼ), or |∂S/∂θⱼ| ≤ λ where θⱼ = 0. */
    private static void assertOptimal(LinearSum sum, int weights, double strength, double scale, Runs.End end) {
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        double[] g = new double[end.theta().length];
        sum.gradient(end.theta(), g);
        double tolerance = 1.1e-8 * scale; // g is computed anew
        for (int j = 0; j < g.length; j++) {
            double theta = end.theta()[j];
            if (j >= weights) {
                assertThat(g[j]).as("intercept").isCloseTo(0, within(tolerance));
            } else if (theta == 0) {
                assertThat(Math.abs(g[j])).isLessThanOrEqualTo(strength + tolerance);
            } else {
                assertThat(g[j]).isCloseTo(-strength * Math.signum(theta), within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1, 0.01, 0.001})
    void moreColumnsThanRowsMeetTheOptimalityConditions(double part) {
        LinearSum sum = squares();
        double scale = largestGradientAtZero(sum);
        double strength = part * scale;

        Runs.End end = Runs.finish(CoordinateDescent.defaults(), lasso(sum, strength), new double[P]);

        assertOptimal(sum, P, strength, scale, end);
        assertThat(Arrays.stream(end.theta()).filter(x -> x != 0).count()).isLessThanOrEqualTo(80);
    }

    /** Moves of columns that have a part in common add up: each alone is within the tolerance long before all are. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void columnsThatHaveMuchInCommonConvergeInAFewSteps(boolean classes) {
        SplittableRandom random = new SplittableRandom(1);
        int n = 1000; // more rows than are read at once
        int p = 100;
        double[][] x = Regressions.normal(random, n, p);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double common = 0.7 * random.nextGaussian();
            for (int j = 0; j < p; j++) {
                x[i][j] += common;
                y[i] += j < 20 ? 0.1 * (j % 5 - 2) * x[i][j] : 0;
            }
            y[i] += random.nextGaussian();
            y[i] = classes ? (y[i] > 0 ? 1 : 0) : y[i];
        }
        LinearSum sum = EmpiricalRisk.linear(
                new LinearHypothesis(p, 1, true), classes ? new LogisticLoss() : new SquaredLoss(), Dataset.of(x, y));

        double scale = largestGradientAtZero(sum);

        Runs.End end = Runs.finish(CoordinateDescent.defaults(), lasso(sum, 0.01 * scale), new double[p + 1]);

        assertOptimal(sum, p, 0.01 * scale, scale, end);
        assertThat(end.step().iteration()).isLessThanOrEqualTo(10);
    }

    @Test
    void aPenaltyAboveTheLargestGradientKeepsAllAtZero() {
        LinearSum sum = squares();

        Runs.End end = Runs.finish(
                CoordinateDescent.defaults(), lasso(sum, 1.0001 * largestGradientAtZero(sum)), new double[P]);

        assertThat(end.theta()).containsOnly(0);
        assertThat(end.step().iteration()).isEqualTo(1);
        assertThat(end.step().stop())
                .hasToString("CONVERGED: No coordinate can be improved: the largest violation is 0.");
    }

    @Test
    void theObjectiveNeverRisesAndIsThatOfThePoint() {
        for (Optimizer<Objective> optimizer : java.util.List.of(CoordinateDescent.defaults(), ProxNewton.defaults())) {
            Composite<?> objective = lasso(logistic(), 0.01);
            ParameterRun run = optimizer.start(objective, new double[P + 1], 1, Memory.empty());
            double before = objective.value(new double[P + 1]);
            Step step = run.step();
            while (!step.stop().isFinal()) {
                assertThat(step.objective()).isCloseTo(objective.value(run.theta()), within(1e-13));
                assertThat(step.objective()).isLessThanOrEqualTo(before + 1e-14);
                assertThat(step.number(Step.SLOPE)).isNegative();
                before = step.objective();
                step = run.step();
            }
            assertThat(step.stop().kind()).isEqualTo(Kind.CONVERGED);
            assertThat(step.iteration()).isLessThan(15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0x1p20})
    void aFactorOnTheObjectiveDoesNotChangeTheSteps(double factor) {
        for (Optimizer<Objective> optimizer : java.util.List.of(CoordinateDescent.defaults(), ProxNewton.defaults())) {
            Runs.End one = Runs.finish(optimizer, lasso(squares(), 0.2), new double[P]);
            Runs.End other = Runs.finish(optimizer, lasso(squares().times(factor), 0.2 * factor), new double[P]);

            assertThat(other.step().iteration()).isEqualTo(one.step().iteration());
            assertThat(other.theta()).isEqualTo(one.theta());
        }
    }

    @Test
    void resumingGivesTheSameBits() {
        for (Optimizer<Objective> optimizer : java.util.List.of(CoordinateDescent.defaults(), ProxNewton.defaults())) {
            Objective objective = lasso(logistic(), 0.003);
            for (int before : new int[] {1, 3}) {
                ParameterRun resumed = Runs.interrupted(optimizer, objective, new double[P + 1], before, 6 - before);

                ParameterRun whole = Runs.uninterrupted(optimizer, objective, new double[P + 1], 6);

                assertThat(resumed.theta()).isEqualTo(whole.theta());
                assertThat(resumed.step()).isEqualTo(whole.step());
            }
        }
    }

    @Test
    void resumingWithProductsOfManyColumnsGivesTheSameBits() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = new double[300][600];
        double[] y = new double[300];
        for (int i = 0; i < x.length; i++) {
            double common = random.nextGaussian();
            Arrays.setAll(x[i], j -> 2 * common + random.nextGaussian());
            y[i] = random.nextGaussian(); // so that hundreds of columns have a part in the answer
        }
        LinearSum sum = EmpiricalRisk.linear(new LinearHypothesis(600, 1, false), new SquaredLoss(), Dataset.of(x, y));
        Objective objective = lasso(sum, 0.003);
        for (int before = 1; before <= 6; before++) {
            ParameterRun resumed =
                    Runs.interrupted(CoordinateDescent.defaults(), objective, new double[600], before, 8 - before);

            ParameterRun whole = Runs.uninterrupted(CoordinateDescent.defaults(), objective, new double[600], 8);

            assertThat(resumed.theta()).isEqualTo(whole.theta());
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    @Test
    void resumingAnIllConditionedRunGivesTheSameBits() {
        double[][] x = new double[X.length][];
        for (int i = 0; i < x.length; i++) {
            double common = X[i][0];
            x[i] = Arrays.stream(X[i]).limit(40).map(v -> common + 0.02 * v).toArray();
        }
        LinearSum sum = EmpiricalRisk.linear(new LinearHypothesis(40, 1, true), new SquaredLoss(), Dataset.of(x, Y));
        Objective objective = lasso(sum, 1e-4); // so many sweeps that the Gram matrix is made

        ParameterRun resumed = Runs.interrupted(CoordinateDescent.defaults(), objective, new double[41], 2, 2);
        ParameterRun whole = Runs.uninterrupted(CoordinateDescent.defaults(), objective, new double[41], 4);

        assertThat(resumed.theta()).isEqualTo(whole.theta());
        Runs.End end = Runs.finish(CoordinateDescent.defaults(), objective, new double[41]);
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
    }

    @Test
    void aColumnOfZerosStaysAtZero() {
        double[][] x = {{1, 0}, {2, 0}, {-1, 0}};
        LinearSum sum =
                EmpiricalRisk.linear(new LinearHypothesis(2, 1, false), new SquaredLoss(), Dataset.of(x, 1, 2, -1));

        double[] theta = Runs.finish(CoordinateDescent.defaults(), lasso(sum, 0.1), new double[] {0, 5})
                .theta();

        assertThat(theta).containsExactly(new double[] {0.95, 0}, within(1e-12)); // Σx²/n = 2: 1 − λ/2
    }

    @Test
    void aToleranceBeyondTheDigitsStalls() {
        Runs.End end =
                Runs.finish(CoordinateDescent.defaults().withTolerance(0), lasso(logistic(), 0.01), new double[P + 1]);

        assertThat(end.step().stop().sentence())
                .matches(
                        "No coordinate can be improved: the largest violation is 0\\.|The last 20 steps lowered neither the "
                                + "objective, .*, by more than its rounding, nor the largest violation, .*: this is as exact as its "
                                + "digits allow, unless the objective isn't convex and these steps can't leave the point\\. "
                                + "A larger tolerance stops earlier\\.");
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        CoordinateDescent descent = CoordinateDescent.defaults();
        LinearSum kinked =
                EmpiricalRisk.linear(new LinearHypothesis(P, 1, false), new AbsoluteLoss(), Dataset.of(X, Y));
        assertRefused(
                descent,
                lasso(kinked, 1),
                "CoordinateDescent needs a smooth loss of linear scores, with or without a penalty that is a sum over coordinates, "
                        + "but AbsoluteLoss has kinks: use Pdhg");
        assertRefused(
                descent,
                squares().plus((Curved) squares()),
                "CoordinateDescent needs a smooth loss of linear scores, with or without a penalty that is a sum over coordinates, "
                        + "but its smooth part is more than a loss of linear scores: use Lbfgs or MajorizeMinimize");
        assertRefused(
                descent,
                squares().penalized("weights", new Mixing()),
                "CoordinateDescent needs a smooth loss of linear scores, with or without a penalty that is a sum over coordinates, "
                        + "but Mixing is no sum over coordinates: use Fista");
        assertRefused(
                ProxNewton.defaults(),
                lasso(kinked, 1),
                "ProxNewton needs a smooth objective with a local quadratic, with or without a penalty that is a sum over "
                        + "coordinates, but AbsoluteLoss has kinks: use Pdhg");
        assertThatThrownBy(() -> new CoordinateDescent(1)).hasMessage("tolerance must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new ProxNewton(Double.NaN)).hasMessage("tolerance must be in [0, 1), but was NaN");
        assertThatThrownBy(() -> descent.start(squares(), new double[3], 1, Memory.empty()))
                .hasMessage("theta0 must have length 300 (one number per parameter), but has length 3");
    }

    private static void assertRefused(Optimizer<Objective> optimizer, Objective objective, String message) {
        assertThatThrownBy(() ->
                        optimizer.start(objective, new double[objective.blocks().size()], 1, Memory.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static final class Mixing implements Penalty {
        @Override
        public double value(double[] t, Block b) {
            return Math.hypot(t[0], t[1]);
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            double factor = Math.max(0, 1 - step / Math.hypot(z[0], z[1]));
            z[0] *= factor;
            z[1] *= factor;
        }

        @Override
        public String name() {
            return "Mixing";
        }
    }
}
