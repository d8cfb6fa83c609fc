package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.penalty.SeparablePenalty;

/**
 * Cyclic coordinate descent on a local quadratic plus a penalty, q(x) + Σₐ ωₐ(xₐ), with extrapolation.
 *
 * <pre>
 *   for a = 0 … m − 1:                                                   one sweep
 *     x⁺ ← prox of ωₐ at xₐ − sₐ/Bₐₐ with step 1/Bₐₐ                     (1)   sₐ = ∂q/∂xₐ
 *     xₐ ← x⁺                                                            (2)
 *   after each K sweeps: x ← the extrapolation of the last K + 1 points,
 *     if q + Ω is lower there                                            (3)   see {@link Anderson}
 *   until no Bₐₐ·|x⁺ − xₐ| of a sweep is above the tolerance             (4)
 *     and none would be above twice that if all were asked at once       (5)
 * </pre>
 *
 * <p>Where columns have much in common, moves too small for (4) add up in the slopes that were looked at before: (5) goes on until
 * they don't.
 */
final class Sweeps {

    /** What moves that are small one by one may add up to, in tolerances. */
    private static final double TOGETHER = 2;

    /** The part of the largest curvature that a flat coordinate is given. */
    private static final double FLAT = 1e-12;

    private final LocalQuadratic q;
    private final SeparablePenalty penalty;
    private final int[] chosen;
    private final double[] x;
    private final double[] curvature;
    private int made;

    /**
     * Begins at θ.
     *
     * @param chosen which coordinates of θ the quadratic has
     */
    Sweeps(LocalQuadratic q, SeparablePenalty penalty, int[] chosen, double[] theta) {
        this.q = q;
        this.penalty = penalty;
        this.chosen = chosen;
        this.x = new double[q.size()];
        this.curvature = new double[q.size()];
        double largest = 0;
        for (int a = 0; a < x.length; a++) {
            x[a] = theta[chosen[a]];
            curvature[a] = q.curvature(a);
            largest = Math.max(largest, curvature[a]);
        }
        for (int a = 0; a < x.length; a++) {
            curvature[a] = Math.max(curvature[a], largest > 0 ? FLAT * largest : 1);
        }
    }

    /** Begins at another point than θ. */
    void startAt(double[] there) {
        moveTo(there);
    }

    /** Goes to another point if it is lower there. */
    void attempt(double[] there) {
        extrapolate(there);
    }

    /** Sweeps until (4) and (5), or as often as is allowed; tells whether they are met. */
    boolean minimize(double tolerance, int most) {
        Anderson anderson = new Anderson(x);
        while (made < most) {
            double worst = sweep();
            made++;
            if (!(worst > tolerance) && !(violation() > TOGETHER * tolerance)) { // (4) (5)
                return true;
            }
            double[] ahead = anderson.after(x);
            if (ahead.length > 0) {
                extrapolate(ahead); // (3)
                anderson.restart(x);
            }
        }
        return false;
    }

    /** Returns x. */
    double[] x() {
        return x.clone();
    }

    private double sweep() {
        double worst = 0;
        for (int a = 0; a < x.length; a++) {
            double l = curvature[a];
            double next = penalty.prox(x[a] - q.slope(a) / l, chosen[a], 1 / l); // (1)
            double delta = next - x[a];
            if (delta != 0) {
                worst = Math.max(worst, l * Math.abs(delta));
                q.move(a, delta);
                x[a] = next; // (2)
            }
        }
        return worst;
    }

    private double violation() {
        double worst = 0;
        for (int a = 0; a < x.length; a++) {
            double l = curvature[a];
            worst = Math.max(worst, l * Math.abs(x[a] - penalty.prox(x[a] - q.slope(a) / l, chosen[a], 1 / l)));
        }
        return worst;
    }

    private void extrapolate(double[] ahead) {
        double before = q.value() + penalty(x);
        double[] here = x.clone();
        q.mark();
        moveTo(ahead);
        if (!(q.value() + penalty(x) < before)) {
            System.arraycopy(here, 0, x, 0, x.length);
            q.back();
        }
    }

    private void moveTo(double[] there) {
        for (int a = 0; a < x.length; a++) {
            if (there[a] != x[a]) {
                q.move(a, there[a] - x[a]);
                x[a] = there[a];
            }
        }
    }

    private double penalty(double[] point) {
        double sum = 0;
        for (int a = 0; a < point.length; a++) {
            sum += penalty.value(point[a], chosen[a]);
        }
        return sum;
    }

    /** Returns how many sweeps were made. */
    int made() {
        return made;
    }
}
