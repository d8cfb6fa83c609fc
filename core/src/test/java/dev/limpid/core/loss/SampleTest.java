package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final Values TWO = Values.constant(2, 3);

    @Test
    void knowsWhetherAllRowsHaveTheSameScores() {
        Values varied = Values.of(2, 2, 2.5);

        assertThat(new Sample(List.of(TWO), List.of(TWO, Values.constant(-1, 3)), TWO).sameScores())
                .isTrue();
        assertThat(new Sample(List.of(TWO), List.of(TWO, varied), TWO).sameScores())
                .isFalse();
        assertThat(Sample.of(new double[] {1}, new double[] {7}, new double[] {1})
                        .sameScores())
                .isTrue();
        assertThat(new Sample(List.of(TWO), List.of(Values.constant(Double.NaN, 3)), TWO).sameScores())
                .isFalse(); // no closed form starts from NaN
    }

    @Test
    void refusesColumnsOfOtherLengths() {
        assertThatThrownBy(() -> Sample.of(new double[] {1, 2}, new double[] {1}, new double[] {1}))
                .hasMessage("targets, scores and weights must have the same length, but have 2 and 1");
    }
}
