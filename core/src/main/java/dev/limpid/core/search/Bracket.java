package dev.limpid.core.search;

import dev.limpid.core.objective.Line;

/** An interval (lo, hi) that holds a good point, and where to look in it next. */
final class Bracket {

    /** How far beyond lo to go while there is no hi. */
    private static final double LEAST_GROWTH = 2;

    private static final double MOST_GROWTH = 10;

    /** How near to an end of the interval to go, as a part of its width. */
    private static final double MARGIN = 0.05;

    /** Where to go when hi is not finite, as a part of the width. */
    private static final double RETREAT = 0.1;

    private Line.Point lo;
    private Line.Point hi = new Line.Point(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
    private Line.Point before; // lo before it moved last
    private double width = Double.POSITIVE_INFINITY; // of the interval two cuts ago
    private int cuts;

    Bracket(Line.Point zero) {
        this.lo = zero;
        this.before = zero;
    }

    Line.Point lo() {
        return lo;
    }

    void lo(Line.Point p) {
        before = lo;
        lo = p;
    }

    void hi(Line.Point p) {
        hi = p;
    }

    boolean isInside(double alpha) {
        return alpha > lo.alpha() && alpha < hi.alpha();
    }

    double next() {
        if (hi.alpha() == Double.POSITIVE_INFINITY) {
            return beyond();
        }
        double w = hi.alpha() - lo.alpha();
        cuts++;
        if (cuts % 2 == 0) {
            boolean slow = w > 0.5 * width;
            width = w;
            if (slow) {
                return lo.alpha() + 0.5 * w;
            }
        }
        if (!SufficientDecrease.isFinite(hi)) {
            return lo.alpha() + RETREAT * w;
        }
        double inside = minimum(lo, hi);
        if (!(inside > lo.alpha() + MARGIN * w)) {
            return lo.alpha() + MARGIN * w;
        }
        return Math.min(inside, hi.alpha() - MARGIN * w);
    }

    /** Where the slope would reach 0 if it went on as from the last lo to this one, within limits. */
    private double beyond() {
        double step = lo.alpha() - before.alpha();
        double rise = (lo.slope() - before.slope()) / step;
        double zero = lo.alpha() - lo.slope() / rise;
        double most = lo.alpha() + (MOST_GROWTH - 1) * Math.max(lo.alpha(), step);
        if (!(rise > 0 && zero < most)) {
            return most;
        }
        return Math.max(zero, LEAST_GROWTH * lo.alpha());
    }

    /**
     * The minimum of the cubic that has the values and slopes of a and b (Nocedal and Wright 2006, equation 3.59); where values
     * tell rounding only, the zero of the line through the slopes.
     */
    private static double minimum(Line.Point a, Line.Point b) {
        double w = b.alpha() - a.alpha();
        double secant = a.alpha() - a.slope() * w / (b.slope() - a.slope());
        double scale = Math.max(Math.abs(a.value()), Math.abs(b.value()));
        if (Math.abs(b.value() - a.value()) <= SufficientDecrease.ROUNDING * scale) {
            return b.slope() > 0 ? secant : a.alpha() + 0.5 * w;
        }
        double d1 = a.slope() + b.slope() - 3 * (b.value() - a.value()) / w;
        double d2 = Math.sqrt(d1 * d1 - a.slope() * b.slope());
        return b.alpha() - w * (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
    }
}
