package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * The step of dual methods: by Newton where the loss is smooth and states its second derivative, by the loss's prox elsewhere.
 *
 * <pre>
 *   r(x) = x − z + q·ℓ′(x),  r′(x) = 1 + q·ℓ″(x) ≥ 1                      (1)  0 at the prox of z
 *   the root is between f and f − r(f), as r rises at least as x          (2)
 *   x ← x − r(x)/r′(x); the middle of what (2) has shrunk to              (3)
 *       if that leaves it, or from the third on isn't half as far as the last
 *   a = ℓ′(x),  ℓ*(y, a) = a·x − ℓ(y, x)                                  (4)  Fenchel, Young
 * </pre>
 *
 * <p>(4) holds at any x, and so (3) needs no last digits: it stops when r is down to {@value #ENOUGH} of what it was.
 *
 * <p>{@link Kernels} defines this class again for each loss: keep it free of lambdas, nested classes and of its own name in
 * signatures.
 */
final class DualLoops implements DualKernel {

    private static final double ENOUGH = 1e-4;

    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private static final int STEPS = 100;

    /** Steps of any length: a parabola with a bend, the squared hinge say, needs two. */
    private static final int FREE = 2;

    private static final @Nullable ScalarLoss BOUND = Kernels.bound(MethodHandles.lookup(), ScalarLoss.class);

    private final ScalarLoss loss;
    private final boolean newton;

    DualLoops(ScalarLoss loss) {
        this.loss = loss;
        this.newton = loss.smooth() && loss.kind() == Curvature.EXACT;
    }

    @Override
    public void step(double y, double f, double a, double q, double[] out) {
        double z = f + q * a;
        if (!(q > 0)) {
            slope(y, f, out);
        } else if (!newton || !newton(y, z, q, f, out)) {
            prox(y, z, q, out);
            out[2] = value(y, f);
        }
    }

    /** The loss is asked in one place: a formula that is compiled into two costs more than the compiler's budget. */
    private boolean newton(double y, double z, double q, double f, double[] out) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        double x = f;
        double start = 0;
        double enough = 0;
        double left = f;
        double right = f;
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; ; k++) {
            Jet at = loss.at(y, x);
            double value = at.value();
            double first = at.first();
            double r = x - z + q * first; // (1)
            if (k == 0) {
                start = value;
                enough = Math.max(ENOUGH * Math.abs(r), ROUNDING * Math.max(Math.abs(z), Math.abs(f)));
                left = Math.min(f, f - 2 * r); // (2), with room, as (3) may end on its border
                right = Math.max(f, f - 2 * r);
            } else {
                left = r > 0 ? left : x;
                right = r > 0 ? x : right;
            }
            if (!(Math.abs(r) > enough) || k == STEPS) {
                out[0] = first; // (4)
                out[1] = first * x - value;
                out[2] = start;
                return Math.abs(r) <= enough;
            }
            double step = -r / (1 + q * at.second());
            boolean shorter = k < FREE || Math.abs(step) <= 0.5 * last;
            boolean inside = left < x + step && x + step < right && shorter;
            double next = inside ? x + step : left + 0.5 * (right - left); // (3)
            last = Math.abs(next - x);
            x = next;
        }
    }

    private void prox(double y, double z, double q, double[] out) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        double x = loss.prox(y, z, q);
        if (loss.smooth()) {
            slope(y, x, out);
        } else {
            out[0] = (z - x) / q; // exact at a kink
            out[1] = out[0] * x - loss.value(y, x);
        }
    }

    @Override
    public void slope(double y, double x, double[] out) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        out[0] = loss.gradient(y, x); // (4)
        out[2] = loss.value(y, x);
        out[1] = out[0] * x - out[2];
    }

    private double value(double y, double f) {
        ScalarLoss loss = BOUND != null ? BOUND : this.loss;
        return loss.value(y, f);
    }
}
