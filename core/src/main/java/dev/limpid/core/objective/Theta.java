package dev.limpid.core.objective;

import dev.limpid.core.hypothesis.LinearHypothesis;
import java.util.Arrays;

/** θ of a linear hypothesis as one array for each score, and sums of the same shape. */
final class Theta implements RiskRows.Sums<Theta> {

    double value;
    private final double[][] w;
    private final double[] b;
    private final boolean intercept;

    private Theta(double[][] w, double[] b, boolean intercept) {
        this.w = w;
        this.b = b;
        this.intercept = intercept;
    }

    static Theta of(LinearHypothesis hypothesis, double[] t) {
        int p = hypothesis.blocks().size();
        if (t.length != p) {
            throw new IllegalArgumentException("t must have length " + p + ", but has length " + t.length);
        }
        int d = hypothesis.features();
        double[][] w = new double[hypothesis.outputs()][];
        for (int k = 0; k < w.length; k++) {
            w[k] = Arrays.copyOfRange(t, k * d, (k + 1) * d);
        }
        double[] b = hypothesis.intercept() ? Arrays.copyOfRange(t, w.length * d, p) : new double[w.length];
        return new Theta(w, b, hypothesis.intercept());
    }

    Theta zeros() {
        return new Theta(new double[w.length][w[0].length], new double[b.length], intercept);
    }

    int outputs() {
        return w.length;
    }

    /** f ← X·W + b + offset. */
    void scores(Tile tile, RiskRows rows) {
        tile.startScores(rows, b);
        for (int k = 0; k < w.length; k++) {
            tile.times(rows.x, w[k], tile.f[k]);
        }
    }

    /** f ← X·W + b, the change of scores in the direction θ. */
    void scoreChanges(Tile tile, RiskRows rows) {
        for (int k = 0; k < w.length; k++) {
            Arrays.fill(tile.f[k], 0, tile.size, b[k]);
            tile.times(rows.x, w[k], tile.f[k]);
        }
    }

    /** W ← W + Xᵀ·g, b ← b + Σᵢ gᵢ. */
    void addGradient(Tile tile, RiskRows rows) {
        for (int k = 0; k < w.length; k++) {
            tile.transposedTimes(rows.x, tile.g[k], w[k]);
            if (intercept) {
                b[k] += tile.sum(tile.g[k]);
            }
        }
    }

    /** wⱼₖ ← wⱼₖ + Σᵢ gᵢₖ·xᵢⱼ², bₖ ← bₖ + Σᵢ gᵢₖ. */
    void addSquares(Tile tile, RiskRows rows) {
        for (int k = 0; k < w.length; k++) {
            tile.addSquares(rows.x, tile.g[k], w[k]);
            if (intercept) {
                b[k] += tile.sum(tile.g[k]);
            }
        }
    }

    @Override
    public void add(Theta later) {
        value += later.value;
        for (int k = 0; k < w.length; k++) {
            for (int j = 0; j < w[k].length; j++) {
                w[k][j] += later.w[k][j];
            }
            b[k] += later.b[k];
        }
    }

    /** out ← θ / scale. */
    void write(double[] out, double scale) {
        int j = 0;
        for (double[] wk : w) {
            for (double x : wk) {
                out[j++] = x / scale;
            }
        }
        if (intercept) {
            for (double x : b) {
                out[j++] = x / scale;
            }
        }
    }
}
