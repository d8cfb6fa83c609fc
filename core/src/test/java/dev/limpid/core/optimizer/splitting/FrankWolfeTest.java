package dev.limpid.core.optimizer.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.splitting.FrankWolfe.Rule;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L1Ball;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.NuclearBall;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrankWolfeTest {

    private static final FrankWolfe FRANK_WOLFE = FrankWolfe.defaults();

    private static final Bowl REGRESSION = Bowl.regression(4, 60, 8);

    private static Composite<? extends Smooth> over(Smooth smooth, Penalty set) {
        return smooth.penalized("theta", set);
    }

    private record End(ParameterRun run, Step step) {}

    private static End finish(FrankWolfe optimizer, Composite<? extends Smooth> f, double... theta0) {
        ParameterRun run = optimizer.start(f, theta0, 1, Memory.empty());
        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < 20_000) {
            step = run.step();
        }
        return new End(run, step);
    }

    /** The minimum over the simplex: gⱼ is the least of all where xⱼ > 0. */
    @Test
    void awayStepsFindTheCornersOfTheSimplex() {
        End end = finish(
                FRANK_WOLFE.withRule(Rule.AWAY_STEPS).withTolerance(1e-12),
                over(REGRESSION, Simplex.of(6)),
                new double[8]);

        double[] x = end.run().theta();
        double[] g = REGRESSION.slope(x);
        double least = Arrays.stream(g).min().orElseThrow();
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().iteration()).isLessThan(300);
        assertThat(Arrays.stream(x).sum()).isCloseTo(6, within(1e-12));
        for (int j = 0; j < x.length; j++) {
            assertThat(x[j]).isGreaterThanOrEqualTo(0);
            if (x[j] > 0) {
                assertThat(g[j]).isCloseTo(least, within(1e-5));
            }
        }
        assertThat(x).contains(0.0);
    }

    /** The lasso in its two forms: ‖x‖₁ ≤ r has the minimum of S + λ·‖x‖₁ with r the norm of that. */
    @Test
    void theBallOfTheLassoHasItsMinimum() {
        ParameterRun fista = Fista.defaults()
                .withTolerance(1e-12)
                .start(REGRESSION.penalized("theta", (Penalty) L1Penalty.of(1.5)), new double[8], 1, Memory.empty());
        for (int k = 0; k < 500; k++) {
            fista.step();
        }
        double[] lasso = fista.theta();
        double radius = Arrays.stream(lasso).map(Math::abs).sum();

        End end = finish(
                FRANK_WOLFE.withRule(Rule.AWAY_STEPS).withTolerance(1e-12),
                over(REGRESSION, L1Ball.of(radius)),
                new double[8]);

        assertThat(end.run().theta()).containsExactly(lasso, within(1e-5));
        assertThat(lasso).contains(0.0);
    }

    /** ½·‖x − y‖² over a ball around 0 has its minimum at r·y/‖y‖, in one exact step from 0. */
    @Test
    void theNearestPointOfABallIsOneStepAway() {
        End end = finish(FRANK_WOLFE, over(Bowl.around(3, 0, 4), L2Ball.of(1)), 0, 0, 0);

        assertThat(end.run().theta()).containsExactly(new double[] {0.6, 0, 0.8}, within(1e-15));
        assertThat(end.step().stop())
                .hasToString("CONVERGED: The duality gap, 0.0, is at most 1.0E-6 of the decrease so far, 4.5.");
    }

    @Test
    void theCornerOfABoxIsReachedExactly() {
        End end = finish(FRANK_WOLFE, over(Bowl.around(3, -5, 2), Box.of(-1, 1)), 0, 0, 0);

        assertThat(end.run().theta()).containsExactly(1, -1, 1);
    }

    /** The nearest matrix of a nuclear ball has the singular values nearest in the ℓ₁ ball: (3, 4) goes to (1, 2). */
    @Test
    void theNuclearBallHasItsProjection() {
        Bowl around = Bowl.around(3, 0, 0, -4);
        Bowl matrix =
                new Bowl(new Blocks(java.util.List.of()).and("theta", 2, 2, Role.WEIGHTS), around.a(), around.y());

        End end = finish(FRANK_WOLFE.withTolerance(1e-9), over(matrix, NuclearBall.of(3)), 0, 0, 0, 0);

        assertThat(end.run().theta()).containsExactly(new double[] {1, 0, 0, -2}, within(1e-4));
    }

    /** Jaggi (2013), theorem 1: S(θ) − min S ≤ 2·L·diam²/(k + 2) after k steps; L = 1, diam² = 2 for the unit simplex. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void theGapFallsAtThePublishedRate(Rule rule) {
        Composite<? extends Smooth> f =
                over(Bowl.around(0.3, 0.2, 0.1, 0.25, 0.15), Simplex.of(1)); // minimum 0, inside
        ParameterRun run =
                FRANK_WOLFE.withRule(rule).withTolerance(0).start(f, new double[] {0, 0, 1, 0, 0}, 1, Memory.empty());

        for (int k = 1; k <= 300; k++) {
            Step step = run.step();
            assertThat(step.objective()).isLessThanOrEqualTo(2 * 2.0 / (k + 2));
            if (step.stop().isFinal()) {
                break;
            }
        }
    }

    /** gap ≥ S(θ) − min S in each step: the reported gap certifies. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void theGapBoundsWhatIsLeft(Rule rule) {
        Composite<? extends Smooth> f = over(REGRESSION, L1Ball.of(4));
        double minimum = finish(FRANK_WOLFE.withRule(Rule.AWAY_STEPS).withTolerance(1e-13), f, new double[8])
                .step()
                .objective();
        ParameterRun run = FRANK_WOLFE.withRule(rule).start(f, new double[8], 1, Memory.empty());

        for (int k = 0; k < 50; k++) {
            Step step = run.step();
            assertThat(step.gradientNorm()).isGreaterThanOrEqualTo(step.number(Step.BEFORE) - minimum - 1e-12);
            assertThat(step.objective()).isCloseTo(f.value(run.theta()), within(1e-12));
        }
    }

    @Test
    void awayStepsLeaveCornersThatPlainStepsKeep() {
        Composite<? extends Smooth> f = over(REGRESSION, Simplex.of(6));

        double plain =
                finish(FRANK_WOLFE.withTolerance(1e-8), f, new double[8]).step().iteration();
        double away = finish(FRANK_WOLFE.withRule(Rule.AWAY_STEPS).withTolerance(1e-8), f, new double[8])
                .step()
                .iteration();

        assertThat(away).isLessThan(plain / 10);
    }

    @Test
    void aStartOutsideIsProjected() {
        ParameterRun run =
                FRANK_WOLFE.start(over(Bowl.around(1, 0), Simplex.of(1)), new double[] {5, 4}, 1, Memory.empty());

        assertThat(run.theta()).containsExactly(5, 4);
        assertThat(run.step().number(Step.BEFORE)).isEqualTo(0); // (1, 0) itself
        assertThat(run.theta()).containsExactly(1, 0);
    }

    @Test
    void severalBlocksHaveASetEach() {
        Blocks blocks = Blocks.single(2).and("more", 2, 1, Role.WEIGHTS);
        Bowl around = Bowl.around(2, 0, 0, 5);
        Composite<? extends Smooth> f = new Bowl(blocks, around.a(), around.y())
                .penalized("theta", Simplex.of(1))
                .penalized("more", Box.of(-1, 3));

        assertThat(finish(FRANK_WOLFE, f, new double[4]).run().theta())
                .containsExactly(new double[] {1, 0, 0, 3}, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void resumingGivesTheSameBits(Rule rule) {
        FrankWolfe optimizer = FRANK_WOLFE.withRule(rule);
        Composite<? extends Smooth> f = over(REGRESSION, Simplex.of(6));
        ParameterRun whole = optimizer.start(f, new double[8], 1, Memory.empty());
        ParameterRun first = optimizer.start(f, new double[8], 1, Memory.empty());
        for (int k = 0; k < 7; k++) {
            whole.step();
            first.step();
        }
        ParameterRun second =
                optimizer.start(f, new double[8], 1, Memory.of(first.memory().snapshot()));
        for (int k = 0; k < 20; k++) {
            assertThat(second.step()).isEqualTo(whole.step());
            assertThat(second.theta()).isEqualTo(whole.theta());
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aFactorOnTheObjectiveDoesNotChangeTheSteps(Rule rule) {
        FrankWolfe optimizer = FRANK_WOLFE.withRule(rule).withTolerance(1e-4);
        End one = finish(optimizer, over(REGRESSION, Simplex.of(6)), new double[8]);
        End other = finish(optimizer, over(REGRESSION.times(0x1p20), Simplex.of(6)), new double[8]);

        assertThat(other.run().theta()).isEqualTo(one.run().theta());
        assertThat(other.step().iteration()).isEqualTo(one.step().iteration());
    }

    @Test
    void aStartAtTheMinimumIsSeen() {
        End end = finish(FRANK_WOLFE, over(Bowl.around(0.5, 0.5), Simplex.of(1)), 0.5, 0.5);

        assertThat(end.step().iteration()).isEqualTo(1);
        assertThat(end.step().stop())
                .hasToString("CONVERGED: The duality gap, 0.0, is at most 1.0E-6 of the decrease so far, 0.0.");
    }

    @Test
    void aToleranceBeyondTheDigitsEnds() {
        End end = finish(
                FRANK_WOLFE.withRule(Rule.AWAY_STEPS).withTolerance(0), over(REGRESSION, Simplex.of(6)), new double[8]);

        assertThat(end.step().stop().sentence())
                .matches(
                        "The duality gap, .*, is its rounding\\.|The last 100 steps lowered neither the objective, .*, by more "
                                + "than its rounding, nor the duality gap, .*: this is as exact as its digits allow, unless the objective "
                                + "isn't convex and these steps can't leave the point\\. A larger "
                                + "tolerance stops earlier\\.");
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        String need =
                "FrankWolfe needs a smooth objective over a bounded set with a linear minimum in each block, but ";
        assertThatThrownBy(() -> finish(FRANK_WOLFE, over(REGRESSION, (Penalty) L1Penalty.of(1)), new double[8]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(need + "blocks [theta] have L1Penalty: use Fista");
        assertThatThrownBy(() ->
                        finish(FRANK_WOLFE, over(REGRESSION, Box.of(0, Double.POSITIVE_INFINITY)), new double[8]))
                .hasMessage(need + "blocks [theta] have Box: use Fista");
        Blocks blocks = Blocks.single(1).and("intercept", 1, 1, Role.INTERCEPT);
        Smooth two = new Bowl(blocks, new double[][] {{1, 1}}, new double[] {3});
        assertThatThrownBy(() -> finish(FRANK_WOLFE, two.penalized("theta", Simplex.of(1)), 0, 0))
                .hasMessage(need + "blocks [theta, intercept] have Simplex: use Fista");
        assertThatThrownBy(() -> new FrankWolfe(Rule.LINE, 1)).hasMessage("tolerance must be in [0, 1), but was 1.0");
    }

    /** A set of one's own takes part like those that are built in: a copy of the ball. */
    @Test
    void aSetOfTheUserTakesPart() {
        LinearMinimizationOracle point = new LinearMinimizationOracle() {
            @Override
            public void linearMinimum(double[] g, dev.limpid.core.parameter.Block b, double[] s) {
                L2Ball.of(1).linearMinimum(g, b, s);
            }

            @Override
            public double value(double[] t, dev.limpid.core.parameter.Block b) {
                return L2Ball.of(1).value(t, b);
            }

            @Override
            public void prox(double[] z, dev.limpid.core.parameter.Block b, double step) {
                L2Ball.of(1).prox(z, b, step);
            }
        };

        End own = finish(FRANK_WOLFE, over(REGRESSION, point), new double[8]);
        End builtIn = finish(FRANK_WOLFE, over(REGRESSION, L2Ball.of(1)), new double[8]);

        assertThat(own.run().theta()).isEqualTo(builtIn.run().theta());
        assertThat(own.step()).isEqualTo(builtIn.step());
    }

    @Test
    void anObjectiveThatTurnsIntoNaNIsReported() {
        Smooth broken = new Smooth() {
            @Override
            public Blocks blocks() {
                return Blocks.single(2);
            }

            @Override
            public double value(double[] t) {
                return gradient(t, new double[2]);
            }

            @Override
            public double gradient(double[] t, double[] g) {
                g[0] = -1;
                return t[0] == 0 ? 0 : Double.NaN;
            }
        };

        End end = finish(FRANK_WOLFE.withRule(Rule.OPEN_LOOP), over(broken, Box.of(0, 1)), 0, 0);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.DIVERGED);
        assertThat(end.step().stop().sentence())
                .isEqualTo(
                        "The objective is NaN with a gradient of size 1.0 where the run stands: start from another point, or "
                                + "scale the columns.");
    }
}
