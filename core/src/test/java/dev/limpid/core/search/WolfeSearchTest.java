package dev.limpid.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.objective.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WolfeSearchTest {

    private static final WolfeSearch SEARCH = WolfeSearch.defaults();

    @ParameterizedTest
    @EnumSource(TestLine.class)
    void acceptedPointsMeetTheDeclaredConditions(TestLine line) {
        for (double guess = 1e-8; guess <= 1e8; guess *= 10) {
            Line.Point zero = line.at(0);

            Line.Point found = SEARCH.along(line, guess);

            Line.Point again = line.at(found.alpha());
            assertThat(found).as("%s from %s", line, guess).isEqualTo(again);
            assertThat(again.alpha()).isPositive();
            assertThat(again.value()).isLessThanOrEqualTo(zero.value() + SEARCH.c1() * again.alpha() * zero.slope());
            assertThat(Math.abs(again.slope())).isLessThanOrEqualTo(SEARCH.c2() * Math.abs(zero.slope()));
        }
    }

    @ParameterizedTest
    @EnumSource(TestLine.class)
    void flatConditionsAreMetToo(TestLine line) {
        WolfeSearch flat = new WolfeSearch(1e-4, 1e-3, 100);
        Line.Point zero = line.at(0);

        Line.Point found = flat.along(line, 1);

        assertThat(Math.abs(line.at(found.alpha()).slope())).isLessThanOrEqualTo(1e-3 * Math.abs(zero.slope()));
    }

    @Test
    void whereValuesTellRoundingOnlySlopesDecide() {
        // 1e8 + (α − 1)²·1e-9: all values are 1e8 in doubles, the slopes still have all digits
        Line line = alpha -> new Line.Point(alpha, 1e8 + 1e-9 * (alpha - 1) * (alpha - 1), 2e-9 * (alpha - 1));
        WolfeSearch flat = new WolfeSearch(1e-4, 1e-3, 100);

        Line.Point found = flat.along(line, 1e-3);

        assertThat(line.at(0).value()).isEqualTo(line.at(1).value());
        assertThat(Math.abs(found.alpha() - 1)).isLessThanOrEqualTo(1e-3);
    }

    @Test
    void valuesThatAreNotFiniteAreBackedAwayFrom() {
        for (double wall : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Line line = alpha -> alpha < 0.01
                    ? new Line.Point(alpha, (alpha - 0.005) * (alpha - 0.005), 2 * (alpha - 0.005))
                    : new Line.Point(alpha, wall, wall);

            Line.Point found = SEARCH.along(line, 1);

            assertThat(found.alpha()).isBetween(0.0004, 0.0096); // |φ′| ≤ 0.9·|φ′(0)|
        }
    }

    @Test
    void aSlopeThatLiesIsReportedAsNoStep() {
        Line line = alpha -> new Line.Point(alpha, alpha, -1);

        assertThat(SEARCH.along(line, 1)).isEqualTo(line.at(0));
    }

    @Test
    void whenEvaluationsRunOutThePointHasEnoughDecrease() {
        Line falling = alpha -> new Line.Point(alpha, -alpha, -1);

        Line.Point found = new WolfeSearch(1e-4, 0.9, 3).along(falling, 1);

        assertThat(found).isEqualTo(falling.at(100)); // 1, 10, 100
    }

    @Test
    void settingsAndArgumentsAreRefusedByName() {
        assertThatThrownBy(() -> new WolfeSearch(0.5, 0.9, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("c1 must be in (0, 0.5), but was 0.5");
        assertThatThrownBy(() -> new WolfeSearch(Double.NaN, 0.9, 10))
                .hasMessage("c1 must be in (0, 0.5), but was NaN");
        assertThatThrownBy(() -> new WolfeSearch(0.1, 0.1, 10))
                .hasMessage("c2 must be in (c1, 1) with c1 = 0.1, but was 0.1");
        assertThatThrownBy(() -> new WolfeSearch(0.1, 0.9, 0)).hasMessage("maxEvaluations must be >= 1, but was 0");
        assertThatThrownBy(() -> SEARCH.along(TestLine.PARABOLA, -1))
                .hasMessage("guess must be finite and > 0, but was -1.0");
        assertThatThrownBy(() -> SEARCH.along(alpha -> new Line.Point(alpha, 3, 2), 1))
                .hasMessage("phi must be finite with a slope < 0 at 0, but phi(0) was 3.0 with slope 2.0; "
                        + "search along a direction of descent");
    }

    @Test
    void recipesShowTheConditions() {
        assertThat(SEARCH.recipe().headline())
                .isEqualTo("WolfeSearch(c1 = 1.0E-4, c2 = 0.9, maxEvaluations = 40): "
                        + "φ(α) ≤ φ(0) + c₁·α·φ′(0) and |φ′(α)| ≤ c₂·|φ′(0)|");
    }
}
