package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.List;

/**
 * A loss whose {@code leastSquares()} is true: its value is half the square of the residual, for optimizers take the residuals
 * and never ask for the value.
 *
 * <pre>
 *   ℓ(y, f) = ½(f − y)²
 * </pre>
 */
public final class LeastSquaresTests {

    private static final double ROUNDING = 1e-9; // a few operations; far below the factor that anybody could forget

    private LeastSquaresTests() {}

    /**
     * Compares the value with half the square.
     *
     * @param subject the loss
     * @return the outcome; not applicable unless {@code leastSquares()} is true
     */
    public static Outcome leastSquares(LossSubject subject) {
        if (!(subject.loss() instanceof ScalarLoss loss && loss.leastSquares())) {
            return Outcome.notApplicable("not declared");
        }
        LossProbe probe = LossProbe.of(subject);
        List<LossProbe.Point> points = probe.points();
        for (LossProbe.Point point : points) {
            double value = probe.value(point);
            double half = half(point);
            if (!isNear(value, half, point)) {
                return Outcome.failed("at " + probe.print(point) + "\n  value      " + value + "\n  ½(f − y)²  " + half
                        + "\n  ratio      " + Text.ratio(value / half) + "\nLikely cause: "
                        + cause(probe, points, value / half)
                        + "; mend value, or let leastSquares() be false.");
            }
        }
        return Outcome.passed();
    }

    private static double half(LossProbe.Point point) {
        double r = point.f()[0] - point.given().y0();
        return 0.5 * r * r;
    }

    /** Equal up to the last digits of f² and y², which a loss that multiplies the square out has left. */
    private static boolean isNear(double value, double expected, LossProbe.Point point) {
        double y = point.given().y0();
        double f = point.f()[0];
        return Math.abs(value - expected) <= ROUNDING * Math.abs(expected) + 8 * Math.ulp(f * f + y * y);
    }

    private static String cause(LossProbe probe, List<LossProbe.Point> points, double ratio) {
        boolean same = Double.isFinite(ratio)
                && points.stream().allMatch(point -> isNear(probe.value(point), ratio * half(point), point));
        return same
                ? "the ½ is left out, or a factor is in value"
                : "the method is inherited or copied to a loss that is no square of the residual";
    }
}
