package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;

/** A pass of a {@link FactorizationHypothesis}; the numbers in comments are those of its equations. */
final class FactorizationPass implements Pass {

    /** Cells of a row that there is room for at first. */
    private static final int ROOM = 64;

    private final int d;
    private final int k;
    private final double[] t;
    private final Rows x;
    private final Batch batch;

    FactorizationPass(FactorizationHypothesis hypothesis, double[] t, Rows x, Batch batch) {
        this.d = hypothesis.features();
        this.k = hypothesis.factors();
        this.t = t;
        this.x = x;
        this.batch = batch;
    }

    /** f ← f_θ(X). */
    void scores(double[] f) {
        Walk walk = new Walk();
        for (int i = 0; i < batch.size(); i++) {
            walk.to(batch.unit(i));
            f[i] = walk.score();
        }
    }

    @Override
    public void pullback(double[][] g, double[] grad) {
        Walk walk = new Walk();
        for (int i = 0; i < batch.size(); i++) {
            walk.to(batch.unit(i));
            walk.addGradient(g[0][i], grad);
        }
    }

    @Override
    public void pushforward(double[] v, double[][] df) {
        Walk walk = new Walk();
        for (int i = 0; i < batch.size(); i++) {
            walk.to(batch.unit(i));
            df[0][i] = walk.along(v);
        }
    }

    /** Position of vⱼ in θ. */
    private int factors(int j) {
        return d + 1 + j * k;
    }

    /** One row after another: its cells that aren't 0, and s. */
    private final class Walk {

        private int size;
        private int[] columns = new int[Math.min(d, ROOM)];
        private double[] cells = new double[Math.min(d, ROOM)];
        private final double[] s = new double[k];

        void to(int row) {
            size = 0;
            x.forEachNonZero(row, this::add);
            Arrays.fill(s, 0);
            for (int c = 0; c < size; c++) {
                int v = factors(columns[c]);
                for (int m = 0; m < k; m++) {
                    s[m] += t[v + m] * cells[c];
                }
            }
        }

        private void add(int column, double cell) {
            if (size == cells.length) {
                columns = Arrays.copyOf(columns, 2 * size);
                cells = Arrays.copyOf(cells, 2 * size);
            }
            columns[size] = column;
            cells[size++] = cell;
        }

        /** Equation (2). */
        double score() {
            double linear = t[d];
            double pairs = 0;
            for (int m = 0; m < k; m++) {
                pairs += s[m] * s[m];
            }
            for (int c = 0; c < size; c++) {
                linear += t[columns[c]] * cells[c];
                int v = factors(columns[c]);
                for (int m = 0; m < k; m++) {
                    double own = t[v + m] * cells[c];
                    pairs -= own * own;
                }
            }
            return linear + pairs / 2;
        }

        /** Equation (3). */
        void addGradient(double g, double[] grad) {
            grad[d] += g;
            for (int c = 0; c < size; c++) {
                double gx = g * cells[c];
                grad[columns[c]] += gx;
                int v = factors(columns[c]);
                for (int m = 0; m < k; m++) {
                    grad[v + m] += gx * (s[m] - t[v + m] * cells[c]);
                }
            }
        }

        /** Equation (4). */
        double along(double[] direction) {
            double sum = direction[d];
            for (int c = 0; c < size; c++) {
                int v = factors(columns[c]);
                double slope = direction[columns[c]];
                for (int m = 0; m < k; m++) {
                    slope += direction[v + m] * (s[m] - t[v + m] * cells[c]);
                }
                sum += slope * cells[c];
            }
            return sum;
        }
    }
}
