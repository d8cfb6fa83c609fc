package dev.limpid.core.objective;

import org.jspecify.annotations.Nullable;

/**
 * A linear risk along a direction: the scores move on a line too.
 *
 * <pre>
 *   s = X·W + b + o at θ,   ds = X·W + b at d                        (1)
 *   f(α)  = s + α·ds                                                 (2)
 *   φ(α)  = (1/W)·Σᵢ vᵢ·ℓ(yᵢ, fᵢ(α))                                 (3)
 *   φ′(α) = (1/W)·Σᵢ Σₖ gᵢₖ·dsᵢₖ,   gᵢₖ = vᵢ·∂ℓ/∂fᵢₖ                 (4)
 * </pre>
 *
 * <p>The first point, which most searches accept, is evaluated in one pass over the data with its gradient. Only when there
 * is a second one are s and ds computed, in one more pass; after that no point touches the data.
 */
final class LinearLine implements Line {

    private final LinearRisk risk;
    private final RiskRows rows;
    private final double[] t;
    private final double[] d;
    private final Line first;
    private boolean started;
    private double @Nullable [][] s;
    private double[][] ds = new double[0][];
    private double last = Double.NaN;

    LinearLine(LinearRisk risk, double[] t, double[] d) {
        this.risk = risk;
        this.rows = risk.rows;
        this.t = t;
        this.d = d;
        this.first = Lines.plain(risk, t, d);
    }

    @Override
    public Point at(double alpha) {
        if (!started) {
            started = true;
            return first.at(alpha);
        }
        double[][] start = s == null ? computeScores() : s;
        risk.counter.value(0);
        LinearRisk.Scalars sums = rows.walk(rows.all(), 2, start.length, LinearRisk.Scalars::new, (tile, sum) -> {
            move(tile, start, alpha); // (2)
            sum.value += risk.kernel.valueAndGradient(tile.size, tile.y, tile.f, tile.w, tile.g); // (3)
            for (int k = 0; k < start.length; k++) {
                sum.weight += dot(tile.g[k], ds[k], tile.from, tile.size); // (4)
            }
        });
        last = alpha;
        return new Point(alpha, sums.value / rows.totalWeight, sums.weight / rows.totalWeight);
    }

    @Override
    public boolean gradient(double alpha, double[] g) {
        double[][] start = s;
        if (start == null || alpha != last) {
            return first.gradient(alpha, g);
        }
        risk.counter.gradient(rows.size());
        Theta zeros = Theta.of(risk.hypothesis, t).zeros();
        Theta sums = rows.walk(rows.all(), t.length, start.length, zeros::zeros, (tile, sum) -> {
            move(tile, start, alpha);
            risk.kernel.gradient(tile.size, tile.y, tile.f, tile.w, tile.g);
            sum.addGradient(tile, rows);
        });
        sums.write(g, rows.totalWeight);
        return true;
    }

    private double[][] computeScores() {
        Theta theta = Theta.of(risk.hypothesis, t);
        Theta direction = Theta.of(risk.hypothesis, d);
        double[][] start = new double[theta.outputs()][rows.size()];
        double[][] change = new double[theta.outputs()][rows.size()];
        risk.counter.visit(rows.size());
        rows.walk(rows.all(), 1, start.length, LinearRisk.Scalars::new, (tile, sum) -> {
            theta.scores(tile, rows); // (1)
            keep(tile, start);
            direction.scoreChanges(tile, rows);
            keep(tile, change);
        });
        s = start;
        ds = change;
        return start;
    }

    private static void keep(Tile tile, double[][] out) {
        for (int k = 0; k < out.length; k++) {
            System.arraycopy(tile.f[k], 0, out[k], tile.from, tile.size);
        }
    }

    private void move(Tile tile, double[][] start, double alpha) {
        for (int k = 0; k < start.length; k++) {
            for (int i = 0; i < tile.size; i++) {
                tile.f[k][i] = start[k][tile.from + i] + alpha * ds[k][tile.from + i];
            }
        }
    }

    private static double dot(double[] g, double[] x, int from, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += g[i] * x[from + i];
        }
        return sum;
    }
}
