package dev.limpid.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.objective.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArmijoSearchTest {

    private static final ArmijoSearch SEARCH = ArmijoSearch.defaults();

    @ParameterizedTest
    @EnumSource(TestLine.class)
    void acceptedPointsMeetTheDeclaredCondition(TestLine line) {
        for (double guess = 1e-8; guess <= 1e8; guess *= 10) {
            Line.Point zero = line.at(0);

            Line.Point found = SEARCH.along(line, guess);

            assertThat(found).as("%s from %s", line, guess).isEqualTo(line.at(found.alpha()));
            assertThat(found.alpha()).isPositive().isLessThanOrEqualTo(guess);
            assertThat(found.value()).isLessThanOrEqualTo(zero.value() + SEARCH.c1() * found.alpha() * zero.slope());
        }
    }

    @Test
    void theGuessIsTakenWhereItIsGoodEnough() {
        assertThat(SEARCH.along(TestLine.PARABOLA, 1.5).alpha()).isEqualTo(1.5);
    }

    @Test
    void backtrackingGoesToTheMinimumOfTheParabola() {
        List<Double> asked = new ArrayList<>();
        Line line = alpha -> {
            asked.add(alpha);
            return TestLine.PARABOLA.at(alpha);
        };

        assertThat(SEARCH.along(line, 4).alpha()).isEqualTo(1); // −φ′(0)·16 / (2·(φ(4) − φ(0) − φ′(0)·4)) = 32 / 32
        assertThat(asked).containsExactly(0.0, 4.0, 1.0);
    }

    @Test
    void whereValuesTellRoundingOnlySlopesDecide() {
        Line line = alpha -> new Line.Point(alpha, 1e8 + 1e-9 * (alpha - 1) * (alpha - 1), 2e-9 * (alpha - 1));

        assertThat(SEARCH.along(line, 1.5).alpha()).isEqualTo(1.5);
        assertThat(SEARCH.along(line, 4).alpha()).isLessThan(2); // beyond 2 the slope says that the value has risen
    }

    @Test
    void valuesThatAreNotFiniteAreBackedAwayFrom() {
        Line line = alpha ->
                alpha < 0.01 ? new Line.Point(alpha, -alpha, -1) : new Line.Point(alpha, Double.NaN, Double.NaN);

        assertThat(SEARCH.along(line, 1).alpha()).isBetween(0.0009, 0.01);
    }

    @Test
    void aSlopeThatLiesIsReportedAsNoStep() {
        Line line = alpha -> new Line.Point(alpha, alpha, -1);

        assertThat(SEARCH.along(line, 1)).isEqualTo(line.at(0));
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> new ArmijoSearch(0, 10)).hasMessage("c1 must be in (0, 0.5), but was 0.0");
        assertThatThrownBy(() -> new ArmijoSearch(0.1, 0)).hasMessage("maxEvaluations must be >= 1, but was 0");
    }
}
