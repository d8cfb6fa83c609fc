package dev.limpid.core.loss;

/**
 * The default of {@code bestShift} for K scores: a minimiser of V(c) = Σᵢ wᵢ·ℓ(yᵢ, fᵢ + c), c ∈ ℝᴷ.
 *
 * <pre>
 *   cₖ ← argmin of V over cₖ,  k = 1 … K, in turn                                  (1)
 *   until ∇V is rounding error, for a smooth loss:
 *     p = −B·∇V,  t = argmin of V along p,  s = t·p,  c ← c + s                      (2)
 *     z = ∇V(c) − ∇V(c − s),  ρ = 1/(zᵀs)
 *     B ← (I − ρ·s·zᵀ)·B·(I − ρ·z·sᵀ) + ρ·s·sᵀ                                       (3)
 * </pre>
 *
 * <p>(2) and (3) are BFGS with an exact line search, from B = diag(1/Σᵢwᵢhₖ). For a loss with kinks (1) is repeated
 * instead, which finds the minimum of a loss that is a sum over its scores (one quantile each, say).
 *
 * <p><b>References</b>
 * <ol><li>J. Nocedal, S. J. Wright (2006): Numerical Optimization, 2nd ed. Springer, algorithm 6.1.</li></ol>
 */
final class BestShifts {

    private static final int MAX_ROUNDS = 200;
    /** So many steps without a smaller gradient or value: the rest is rounding. */
    private static final int PATIENCE = 3;
    /** A value that fell by less than this share of itself may not have fallen. */
    private static final double ROUNDING = 1e-14;

    private final VectorLoss loss;
    private final Sample sample;
    private final ShiftedSum sum;
    private final int size;
    private final double[] c;
    private final double[] g;

    private BestShifts(VectorLoss loss, Sample sample) {
        this.loss = loss;
        this.sample = sample;
        sum = new ShiftedSum(loss, sample);
        size = loss.scores();
        c = new double[size];
        g = new double[size];
    }

    static void of(VectorLoss loss, Sample sample, double[] out) {
        BestShift.requireRows(loss, sample);
        BestShifts search = new BestShifts(loss, MergedRows.of(sample));
        boolean moved = search.oneByOne();
        if (loss.smooth()) {
            search.together();
        } else {
            for (int round = 0; moved && round < MAX_ROUNDS; round++) {
                moved = search.oneByOne();
            }
        }
        System.arraycopy(search.c, 0, out, 0, out.length);
    }

    /** (1), and whether c moved. */
    private boolean oneByOne() {
        double[] curvature = new double[size];
        boolean moved = false;
        for (int k = 0; k < size; k++) {
            double[] p = new double[size];
            p[k] = 1;
            sum.curvature(c, curvature);
            double before = c[k];
            descend(p, 1 / curvature[k]);
            moved |= c[k] != before;
        }
        return moved;
    }

    /** (2) and (3). */
    private void together() {
        double[][] b = inverseCurvature();
        double least = Double.POSITIVE_INFINITY;
        double lowest = sum.value(c);
        int stale = 0;
        sum.gradient(c, g);
        for (int round = 0; round < MAX_ROUNDS && stale < PATIENCE && !isRounding(); round++) {
            double[] p = new double[size];
            for (int k = 0; k < size; k++) {
                p[k] = -dot(b[k], g);
            }
            double[] from = c.clone();
            double[] before = g.clone();
            descend(p, dot(p, g) < 0 ? -1 / dot(p, g) : Double.NaN);
            sum.gradient(c, g);
            update(b, minus(c, from), minus(g, before));
            double norm = Math.sqrt(dot(g, g));
            double value = sum.value(c);
            boolean better = norm < least || value < lowest - ROUNDING * Math.abs(lowest);
            stale = better ? 0 : stale + 1;
            least = Math.min(least, norm);
            lowest = Math.min(lowest, value);
        }
    }

    /** Moves c to the minimum of V along p; the first step is {@code scale} times the slope, or p itself. */
    private void descend(double[] p, double scale) {
        double[] at = new double[size];
        double[] slopes = new double[size];
        LineMinimum.Slope slope = new LineMinimum.Slope() {
            @Override
            public double at(double t) {
                for (int k = 0; k < size; k++) {
                    at[k] = c[k] + t * p[k];
                }
                sum.gradient(at, slopes);
                return BestShift.requireNumber(loss, along(slopes, p), t);
            }

            @Override
            public double floor() {
                double floor = 0;
                for (int k = 0; k < size; k++) {
                    floor += p[k] == 0 ? 0 : sum.floor(k) * Math.abs(p[k]);
                }
                return floor;
            }
        };
        double first = slope.at(0);
        if (Math.abs(first) <= slope.floor()) {
            return;
        }
        LineMinimum line = new LineMinimum(slope);
        double step = Math.abs(first) * scale;
        double t = line.downhill(0, first, step > 0 && step < Double.MAX_VALUE ? step : 1);
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException(BestShift.unbounded(loss, sample, line.last()));
        }
        for (int k = 0; k < size; k++) {
            c[k] += t * p[k];
        }
    }

    private double[][] inverseCurvature() {
        double[] curvature = new double[size];
        sum.curvature(c, curvature);
        double[][] b = new double[size][size];
        for (int k = 0; k < size; k++) {
            b[k][k] = curvature[k] > 0 ? 1 / curvature[k] : 1 / sample.weights().sum();
        }
        return b;
    }

    private boolean isRounding() {
        boolean rounding = true;
        for (int k = 0; k < size; k++) {
            rounding &= Math.abs(g[k]) <= sum.floor(k);
        }
        return rounding;
    }

    /** (3), written out: B ← B − ρ·(s·(Bz)ᵀ + (Bz)·sᵀ) + (ρ + ρ²·zᵀBz)·s·sᵀ. Left out where V isn't curved along s. */
    private static void update(double[][] b, double[] s, double[] z) {
        double curved = dot(s, z);
        if (!(curved > 0)) {
            return;
        }
        double rho = 1 / curved;
        double[] bz = new double[s.length];
        for (int k = 0; k < s.length; k++) {
            bz[k] = dot(b[k], z);
        }
        double factor = rho + rho * rho * dot(z, bz);
        for (int j = 0; j < s.length; j++) {
            for (int k = 0; k < s.length; k++) {
                b[j][k] += factor * s[j] * s[k] - rho * (s[j] * bz[k] + bz[j] * s[k]);
            }
        }
    }

    /** The slope along p, whatever it is, ±∞ perhaps, along axes that p doesn't move on. */
    private static double along(double[] slopes, double[] p) {
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            sum += p[k] == 0 ? 0 : slopes[k] * p[k];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            difference[k] = a[k] - b[k];
        }
        return difference;
    }
}
