package dev.limpid.core.loss.multiclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.LocationHypothesis;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Runs;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MulticlassLossesTest {

    private static final double ROUNDING = 1e-14;
    private static final double[] F = {0.3, -1, 2};

    static double[] gradient(VectorLoss loss, double[] y, double... f) {
        double[] g = new double[f.length];
        loss.gradient(y, f, g);
        return g;
    }

    static double[][] second(VectorLoss loss, double[] y, double... f) {
        double[][] h = new double[f.length][f.length];
        loss.secondDerivative(y, f, h);
        return h;
    }

    /** torch 1.13.0, cross_entropy with probabilities, with and without label_smoothing=0.1, and its derivatives. */
    @Test
    void crossEntropyGivesTheNumbersOfTorch() {
        double[] y = {0.2, 0.7, 0.1};
        CrossEntropyLoss plain = new CrossEntropyLoss(3);
        CrossEntropyLoss smoothed = new CrossEntropyLoss(3, 0.1);

        assertThat(plain.value(y, F)).isCloseTo(2.6490207665450596, within(ROUNDING));
        assertThat(gradient(plain, y, F))
                .containsExactly(
                        new double[] {-0.05177453711577791, -0.6596038488268664, 0.7113783859426444}, within(ROUNDING));
        assertThat(smoothed.value(y, F)).isCloseTo(2.561687433211727, within(ROUNDING));
        assertThat(gradient(smoothed, y, F))
                .containsExactly(
                        new double[] {-0.06510787044911123, -0.6229371821601998, 0.6880450526093111}, within(ROUNDING));
        assertThat(second(smoothed, y, F)[2])
                .containsExactly(
                        new double[] {-0.1202669368306015, -0.032776563937152156, 0.15304350076775355},
                        within(ROUNDING));
    }

    @Test
    void crossEntropyOfOneClassIsTheSoftmaxLoss() {
        VectorLoss softmax = new SoftmaxLoss(3);
        for (int k = 0; k < 3; k++) {
            double[] y = new double[3];
            y[k] = 1;

            assertThat(new CrossEntropyLoss(3).value(y, F))
                    .isCloseTo(softmax.value(new double[] {k}, F), within(ROUNDING));
            assertThat(gradient(new CrossEntropyLoss(3), y, F))
                    .containsExactly(gradient(softmax, new double[] {k}, F), within(ROUNDING));
        }
    }

    @Test
    void labelSmoothingKeepsProbabilitiesAwayFromZero() {
        Sample oneClass = new Sample(
                List.of(Values.of(1, 1), Values.of(0, 0)),
                Collections.nCopies(2, Values.constant(0, 2)),
                Values.constant(1, 2));
        double[] shift = new double[2];

        new CrossEntropyLoss(2, 0.2).bestShift(oneClass, shift);
        Scores.softmax(shift, shift);

        assertThat(shift).containsExactly(new double[] {0.9, 0.1}, within(ROUNDING));
        assertThatThrownBy(() -> new CrossEntropyLoss(2).bestShift(oneClass, shift))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bestShift of CrossEntropyLoss must have a finite minimiser, but the loss falls without end:"
                                + " class 1 has probability 0 in all rows; leave the class out, or use label smoothing");
    }

    /** Derivatives of −(1 − p)²·log p by torch 1.13.0's autograd. */
    @Test
    void focalLossGivesTheNumbersOfAutomaticDifferentiation() {
        MulticlassFocalLoss loss = new MulticlassFocalLoss(3, 2);
        double[] y = {1};

        assertThat(loss.value(y, F)).isCloseTo(2.9549932279627633, within(ROUNDING));
        assertThat(gradient(loss, y, F))
                .containsExactly(
                        new double[] {0.17336901453482653, -1.122381879454055, 0.9490128649192286}, within(ROUNDING));
        assertThat(second(loss, y, F)[0])
                .containsExactly(
                        new double[] {0.1458420151314571, 0.0048393314546931925, -0.15068134658615032},
                        within(ROUNDING));
        assertThat(second(loss, y, F)[1][1]).isCloseTo(-0.031329577248814355, within(ROUNDING));
        double[] h = new double[3];
        loss.curvature(y, F, h);
        assertThat(h[1]).isZero();
    }

    @Test
    void focalLossOfTwoClassesIsThatOfTheirDifference() {
        // binary focal loss, γ = 2, y = 1: (1 − σ(f))²·log(1 + e⁻ᶠ) at f = 0.3
        double q = Scores.sigmoid(-0.3);
        MulticlassFocalLoss loss = new MulticlassFocalLoss(2, 2);

        assertThat(loss.value(new double[] {1}, new double[] {1, 1.3}))
                .isCloseTo(q * q * Scores.softplus(-0.3), within(ROUNDING));
        assertThat(gradient(loss, new double[] {1}, 1, 1.3)[1]).isCloseTo(-0.1924084393, within(1e-10));
        assertThat(second(loss, new double[] {1}, 1, 1.3)[1][1]).isCloseTo(0.3047848281, within(1e-10));
    }

    @Test
    void oneVsRestIsASumOfTwoClassLosses() {
        OneVsRestLoss loss = new OneVsRestLoss(3, new LogisticLoss());
        double[] mean = new double[3];

        loss.mean(F, mean);

        double sum = Scores.sigmoid(0.3) + Scores.sigmoid(-1) + Scores.sigmoid(2);
        assertThat(loss.value(new double[] {1}, F))
                .isCloseTo(Scores.softplus(0.3) + Scores.softplus(1) + Scores.softplus(2), within(ROUNDING));
        assertThat(gradient(loss, new double[] {1}, F))
                .containsExactly(
                        new double[] {Scores.sigmoid(0.3), -Scores.sigmoid(1), Scores.sigmoid(2)}, within(ROUNDING));
        assertThat(mean)
                .containsExactly(
                        new double[] {Scores.sigmoid(0.3) / sum, Scores.sigmoid(-1) / sum, Scores.sigmoid(2) / sum},
                        within(ROUNDING));
        loss.mean(new double[] {-800, -800, -800}, mean);
        assertThat(mean).containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
    }

    @Test
    void oneVsRestSaysWhichClassHasNoBestShift() {
        Sample sample = Sample.of(new double[] {0, 1, 0}, new double[3], new double[] {1, 1, 1});
        Sample three = new Sample(sample.targets(), Collections.nCopies(3, Values.constant(0, 3)), sample.weights());

        assertThatThrownBy(() -> new OneVsRestLoss(3, new LogisticLoss()).bestShift(three, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "class 2 against the rest must have a best shift: bestShift of LogisticLoss must have a finite"
                                + " minimiser, but the loss falls without end: the targets hold one class only, 0; give rows of both"
                                + " classes");
    }

    private static final double[] THRESHOLDS = {-1, 0.5, 2};

    @Test
    void proportionalOddsAreDifferencesOfSigmoids() {
        ProportionalOddsLoss loss = new ProportionalOddsLoss(THRESHOLDS);
        double f = 0.3;
        double[] p = {
            Scores.sigmoid(-1.3),
            Scores.sigmoid(0.2) - Scores.sigmoid(-1.3),
            Scores.sigmoid(1.7) - Scores.sigmoid(0.2),
            1 - Scores.sigmoid(1.7)
        };

        assertThat(loss.probabilities(f)).containsExactly(p, within(ROUNDING));
        assertThat(loss.mean(f)).isCloseTo(p[1] + 2 * p[2] + 3 * p[3], within(ROUNDING));
        for (int k = 0; k < 4; k++) {
            assertThat(loss.value(k, f)).isCloseTo(-Math.log(p[k]), within(ROUNDING));
        }
        assertThat(loss.gradient(1, f)).isCloseTo(p[2] + p[3] - p[0], within(ROUNDING));
    }

    @Test
    void cumulativeLogitIsProportionalOddsWithItsThresholds() {
        CumulativeLogitLoss loss = new CumulativeLogitLoss(4);
        double[] f = {0.7, -0.4, 1.1};
        double first = Scores.softplus(-0.4);
        ProportionalOddsLoss fixed = new ProportionalOddsLoss(0, first, first + Scores.softplus(1.1));
        double[] mean = new double[3];

        loss.mean(f, mean);

        for (int k = 0; k < 4; k++) {
            assertThat(loss.value(new double[] {k}, f)).isCloseTo(fixed.value(k, 0.7), within(ROUNDING));
            assertThat(gradient(loss, new double[] {k}, f)[0]).isCloseTo(fixed.gradient(k, 0.7), within(ROUNDING));
        }
        double[] p = fixed.probabilities(0.7);
        assertThat(loss.probabilities(f)).containsExactly(p, within(ROUNDING));
        assertThat(mean).containsExactly(new double[] {1 - p[0], p[2] + p[3], p[3]}, within(ROUNDING));
    }

    @Test
    void bestThresholdsAreTheLogOddsOfTheShares() {
        Sample sample =
                Sample.of(new double[] {0, 1, 1, 2, 2, 2, 2, 1}, new double[8], new double[] {1, 1, 1, 1, 1, 1, 1, 2});

        double[] best = new ProportionalOddsLoss(0, 1).withThresholdsFor(sample).thresholds();

        assertThat(best).containsExactly(new double[] {Math.log(1 / 8.0), Math.log(5 / 4.0)}, within(ROUNDING));
    }

    static final double[][] X = {
        {.5, 1}, {-1.2, 0}, {.3, 1}, {1.1, 0}, {-.4, 1}, {.9, 1}, {2, 0}, {-.7, 0},
        {.1, 1}, {.6, 1}, {-1.5, 0}, {.8, 1}, {1.3, 0}, {-.2, 0}, {-.9, 1}, {.4, 0}
    };
    private static final double[] CLASSES = {0, 0, 1, 1, 2, 2, 0, 1, 2, 1, 0, 2, 2, 1, 0, 1};

    /** statsmodels 0.13.5, OrderedModel(distr='logit'), made exact to 1e-9 by scipy's BFGS. */
    private static final double[] SLOPES = {0.7635180751488133, 1.1396872215233482};

    private static final double[] CUTS = {-0.2738070909, -0.2738070909 + Math.exp(0.6259788855)};
    private static final double LOG_LIKELIHOOD = -15.78479152568449;

    @Test
    void fitsOrderedRegressionAsStatsmodels() {
        Dataset data = Dataset.of(Rows.dense(X), Missing.REFUSE, CLASSES);
        var risk = EmpiricalRisk.of(new LocationHypothesis(2, 2), new CumulativeLogitLoss(3), data);

        double[] theta = Runs.finish(Lbfgs.defaults().withTolerance(1e-11), risk, new double[4])
                .theta();

        assertThat(Arrays.copyOf(theta, 2)).containsExactly(SLOPES, within(1e-6));
        assertThat(-theta[2]).isCloseTo(CUTS[0], within(1e-6));
        assertThat(-theta[2] + Scores.softplus(theta[3])).isCloseTo(CUTS[1], within(1e-6));
        assertThat(-16 * risk.value(theta)).isCloseTo(LOG_LIKELIHOOD, within(1e-9));
    }

    @Test
    void fittingSlopesAndThresholdsInTurnsGoesToTheSamePlace() {
        Dataset data = Dataset.of(Rows.dense(X), Missing.REFUSE, CLASSES);
        ProportionalOddsLoss loss = new ProportionalOddsLoss(0, 1);
        double[] theta = new double[3];
        for (int turn = 0; turn < 60; turn++) {
            var risk = EmpiricalRisk.of(new LocationHypothesis(2, 1), loss, data);
            theta = Runs.finish(Lbfgs.defaults().withTolerance(1e-10), risk, theta)
                    .theta();
            double[] f = new double[16];
            for (int i = 0; i < 16; i++) {
                f[i] = X[i][0] * theta[0] + X[i][1] * theta[1] + theta[2];
            }
            loss = loss.withThresholdsFor(
                    Sample.of(CLASSES, f, Values.constant(1, 16).toArray()));
        }

        assertThat(Arrays.copyOf(theta, 2)).containsExactly(SLOPES, within(1e-6));
        assertThat(loss.thresholds()[1] - loss.thresholds()[0]).isCloseTo(CUTS[1] - CUTS[0], within(1e-6));
    }

    @Test
    void refusesSettingsAndTargets() {
        assertThatThrownBy(() -> new CrossEntropyLoss(1)).hasMessage("classes must be at least 2, but was 1");
        assertThatThrownBy(() -> new CrossEntropyLoss(3, 1)).hasMessage("smoothing must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new CrossEntropyLoss(3, Double.NaN))
                .hasMessage("smoothing must be in [0, 1), but was NaN");
        assertThatThrownBy(() -> new CrossEntropyLoss(2).check(new double[] {0.5, 0.25}))
                .hasMessage("targets must sum to 1 for CrossEntropyLoss, but the 2 probabilities of a row sum to 0.75;"
                        + " divide them by their sum");
        assertThatThrownBy(() -> new MulticlassFocalLoss(1, 2)).hasMessage("classes must be at least 2, but was 1");
        assertThatThrownBy(() -> new MulticlassFocalLoss(3, -1))
                .hasMessage("focus must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> new OneVsRestLoss(1, new LogisticLoss()))
                .hasMessage("classes must be at least 2, but was 1");
        assertThatThrownBy(() -> new OneVsRestLoss(3, new SquaredLoss()))
                .hasMessage("binary must be a loss of the classes 0 and 1, but was SquaredLoss; use LogisticLoss");
        assertThatThrownBy(ProportionalOddsLoss::new)
                .hasMessage("thresholds must have at least one number, but were empty");
        assertThatThrownBy(() -> new ProportionalOddsLoss(1, 1))
                .hasMessage("thresholds must be finite and ascending, but were [1.0, 1.0]");
        assertThatThrownBy(() -> new CumulativeLogitLoss(1)).hasMessage("levels must be at least 2, but was 1");
        Sample two = new Sample(List.of(Values.of(0, 2)), Collections.nCopies(2, Values.of(0, 0)), Values.of(1, 1));
        assertThatThrownBy(() -> new CumulativeLogitLoss(3).bestShift(two, new double[2]))
                .hasMessage(
                        "bestShift of CumulativeLogitLoss must have a finite minimiser, but the loss falls without end:"
                                + " no row is of class 1; give rows of all 3 classes or close the gap");
    }
}
