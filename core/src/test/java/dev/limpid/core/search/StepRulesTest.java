package dev.limpid.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Line;
import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches that don't look for the Wolfe conditions: constant, exact, Barzilai–Borwein. */
class StepRulesTest {

    @Nested
    class Constant {

        @Test
        void theLengthIsAlwaysTheSame() {
            assertThat(new ConstantSearch(0.25).along(TestLine.PARABOLA, 7)).isEqualTo(TestLine.PARABOLA.at(0.25));
        }

        @Test
        void aStepThatRisesIsNone() {
            Line.Point zero = TestLine.PARABOLA.at(0);

            assertThat(new ConstantSearch(1e3).along(TestLine.PARABOLA, 7)).isEqualTo(zero);
        }

        @Test
        void theLengthIsCheckedByName() {
            assertThatThrownBy(() -> new ConstantSearch(0)).hasMessage("length must be finite and > 0, but was 0.0");
            assertThatThrownBy(() -> new ConstantSearch(Double.POSITIVE_INFINITY))
                    .hasMessage("length must be finite and > 0, but was Infinity");
        }
    }

    @Nested
    class Exact {

        @ParameterizedTest
        @EnumSource(TestLine.class)
        void theSlopeVanishes(TestLine line) {
            Line.Point found = ExactSearch.defaults().along(line, 1);

            assertThat(Math.abs(found.slope()))
                    .isLessThanOrEqualTo(1e-6 * Math.abs(line.at(0).slope()));
            assertThat(found.value()).isLessThan(line.at(0).value());
        }

        @Test
        void aQuadraticTakesTwoPoints() {
            List<Double> asked = new ArrayList<>();
            Line line = alpha -> {
                asked.add(alpha);
                return TestLine.PARABOLA.at(alpha);
            };

            assertThat(ExactSearch.defaults().along(line, 5).alpha()).isCloseTo(1, within(1e-15));
            assertThat(asked).hasSize(3); // 0, the guess, and the minimum
        }

        @Test
        void settingsAreRefusedByName() {
            assertThatThrownBy(() -> new ExactSearch(1, 10)).hasMessage("tolerance must be in (0, 1), but was 1.0");
            assertThatThrownBy(() -> new ExactSearch(0.1, 0)).hasMessage("maxEvaluations must be >= 1, but was 0");
        }
    }

    @Nested
    class BarzilaiBorwein {

        private static final BarzilaiBorweinSearch SEARCH = BarzilaiBorweinSearch.defaults();

        @Test
        void theSecondStepIsTheQuotientOfMoveAndChangeOfGradient() {
            Memory memory = Memory.empty();
            // φ(α) = ½·3·(α − 2)²: s = 1 and y = 3·1 whatever the direction's length, so the next step is 1/3 of its
            // slope
            Line line = alpha -> new Line.Point(alpha, 1.5 * (alpha - 2) * (alpha - 2), 3 * (alpha - 2));

            SEARCH.along(line, 1, memory);

            // ⟨s, s⟩/⟨s, y⟩ = −α·φ′(0)/(φ′(α) − φ′(0)) = 6/(−3 + 6)
            assertThat(SEARCH.along(line, 77, memory).alpha()).isEqualTo(2);
        }

        @Test
        void theObjectiveMayRiseAboveTheLastButNotAboveTheWindow() {
            Memory memory = Memory.empty();
            BarzilaiBorweinSearch two = new BarzilaiBorweinSearch(2, 1e-4, 1e-10, 1e10, 40);
            two.along(
                    alpha -> new Line.Point(alpha, 10 - alpha, -1),
                    1,
                    memory); // from 10 to 9; no rise of slope: longest
            Line rising = alpha -> new Line.Point(alpha, alpha < 1e9 ? 9 + 0.5 * alpha : 1e9, -1e-3);

            Line.Point found = two.along(rising, 1, memory);

            assertThat(found.value()).isGreaterThan(9).isLessThanOrEqualTo(10);
            assertThat(two.along(rising, 1, memory).value()).isLessThanOrEqualTo(9.5);
        }

        @Test
        void withoutMemoryItBacktracks() {
            assertThat(SEARCH.along(TestLine.PARABOLA, 4).alpha()).isEqualTo(1);
            assertThat(SEARCH.monotone()).isFalse();
        }

        @Test
        void settingsAreRefusedByName() {
            assertThatThrownBy(() -> new BarzilaiBorweinSearch(0, 0.1, 1, 2, 3))
                    .hasMessage("window must be >= 1, but was 0");
            assertThatThrownBy(() -> new BarzilaiBorweinSearch(1, 0.5, 1, 2, 3))
                    .hasMessage("c1 must be in (0, 0.5), but was 0.5");
            assertThatThrownBy(() -> new BarzilaiBorweinSearch(1, 0.1, 0, 2, 3))
                    .hasMessage("shortest must be > 0, but was 0.0");
            assertThatThrownBy(() -> new BarzilaiBorweinSearch(1, 0.1, 1, 0.5, 3))
                    .hasMessage("longest must be finite and >= shortest = 1.0, but was 0.5");
            assertThatThrownBy(() -> new BarzilaiBorweinSearch(1, 0.1, 1, 2, 0))
                    .hasMessage("maxEvaluations must be >= 1, but was 0");
        }
    }
}
