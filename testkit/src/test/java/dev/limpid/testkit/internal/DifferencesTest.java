package dev.limpid.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.testkit.internal.Differences.Estimate;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void givesDerivativesOfAnyScaleWithAnErrorThatHolds() {
        for (double scale : new double[] {1e-8, 1, 1e8}) {
            for (double x : new double[] {1e-3, 1, 30}) {
                Estimate sine = Differences.central(u -> scale * Math.sin(u), x);
                double truth = scale * Math.cos(x);

                assertThat(Math.abs(sine.value() - truth)).isLessThanOrEqualTo(sine.error());
                assertThat(sine.error()).isLessThanOrEqualTo(1e-8 * scale);
                assertThat(sine.agrees(truth)).isTrue();
                assertThat(sine.agrees(truth * (1 + 1e-6))).isFalse();
            }
        }
    }

    @Test
    void givesTheSlopesOnBothSidesOfAKink() {
        Estimate left = Differences.left(u -> Math.abs(u - 2) + u * u, 2);
        Estimate right = Differences.right(u -> Math.abs(u - 2) + u * u, 2);

        assertThat(Math.abs(left.value() - 3)).isLessThanOrEqualTo(left.error());
        assertThat(Math.abs(right.value() - 5)).isLessThanOrEqualTo(right.error());
        assertThat(left.error()).isLessThan(1e-9);
    }

    @Test
    void isNotMeasuredWhereTheFunctionIsNotFinite() {
        assertThat(Differences.central(u -> u > 1 ? Double.NaN : u, 1).value()).isNaN();
        assertThat(Differences.central(u -> Double.POSITIVE_INFINITY, 1).value())
                .isNaN();
    }
}
