package dev.limpid.core.loss.multioutput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiOutputLossesTest {

    @Test
    void squaredIsHalfTheSquaredDistance() {
        MultiOutputLoss loss = MultiOutputLoss.squared(2);
        double[] g = new double[2];

        loss.gradient(new double[] {1, 2}, new double[] {4, -2}, g);

        assertThat(loss.value(new double[] {1, 2}, new double[] {4, -2})).isEqualTo(12.5);
        assertThat(g).containsExactly(3, -4);
        assertThat(loss).isEqualTo(new MultiOutputLoss(2, new SquaredLoss()));
    }

    @Test
    void aLossOfSeveralLevelsIsTheSumOfItsQuantileLosses() {
        MultiQuantileLoss loss = new MultiQuantileLoss(0.1, 0.8);
        double[] y = {2};
        double[] f = {0.5, 3.5};

        assertThat(loss.value(y, f))
                .isEqualTo(new QuantileLoss(0.1).value(2, 0.5) + new QuantileLoss(0.8).value(2, 3.5));
    }

    @Test
    void bestQuantilesAreThoseOfTheTargets() {
        double[] y = {7, 1, 3, 9, 5};
        Sample sample =
                new Sample(List.of(Values.of(y)), Collections.nCopies(3, Values.constant(0, 5)), Values.constant(1, 5));
        double[] shift = new double[3];

        new MultiQuantileLoss(0.1, 0.5, 0.9).bestShift(sample, shift);

        assertThat(shift).containsExactly(1, 5, 9);
    }

    @Test
    void crossedQuantilesArePredictedInOrder() {
        double[] f = {3, 1, 2};
        double[] mean = new double[3];

        new MultiQuantileLoss(0.1, 0.5, 0.9).mean(f, mean);

        assertThat(mean).containsExactly(1, 2, 3);
        assertThat(f).containsExactly(3, 1, 2);
    }

    @Test
    void refusesSettingsAndSaysWhichTargetHasNoBestShift() {
        assertThatThrownBy(() -> MultiOutputLoss.squared(0)).hasMessage("outputs must be at least 1, but was 0");
        assertThatThrownBy(MultiQuantileLoss::new).hasMessage("levels must have at least one number, but were empty");
        assertThatThrownBy(() -> new MultiQuantileLoss(0.5, 0.4))
                .hasMessage("levels must be in (0, 1) and ascending, but were [0.5, 0.4]");
        assertThatThrownBy(() -> new MultiQuantileLoss(Double.NaN))
                .hasMessage("levels must be in (0, 1) and ascending, but were [NaN]");
        Sample sample = new Sample(
                List.of(Values.of(0, 1), Values.of(1, 1)), List.of(Values.of(0, 0), Values.of(0, 0)), Values.of(1, 1));
        assertThatThrownBy(() -> new MultiOutputLoss(2, new LogisticLoss()).bestShift(sample, new double[2]))
                .hasMessage(
                        "target 1 must have a best shift: bestShift of LogisticLoss must have a finite minimiser, but"
                                + " the loss falls without end: the targets hold one class only, 1; give rows of both classes");
    }
}
