package dev.limpid.core.optimizer.exact;

import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.objective.LinearDesign;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows A·θ ≈ b of a least-squares problem with weights and a quadratic penalty, and what is left of them in double-double.
 *
 * <pre>
 *   rows i &lt; n:  √vᵢ·(xᵢ, 1),  √vᵢ·(yᵢ − oᵢ);   a row √(μⱼ/c)·eⱼ, 0 for each j with μⱼ &gt; 0
 *
 *   f = b − r − A·θ,  g = −Aᵀ·r
 * </pre>
 *
 * <p>A pair (hi, lo) stands for hi + lo, about 32 digits. Products of two numbers are taken apart by one fused
 * multiply-add, sums by Knuth's six additions; lows are summed as they are (Ogita, Rump, Oishi: Dot2).
 */
final class Equations implements TallQr.RowBlocks {

    private static final int BLOCK = 512;

    private final Rows x;
    private final Values y;
    private final Values offsets;
    private final Values weights;
    private final int features;
    private final boolean intercept;
    private final int[] penalized; // the j with μⱼ > 0
    private final double[] mu; // μⱼ/c

    Equations(LinearDesign design, double[] mu) {
        x = design.x();
        y = design.targets().get(0);
        offsets = design.offsets().isEmpty()
                ? Values.constant(0, x.size())
                : design.offsets().get(0);
        weights = design.weights();
        features = design.hypothesis().features();
        intercept = design.hypothesis().intercept();
        penalized = IntStream.range(0, mu.length).filter(j -> mu[j] > 0).toArray();
        this.mu = Arrays.stream(mu).map(m -> m / design.factor()).toArray();
    }

    int rows() {
        return x.size() + penalized.length;
    }

    int columns() {
        return features + (intercept ? 1 : 0);
    }

    @Override
    public void copy(int from, int to, double[][] columns) {
        int end = Math.min(to, x.size());
        for (double[] column : columns) {
            Arrays.fill(column, 0, to - from, 0);
        }
        if (from < end) {
            cells(from, end, columns);
            for (int i = from; i < end; i++) {
                double root = Math.sqrt(weights.at(i));
                for (int j = 0; j < features; j++) {
                    columns[j][i - from] *= root;
                }
                if (intercept) {
                    columns[features][i - from] = root;
                }
            }
        }
        for (int i = Math.max(from, x.size()); i < to; i++) {
            int j = penalized[i - x.size()];
            columns[j][i - from] = Math.sqrt(mu[j]);
        }
    }

    private void cells(int from, int to, double[][] columns) {
        if (!x.isSparse()) {
            for (int j = 0; j < features; j++) {
                x.copyColumn(j, from, to, columns[j]);
            }
            return;
        }
        for (int j = 0; j < features; j++) {
            Arrays.fill(columns[j], 0, to - from, 0);
        }
        for (int i = from; i < to; i++) {
            int row = i - from;
            x.forEachNonZero(i, (j, cell) -> columns[j][row] = cell);
        }
    }

    /** The lower part of a square root: (v − s²)/2s for s = √v rounded. */
    private static double low(double v, double s) {
        return s == 0 ? 0 : Math.fma(-s, s, v) / (2 * s);
    }

    /**
     * Computes f and g.
     *
     * @param t θ, hi and lo
     * @param r r, hi and lo
     * @param f receives f
     * @param g receives g
     */
    void left(double[][] t, double[][] r, double[] f, double[] g) {
        double[][] columns = new double[features][BLOCK];
        double[][] sum = new double[2][g.length];
        double[][] e = new double[2][BLOCK];
        double[][] q = new double[2][BLOCK];
        for (int from = 0; from < x.size(); from += BLOCK) {
            int to = Math.min(x.size(), from + BLOCK);
            cells(from, to, columns);
            unexplained(from, to, columns, t, e);
            for (int i = from; i < to; i++) {
                double s = Math.sqrt(weights.at(i));
                double low = low(weights.at(i), s);
                f[i] = weighted(s, low, e[0][i - from], e[1][i - from], r[0][i], r[1][i]);
                q[0][i - from] = s * r[0][i];
                q[1][i - from] = Math.fma(s, r[0][i], -q[0][i - from]) + s * r[1][i] + low * r[0][i];
            }
            across(to - from, columns, q, sum);
        }
        for (int k = 0; k < penalized.length; k++) {
            int j = penalized[k];
            int i = x.size() + k;
            double s = Math.sqrt(mu[j]);
            double low = low(mu[j], s);
            f[i] = weighted(s, low, -t[0][j], -t[1][j], r[0][i], r[1][i]);
            addProduct(sum, j, s, r[0][i]);
            sum[1][j] += s * r[1][i] + low * r[0][i];
        }
        for (int j = 0; j < g.length; j++) {
            g[j] = -(sum[0][j] + sum[1][j]);
        }
    }

    /** e ← y − o − X·w − b. */
    private void unexplained(int from, int to, double[][] columns, double[][] t, double[][] e) {
        int n = to - from;
        for (int i = 0; i < n; i++) {
            e[0][i] = y.at(from + i);
            e[1][i] = 0;
            add(e, i, -offsets.at(from + i));
            if (intercept) {
                add(e, i, -t[0][features]);
                e[1][i] -= t[1][features];
            }
        }
        for (int j = 0; j < features; j++) {
            double w = -t[0][j];
            double low = -t[1][j];
            if (w != 0 || low != 0) {
                addColumn(n, columns[j], w, low, e[0], e[1]);
            }
        }
    }

    private static void addColumn(int n, double[] column, double w, double low, double[] hi, double[] lo) {
        for (int i = 0; i < n; i++) {
            double a = column[i];
            double product = a * w;
            double error = Math.fma(a, w, -product);
            double s = hi[i] + product;
            double part = s - hi[i];
            lo[i] += ((hi[i] - (s - part)) + (product - part)) + (error + a * low);
            hi[i] = s;
        }
    }

    /** s·e − r, rounded once. */
    private static double weighted(double s, double sLow, double e, double eLow, double r, double rLow) {
        double product = s * e;
        double error = Math.fma(s, e, -product) + s * eLow + sLow * e;
        double difference = product - r;
        double part = difference - product;
        double lost = (product - (difference - part)) + (-r - part);
        return difference + (lost + (error - rLow));
    }

    /** sum ← sum + Aᵀ·q over the rows of a block. */
    private void across(int n, double[][] columns, double[][] q, double[][] sum) {
        for (int j = 0; j < features; j++) {
            double hi = sum[0][j];
            double lo = sum[1][j];
            double[] a = columns[j];
            for (int i = 0; i < n; i++) {
                double product = a[i] * q[0][i];
                double error = Math.fma(a[i], q[0][i], -product);
                double s = hi + product;
                double part = s - hi;
                lo += ((hi - (s - part)) + (product - part)) + (error + a[i] * q[1][i]);
                hi = s;
            }
            sum[0][j] = hi;
            sum[1][j] = lo;
        }
        for (int i = 0; i < n && intercept; i++) {
            add(sum, features, q[0][i]);
            sum[1][features] += q[1][i];
        }
    }

    private static void addProduct(double[][] pair, int at, double a, double b) {
        double product = a * b;
        double error = Math.fma(a, b, -product);
        add(pair, at, product);
        pair[1][at] += error;
    }

    /** pair ← pair + a, what rounding takes away goes to the low part. */
    static void add(double[][] pair, int at, double a) {
        double hi = pair[0][at];
        double s = hi + a;
        double part = s - hi;
        pair[1][at] += (hi - (s - part)) + (a - part);
        pair[0][at] = s;
    }
}
