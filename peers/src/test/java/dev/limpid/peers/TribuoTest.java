package dev.limpid.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.AdaDelta;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.RMSProp;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.regression.sgd.RegressionObjective;
import org.tribuo.regression.sgd.objectives.AbsoluteLoss;
import org.tribuo.regression.sgd.objectives.Huber;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** Objectives and gradient optimisers of Tribuo 4.3.2. */
class TribuoTest {

    /** The adapter remembers every gradient; no optimiser of Tribuo does. */
    private static final String OWN = "U14";

    @Test
    void regressionObjectivesReturnTheNegativeGradient() {
        for (RegressionObjective objective :
                new RegressionObjective[] {new SquaredLoss(), new AbsoluteLoss(), new Huber(1)}) {
            boolean smooth = !(objective instanceof AbsoluteLoss);

            Verdict asItIs = Verdict.of(new TribuoRegression(objective, 1, smooth));
            Verdict turned = Verdict.of(new TribuoRegression(objective, -1, smooth));

            assertThat(asItIs.broken().get("L02")).contains("gradient has the opposite sign (ratio −1.000)");
            assertThat(turned.broken()).isEmpty();
        }
    }

    /** A constant moves no minimum and no law of derivatives sees it; who declares the infimum is told. */
    @Test
    void absoluteLossIsHalfTooLow() {
        TribuoRegression loss = new TribuoRegression(new AbsoluteLoss(), -1, false);

        Verdict verdict = Verdict.of(loss, LossDeclaration.nothing().withInfimum(0));

        assertThat(verdict.broken()).hasSize(1);
        assertThat(verdict.broken().values()).first().asString().contains("-0.5");

        assertThat(loss.value(1, 1)).isEqualTo(-0.5);
        assertThat(loss.value(1, 3)).isEqualTo(1.5);
    }

    @Test
    void logMulticlassIsALikelihoodThatOverflows() {
        TribuoLabels asItIs = new TribuoLabels(new LogMulticlass(), 1, true);
        Verdict turned = Verdict.of(new TribuoLabels(new LogMulticlass(), -1, true));

        assertThat(asItIs.value(new double[] {0}, new double[] {0, 0, 0})).isCloseTo(-Math.log(3), within(1e-9));
        assertThat(turned.broken()).containsOnlyKeys("L09");
        assertThat(turned.broken().get("L09"))
                .contains("at y = 0.0, f = [0.0, 0.0, 800.0]")
                .contains("value     Infinity");
    }

    /** A hinge knows no probabilities; that is no fault. */
    @Test
    void hingeIsAHinge() {
        Verdict turned = Verdict.of(new TribuoLabels(new Hinge(1), -1, false));

        assertThat(turned.broken()).containsOnlyKeys("L14", "L15");
    }

    @Test
    void mostOptimisersObeyEveryLaw() {
        for (TribuoUpdate update : new TribuoUpdate[] {
            update("SGD", SGD::getSimpleSGD),
            update("SGD with momentum", rate -> SGD.getSimpleSGD(rate, 0.9, SGD.Momentum.STANDARD)),
            update("AdaGrad", rate -> new AdaGrad(rate, 1e-6)),
            update("RMSProp", rate -> new RMSProp(rate, 0.9, 1e-8, 0))
        }) {
            assertThat(Verdict.of(update).broken()).as(update.name()).containsOnlyKeys(OWN);
        }
    }

    /** AdaDelta has no rate to begin with, as in its paper. */
    @Test
    void adaDeltaIsDeafToTheRate() {
        Verdict verdict = Verdict.of(update("AdaDelta", rate -> new AdaDelta(0.95, 1e-6)));

        assertThat(verdict.broken()).containsOnlyKeys("U03", OWN);
    }

    /** A step of Adam under a constant gradient is one learning rate, whatever the gradient. */
    @Test
    void adamMultipliesByTheSecondMoment() {
        Verdict verdict = Verdict.of(
                update("Adam", rate -> new Adam(rate, 0.9, 0.999, 1e-8)),
                UpdateDeclaration.nothing().withElementwiseSteps().withConstantGradientStep(t -> 1));

        assertThat(verdict.broken()).containsOnlyKeys("U12", OWN);
        assertThat(firstStep(1e3) / firstStep(1)).isCloseTo(1e6, within(1.0));
        assertThat(firstStep(1) / firstStep(1e-3)).isBetween(9.9e5, 1.01e6); // ε shows for tiny gradients
    }

    private static double firstStep(double gradient) {
        Adam adam = new Adam(0.1, 0.9, 0.999, 1e-8);
        adam.initialise(new LinearParameters(1, 1));
        DenseMatrix g = new DenseMatrix(1, 1);
        g.set(0, 0, gradient);
        return ((DenseMatrix) adam.step(new Tensor[] {g}, 1.0)[0]).get(0, 0);
    }

    private static TribuoUpdate update(String name, DoubleFunction<StochasticGradientOptimiser> fresh) {
        return new TribuoUpdate(name, fresh, 0.01);
    }
}
