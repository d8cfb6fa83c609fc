package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.search.WolfeSearch;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LbfgsTest {

    private static final Lbfgs LBFGS = Lbfgs.defaults();

    @ParameterizedTest
    @ValueSource(doubles = {1, 100, 1e4, 1e8})
    void quadraticsOfAnyConditionAreMinimised(double kappa) {
        QuadraticToy quadratic = QuadraticToy.ofCondition(kappa, 20);
        double start = quadratic.value(new double[20]);

        Runs.End end = Runs.finish(new Lbfgs(20, WolfeSearch.defaults(), 1e-9), quadratic, new double[20]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().objective())
                .isLessThan(1e-10 * start); // the model's promise is below 1e-18, H within 1e8 of it
    }

    static List<ClassicProblem> classics() {
        return ClassicProblem.all();
    }

    @ParameterizedTest
    @MethodSource("classics")
    void classicProblemsAreMinimised(ClassicProblem problem) {
        Runs.End end = Runs.finish(LBFGS.withTolerance(1e-9), problem, problem.start());

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().objective()).isCloseTo(problem.minimum(), within(1e-11 * (1 + problem.minimum())));
        assertThat(end.step().iteration()).isLessThan(200);
    }

    @ParameterizedTest
    @MethodSource("classics")
    void theObjectiveNeverRisesAndStepsFollowOneAnother(ClassicProblem problem) {
        ParameterRun run = LBFGS.start(problem, problem.start(), 1, Memory.empty());
        double before = problem.value(problem.start());
        Step step;
        do {
            step = run.step();
            assertThat(step.number(Step.BEFORE)).isEqualTo(before);
            assertThat(step.objective()).isEqualTo(problem.value(run.theta()));
            assertThat(step.objective()).isLessThanOrEqualTo(before + 1e-11 * before);
            before = step.objective();
        } while (!step.stop().isFinal());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0x1p20, 1e-6, 1e6})
    void aFactorOnTheObjectiveDoesNotChangeWhereItStops(double factor) {
        QuadraticToy plain = QuadraticToy.ofCondition(100, 10);
        Runs.End one = Runs.finish(LBFGS, plain, new double[10]);

        Runs.End other = Runs.finish(LBFGS, new QuadraticToy(plain.a(), factor), new double[10]);

        assertThat(other.step().iteration()).isEqualTo(one.step().iteration());
        assertThat(other.theta())
                .containsExactly(one.theta(), within(1e-6)); // rounding of the factor, amplified on the way
    }

    @Test
    void resumingGivesTheSameBits() {
        ClassicProblem problem = ClassicProblem.rosenbrock();
        for (int before : new int[] {1, 7, 15}) {
            ParameterRun resumed = Runs.interrupted(LBFGS, problem, problem.start(), before, 20 - before);

            ParameterRun whole = Runs.uninterrupted(LBFGS, problem, problem.start(), 20);

            assertThat(resumed.theta()).isEqualTo(whole.theta());
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    @Test
    void startingAtTheMinimumConvergesAtOnce() {
        Runs.End end = Runs.finish(LBFGS, QuadraticToy.ofCondition(10, 2), 1, 1);

        assertThat(end.step().iteration()).isEqualTo(1);
        assertThat(end.step().stop()).hasToString("CONVERGED: The gradient is 0.");
        assertThat(end.theta()).containsExactly(1, 1);
    }

    @Test
    void convergenceIsSaidWithItsNumbers() {
        Runs.End end = Runs.finish(LBFGS, QuadraticToy.ofCondition(100, 3), 0, 0, 0);

        assertThat(end.step().stop().sentence())
                .startsWith("The largest entry of the gradient, " + end.step().gradientNorm()
                        + ", is at most 1.0E-8 of its start, 100.0, and the next step promises a fall of ")
                .endsWith(" after one of 55.5.");
    }

    @Test
    void convergedRunsStayWhereTheyAre() {
        Runs.End end = Runs.finish(LBFGS, QuadraticToy.ofCondition(100, 3), 0, 0, 0);
        double[] theta = end.theta();

        Step again = end.run().step();

        assertThat(again.stop()).isEqualTo(end.step().stop());
        assertThat(end.theta()).isEqualTo(theta);
    }

    @Test
    void aToleranceBeyondTheDigitsStalls() {
        Smooth noisy = rounded(QuadraticToy.ofCondition(100, 3));

        Runs.End end = Runs.finish(LBFGS.withTolerance(0), noisy, 0, 0, 0);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.STALLED);
        assertThat(end.step().stop().sentence())
                .matches(
                        "The last 10 steps lowered neither the objective, .*, by more than its rounding, nor the gradient's largest "
                                + "entry, .*: this is as exact as its digits allow, unless the objective "
                                + "isn't convex and these steps can't leave the point\\. A larger tolerance stops earlier\\."
                                + "|WolfeSearch found no point .*");
        assertThat(end.theta()).containsExactly(new double[] {1, 1, 1}, within(1e-4));
    }

    /** A gradient with an error of about 1e-6, as from single precision. */
    private static Smooth rounded(Smooth exact) {
        return new Toy(exact.blocks().size()) {
            @Override
            public double gradient(double[] t, double[] g) {
                double value = exact.gradient(t, g);
                for (int j = 0; j < g.length; j++) {
                    g[j] += 1e-6 * Math.sin(1e9 * t[j] + 1);
                }
                return value;
            }
        };
    }

    @Test
    void aGradientOfTheWrongSignIsReported() {
        Smooth wrong = new Toy(1) {
            @Override
            public double gradient(double[] t, double[] g) {
                g[0] = -2 * t[0];
                return t[0] * t[0];
            }
        };

        Runs.End end = Runs.finish(LBFGS, wrong, 3);

        assertThat(end.theta()).containsExactly(3);
        assertThat(end.step().stop())
                .hasToString(
                        "STALLED: WolfeSearch found no point below the objective, 9.0, though its slope is -36.0; the "
                                + "gradient's largest entry is 6.0 after 6.0 at the start. If that is small, this is as exact as "
                                + "rounding allows; if not, check the gradient.");
    }

    @Test
    void aStartWithoutAFiniteObjectiveIsReported() {
        Smooth nowhere = new Toy(1) {
            @Override
            public double gradient(double[] t, double[] g) {
                g[0] = 1;
                return Double.NaN;
            }
        };

        Runs.End end = Runs.finish(LBFGS, nowhere, 3);

        assertThat(end.theta()).containsExactly(3);
        assertThat(end.step().stop())
                .hasToString(
                        "DIVERGED: The objective is NaN with a gradient of size 1.0 where the run stands: start from "
                                + "another point, or scale the columns.");
    }

    @Test
    void theWallOfADomainIsKeptOff() {
        Smooth barrier = new Toy(1) {
            @Override
            public double gradient(double[] t, double[] g) {
                g[0] = 1 - 1e-3 / t[0];
                return t[0] - 1e-3 * Math.log(t[0]); // minimum at 0.001, NaN below 0
            }
        };

        Runs.End end = Runs.finish(LBFGS, barrier, 5);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.theta()[0]).isCloseTo(1e-3, within(1e-9));
    }

    @Test
    void aStepThatEndedInAnExceptionCanBeMadeAgain() {
        ClassicProblem exact = ClassicProblem.rosenbrock();
        int[] calls = {0};
        Smooth failing = new Toy(2) {
            @Override
            public double gradient(double[] t, double[] g) {
                if (calls[0]++ % 5 == 0) {
                    throw new IllegalStateException("network");
                }
                return exact.gradient(t, g);
            }
        };
        ParameterRun run = LBFGS.start(failing, exact.start(), 1, Memory.empty());

        for (int k = 1; k <= 10; k++) {
            Step step = retry(run);
            assertThat(step.iteration()).isEqualTo(k);
        }

        assertThat(run.theta())
                .isEqualTo(Runs.uninterrupted(LBFGS, exact, exact.start(), 10).theta());
    }

    private static Step retry(ParameterRun run) {
        while (true) {
            try {
                return run.step();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("network");
            }
        }
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        RegressionToy kinked = RegressionToy.quantile(Stackloss.x(), Stackloss.y(), 0.5);
        Need<Smooth> needs = LBFGS.needs();

        assertThatThrownBy(() -> LBFGS.start(kinked, new double[4], 1, Memory.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lbfgs needs a smooth objective, but QuantileLoss has kinks: use MajorizeMinimize");
        assertThatThrownBy(() ->
                        needs.require("Lbfgs", QuadraticToy.ofCondition(10, 2).penalized("theta", L1Penalty.of(1))))
                .hasMessage("Lbfgs needs a smooth objective, but L1Penalty offers only a prox: use Fista");
        assertThatThrownBy(() -> needs.require("Lbfgs", kinked.penalized("theta", L1Penalty.of(1))))
                .hasMessage("Lbfgs needs a smooth objective, but L1Penalty offers only a prox: use a smooth loss");
    }

    @Test
    void settingsAndStartsAreRefusedByName() {
        QuadraticToy quadratic = QuadraticToy.ofCondition(10, 2);
        assertThatThrownBy(() -> new Lbfgs(0, WolfeSearch.defaults(), 0.1))
                .hasMessage("memory must be >= 1, but was 0");
        assertThatThrownBy(() -> LBFGS.withTolerance(-1)).hasMessage("tolerance must be in [0, 1), but was -1.0");
        assertThatThrownBy(() -> LBFGS.withTolerance(Double.NaN))
                .hasMessage("tolerance must be in [0, 1), but was NaN");
        assertThatThrownBy(() -> LBFGS.start(quadratic, new double[3], 1, Memory.empty()))
                .hasMessage("theta0 must have length 2 (one number per parameter), but has length 3");
        assertThatThrownBy(() -> LBFGS.start(quadratic, new double[] {0, Double.NaN}, 1, Memory.empty()))
                .hasMessage("theta0 must be finite, but theta0[1] was NaN");
    }

    @Test
    void theStartIsNotTouched() {
        double[] theta0 = {-1.2, 1};

        Runs.finish(LBFGS, ClassicProblem.rosenbrock(), theta0);

        assertThat(theta0).containsExactly(-1.2, 1);
    }

    /** A smooth objective that is its gradient method. */
    abstract static class Toy implements Smooth {

        private final int size;

        Toy(int size) {
            this.size = size;
        }

        @Override
        public Blocks blocks() {
            return Blocks.single(size);
        }

        @Override
        public double value(double[] t) {
            return gradient(t, new double[t.length]);
        }
    }
}
