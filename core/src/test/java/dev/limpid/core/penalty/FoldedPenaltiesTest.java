package dev.limpid.core.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** L0, MCP, SCAD and the adaptive lasso. */
class FoldedPenaltiesTest {

    private static final double[] STEPS = {0.1, 0.5, 1, 2, 2.7, 3, 4, 10};

    /** Arithmetic of a handful of operations on numbers below 100. */
    private static final double ROUNDING = 1e-13;

    private static final Block THREE = new Block("weights", 0, 3, 1, Role.WEIGHTS);

    static Stream<SeparablePenalty> penalties() {
        return Stream.of(
                L0Penalty.of(0.7),
                McpPenalty.of(1),
                McpPenalty.of(0.5, 1),
                ScadPenalty.of(1),
                ScadPenalty.of(0.5, 2.5),
                AdaptiveLassoPenalty.of(0.8, 1, 0, 2),
                McpPenalty.of(1).scaledBy(new double[] {0.3, 1, 4}),
                ScadPenalty.of(1).scaledBy(new double[] {0.3, 1, 4}));
    }

    /** For all steps, those beyond γ and a − 1 among them, where others' proxes end at a point that isn't the lowest. */
    @ParameterizedTest
    @MethodSource("penalties")
    void proxIsTheLowestPointOfAGrid(SeparablePenalty penalty) {
        for (double step : STEPS) {
            for (int j = 0; j < 3; j++) {
                for (double z = -6; z <= 6; z += 0.1875) {
                    double x = penalty.prox(z, j, step);
                    double best = penalty.value(x, j) + (x - z) * (x - z) / (2 * step);
                    double other = Double.POSITIVE_INFINITY;
                    for (double u = -7; u <= 7; u += 1.0 / 128) {
                        other = Math.min(other, penalty.value(u, j) + (u - z) * (u - z) / (2 * step));
                    }
                    assertThat(best)
                            .as("%s: prox of %s with step %s is %s", penalty, z, step, x)
                            .isLessThanOrEqualTo(other + ROUNDING);
                }
            }
        }
    }

    /** Zhang (2010): with step 1 firm thresholding, 0 up to λ, straight to γ·λ, then z. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "1, 0", "2, 1.5", "2.5, 2.25", "3, 3", "3.5, 3.5", "-2, -1.5"})
    void mcpIsFirmThresholding(double z, double x) {
        assertThat(McpPenalty.of(1).prox(z, 0, 1)).isCloseTo(x, within(ROUNDING));
    }

    /** With λ = 1, γ = 3 and step 4, x = 0 costs 16/8 = 2 and x = z = 4 costs γλ²/2 = 1.5. */
    @Test
    void mcpKeepsALargeCoordinateWhateverTheStep() {
        assertThat(McpPenalty.of(1).prox(4, 0, 4)).isEqualTo(4);
        assertThat(McpPenalty.of(1).prox(3.4, 0, 4)).isZero(); // below √12
    }

    /** Fan and Li (2001), equation (2.8), with λ = 2: soft up to 4; (2.7·5 − 3.7·2)/1.7 at 5; z beyond 7.4. */
    @ParameterizedTest
    @CsvSource({"1, 0", "3, 1", "4, 2", "5, 3.588235294117647", "7.4, 7.4", "9, 9", "-5, -3.588235294117647"})
    void scadIsThatOfThePaper(double z, double x) {
        assertThat(ScadPenalty.of(2).prox(z, 0, 1)).isCloseTo(x, within(ROUNDING));
    }

    /** MCP: λ·|x| − x²/(2γ) = 2 − 4/6 at 2, γλ²/2 beyond 3. SCAD: 1 at 1, (14.8 − 4 − 1)/5.4 at 2, 2.35 beyond 3.7. */
    @Test
    void valuesByHand() {
        assertThat(McpPenalty.of(1).value(-2, 0)).isCloseTo(4 / 3.0, within(ROUNDING));
        assertThat(McpPenalty.of(1).value(3, 0)).isEqualTo(1.5);
        assertThat(McpPenalty.of(1).value(50, 0)).isEqualTo(1.5);
        assertThat(ScadPenalty.of(1).value(-1, 0)).isEqualTo(1);
        assertThat(ScadPenalty.of(1).value(2, 0)).isCloseTo(9.8 / 5.4, within(ROUNDING));
        assertThat(ScadPenalty.of(1).value(50, 0)).isCloseTo(2.35, within(ROUNDING));
        assertThat(L0Penalty.of(0.7).value(-1e-300, 0)).isEqualTo(0.7);
        assertThat(L0Penalty.of(0.7).value(-0.0, 0)).isZero();
        assertThat(McpPenalty.of(1).convex()
                        || ScadPenalty.of(1).convex()
                        || L0Penalty.of(1).convex())
                .isFalse();
    }

