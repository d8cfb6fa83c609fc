package dev.limpid.core.internal.optimizer;

import dev.limpid.core.data.Rows;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a linear design: column j + d·k holds feature j for score k, the last K columns are 1 for the intercepts.
 *
 * <p>Sparse columns are copied, all at once. Dense ones are copied when they are first asked for alone or among few; where most of
 * them pass by, they are read piece by piece and not kept.
 */
public final class DesignColumns implements Columns {

    /** Columns that a thread takes at a time. */
    private static final int PART = 128;

    /** Columns that are read at once. */
    private static final int FOUR = 4;

    /** One in so many columns are few. */
    private static final int FEW = 8;

    /** Cells of a column that are read at once: as many as lie together in dense rows. */
    private static final int PIECE = 512;

    /** Fewer cells than this aren't worth waking a thread. */
    private static final long ALONE = 1L << 18;

    private final Workers workers;
    private final Rows x;
    private final int features;
    private final int outputs;
    private final int size;
    private final int[][] rows; // of the cells that aren't 0; empty arrays for dense columns
    private final double[] @Nullable [] cells;
    private final double[] ones;

    /** Looks at a design. */
    public DesignColumns(LinearDesign design, Workers workers) {
        this.workers = workers;
        x = design.x();
        features = x.columns();
        outputs = design.hypothesis().outputs();
        size = design.hypothesis().blocks().size();
        rows = new int[x.isSparse() ? features : 0][];
        cells = new double[features][];
        ones = new double[design.hypothesis().intercept() ? x.size() : 0];
        Arrays.fill(ones, 1);
        if (x.isSparse()) {
            transpose();
        }
    }

    private void transpose() {
        int[] count = new int[features];
        for (int i = 0; i < x.size(); i++) {
            x.forEachNonZero(i, (j, cell) -> count[j]++);
        }
        for (int j = 0; j < features; j++) {
            rows[j] = new int[count[j]];
            cells[j] = new double[count[j]];
            count[j] = 0;
        }
        for (int i = 0; i < x.size(); i++) {
            int row = i;
            x.forEachNonZero(i, (j, cell) -> {
                rows[j][count[j]] = row;
                cells(j)[count[j]++] = cell;
            });
        }
    }

    private boolean isIntercept(int j) {
        return j >= features * outputs;
    }

    private int score(int j) {
        return isIntercept(j) ? j - features * outputs : j / features;
    }

    /** The cells of a column: all of them, or those in its rows. */
    private double[] column(int j) {
        return isIntercept(j) ? ones : cells(j % features);
    }

    private double[] cells(int feature) {
        double[] known = cells[feature];
        if (known == null) {
            known = new double[x.size()];
            x.copyColumn(feature, 0, x.size(), known);
            cells[feature] = known;
        }
        return known;
    }

    private boolean isSparse(int j) {
        return rows.length > 0 && !isIntercept(j);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] squares() {
        double[] out = new double[size];
        inParts(size, (from, to) -> {
            double[] passing = new double[x.isSparse() ? 0 : x.size()];
            for (int j = from; j < to; j++) {
                double[] a = isIntercept(j) ? ones : cells[j % features];
                if (a == null) {
                    x.copyColumn(j % features, 0, x.size(), passing);
                    a = passing;
                }
                out[j] = Dots.dot(a, a);
            }
        });
        return out;
    }

    /** Does a work on many columns, parts of them side by side. */
    private void inParts(int count, BiIntConsumer work) {
        int parts = (count + PART - 1) / PART;
        Workers threads = (long) count * x.size() < ALONE ? Workers.serial() : workers;
        threads.forEach(parts, p -> work.accept(p * PART, Math.min(count, (p + 1) * PART)));
    }

    /** Is told where a part begins and ends. */
    private interface BiIntConsumer {
        void accept(int from, int to);
    }

    @Override
    public double square(int j, double[][] h) {
        double[] a = column(j);
        double[] hk = h[score(j)];
        return isSparse(j) ? Dots.sparse(rows[j % features], a, hk, a) : Dots.dot(a, hk, a);
    }

    @Override
    public double dot(int j, double[][] u) {
        double[] a = column(j);
        return isSparse(j) ? Dots.sparse(rows[j % features], a, u[score(j)]) : Dots.dot(a, u[score(j)]);
    }

    @Override
    public void dots(int[] list, int count, double[][] u, double[] out) {
        if (FEW * count <= size || outputs > 1) { // scores share columns, which two threads must not copy at once
            for (int a = 0; a < count; a++) {
                column(list[a]);
            }
        }
        inParts(count, (from, to) -> dots(list, from, to, u, out));
    }

    private void dots(int[] list, int from, int to, double[][] u, double[] out) {
        int a = from;
        if (hasGram()) {
            double[][] pieces = new double[FOUR][Math.min(PIECE, x.size())];
            double[] sums = new double[FOUR];
            for (; a + FOUR <= to; a += FOUR) {
                four(list, a, u[0], pieces, sums);
                for (int q = 0; q < FOUR; q++) {
                    out[list[a + q]] = sums[q];
                }
            }
        }
        for (; a < to; a++) {
            int j = list[a];
            out[j] = isSparse(j) ? dot(j, u) : Dots.inOrder(column(j), u[score(j)]);
        }
    }

    /** Four columns times u, piece by piece, from first to last. */
    private void four(int[] list, int a, double[] u, double[][] pieces, double[] sums) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < u.length; from += PIECE) {
            int to = Math.min(from + PIECE, u.length);
            for (int q = 0; q < FOUR; q++) {
                copy(list[a + q], from, to, pieces[q]);
            }
            Dots.addProducts(pieces[0], pieces[1], pieces[2], pieces[3], u, from, to, sums);
        }
    }

    private void copy(int j, int from, int to, double[] out) {
        double[] known = isIntercept(j) ? ones : cells[j % features];
        if (known == null) {
            x.copyColumn(j % features, from, to, out);
        } else {
            System.arraycopy(known, from, out, 0, to - from);
        }
    }

    @Override
    public double dot(int j, double[][] h, double[][] u) {
        int k = score(j);
        double[] a = column(j);
        if (!isSparse(j)) {
            return Dots.dot(a, h[k], u[k]);
        }
        int[] at = rows[j % features];
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += a[i] * h[k][at[i]] * u[k][at[i]];
        }
        return sum;
    }

    @Override
    public void add(int j, double c, double[][] u) {
        double[] a = column(j);
        double[] uk = u[score(j)];
        if (!isSparse(j)) {
            Vectors.add(uk, c, a);
            return;
        }
        int[] at = rows[j % features];
        for (int i = 0; i < at.length; i++) {
            uk[at[i]] += c * a[i];
        }
    }

    @Override
    public boolean hasGram() {
        return !x.isSparse() && outputs == 1;
    }

    @Override
    public double[] dense(int j) {
        return column(j);
    }
}
