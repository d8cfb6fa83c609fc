package dev.limpid.testkit;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;
import static dev.limpid.testkit.LimpidAssertions.within;

import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import org.junit.jupiter.api.Test;

/** A fit by the loss of the model finds the truth, up to what n rows can tell. */
class KnownTruthTest {

    private static final int ROWS = 4000;
    private static final int COLUMNS = 3;
    private static final long SEED = 7;

    /** Six standard errors, each at most about 2.5/√n in these models. */
    private static final double TOLERANCE = 6 * 2.5 / Math.sqrt(ROWS);

    private static void isFoundBy(Loss loss, KnownTruth truth) {
        Curved risk = EmpiricalRisk.linear(new LinearHypothesis(COLUMNS, 1, true), loss, truth.data());
        ParameterRun run = MajorizeMinimize.defaults().start(risk, new double[COLUMNS + 1], 0, Memory.empty());
        for (int t = 0; t < 300 && !run.step().stop().isFinal(); t++) {
            // until it is over
        }
        double[] found = run.theta();
        double[] w = truth.weights();
        for (int j = 0; j < COLUMNS; j++) {
            assertThat(found[j]).as(truth.formula()).isCloseTo(w[j], within(TOLERANCE));
        }
        assertThat(found[COLUMNS]).as(truth.formula()).isCloseTo(truth.intercept(), within(TOLERANCE));
    }

    @Test
    void eachLossFindsTheTruthOfItsModel() {
        isFoundBy(new SquaredLoss(), KnownTruth.linear(ROWS, COLUMNS, 0.5, SEED));
        isFoundBy(new LogisticLoss(), KnownTruth.logistic(ROWS, COLUMNS, SEED));
        isFoundBy(new PoissonLoss(), KnownTruth.poisson(ROWS, COLUMNS, SEED));
        isFoundBy(new QuantileLoss(0.8), KnownTruth.quantile(ROWS, COLUMNS, 0.8, SEED));
    }

    /** With hazard eˢ the sum of eˢ·time over rows has the expectation of the number of events. */
    @Test
    void survivalTimesHaveTheirHazard() {
        KnownTruth truth = KnownTruth.survival(ROWS, COLUMNS, SEED);
        double[] w = truth.weights();
        double events = 0;
        double hazard = 0;
        for (int i = 0; i < ROWS; i++) {
            double s = truth.intercept();
            for (int j = 0; j < COLUMNS; j++) {
                s += w[j] * truth.data().features().get(i, j);
            }
            hazard += Math.exp(s) * truth.data().targets().get(0).at(i);
            events += truth.data().targets().get(1).at(i);
        }

        assertThat(events).isBetween(ROWS / 4.0, ROWS * 0.95);
        assertThat(hazard).isCloseTo(events, within(6 * Math.sqrt(events)));
    }

    @Test
    void theSameSeedDrawsTheSameData() {
        KnownTruth one = KnownTruth.poisson(20, 2, 3);
        KnownTruth two = KnownTruth.poisson(20, 2, 3);

        assertThat(one.weights()).isEqualTo(two.weights());
        one.weights()[0] = 99;
        assertThat(one.weights()).isEqualTo(two.weights());
    }

    @Test
    void sizesAndSettingsAreChecked() {
        assertThatThrownBy(() -> KnownTruth.logistic(0, 1, SEED)).hasMessage("n and p must be >= 1, but were 0 and 1");
        assertThatThrownBy(() -> KnownTruth.linear(1, 1, Double.NaN, SEED))
                .hasMessage("noise must be finite and >= 0, but was NaN");
        assertThatThrownBy(() -> KnownTruth.quantile(1, 1, 1, SEED)).hasMessage("level must be in (0, 1), but was 1.0");
    }
}
