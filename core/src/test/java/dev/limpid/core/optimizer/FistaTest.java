package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.StopReason.Kind;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FistaTest {

    private static final Fista FISTA = Fista.defaults();

    private static final double[][] X = Regressions.normal(new SplittableRandom(1), 40, 8);
    private static final double[] Y = Regressions.targets(new SplittableRandom(2), X);

    private static Composite<? extends Smooth> lasso(double strength) {
        return RegressionToy.squares(X, Y).penalized("theta", (Penalty) L1Penalty.of(strength));
    }

    /** Subgradients of λ·‖θ‖₁ + S hold 0: ∂S/∂θⱼ = −λ·sign(θⱼ), or |∂S/∂θⱼ| ≤ λ where θⱼ = 0. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 1, 3, 6})
    void theLassoMeetsItsOptimalityConditions(double strength) {
        Composite<? extends Smooth> lasso = lasso(strength);
        double[] g = new double[8];
        lasso.smooth().gradient(new double[8], g);
        double tolerance = 1e-8 * Vectors.maxNorm(g);

        Runs.End end = Runs.finish(FISTA, lasso, new double[8]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        lasso.smooth().gradient(end.theta(), g);
        for (int j = 0; j < g.length; j++) {
            double theta = end.theta()[j];
            if (theta == 0) {
                assertThat(Math.abs(g[j])).isLessThanOrEqualTo(strength + 2 * tolerance);
            } else {
                assertThat(g[j])
                        .isCloseTo(-strength * Math.signum(theta), within(2 * tolerance)); // L at x against L at z
            }
        }
    }

    @Test
    void uncorrelatedColumnsAreShrunkOneByOne() {
        double[][] x = {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {0, 0, 0}};
        double[] y = {3, -0.4, 1, 7};
        // S = ⅛·Σ(2θⱼ − yⱼ)² + …: θⱼ = soft(yⱼ/2, λ) as ∂²S/∂θⱼ² = 1
        Composite<? extends Smooth> lasso = RegressionToy.squares(x, y).penalized("theta", (Penalty) L1Penalty.of(0.3));

        Runs.End end = Runs.finish(FISTA, lasso, new double[3]);

        assertThat(end.theta()).containsExactly(new double[] {1.2, 0, 0.2}, within(1e-8));
        assertThat(end.theta()[1]).isZero();
    }

    @Test
    void aPenaltyAboveTheLargestGradientKeepsAllAtZero() {
        double[] g = new double[8];
        lasso(1).smooth().gradient(new double[8], g);

        Runs.End end = Runs.finish(FISTA, lasso(1.0001 * Vectors.maxNorm(g)), new double[8]);

        assertThat(end.theta()).containsOnly(0);
        assertThat(end.step().iteration()).isEqualTo(1);
        assertThat(end.step().stop()).hasToString("CONVERGED: The prox-gradient mapping is 0.");
    }

    @Test
    void theElasticNetAgreesWithLbfgsWhereItIsSmooth() {
        Penalty ridge = ElasticNetPenalty.of(0.5, 0);

        Runs.End fista = Runs.finish(
                FISTA.withTolerance(1e-10), RegressionToy.squares(X, Y).penalized("theta", ridge), new double[8]);
        double[] g = new double[8];
        RegressionToy.squares(X, Y).gradient(fista.theta(), g);

        for (int j = 0; j < 8; j++) { // ∇S + λ·θ = 0
            assertThat(g[j] + 0.5 * fista.theta()[j]).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void theStepReportsTheObjectiveWithItsPenalty() {
        Composite<? extends Smooth> lasso = lasso(0.5);
        ParameterRun run = FISTA.start(lasso, new double[8], 1, Memory.empty());
        for (int k = 0; k < 20; k++) {
            double objective = run.step().objective();
            assertThat(objective).isCloseTo(lasso.value(run.theta()), within(1e-13 * objective));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0x1p20})
    void aFactorOnTheObjectiveDoesNotChangeTheSteps(double factor) {
        RegressionToy toy = RegressionToy.squares(X, Y);
        RegressionToy scaled =
                new RegressionToy(X, Y, r -> factor * toy.rho().applyAsDouble(r), r -> factor * r, r -> factor, "");

        Runs.End one = Runs.finish(FISTA, lasso(0.5), new double[8]);
        Runs.End other =
                Runs.finish(FISTA, scaled.penalized("theta", (Penalty) L1Penalty.of(0.5 * factor)), new double[8]);

        assertThat(other.step().iteration()).isEqualTo(one.step().iteration());
        assertThat(other.theta()).isEqualTo(one.theta());
    }

    @Test
    void resumingGivesTheSameBits() {
        Composite<? extends Smooth> lasso = lasso(0.1);
        for (int before : new int[] {1, 8, 20}) {
            ParameterRun resumed = Runs.interrupted(FISTA, lasso, new double[8], before, 25 - before);

            ParameterRun whole = Runs.uninterrupted(FISTA, lasso, new double[8], 25);

            assertThat(resumed.theta()).isEqualTo(whole.theta());
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    @Test
    void aStartNextToTheMinimumConvergesSoon() {
        double[] minimum = Runs.finish(FISTA, lasso(0.1), new double[8]).theta();

        Runs.End again = Runs.finish(FISTA, lasso(0.1), minimum);

        assertThat(again.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(again.step().iteration()).isLessThan(20);
    }

    @Test
    void aToleranceBeyondTheDigitsStalls() {
        Runs.End end = Runs.finish(FISTA.withTolerance(0), lasso(0.1), new double[8]);

        assertThat(end.step().stop().sentence())
                .matches(
                        "The prox-gradient mapping is 0\\.|The last 100 steps lowered neither the objective, .*, by more than its "
                                + "rounding, nor the prox-gradient mapping's largest entry, .*: this is as exact as its digits allow, unless the objective "
                                + "isn't convex and these steps can't leave the point\\. "
                                + "A larger tolerance stops earlier\\.");
    }

    @Test
    void badConditionsAreEndured() {
        double[][] x = new double[X.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {X[i][0], X[i][0] + 0.01 * X[i][1], 30 * X[i][2]};
        }
        Composite<? extends Smooth> lasso =
                RegressionToy.squares(x, Y).penalized("theta", (Penalty) L1Penalty.of(1e-3));

        Runs.End end = Runs.finish(FISTA, lasso, new double[3]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().iteration()).isLessThan(20_000);
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        assertThatThrownBy(() -> FISTA.needs().require("Fista", QuadraticToy.ofCondition(10, 2)))
                .hasMessage(
                        "Fista needs a smooth objective plus a penalty with a prox, but the objective offers no Composite "
                                + "view: use Lbfgs");
        RegressionToy kinked = RegressionToy.quantile(X, Y, 0.5);
        assertThatThrownBy(() -> FISTA.start(
                        kinked.penalized("theta", (Penalty) L1Penalty.of(1)), new double[8], 1, Memory.empty()))
                .hasMessage(
                        "Fista needs a smooth objective plus a penalty with a prox, but QuantileLoss has kinks: use a "
                                + "smooth loss");
        assertThatThrownBy(() -> new Fista(1)).hasMessage("tolerance must be in [0, 1), but was 1.0");
    }

    @Test
    void anObjectiveThatIsNowhereFiniteAheadIsReported() {
        Smooth spike = new LbfgsTest.Toy(1) {
            @Override
            public double gradient(double[] t, double[] g) {
                g[0] = 1;
                return t[0] == 0 ? 0 : Double.NaN;
            }
        };

        Runs.End end = Runs.finish(FISTA, Composite.of(spike), 0);

        assertThat(end.theta()).containsExactly(0);
        assertThat(end.step().stop())
                .hasToString(
                        "STALLED: No step, however short, leads to a finite objective: it is NaN after 100 halvings. "
                                + "Start from another point.");
    }
}
