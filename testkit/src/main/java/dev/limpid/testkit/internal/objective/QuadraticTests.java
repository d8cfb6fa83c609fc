package dev.limpid.testkit.internal.objective;

import static dev.limpid.testkit.internal.objective.ObjectiveTests.ROUNDING;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.SEED;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.direction;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.dot;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.plus;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.points;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Objective;
import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;

/** The local quadratic of an objective. */
public final class QuadraticTests {

    private QuadraticTests() {}

    /**
     * Compares the local quadratic with the objective: value, gradient, and a matrix that is that of the Hessian or above it.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective without local quadratic
     */
    public static Outcome quadratic(Objective objective) {
        if (!(objective instanceof Curved curved)) {
            return Outcome.notApplicable("not a Curved objective");
        }
        int p = curved.blocks().size();
        for (double[] t : points(curved)) {
            double[] g = new double[p];
            double[] plain = new double[p];
            double[][] b = new double[p][p];
            for (double[] row : b) {
                Arrays.fill(row, -3);
            }
            double cap = curved.needsCap() ? 10 * curved.typicalCurvature(t.clone()) : Double.POSITIVE_INFINITY;
            double value = curved.quadratic(t.clone(), cap, g, b);
            double expected = curved.gradient(t.clone(), plain);
            double size = Arrays.stream(plain).map(Math::abs).max().orElse(0);
            boolean right = Math.abs(value - expected) <= ROUNDING * Math.abs(expected);
            for (int j = 0; j < p; j++) {
                right &= Math.abs(g[j] - plain[j]) <= 100 * ROUNDING * Math.max(size, Math.abs(value));
            }
            if (!right) {
                return Outcome.failed("at θ = " + Text.plain(t) + "\n  quadratic  value " + value + ", gradient "
                        + Text.plain(g) + "\n  gradient   value " + expected + ", gradient " + Text.plain(plain)
                        + "\nLikely cause: quadratic leaves out a term that gradient has.");
            }
            Outcome outcome = matrix(curved, t, b);
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    private static Outcome matrix(Curved curved, double[] t, double[][] b) {
        int p = t.length;
        for (int i = 0; i < 5; i++) {
            double[] d = direction(p, SEED + i);
            double stated = 0;
            double size = 0;
            for (int j = 0; j < p; j++) {
                for (int k = 0; k <= j; k++) {
                    double term = (k == j ? 1 : 2) * b[j][k] * d[j] * d[k];
                    stated += term;
                    size += Math.abs(term);
                }
            }
            Estimate second = Differences.central(
                    a -> {
                        double[] g = new double[p];
                        curved.gradient(plus(t, a, d), g);
                        return dot(g, d);
                    },
                    0);
            double slack = second.error() + 1e-9 * size;
            boolean kink = !curved.kink().isEmpty();
            if (!(stated >= -1e-12 * size) || (!kink && stated < second.value() - slack)) {
                return Outcome.failed(
                        "at θ = " + Text.plain(t) + ", d = " + Text.plain(d) + "\n  dᵀ·B·d                 "
                                + stated + "\n  second derivative of F along d  " + second.value() + "  (± "
                                + Text.brief(second.error())
                                + ")\nLikely cause: B is below the Hessian: a weight, a 1/n or the penalty is left out, or entries"
                                + " outside of the lower triangle (k ≤ j) are written.");
            }
        }
        return Outcome.passed();
    }
}
