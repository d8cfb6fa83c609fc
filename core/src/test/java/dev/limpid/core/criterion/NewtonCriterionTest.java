package dev.limpid.core.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewtonCriterionTest {

    @Test
    void leafAndScoreAreTheFormula() {
        NewtonCriterion criterion = new NewtonCriterion(0.5);
        double[] s = {99, 10, -3, 4};

        assertThat(criterion.leaf(s, 1)).isEqualTo(3 / 4.5);
        assertThat(criterion.score(s, 1)).isEqualTo(0.5 * 9 / 4.5);
    }

    @Test
    void weightTakesThePlaceOfACurvatureThatSumsToZero() {
        NewtonCriterion criterion = new NewtonCriterion(0);
        double[] s = {8, 2, 0};

        assertThat(criterion.leaf(s, 0)).isEqualTo(-0.25);
        assertThat(criterion.score(s, 0)).isEqualTo(0.25);
    }

    @Test
    void leafMinimisesTheQuadraticAndScoreIsWhatItTakesOff() {
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 100; draw++) {
            NewtonCriterion criterion = new NewtonCriterion(random.nextDouble());
            double[] s = {1, random.nextDouble(-5, 5), random.nextDouble(0.1, 3)};
            double best = criterion.leaf(s, 0);

            assertThat(-quadratic(s, criterion.l2(), best)).isCloseTo(criterion.score(s, 0), within(1e-13));
            assertThat(quadratic(s, criterion.l2(), best)).isLessThan(quadratic(s, criterion.l2(), best + 1e-3));
            assertThat(quadratic(s, criterion.l2(), best)).isLessThan(quadratic(s, criterion.l2(), best - 1e-3));
        }
    }

    @Test
    void splittingNeverLowersTheScore() {
        SplittableRandom random = new SplittableRandom(2);
        NewtonCriterion criterion = new NewtonCriterion(0);
        for (int draw = 0; draw < 100; draw++) {
            double[] left = {1, random.nextDouble(-5, 5), random.nextDouble(0.1, 3)};
            double[] right = {1, random.nextDouble(-5, 5), random.nextDouble(0.1, 3)};
            double[] both = {2, left[1] + right[1], left[2] + right[2]};

            assertThat(criterion.score(left, 0) + criterion.score(right, 0) - criterion.score(both, 0))
                    .isGreaterThan(-1e-12);
        }
    }

    @Test
    void rowsAreDescribedByWeightGradientAndCurvature() {
        double[] out = new double[4];

        NewtonCriterion.defaults().statistics(2, -3, 5, out, 1);

        assertThat(out).containsExactly(0, 2, -3, 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnL2OutsideItsRange(double l2) {
        assertThatThrownBy(() -> new NewtonCriterion(l2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("l2 must be finite and >= 0, but was " + l2);
    }

    private static double quadratic(double[] s, double l2, double v) {
        return s[1] * v + 0.5 * (s[2] + l2) * v * v;
    }
}
