package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import java.util.function.DoubleUnaryOperator;

/**
 * A stated derivative beside the measured one.
 *
 * @param point where
 * @param component which component of the gradient
 * @param stated what the part says
 * @param measured what differences of the function below say; NaN where that isn't finite
 * @param right whether the two go together
 */
record Reading(LossProbe.Point point, int component, double stated, Estimate measured, boolean right) {

    /**
     * Compares. At a kink of the function any number between the two slopes is right.
     *
     * @param point where
     * @param component which component
     * @param stated what the part says
     * @param function the function of that component
     * @param noise rounding of the function
     * @param slack rounding of what is stated
     * @return the reading
     */
    static Reading of(
            LossProbe.Point point,
            int component,
            double stated,
            DoubleUnaryOperator function,
            double noise,
            double slack) {
        double x = point.f()[component];
        Estimate exact = Differences.central(function, x, noise);
        Estimate measured = new Estimate(exact.value(), exact.error() + slack);
        boolean right = measured.agrees(stated) || isBetweenSlopes(stated, function, x);
        return new Reading(point, component, stated, measured, right);
    }

    /** Tells whether a number lies between the slopes to the left and to the right. */
    static boolean isBetweenSlopes(double stated, DoubleUnaryOperator function, double x) {
        Estimate left = Differences.left(function, x);
        Estimate right = Differences.right(function, x);
        double lower = Math.min(left.value() - left.tolerance(stated), right.value() - right.tolerance(stated));
        double upper = Math.max(left.value() + left.tolerance(stated), right.value() + right.tolerance(stated));
        return stated >= lower && stated <= upper;
    }

    /** Tells whether the function is finite around the point, so that there is something to compare with. */
    boolean isMeasured() {
        return Double.isFinite(measured.value()) && Double.isFinite(measured.error());
    }

    /** Tells whether the reading could have shown a wrong number: one of the two is clearly not 0. */
    boolean saysSomething() {
        return Math.abs(measured.value()) > measured.error()
                || Math.abs(stated) > measured.error()
                || !Double.isFinite(stated);
    }

    double ratio() {
        return stated / measured.value();
    }

    double f() {
        return point.f()[component];
    }

    double y() {
        return point.given().y0();
    }
}
