package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.multioutput.MultiQuantileLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MajorizeMinimizeTest {

    private static final MajorizeMinimize MM = MajorizeMinimize.defaults();

    private static final double[][] X = Regressions.normal(new SplittableRandom(1), 50, 4);
    private static final double[] Y = Regressions.targets(new SplittableRandom(2), X);

    /** ln(1 + eʳ) − r/2, a loss whose second derivative is its curvature. */
    private static RegressionToy logCosh(double[][] x, double[] y) {
        return new RegressionToy(
                x,
                y,
                r -> Math.log1p(Math.exp(-Math.abs(r))) + Math.abs(r) / 2,
                r -> 1 / (1 + Math.exp(-r)) - 0.5,
                r -> 1 / ((1 + Math.exp(-r)) * (1 + Math.exp(r))),
                "");
    }

    @Test
    void leastSquaresTakesOneStepAndOneThatConfirmsIt() {
        RegressionToy risk = RegressionToy.squares(X, Y);

        Runs.End end = Runs.finish(MM, risk, new double[4]);

        assertThat(end.step().iteration()).isEqualTo(2);
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertGradientIsRounding(risk, end.theta());
    }

    @Test
    void newtonsMethodConvergesQuadratically() {
        RegressionToy risk = logCosh(X, Y);

        Runs.End end = Runs.finish(MM, risk, new double[4]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().iteration()).isLessThan(12);
        assertGradientIsRounding(risk, end.theta());
    }

    /** Each entry is a mean of 50 numbers of size about 10: rounding leaves less than 50·10·ε. */
    private static void assertGradientIsRounding(RegressionToy risk, double[] theta) {
        double[] g = new double[theta.length];
        risk.gradient(theta, g);
        assertThat(Vectors.maxNorm(g)).isLessThan(1e-13);
    }

    @Test
    void linearChangesOfTheParametersDoNotChangeTheSteps() {
        double[][] other = new double[X.length][];
        for (int i = 0; i < X.length; i++) {
            other[i] = new double[] {1e3 * X[i][0], X[i][1] + X[i][0], 1e-3 * X[i][2], X[i][3] - X[i][1]};
        }

        Runs.End one = Runs.finish(MM, logCosh(X, Y), new double[4]);
        Runs.End two = Runs.finish(MM, logCosh(other, Y), new double[4]);

        assertThat(two.step().iteration()).isEqualTo(one.step().iteration());
        assertThat(two.step().objective()).isCloseTo(one.step().objective(), within(1e-14));
    }

    @Test
    void parametersThatDependOnOthersStayAndAreNamed() {
        double[][] x = new double[X.length][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {X[i][0], X[i][1], X[i][0] - X[i][1], X[i][2], 0};
        }
        RegressionToy risk = RegressionToy.squares(x, Y);

        Runs.End end = Runs.finish(MM, risk, new double[5]);

        assertThat(end.theta()[2]).isZero();
        assertThat(end.theta()[4]).isZero();
        assertGradientIsRounding(risk, end.theta());
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().stop().sentence())
                .endsWith(". Parameters that depend on others stay where they began: theta[2], theta[4].");
    }

    @Test
    void medianRegressionOfStacklossIsThatOfQuantreg() {
        RegressionToy risk = RegressionToy.quantile(Stackloss.x(), Stackloss.y(), 0.5);

        Runs.End end = Runs.finish(MM, risk, new double[4]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.theta()) // R 4.2.2, quantreg: rq(stack.loss ~ ., 0.5, stackloss)
                .containsExactly(new double[] {-39.68985507, .8318840580, .5739130435, -.0608695652}, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.75, 0.9})
    void quantileRegressionEndsAtAVertexThatIsOptimal(double tau) {
        double[][] x = Stackloss.x();
        RegressionToy risk = RegressionToy.quantile(x, Stackloss.y(), tau);

        Runs.End end = Runs.finish(MM, risk, new double[4]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        double best = VertexSearch.minimum(risk, x, Stackloss.y());
        assertThat(end.step().objective()).isCloseTo(best, within(1e-9 * best));
    }

    @Test
    void aQuantileOfOneColumnIsThatOfTheSample() {
        double[][] ones = {{1}, {1}, {1}, {1}, {1}};
        RegressionToy risk = RegressionToy.quantile(ones, new double[] {3, 1, 4, 100, 5}, 0.5);

        assertThat(Runs.finish(MM, risk, 0).theta()[0]).isCloseTo(4, within(1e-8));
        assertThat(Runs.finish(MM, risk, 4).theta()[0]).isCloseTo(4, within(1e-8));
        assertThat(Runs.finish(MM, risk, 1e6).theta()[0]).isCloseTo(4, within(1e-8));
    }

    @Test
    void aFactorOnTheObjectiveDoesNotChangeWhereItStops() {
        RegressionToy one = RegressionToy.quantile(Stackloss.x(), Stackloss.y(), 0.5);
        double c = 0x1p20;
        RegressionToy other = new RegressionToy(
                one.x(),
                one.y(),
                r -> c * one.rho().applyAsDouble(r),
                r -> c * one.slope().applyAsDouble(r),
                r -> c * one.curvature().applyAsDouble(r),
                one.kink());

        Runs.End first = Runs.finish(MM, one, new double[4]);
        Runs.End second = Runs.finish(MM, other, new double[4]);

        assertThat(second.step().iteration()).isEqualTo(first.step().iteration());
        assertThat(second.theta()).isEqualTo(first.theta());
    }

    @Test
    void startingAtTheMinimumSaysSo() {
        RegressionToy risk = logCosh(X, Y);
        double[] minimum = Runs.finish(MM, risk, new double[4]).theta();

        Runs.End again = Runs.finish(MM, risk, minimum);

        assertThat(again.step().iteration()).isLessThan(4);
        assertThat(again.step().stop().kind()).isIn(Kind.STALLED, Kind.CONVERGED);
        assertThat(again.theta()).containsExactly(minimum, within(1e-12));
    }

    @Test
    void leastSquaresFromTheirMinimumStallAtRounding() {
        RegressionToy risk = RegressionToy.squares(X, Y);
        double[] minimum = Runs.finish(MM, risk, new double[4]).theta();

        Runs.End again = Runs.finish(MM, risk, minimum);

        assertThat(again.step().stop().sentence())
                .matches("The gradient is 0\\.|The Newton decrement, .*E-\\d+, is rounding of "
                        + "the objective, 0\\..*: this is as exact as its digits allow\\.");
    }

    @Test
    void aGradientOfTheWrongSignIsReported() {
        RegressionToy wrong =
                new RegressionToy(new double[][] {{1}}, new double[] {0}, r -> r * r / 2, r -> -r, r -> 1, "");

        Runs.End end = Runs.finish(MM, wrong, 3);

        assertThat(end.theta()).containsExactly(3);
        assertThat(end.step().stop())
                .hasToString(
                        "STALLED: ArmijoSearch found no point below the objective, 4.5, though its slope is -9.0; the "
                                + "gradient's largest entry is 3.0 after 3.0 at the start. If that is small, this is as exact as "
                                + "rounding allows; if not, check the gradient.");
    }

    @Test
    void convergenceIsSaidWithItsNumbers() {
        Runs.End end = Runs.finish(MM, RegressionToy.squares(X, Y), new double[4]);

        double decrement = end.step().number("decrement");
        assertThat(end.step().stop().sentence())
                .startsWith("The Newton decrement, " + decrement + ", is at most 1.0E-8 of its start, ");
        assertThat(Runs.finish(MM, RegressionToy.quantile(X, Y, 0.5), new double[4])
                        .step()
                        .stop()
                        .sentence())
                .matches(
                        "With curvatures near kinks up to .*, the last step lowered the objective, .*, by its rounding only\\.");
    }

    @Test
    void aStepComputesTheMatrixOfTheNextUnlessThatIsToBeTheLast() {
        ParameterRun run = MM.start(logisticRisk(), new double[4], 1, Memory.empty());
        List<OracleCount> counts = new ArrayList<>();
        Step step = run.step();
        while (step.stop().kind() == Kind.RUNNING) {
            counts.add(step.oracle());
            step = run.step();
        }
        int steps = counts.size();
        assertThat(steps).isGreaterThan(3);
        assertThat(counts.get(0)).isEqualTo(new OracleCount(0, 0, 2, 100)); // its own matrix, and the next one's
        assertThat(counts.subList(1, steps - 1)).containsOnly(new OracleCount(0, 0, 1, 50));
        assertThat(counts.get(steps - 1)).isEqualTo(new OracleCount(0, 1, 0, 50));
        assertThat(step.oracle()).isEqualTo(new OracleCount(0, 1, 0, 50));
    }

    private static LinearSum logisticRisk() {
        double[] classes = new double[Y.length];
        Arrays.setAll(classes, i -> Y[i] > 0 ? 1 : 0);
        return EmpiricalRisk.linear(new LinearHypothesis(4, 1, false), new LogisticLoss(), Dataset.of(X, classes));
    }

    @Test
    void resumingBeforeTheLastStepGivesTheSameBits() {
        int last = (int) Runs.finish(MM, logisticRisk(), new double[4]).step().iteration();
        for (int before = 1; before < last; before++) {
            ParameterRun resumed = MM.start(
                    logisticRisk(),
                    new double[4],
                    1,
                    Memory.of(Runs.uninterrupted(MM, logisticRisk(), new double[4], before)
                            .memory()
                            .snapshot()));
            assertThat(Runs.steps(resumed, last - before).objective())
                    .isEqualTo(Runs.finish(MM, logisticRisk(), new double[4])
                            .step()
                            .objective());
            assertThat(resumed.theta())
                    .isEqualTo(Runs.finish(MM, logisticRisk(), new double[4]).theta());
        }
    }

    @Test
    void resumingGivesTheSameBits() {
        RegressionToy risk = RegressionToy.quantile(Stackloss.x(), Stackloss.y(), 0.5);
        for (int before : new int[] {1, 9, 30}) {
            ParameterRun resumed = Runs.interrupted(MM, risk, new double[4], before, 40 - before);

            ParameterRun whole = Runs.uninterrupted(MM, risk, new double[4], 40);

            assertThat(resumed.theta()).isEqualTo(whole.theta());
            assertThat(resumed.step()).isEqualTo(whole.step());
        }
    }

    @Test
    void theNewtonDecrementPromisesTheFall() {
        ParameterRun run = MM.start(RegressionToy.squares(X, Y), new double[4], 1, Memory.empty());

        Step step = run.step();

        double decrement = step.number("decrement");
        double fall = step.number(Step.BEFORE) - step.objective();
        assertThat(fall).isCloseTo(decrement * decrement / 2, within(1e-12 * fall));
        assertThat(step.length()).isEqualTo(1);
        assertThat(step.numbers()).containsEntry("cap", Double.POSITIVE_INFINITY);
    }

    @Test
    void aStartWithoutAFiniteObjectiveIsReported() {
        RegressionToy risk = RegressionToy.squares(new double[][] {{1e200}}, new double[] {0});

        Runs.End end = Runs.finish(MM, risk, 1e200);

        assertThat(end.theta()).containsExactly(1e200);
        assertThat(end.step().stop())
                .hasToString(
                        "DIVERGED: The objective is Infinity with a gradient of size Infinity where the run stands: "
                                + "start from another point, or scale the columns.");
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        assertThatThrownBy(() -> MM.needs().require("MajorizeMinimize", QuadraticToy.ofCondition(10, 2)))
                .hasMessage(
                        "MajorizeMinimize needs an objective with a local quadratic, but the objective offers no Curved "
                                + "view: use Lbfgs");
        assertThatThrownBy(() -> MM.needs()
                        .require("MajorizeMinimize", RegressionToy.squares(X, Y).penalized("theta", L1Penalty.of(1))))
                .hasMessage(
                        "MajorizeMinimize needs an objective with a local quadratic, but L1Penalty offers only a prox: "
                                + "use Fista");
    }

    /** On four rows and more, scores that share a step and a cap end at kinks that aren't those of the minimum. */
    @Test
    void kinksOfSeveralScoresAreRefused() {
        LinearSum risk = EmpiricalRisk.linear(
                new LinearHypothesis(1, 2, true),
                new MultiQuantileLoss(0.25, 0.75),
                Dataset.of(new double[][] {{1}, {2}, {4}}, 1, 3, 2));

        assertThatThrownBy(() -> MM.start(risk, new double[4], 1, Memory.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "MajorizeMinimize needs an objective with a local quadratic, but MultiQuantileLoss has kinks and is"
                                + " no loss of one score with a majoriser: use Pdhg");
    }
}
