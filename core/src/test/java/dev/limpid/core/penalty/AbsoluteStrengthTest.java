package dev.limpid.core.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.NonNegative;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What penalties say of their bounds and absolute values is what their values are. */
class AbsoluteStrengthTest {

    static Stream<SeparablePenalty> declared() {
        List<SeparablePenalty> plain = List.of(
                NoPenalty.of(),
                L1Penalty.of(0.7),
                AdaptiveLassoPenalty.of(0.5, 1, 2, 0),
                NonNegative.of(),
                Box.of(-1, 2),
                Box.of(new double[] {-1, 0, Double.NEGATIVE_INFINITY}, new double[] {1, 3, 0.5}));
        return Stream.concat(plain.stream(), plain.stream().map(penalty -> penalty.scaledBy(new double[] {0.5, 2, 3})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("declared")
    void valuesAreThoseOfTheDeclaredForm(SeparablePenalty penalty) {
        for (int j = 0; j < 3; j++) {
            double lambda = penalty.absoluteStrength(j);
            assertThat(lambda).isNotNegative();
            for (double x = -8; x <= 8; x += 0.25) {
                boolean inside = penalty.lower(j) <= x && x <= penalty.upper(j);
                double value = penalty.value(x, j);
                if (inside) {
                    assertThat(value).isCloseTo(lambda * Math.abs(x), within(1e-14));
                } else {
                    assertThat(value).isEqualTo(Double.POSITIVE_INFINITY);
                }
            }
        }
    }

    @Test
    void otherFormsSayNothing() {
        assertThat(L2Penalty.of(1).absoluteStrength(0)).isNaN();
        assertThat(ElasticNetPenalty.of(1, 0.5).absoluteStrength(0)).isNaN();
    }

    @Test
    void blocksKeepWhatTheirPenaltiesSay() {
        Blocks blocks = Blocks.single(2).and("b", 2, 1, Role.WEIGHTS);
        Smooth flat = new Smooth() {
            @Override
            public Blocks blocks() {
                return blocks;
            }

            @Override
            public double value(double[] t) {
                return 0;
            }

            @Override
            public double gradient(double[] t, double[] g) {
                return 0;
            }
        };
        Composite<? extends Smooth> both =
                flat.penalized("theta", (Penalty) L1Penalty.of(0.7)).penalized("b", Box.of(-1, 2));
        SeparablePenalty penalty = both.separable().orElseThrow();

        assertThat(penalty.absoluteStrength(1)).isEqualTo(0.7);
        assertThat(penalty.lower(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(penalty.upper(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(penalty.absoluteStrength(3)).isZero();
        assertThat(penalty.lower(3)).isEqualTo(-1);
        assertThat(penalty.upper(3)).isEqualTo(2);
    }
}
