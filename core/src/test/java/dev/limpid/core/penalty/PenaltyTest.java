package dev.limpid.core.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PenaltyTest {

    private static final double[] STEPS = {0.1, 0.5, 1, 2, 5, 10};

    /** Arithmetic of a handful of operations on numbers below 10. */
    private static final double ROUNDING = 1e-14;

    static Stream<SeparablePenalty> penalties() {
        Stream<SeparablePenalty> plain = Stream.of(
                NoPenalty.of(),
                L2Penalty.of(0.7),
                L1Penalty.of(0.8),
                ElasticNetPenalty.of(0.8, 0.5),
                ElasticNetPenalty.of(0.8, 0),
                ElasticNetPenalty.of(0.8, 1));
        return plain.flatMap(p -> Stream.of(p, p.scaledBy(new double[] {0.3, 1, 4})));
    }

    static Stream<SmoothPenalty> smoothPenalties() {
        return penalties().filter(SmoothPenalty.class::isInstance).map(SmoothPenalty.class::cast);
    }

    /** The three numbers in the middle of five. */
    private static Block middle() {
        return new Blocks(java.util.List.of())
                .and("before", 1, 1, Role.INTERCEPT)
                .and("weights", 3, 1, Role.WEIGHTS)
                .and("after", 1, 1, Role.WEIGHTS)
                .get("weights");
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void proxBeatsEveryPointOfAGrid(SeparablePenalty penalty) {
        for (double step : STEPS) {
            for (int j = 0; j < 3; j++) {
                for (double z = -6; z <= 6; z += 0.375) {
                    double x = penalty.prox(z, j, step);
                    double best = penalty.value(x, j) + (x - z) * (x - z) / (2 * step);
                    double other = Double.POSITIVE_INFINITY;
                    for (double u = -7; u <= 7; u += 1.0 / 128) {
                        other = Math.min(other, penalty.value(u, j) + (u - z) * (u - z) / (2 * step));
                    }
                    assertThat(best)
                            .as("%s: prox of %s with step %s is %s", penalty, z, step, x)
                            .isLessThanOrEqualTo(other + ROUNDING * (1 + other));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void blockFormIsTheSumOverCoordinatesAndLeavesTheOtherBlocksAlone(SeparablePenalty penalty) {
        double[] t = {9, -1.5, 0.25, 2, -7};
        double expected = penalty.value(-1.5, 0) + penalty.value(0.25, 1) + penalty.value(2, 2);
        double[] z = t.clone();

        penalty.prox(z, middle(), 0.5);

        assertThat(penalty.value(t, middle())).isEqualTo(expected);
        assertThat(z)
                .containsExactly(
                        9, penalty.prox(-1.5, 0, 0.5), penalty.prox(0.25, 1, 0.5), penalty.prox(2, 2, 0.5), -7);
    }

    @ParameterizedTest
    @MethodSource("smoothPenalties")
    void gradientIsAddedAndMatchesCentralDifferences(SmoothPenalty penalty) {
        double[] t = {9, -1.5, 0.25, 2, -7};
        double[] g = {1, 1, 1, 1, 1};

        penalty.addGradient(t, middle(), g);

        double h = 1.0 / 1024; // the central difference of a quadratic has no error but rounding, about 2⁻⁵²·Ω/h
        assertThat(g[0]).isEqualTo(1);
        assertThat(g[4]).isEqualTo(1);
        for (int j = 1; j < 4; j++) {
            double[] up = t.clone();
            double[] down = t.clone();
            up[j] += h;
            down[j] -= h;
            double difference = (penalty.value(up, middle()) - penalty.value(down, middle())) / (2 * h);
            assertThat(g[j] - 1).isCloseTo(difference, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("smoothPenalties")
    void curvatureGivesAQuadraticThatTouchesAndLiesNowhereBelow(SmoothPenalty penalty) {
        double[] t = {9, -1.5, 0.25, 2, -7};
        double[] g = new double[5];
        double[] c = new double[5];
        penalty.addGradient(t, middle(), g);
        penalty.addCurvature(t, middle(), c);
        SplittableRandom random = new SplittableRandom(7);

        for (int trial = 0; trial < 100; trial++) {
            double[] x = t.clone();
            double quadratic = penalty.value(t, middle());
            for (int j = 1; j < 4; j++) {
                double d = random.nextDouble(-5, 5);
                x[j] += d;
                quadratic += g[j] * d + c[j] / 2 * d * d;
            }
            double value = penalty.value(x, middle());
            assertThat(value).isLessThanOrEqualTo(quadratic + ROUNDING * 1000);
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void proxDoesNotMovePointsApart(SeparablePenalty penalty) {
        assertThat(penalty.convex()).isTrue();
        for (double step : STEPS) {
            for (double z = -6; z <= 6; z += 0.375) {
                double apart = Math.abs(penalty.prox(z + 0.25, 1, step) - penalty.prox(z, 1, step));
                assertThat(apart).isLessThanOrEqualTo(0.25 + ROUNDING);
            }
        }
    }

    @Test
    void scaledPenaltyIsThePenaltyOfTheRawCoefficients() {
        double[] s = {0.3, 1, 4};
        SeparablePenalty raw = ElasticNetPenalty.of(0.8, 0.5);
        SeparablePenalty scaled = raw.scaledBy(s);

        for (int j = 0; j < 3; j++) {
            double w = 1.25;
            assertThat(scaled.value(s[j] * w, j)).isCloseTo(raw.value(w, j), within(ROUNDING));
        }
        assertThat(scaled).isNotInstanceOf(SmoothPenalty.class);
        assertThat(L2Penalty.of(1).scaledBy(s)).isInstanceOf(SmoothPenalty.class);
        assertThat(scaled.name()).isEqualTo("ElasticNetPenalty");
        assertThat(scaled.formula()).isEqualTo(raw.formula());
        assertThat(scaled.formula("w")).isEqualTo(raw.formula("w"));
        assertThat(scaled.source()).isEqualTo(raw.source());
    }

    @Test
    void proxOfPublishedExamples() {
        // z = 1.5, step 0.5: sign(z)·(1.5 − 0.8·0.5); and (1.5 − 0.8·0.5·0.5) / (1 + 0.8·0.5·0.5) = 1.3/1.2
        assertThat(L1Penalty.of(0.8).prox(1.5, 0, 0.5)).isCloseTo(1.1, within(ROUNDING));
        assertThat(ElasticNetPenalty.of(0.8, 0.5).prox(1.5, 0, 0.5)).isCloseTo(1.0833333333, within(1e-10));
        assertThat(L2Penalty.of(0.8).prox(1.5, 0, 0.5)).isCloseTo(1.5 / 1.4, within(ROUNDING));
        assertThat(NoPenalty.of().prox(1.5, 0, 0.5)).isEqualTo(1.5);
        assertThat(L1Penalty.of(0.8).prox(-0.4, 0, 0.5)).isZero();
    }

    @Test
    void valuesByHand() {
        assertThat(L2Penalty.of(3).value(2, 0)).isEqualTo(3.0 / 2 * 4);
        assertThat(L1Penalty.of(3).value(-2, 0)).isEqualTo(6);
        assertThat(ElasticNetPenalty.of(3, 0.25).value(-2, 0)).isEqualTo(3 * (0.25 * 2 + 0.75 / 2 * 4));
        assertThat(NoPenalty.of().value(-2, 0)).isZero();
    }

    @Test
    void formulasShowTheNumbersInAnObjective() {
        assertThat(L2Penalty.of(0.001).formula("w")).isEqualTo("0.001/2·‖w‖²");
        assertThat(L1Penalty.of(0.5).formula("w")).isEqualTo("0.5·‖w‖₁");
        assertThat(ElasticNetPenalty.of(0.5, 0.25).formula("w")).isEqualTo("0.5·(0.25·‖w‖₁ + (1 − 0.25)/2·‖w‖²)");
        assertThat(NoPenalty.of().formula("w")).isEqualTo("0");
        assertThat(new Bounded().formula("w")).isEqualTo("Bounded(w)");
    }

    /** A penalty of the user, with no more than has to be written: coordinates in [−1, 1]. */
    private static final class Bounded implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return Math.abs(x) <= 1 ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.max(-1, Math.min(1, z));
        }
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatThrownBy(() -> L2Penalty.of(-0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength must be finite and >= 0, but was -0.5");
        assertThatThrownBy(() -> L1Penalty.of(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength must be finite and >= 0, but was NaN");
        assertThatThrownBy(() -> ElasticNetPenalty.of(Double.POSITIVE_INFINITY, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength must be finite and >= 0, but was Infinity");
        assertThatThrownBy(() -> ElasticNetPenalty.of(1, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ratio must be in [0, 1], but was 1.5");
        assertThatThrownBy(() -> ElasticNetPenalty.of(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ratio must be in [0, 1], but was NaN");
        assertThatThrownBy(() -> L1Penalty.of(1).scaledBy(new double[] {1, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale must be finite and > 0, but s[1] was 0.0");
        String length = "s must have length 3 (one scale per number of block 'weights'), but has length 2";
        SeparablePenalty two = L2Penalty.of(1).scaledBy(new double[] {1, 1});
        assertThatThrownBy(() -> two.value(new double[5], middle())).hasMessage(length);
        assertThatThrownBy(() -> two.prox(new double[5], middle(), 1)).hasMessage(length);
        assertThatThrownBy(() -> ((SmoothPenalty) two).addGradient(new double[5], middle(), new double[5]))
                .hasMessage(length);
    }
}
