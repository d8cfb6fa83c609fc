package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Rows;
import java.util.Arrays;

/**
 * Rows seen centred and scaled, without a copy of their cells.
 *
 * <pre>
 *   X̃ = (X − 1·cᵀ)·S⁻¹
 *   X̃·w   = X·u − ⟨c, u⟩,                    u = S⁻¹·w           (1)
 *   X̃ᵀ·g  = S⁻¹·(Xᵀ·g − c·Σᵢ gᵢ)                                 (2)
 *   X̃ᵀHX̃  = S⁻¹·(XᵀHX − c·lᵀ − l·cᵀ + c·cᵀ·Σᵢ hᵢ)·S⁻¹,  l = Xᵀ·h   (3)
 * </pre>
 *
 * <p>The differences lose digits where cⱼ is far from 0 beside the spread of the column, so {@link Design} makes such a view only
 * where it isn't. Scales are powers of two. A test holds the products to those of a copy.
 *
 * <p>The rows that a design was made from have cells of moderate size once they are centred and scaled, so that nobody needs to look
 * at each of them again.
 */
final class ScaledRows implements Rows {

    private final Rows x;
    private final double[] centres;
    private final double[] factors; // 1/s

    private final boolean finite;

    /**
     * A view.
     *
     * @param finite whether all cells of the view are known to be finite
     */
    ScaledRows(Rows x, double[] centres, double[] scales, boolean finite) {
        this(x, finite, centres, Arrays.stream(scales).map(s -> 1 / s).toArray());
    }

    private ScaledRows(Rows x, boolean finite, double[] centres, double[] factors) {
        this.x = x;
        this.finite = finite;
        this.centres = centres;
        this.factors = factors;
    }

    @Override
    public int size() {
        return x.size();
    }

    @Override
    public int columns() {
        return x.columns();
    }

    @Override
    public boolean isKnownFinite() {
        return finite;
    }

    @Override
    public double get(int row, int column) {
        return (x.get(row, column) - centres[column]) * factors[column];
    }

    @Override
    public double dot(int row, double[] w) {
        double[] out = {0};
        times(row, row + 1, w, out);
        return out[0];
    }

    @Override
    public void add(int row, double a, double[] out) {
        for (int j = 0; j < factors.length; j++) {
            out[j] += a * get(row, j);
        }
    }

    @Override
    public void times(int from, int to, double[] w, double[] out) {
        double[] u = scaled(w);
        double constant = constant(u);
        for (int i = 0; i < to - from; i++) {
            out[i] -= constant;
        }
        x.times(from, to, u, out); // (1)
    }

    @Override
    public void timesAt(int[] rows, int count, double[] w, double[] out) {
        double[] u = scaled(w);
        double constant = constant(u);
        for (int k = 0; k < count; k++) {
            out[k] -= constant;
        }
        x.timesAt(rows, count, u, out); // (1)
    }

    private double[] scaled(double[] w) {
        double[] u = new double[factors.length];
        for (int j = 0; j < u.length; j++) {
            u[j] = factors[j] * w[j];
        }
        return u;
    }

    private double constant(double[] u) {
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            sum += centres[j] * u[j];
        }
        return sum;
    }

    @Override
    public void transposedTimes(int from, int to, double[] g, double[] out) {
        double[] raw = new double[factors.length];
        x.transposedTimes(from, to, g, raw);
        addCentred(raw, sum(to - from, g), out);
    }

    @Override
    public void transposedTimesAt(int[] rows, int count, double[] g, double[] out) {
        double[] raw = new double[factors.length];
        x.transposedTimesAt(rows, count, g, raw);
        addCentred(raw, sum(count, g), out);
    }

    private void addCentred(double[] raw, double sum, double[] out) {
        for (int j = 0; j < raw.length; j++) {
            out[j] += factors[j] * (raw[j] - centres[j] * sum); // (2)
        }
    }

    private static double sum(int count, double[] g) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = count & ~3;
        for (int i = 0; i < whole; i += 4) { // four sums, which don't wait for one another
            s0 += g[i];
            s1 += g[i + 1];
            s2 += g[i + 2];
            s3 += g[i + 3];
        }
        for (int i = whole; i < count; i++) {
            s0 += g[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void addGram(int from, int to, double[] h, double[][] gram) {
        int d = factors.length;
        double[][] raw = new double[d][];
        for (int j = 0; j < d; j++) {
            raw[j] = new double[j + 1];
        }
        double[] line = new double[d];
        x.addGram(from, to, h, raw);
        x.transposedTimes(from, to, h, line);
        double sum = sum(to - from, h);
        for (int j = 0; j < d; j++) {
            for (int k = 0; k <= j; k++) {
                double centred = raw[j][k] - centres[j] * line[k] - centres[k] * (line[j] - centres[j] * sum);
                gram[j][k] += factors[j] * factors[k] * centred; // (3)
            }
        }
    }

    @Override
    public void copyColumn(int column, int from, int to, double[] out) {
        x.copyColumn(column, from, to, out);
        double centre = centres[column];
        double factor = factors[column];
        for (int i = 0; i < to - from; i++) {
            out[i] = (out[i] - centre) * factor;
        }
    }

    @Override
    public Rows select(int... rows) {
        return new ScaledRows(x.select(rows), finite, centres, factors);
    }
}
