package dev.limpid.core.loss;

/**
 * Local minima of a function of one number, found from its slope alone, to the last digit that the slope has.
 *
 * <p>A minimum lies between a and b with slope(a) &lt; 0 &lt; slope(b). The bracket is opened by steps that double and
 * closed by Chandrupatla's rule: inverse quadratic interpolation where three points say that it is safe, bisection
 * elsewhere. A kink needs no special care: the bracket closes on it from both sides.
 *
 * <p><b>References</b>
 * <ol><li>T. R. Chandrupatla (1997): A New Hybrid Quadratic/Bisection Algorithm for Finding the Zero of a Nonlinear Function
 *     without Using Derivatives. Advances in Engineering Software 28(3).</li></ol>
 */
final class LineMinimum {

    /** The slope of the function. */
    interface Slope {
        /** Returns the slope at t. */
        double at(double t);

        /** Returns the size up to which the slope last returned may be rounding error. */
        double floor();
    }

    private static final int DOUBLINGS = 200;
    private static final int INTERPOLATIONS = 60;
    /** A slope that fell below this share of the first one has died out; it has not met a minimum. */
    private static final double DIED_OUT = 1e-30;

    private final Slope slope;
    private double last;

    LineMinimum(Slope slope) {
        this.slope = slope;
    }

    /** Returns where {@link #downhill} gave up. */
    double last() {
        return last;
    }

    /**
     * Walks downhill from t until the slope changes sign.
     *
     * @param t start
     * @param first slope(t), not 0
     * @param step length of the first step, &gt; 0
     * @return a minimum; NaN if the function still falls at {@link #last}
     */
    double downhill(double t, double first, double step) {
        double a = t;
        double before = first;
        double length = Math.copySign(step, -first);
        for (int k = 0; k < DOUBLINGS; k++) {
            double b = a + length;
            double now = slope.at(b);
            if (Math.abs(now) <= slope.floor()) {
                last = a;
                boolean diedOut = Double.isFinite(first) && Math.abs(before) < DIED_OUT * Math.abs(first);
                return diedOut ? Double.NaN : b;
            }
            if (now > 0 != first > 0) {
                return first < 0 ? between(a, before, b, now) : between(b, now, a, before);
            }
            a = b;
            before = now;
            length *= 2;
        }
        last = a;
        return Double.NaN;
    }

    /**
     * Closes a bracket.
     *
     * @param left left end
     * @param atLeft slope there, &lt; 0
     * @param right right end
     * @param atRight slope there, &gt; 0
     * @return a minimum between them
     */
    double between(double left, double atLeft, double right, double atRight) {
        double a = right; // the newest point
        double b = left; // the other end of the bracket
        double c = right; // the point that a replaced
        double fa = atRight;
        double fb = atLeft;
        double fc = atRight;
        double tiny = Math.ulp(1.0) * Math.ulp(1.0) * (right - left);
        double t = 0.5;
        for (int k = 0; ; k++) {
            double x = a + t * (b - a);
            double fx = slope.at(x);
            if (Math.abs(fx) <= slope.floor()) {
                return x;
            }
            boolean sameSide = fx > 0 == fa > 0;
            c = sameSide ? a : b;
            fc = sameSide ? fa : fb;
            b = sameSide ? b : a;
            fb = sameSide ? fb : fa;
            a = x;
            fa = fx;

            double best = Math.abs(fa) < Math.abs(fb) ? a : b;
            double limit = (Math.ulp(best) + tiny) / Math.abs(b - a);
            if (!(limit < 0.5)) {
                return best;
            }
            double xi = (a - b) / (c - b);
            double phi = (fa - fb) / (fc - fb);
            boolean safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
            double guess = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb);
            t = safe && k < INTERPOLATIONS ? Math.min(1 - limit, Math.max(limit, guess)) : 0.5;
        }
    }
}
