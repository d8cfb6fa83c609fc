package dev.limpid.core.search;

import dev.limpid.core.objective.Line;
import java.util.function.DoubleUnaryOperator;

/**
 * Functions that line searches have trouble with; the last three are (5.1), (5.2) and (5.4) of J. J. Moré, D. J. Thuente (1994):
 * Line Search Algorithms with Guaranteed Sufficient Decrease. ACM Transactions on Mathematical Software 20.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
enum TestLine implements Line {
    PARABOLA(a -> (a - 1) * (a - 1), a -> 2 * (a - 1)),
    STEEP_PARABOLA(a -> 5e7 * (a - 1e-4) * (a - 1e-4), a -> 1e8 * (a - 1e-4)),
    EXPONENTIAL(a -> Math.exp(a) - 3 * a, a -> Math.exp(a) - 3),
    LOG_BARRIER(a -> -10 * a - Math.log(1 - a), a -> -10 + 1 / (1 - a)),
    WAVES(a -> a * a / 50 - a / 5 + Math.sin(5 * a) / 30, a -> a / 25 - 0.2 + Math.cos(5 * a) / 6),
    QUARTIC(a -> Math.pow(a - 2, 4), a -> 4 * Math.pow(a - 2, 3)),
    LONG_TAIL(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2))),
    FLAT_THEN_STEEP(
            a -> Math.pow(a + 0.004, 5) - 2 * Math.pow(a + 0.004, 4),
            a -> 5 * Math.pow(a + 0.004, 4) - 8 * Math.pow(a + 0.004, 3)),
    TWO_SLOPES(
            a -> 0.999 * Math.hypot(1 - a, 1e-3) + 1e-3 * Math.hypot(a, 1),
            a -> -0.999 * (1 - a) / Math.hypot(1 - a, 1e-3) + 1e-3 * a / Math.hypot(a, 1));

    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator slope;

    TestLine(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        this.value = value;
        this.slope = slope;
    }

    @Override
    public Point at(double alpha) {
        return new Point(alpha, value.applyAsDouble(alpha), slope.applyAsDouble(alpha));
    }
}
