package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import org.junit.jupiter.api.Test;

class NeedTest {

    private static final Need<Smooth> SMOOTH = new Need<>(Smooth.class, true, "a smooth objective");

    private static final double[][] X = {{1}, {2}};
    private static final double[] Y = {1, 3};

    @Test
    void anObjectiveThatOffersTheViewIsHandedOver() {
        RegressionToy squares = RegressionToy.squares(X, Y);

        assertThat(SMOOTH.require("Newton", squares)).isSameAs(squares);
        assertThat(new Need<>(Curved.class, false, "curvature").require("Newton", squares))
                .isSameAs(squares);
    }

    @Test
    void eachRefusalNamesWhatFitsTheObjective() {
        Need<LinearSum> linear = new Need<>(LinearSum.class, false, "a linear sum");

        assertThatThrownBy(() -> linear.require("Sdca", RegressionToy.squares(X, Y)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Sdca needs a linear sum, but the objective offers no LinearSum view: use Lbfgs or MajorizeMinimize");
        assertThatThrownBy(() -> linear.require("Sdca", RegressionToy.quantile(X, Y, 0.5)))
                .hasMessage(
                        "Sdca needs a linear sum, but the objective offers no LinearSum view: use MajorizeMinimize");
        assertThatThrownBy(
                        () -> linear.require("Sdca", new SumToy(new double[] {1}).penalized("theta", L1Penalty.of(1))))
                .hasMessage("Sdca needs a linear sum, but the penalty offers only a prox: use Fista");
        assertThatThrownBy(
                        () -> linear.require("Sdca", RegressionToy.squares(X, Y).penalized("theta", L2Penalty.of(1))))
                .hasMessage(
                        "Sdca needs a linear sum, but the objective offers no LinearSum view: use Lbfgs or MajorizeMinimize");
        assertThatThrownBy(() -> SMOOTH.require("Newton", valueOnly()))
                .hasMessage(
                        "Newton needs a smooth objective, but the objective offers no Smooth view: use NelderMead, or give it a "
                                + "gradient without kinks and use Lbfgs");
    }

    private static Objective valueOnly() {
        return new Objective() {
            @Override
            public Blocks blocks() {
                return Blocks.single(1);
            }

            @Override
            public double value(double[] t) {
                return t[0] * t[0];
            }
        };
    }
}
