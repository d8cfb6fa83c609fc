package dev.limpid.core.loss;

/**
 * The default of {@code prox}: the root of an increasing function, from the loss's gradient alone.
 *
 * <pre>
 *   r(x) = x − f + step·ℓ′(x) = 0                                                  (1)
 *   r(f) = step·ℓ′(f),   r(f − step·ℓ′(f)) = step·(ℓ′(f − step·ℓ′(f)) − ℓ′(f))     (2)  of the other sign, or 0
 * </pre>
 *
 * <p>So the root is found downhill of f by {@link LineMinimum}, on a kink of the loss too; the first step is Newton's.
 */
final class ScoreProx implements LineMinimum.Slope {

    /** What rounding may make of r, in units of the last place of its largest term. */
    private static final double ROUNDING = 1;

    private final ScalarLoss loss;
    private final double y;
    private final double f;
    private final double step;
    private double size;

    private ScoreProx(ScalarLoss loss, double y, double f, double step) {
        this.loss = loss;
        this.y = y;
        this.f = f;
        this.step = step;
    }

    static double of(ScalarLoss loss, double y, double f, double step) {
        if (!loss.convex()) {
            throw new IllegalArgumentException("prox needs a convex loss, but " + loss.name()
                    + " is not declared convex: if it is, let convex() return true");
        }
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step must be finite and > 0, but was " + step);
        }
        return new ScoreProx(loss, y, f, step).root();
    }

    private double root() {
        double first = at(f);
        if (Math.abs(first) <= floor()) {
            return f;
        }
        double newton = Math.abs(first) / (1 + step * loss.curvature(y, f));
        return new LineMinimum(this).downhill(f, first, newton > 0 && newton < Double.MAX_VALUE ? newton : 1); // (2)
    }

    /** Where the loss's gradient overflows, r is infinite: of the right sign, and no rounding. */
    @Override
    public double at(double x) {
        double slope = step * loss.gradient(y, x);
        size = Math.min(Double.MAX_VALUE, Math.max(Math.abs(slope), Math.max(Math.abs(x), Math.abs(f))));
        return x - f + slope; // (1)
    }

    @Override
    public double floor() {
        return size < Double.POSITIVE_INFINITY ? ROUNDING * Math.ulp(size) : 0; // an infinite slope is no rounding
    }
}
