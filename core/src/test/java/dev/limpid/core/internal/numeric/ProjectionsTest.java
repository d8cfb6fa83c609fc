package dev.limpid.core.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProjectionsTest {

    /** τ by scipy 1.10.1, optimize.brentq on Σmax(z − τ, 0) = r. */
    @Test
    void agreesWithTheRootOfTheSum() {
        double[] simplex = {0.8, -0.2, 0.5, 1.3, 0.1};
        double[] ball = simplex.clone();

        Projections.ontoSimplex(simplex, 1);
        Projections.ontoL1Ball(ball, 1.5);

        assertThat(simplex).containsExactly(new double[] {0.25, 0, 0, 0.75, 0}, within(1e-16));
        assertThat(ball).containsExactly(new double[] {13 / 30.0, 0, 4 / 30.0, 28 / 30.0, 0}, within(2e-16));
    }

    /** x is the projection if it is feasible and ⟨z − x, u − x⟩ ≤ 0 for all corners u. */
    @Test
    void noCornerLiesOnTheSideOfThePoint() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            double[] z = new double[1 + random.nextInt(12)];
            double size = Math.pow(10, random.nextInt(5) - 2);
            Arrays.setAll(z, j -> random.nextInt(3) == 0 ? 1 : size * random.nextGaussian());
            double[] x = z.clone();

            Projections.ontoSimplex(x, 2);

            double inner = 0;
            for (int j = 0; j < z.length; j++) {
                assertThat(x[j]).isNotNegative();
                inner += (z[j] - x[j]) * x[j];
            }
            assertThat(Arrays.stream(x).sum()).isCloseTo(2, within(1e-14));
            for (int j = 0; j < z.length; j++) {
                assertThat(2 * (z[j] - x[j])).isLessThanOrEqualTo(inner + 1e-13 * (1 + size));
            }
        }
    }

    @Test
    void aFarPointLosesNoDigits() {
        double[] z = {1e15 + 1, 1e15, 1e15 - 1};

        Projections.ontoSimplex(z, 1.5);

        assertThat(z).containsExactly(1.25, 0.25, 0);
    }

    @Test
    void pointsInsideTheBallStay() {
        double[] z = {0.5, -0.25, 0.25};

        Projections.ontoL1Ball(z, 1);

        assertThat(z).containsExactly(0.5, -0.25, 0.25);
    }

    @Test
    void whatIsNotFiniteStaysSo() {
        double[] nan = {1, Double.NaN};
        double[] infinite = {Double.POSITIVE_INFINITY, 1};

        Projections.ontoSimplex(nan, 1);
        Projections.ontoL1Ball(infinite, 1);

        assertThat(nan).containsOnly(Double.NaN);
        assertThat(infinite).containsOnly(Double.NaN);
    }
}
