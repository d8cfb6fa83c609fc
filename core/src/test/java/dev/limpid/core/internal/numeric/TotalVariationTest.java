package dev.limpid.core.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalVariationTest {

    private static final double[] Y = {1.0, 2.5, -0.5, 3.0, 3.2, 2.8, -1.0, -1.5, 0.0, 4.0};

    /** The dual, min ½‖y − Dᵀu‖² with |u| ≤ t, by scipy 1.10.1, optimize.lsq_linear(method='bvls'). */
    @Test
    void agreesWithTheDualProblem() {
        double[] mild = {1.3, 1.9, 0.1, 2.8, 2.8, 2.8, -0.95, -0.95, 0, 3.7};
        double[] middle = {4 / 3.0, 4 / 3.0, 4 / 3.0, 7 / 3.0, 7 / 3.0, 7 / 3.0, -0.25, -0.25, 0, 3};
        double[] strong = {
            19 / 12.0, 19 / 12.0, 19 / 12.0, 19 / 12.0, 19 / 12.0, 19 / 12.0, 5 / 6.0, 5 / 6.0, 5 / 6.0, 1.5
        };

        assertThat(TotalVariation.prox(Y, 0.3)).containsExactly(mild, within(1e-14));
        assertThat(TotalVariation.prox(Y, 1)).containsExactly(middle, within(1e-14));
        assertThat(TotalVariation.prox(Y, 2.5)).containsExactly(strong, within(1e-14));
    }

    /**
     * The optimum is where Sᵢ = Σ_{k ≤ i} (xₖ − yₖ) is t·sign(xᵢ₊₁ − xᵢ) at jumps, within ±t elsewhere, and 0 at the end.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.01, 0.3, 3, 30, 1e4})
    void meetsItsOptimalityConditions(double t) {
        SplittableRandom random = new SplittableRandom(8);
        for (int trial = 0; trial < 50; trial++) {
            int n = 1 + random.nextInt(60);
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextGaussian() * (1 + i % 7);
            }

            double[] x = TotalVariation.prox(y, t);

            double tolerance = 1e-13 * n * (10 + t);
            double sum = 0;
            for (int i = 0; i < n - 1; i++) {
                sum += x[i] - y[i];
                double jump = x[i + 1] - x[i];
                assertThat(sum).isBetween(-t - tolerance, t + tolerance);
                if (jump != 0) {
                    assertThat(sum).isCloseTo(t * Math.signum(jump), within(tolerance));
                }
            }
            assertThat(sum + x[n - 1] - y[n - 1]).isCloseTo(0, within(tolerance));
        }
    }

    @Test
    void fusedNeighboursAreEqualToTheLastBit() {
        double[] x = TotalVariation.prox(Y, 1);

        assertThat(x[1]).isEqualTo(x[0]);
        assertThat(x[2]).isEqualTo(x[0]);
        assertThat(x[4]).isEqualTo(x[3]);
        assertThat(x[7]).isEqualTo(x[6]);
    }

    @Test
    void aStrongPenaltyLeavesTheMean() {
        double mean = Arrays.stream(Y).sum() / Y.length;

        assertThat(TotalVariation.prox(Y, 100)).containsOnly(new double[] {mean}, within(1e-14));
    }

    @Test
    void shortSequencesAndNoPenaltyLeaveAllAsItIs() {
        assertThat(TotalVariation.prox(new double[0], 1)).isEmpty();
        assertThat(TotalVariation.prox(new double[] {7}, 1)).containsExactly(7);
        assertThat(TotalVariation.prox(Y, 0)).isEqualTo(Y).isNotSameAs(Y);
        assertThat(TotalVariation.prox(new double[] {5, 5, 5}, 1)).containsExactly(5, 5, 5);
    }

    @Test
    void aSequenceFarFromZeroLosesNoDigits() {
        double[] far = Arrays.stream(Y).map(v -> v + 0x1p40).toArray(); // Y keeps 12 binary places
        double[] near = Arrays.stream(far).map(v -> v - 0x1p40).toArray();

        double[] x = TotalVariation.prox(far, 1);

        double[] expected =
                Arrays.stream(TotalVariation.prox(near, 1)).map(v -> v + 0x1p40).toArray();
        assertThat(x).containsExactly(expected, within(Math.ulp(0x1p40)));
    }

    /** Sequences that rise or fall throughout make all knots pile up at one end; a million numbers take no time that shows. */
    @Test
    void longSequencesTakeLinearTime() {
        double[] y = new double[1_000_000];
        for (int i = 0; i < y.length; i++) {
            y[i] = i;
        }

        double[] x = TotalVariation.prox(y, 1000);

        assertThat(x[500_000]).isCloseTo(500_000, within(1e-6));
        assertThat(x[0]).isGreaterThan(0);
    }
}
