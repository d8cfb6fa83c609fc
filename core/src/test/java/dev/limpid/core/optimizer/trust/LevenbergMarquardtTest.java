package dev.limpid.core.optimizer.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.Dual;
import dev.limpid.core.hypothesis.FormulaHypothesis;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevenbergMarquardtTest {

    private static final Dataset DATA = Dataset.of(new double[][] {{0}, {1}, {2}, {3}, {4}}, 3.1, 1.9, 1.2, 0.6, 0.5);

    /** A formula of two or three parameters. */
    private interface Curve {
        Dual of(Dual[] t, double x);
    }

    private record Named(List<String> parameters, Curve curve) implements FormulaHypothesis {
        @Override
        public double[] start() {
            return new double[parameters.size()];
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return curve.of(t, x[0]);
        }
    }

    private static LeastSquares risk(Dataset data, Curve curve, String... names) {
        return (LeastSquares) EmpiricalRisk.of(new Named(List.of(names), curve), new SquaredLoss(), data);
    }

    private static Step finish(ParameterRun run) {
        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < 500) {
            step = run.step();
        }
        return step;
    }

    private static ParameterRun start(LeastSquares objective, double... theta0) {
        return LevenbergMarquardt.defaults().start(objective, theta0, 0, Memory.empty());
    }

    private static Dual decay(Dual a, Dual b, double x) {
        return a.times(b.times(-x).exp());
    }

    @Test
    void aParameterTooManyDoesNoHarm() {
        ParameterRun two = start(risk(DATA, (t, x) -> decay(t[0], t[1], x), "a", "b"), 1, 0.1);
        ParameterRun three = start(risk(DATA, (t, x) -> decay(t[0].plus(t[2]), t[1], x), "a", "b", "c"), 0.5, 0.1, 0.5);

        Step ofTwo = finish(two);
        Step ofThree = finish(three);

        assertThat(ofThree.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(ofThree.objective()).isCloseTo(ofTwo.objective(), within(1e-12));
        assertThat(three.theta()[0] + three.theta()[2]).isCloseTo(two.theta()[0], within(1e-6));
        assertThat(three.theta()[0]).isCloseTo(three.theta()[2], within(1e-6)); // no reason to prefer one
    }

    @Test
    void fewerResidualsThanParametersAreSolved() {
        LeastSquares objective = risk(DATA.slice(0, 2), (t, x) -> t[0].plus(decay(t[1], t[2], x)), "c", "a", "b");
        ParameterRun run = start(objective, 0.1, 1, 0.5);

        Step last = finish(run);

        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(last.objective()).isLessThan(1e-15);
    }

    @Test
    void aFactorOnAParameterDoesNotChangeTheSteps() {
        double factor = 0x1p20;
        ParameterRun plain = start(risk(DATA, (t, x) -> decay(t[0], t[1], x), "a", "b"), 1, 0.1);
        ParameterRun scaled =
                start(risk(DATA, (t, x) -> decay(t[0], t[1].times(1 / factor), x), "a", "b"), 1, 0.1 * factor);

        for (int i = 0; i < 4; i++) {
            assertThat(scaled.step().objective()).isCloseTo(plain.step().objective(), within(1e-14));
            assertThat(scaled.theta()[1] / factor).isCloseTo(plain.theta()[1], within(1e-13));
        }
    }

    @Test
    void pointsWithoutAValueAreSteppedBackFrom() {
        // log(a·x + 1) has no value for a < −1/4, where the first full step leads
        LeastSquares objective =
                risk(DATA, (t, x) -> t[0].times(x).plus(1).log().plus(t[1]), "a", "b");
        ParameterRun run = start(objective, 0.5, 0);

        Step last = finish(run);

        assertThat(last.objective()).isFinite();
        assertThat(run.theta()[0]).isGreaterThan(-0.25);
        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
    }

    /** r = t − 1 with a Jacobian of the wrong sign. */
    private static final class WrongJacobian implements LeastSquares {
        @Override
        public Blocks blocks() {
            return Blocks.single(1);
        }

        @Override
        public int residuals() {
            return 2;
        }

        @Override
        public void residuals(double[] t, double[] r) {
            r[0] = t[0] - 1;
            r[1] = t[0] - 2;
        }

        @Override
        public void jacobian(double[] t, double[] r, double[][] j) {
            residuals(t, r);
            j[0][0] = -1;
            j[1][0] = -1;
        }
    }

    @Test
    void aWrongJacobianIsNotCalledConvergence() {
        Step last = finish(start(new WrongJacobian(), 5));

        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.STALLED);
        assertThat(last.stop().sentence())
                .startsWith("No step that the digits of the parameters allow lowers the sum of squares, 25.0")
                .endsWith("If that is small, this is as exact as rounding allows; if not, check the Jacobian.");
    }
}
