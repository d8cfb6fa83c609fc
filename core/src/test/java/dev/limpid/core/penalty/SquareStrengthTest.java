package dev.limpid.core.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What penalties say of their squares is what their values are. */
class SquareStrengthTest {

    static Stream<SeparablePenalty> declared() {
        List<SeparablePenalty> plain = List.of(NoPenalty.of(), L2Penalty.of(0.7), ElasticNetPenalty.of(0.5, 0));
        return Stream.concat(plain.stream(), plain.stream().map(penalty -> penalty.scaledBy(new double[] {0.5, 2, 3})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("declared")
    void valuesAreThoseOfTheDeclaredForm(SeparablePenalty penalty) {
        for (int j = 0; j < 3; j++) {
            double lambda = penalty.squareStrength(j);
            assertThat(lambda).isNotNegative();
            for (double x = -8; x <= 8; x += 0.25) {
                assertThat(penalty.value(x, j)).isCloseTo(lambda / 2 * x * x, within(1e-13));
            }
        }
    }

    @Test
    void otherFormsSayNothing() {
        assertThat(L1Penalty.of(1).squareStrength(0)).isNaN();
        assertThat(ElasticNetPenalty.of(1, 0.5).squareStrength(0)).isNaN();
    }
}
