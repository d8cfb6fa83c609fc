package dev.limpid.testkit.problem;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;
import static dev.limpid.testkit.LimpidAssertions.within;
import static dev.limpid.testkit.LimpidAssertions.withinPercentage;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Constrained;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.objective.Split;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is what it says: minima are minima. */
class ProblemsTest {

    static List<Problem<?>> all() {
        return Problems.all();
    }

    /**
     * Looked at around its start, u ↦ F(start + (0.1·|start| + 0.01)∘u): some have poles or overflow far from it.
     */
    record Near(Problem<LeastSquares> problem) implements LeastSquares {
        private double[] point(double[] u) {
            double[] t = problem.start();
            for (int j = 0; j < t.length; j++) {
                t[j] += scale(j) * u[j];
            }
            return t;
        }

        private double scale(int j) {
            return 0.1 * Math.abs(problem.start()[j]) + 0.01;
        }

        @Override
        public Blocks blocks() {
            return problem.objective().blocks();
        }

        @Override
        public int residuals() {
            return problem.objective().residuals();
        }

        @Override
        public void residuals(double[] u, double[] r) {
            problem.objective().residuals(point(u), r);
        }

        @Override
        public void jacobian(double[] u, double[] r, double[][] j) {
            problem.objective().jacobian(point(u), r, j);
            for (double[] row : j) {
                for (int k = 0; k < u.length; k++) {
                    row[k] *= scale(k);
                }
            }
        }

        @Override
        public OracleCount count() {
            return problem.objective().count();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @SuppressWarnings("unchecked") // the objective is looked at
    void obeysTheLawsOfObjectives(Problem<?> problem) {
        assertThat(
                        problem.objective() instanceof LeastSquares
                                ? new Near((Problem<LeastSquares>) problem)
                                : problem.objective())
                .obeysItsLaws();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void hasTheDigitsThatThePaperQuotes(MoreGarbowHillstrom published) {
        Problem<LeastSquares> problem = published.problem();

        assertThat(problem.minimum()).isCloseTo(published.quoted(), withinPercentage(5e-4)); // six digits
        assertThat(Arrays.stream(problem.otherMinima())).allMatch(m -> m > problem.minimum());
    }

    /** One Gauss–Newton model: F can't fall by more than half of its rounding where the gradient is that of rounding. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void hasNoSlopeAtItsMinimiser(MoreGarbowHillstrom published) {
        Problem<LeastSquares> problem = published.problem();
        LeastSquares f = problem.objective();
        double[] t = problem.minimiser();
        double[] r = new double[f.residuals()];
        double[][] j = new double[r.length][t.length];
        f.jacobian(t, r, j);

        for (int k = 0; k < t.length; k++) {
            double slope = 0;
            double rounding = 0;
            for (int i = 0; i < r.length; i++) {
                slope += j[i][k] * r[i];
                // the digits of θₖ itself, and those of the sum
                rounding += Math.abs(j[i][k]) * (Math.abs(r[i]) + sizeOfTerms(j[i], t)) * 4 * Math.ulp(1.0);
            }
            assertThat(Math.abs(slope)).as("parameter " + k).isLessThanOrEqualTo(rounding + 1e-15);
        }
    }

    private static double sizeOfTerms(double[] row, double[] t) {
        double size = 1;
        for (int k = 0; k < t.length; k++) {
            size += Math.abs(row[k] * t[k]);
        }
        return size;
    }

    @Test
    void measuresTheWayToTheNearestKnownMinimum() {
        Problem<LeastSquares> problem = MoreGarbowHillstrom.FREUDENSTEIN_ROTH.problem();
        double[] other = {11.412778986902094, -0.8968052532744765};

        assertThat(problem.gap(other)).isGreaterThan(0.1);
        assertThat(problem.gapToNearest(other)).isLessThan(1e-15);
        assertThat(problem.gapToNearest(problem.minimiser())).isZero();
        assertThat(problem.gapToNearest(problem.start())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void hasItsMinimumWhereItSays(Problem<?> problem) {
        double atMinimum = problem.objective().value(problem.minimiser());

        // seventeen digits of the minimiser leave eleven of Meyer's minimum
        double digits = Math.max(4 * Math.ulp(1.0), 1e-11 * Math.abs(atMinimum));
        assertThat(atMinimum).isCloseTo(problem.minimum(), within(digits));
        assertThat(problem.gap(problem.start())).isEqualTo(1);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double size = Math.pow(10, 1 - 5 * random.nextDouble());
            double[] t = problem.minimiser();
            for (int j = 0; j < t.length; j++) {
                t[j] += size * random.nextGaussian();
            }
            double rounding = 16 * Math.ulp(Math.abs(atMinimum));
            assertThat(problem.objective().value(t))
                    .satisfiesAnyOf(
                            v -> assertThat(v).isGreaterThanOrEqualTo(atMinimum - rounding),
                            v -> assertThat(v).isNaN());
        }
    }

    @Test
    void offersProblemsByView() {
        assertThat(Problems.offering(Split.class)).hasSize(7);
        assertThat(Problems.offering(Composite.class)).hasSize(6);
        assertThat(Problems.offering(Constrained.class)).hasSize(3);
        assertThat(Problems.offering(FiniteSum.class)).hasSize(4);
        assertThat(Problems.offering(Smooth.class)).hasSize(45);
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