    @Test
    void aVeryLargeGammaIsTheLasso() {
        for (double z = -3; z <= 3; z += 0.125) {
            assertThat(McpPenalty.of(0.5, 1e12).prox(z, 0, 1.5))
                    .isCloseTo(L1Penalty.of(0.5).prox(z, 0, 1.5), within(1e-11));
        }
    }

    @Test
    void adaptiveWeightsComeFromAnEstimate() {
        AdaptiveLassoPenalty adaptive = AdaptiveLassoPenalty.fromEstimate(0.5, new double[] {2, -0.25, 0}, 2);

        assertThat(adaptive.weights()).containsExactly(0.25, 16, Double.POSITIVE_INFINITY);
        assertThat(adaptive.prox(1, 0, 1)).isEqualTo(0.875);
        assertThat(adaptive.prox(-9, 1, 1)).isEqualTo(-1);
        assertThat(adaptive.prox(1e9, 2, 1e-9)).isZero();
        assertThat(adaptive.value(new double[] {1, 1, 0}, THREE)).isEqualTo(0.5 * 0.25 + 0.5 * 16);
        assertThat(adaptive.value(1, 2)).isInfinite();
        assertThat(AdaptiveLassoPenalty.of(0, Double.POSITIVE_INFINITY).prox(3, 0, 1))
                .isEqualTo(3);
    }

    @Test
    void adaptiveWeightsAreComparedCopiedAndShown() {
        double[] weights = {1, 2, 3};
        AdaptiveLassoPenalty adaptive = AdaptiveLassoPenalty.of(0.5, weights);
        weights[0] = 9;
        adaptive.weights()[1] = 9;

        assertThat(adaptive).isEqualTo(AdaptiveLassoPenalty.of(0.5, 1, 2, 3)).isNotEqualTo(L1Penalty.of(0.5));
        assertThat(adaptive).hasSameHashCodeAs(AdaptiveLassoPenalty.of(0.5, 1, 2, 3));
        assertThat(adaptive).isNotEqualTo(AdaptiveLassoPenalty.of(0.5, 1, 2, 4));
        assertThat(adaptive).hasToString("AdaptiveLassoPenalty[strength=0.5, weights=[1.0, 2.0, 3.0]]");
        assertThat(adaptive.recipe().headline())
                .isEqualTo("AdaptiveLassoPenalty(strength = 0.5, weights = [1.0, 2.0, 3.0]): λ·Σⱼ vⱼ·|xⱼ|");
    }

    @Test
    void formulasShowTheNumbersInAnObjective() {
        assertThat(L0Penalty.of(0.5).formula("w")).isEqualTo("0.5·‖w‖₀");
        assertThat(McpPenalty.of(0.5).formula("w")).isEqualTo("MCP(w; λ = 0.5, γ = 3.0)");
        assertThat(ScadPenalty.of(0.5).formula("w")).isEqualTo("SCAD(w; λ = 0.5, a = 3.7)");
        assertThat(AdaptiveLassoPenalty.of(0.5, 1).formula("w")).isEqualTo("0.5·‖v∘w‖₁");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatThrownBy(() -> L0Penalty.of(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength must be finite and >= 0, but was NaN");
        assertThatThrownBy(() -> McpPenalty.of(-1)).hasMessage("strength must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> McpPenalty.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gamma must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> ScadPenalty.of(-1)).hasMessage("strength must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> ScadPenalty.of(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a must be finite and > 2, but was 2.0");
        assertThatThrownBy(() -> AdaptiveLassoPenalty.of(-1, 1))
                .hasMessage("strength must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> AdaptiveLassoPenalty.of(1, 1, Double.NaN))
                .hasMessage("weights must be >= 0, but weights[1] was NaN");
        assertThatThrownBy(() -> AdaptiveLassoPenalty.fromEstimate(1, new double[] {1, Double.NaN}, 1))
                .hasMessage("estimate must be finite, but estimate[1] was NaN");
        assertThatThrownBy(() -> AdaptiveLassoPenalty.fromEstimate(1, new double[] {1}, 0))
                .hasMessage("exponent must be finite and > 0, but was 0.0");
        String length = "weights must have length 3 (one weight per number of block 'weights'), but has length 2";
        AdaptiveLassoPenalty two = AdaptiveLassoPenalty.of(1, 1, 1);
        assertThatThrownBy(() -> two.value(new double[3], THREE)).hasMessage(length);
        assertThatThrownBy(() -> two.prox(new double[3], THREE, 1)).hasMessage(length);
        assertThatThrownBy(() -> two.scaledBy(new double[] {1, 1, 1}).prox(new double[3], THREE, 1))
                .hasMessage(length);
    }
}
