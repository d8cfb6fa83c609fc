package dev.limpid.testkit.problem;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;
import static dev.limpid.testkit.LimpidAssertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Smooth;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is what it says: minima are minima. */
class ProblemsTest {

    static List<Problem<?>> all() {
        return Problems.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void obeysTheLawsOfObjectives(Problem<?> problem) {
        assertThat(problem.objective()).obeysItsLaws();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void hasItsMinimumWhereItSays(Problem<?> problem) {
        double atMinimum = problem.objective().value(problem.minimiser());

        assertThat(atMinimum).isCloseTo(problem.minimum(), within(4 * Math.ulp(Math.max(1, atMinimum))));
        assertThat(problem.gap(problem.start())).isEqualTo(1);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double size = Math.pow(10, 1 - 5 * random.nextDouble());
            double[] t = problem.minimiser();
            for (int j = 0; j < t.length; j++) {
                t[j] += size * random.nextGaussian();
            }
            assertThat(problem.objective().value(t)).isGreaterThanOrEqualTo(atMinimum);
        }
    }

    @Test
    void offersProblemsByView() {
        assertThat(Problems.offering(Composite.class)).hasSize(1);
        assertThat(Problems.offering(FiniteSum.class)).hasSize(3);
        assertThat(Problems.offering(Smooth.class)).hasSize(10);
    }

    @Test
    void refusesPointsOfAnotherSize() {
        assertThatThrownBy(() -> new Problem<>(
                        "Sphere", "", Problems.sphere().objective(), new double[4], new double[5], 0, true, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "start and minimiser must have length 5 (one number per parameter), but have lengths 4 and 5");
    }
}
