package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecondDerivativeTest {

    static Stream<ScalarLoss> continuous() {
        return Stream.of(
                new LogisticLoss(),
                new ProbitLoss(),
                new CloglogLoss(),
                new PoissonLoss(),
                new GammaLoss(),
                new SquaredLoss(),
                new LogCoshLoss(1),
                new PseudoHuberLoss(0.01),
                new Softplus());
    }

    /** The logistic loss as a user would write it. */
    private static final class Softplus implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.softplus().minus(f.times(y));
        }
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void smoothLossesOfStatisticsHaveNoJump(ScalarLoss loss) {
        assertThat(SecondDerivative.isContinuous(loss)).isTrue();
    }

    static Stream<ScalarLoss> jumping() {
        return Stream.of(
                new SquaredHingeLoss(), new HuberLoss(1), new HuberLoss(0.37), new ExpectileLoss(0.3), new Stockout());
    }

    private static final class Stockout implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return r.square().times(r.value() < 0 ? 4 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("jumping")
    void parabolasThatChangeJump(ScalarLoss loss) {
        assertThat(SecondDerivative.isContinuous(loss)).isFalse();
    }

    @Test
    void whatIsNotStatedIsNotContinuous() {
        assertThat(SecondDerivative.isContinuous(new Bare())).isFalse();
    }

    /** Value and gradient alone. */
    private static final class Bare implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.cosh(f - y) - 1;
        }

        @Override
        public double gradient(double y, double f) {
            return Math.sinh(f - y);
        }
    }
}
