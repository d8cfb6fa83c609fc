package dev.limpid.core.internal.optimizer;

import dev.limpid.core.data.Rows;
import dev.limpid.core.objective.LinearDesign;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a linear design, copied when they are first multiplied, sparse ones all at once: column j + d·k holds
 * feature j for score k, the last K columns are 1 for the intercepts.
 */
public final class DesignColumns implements Columns {

    private final Rows x;
    private final int features;
    private final int outputs;
    private final int size;
    private final int[][] rows; // of the cells that aren't 0; empty arrays for dense columns
    private final double[] @Nullable [] cells;
    private final double[] ones;
    private final double[] passing; // a dense column that is not kept

    /** Looks at a design. */
    public DesignColumns(LinearDesign design) {
        x = design.x();
        features = x.columns();
        outputs = design.hypothesis().outputs();
        size = design.hypothesis().blocks().size();
        rows = new int[x.isSparse() ? features : 0][];
        cells = new double[features][];
        ones = new double[design.hypothesis().intercept() ? x.size() : 0];
        Arrays.fill(ones, 1);
        passing = new double[x.isSparse() ? 0 : x.size()];
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
    public double square(int j) {
        double[] a = passing(j);
        return Dots.dot(a, a);
    }

    /** The cells of a column that need not be kept: where it isn't yet, they are gone with the next one. */
    private double[] passing(int j) {
        double[] a = isIntercept(j) ? ones : cells[j % features];
        if (a == null) {
            x.copyColumn(j % features, 0, x.size(), passing);
            a = passing;
        }
        return a;
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
        int a = 0;
        for (; hasGram() && a + 3 < count; a += 4) {
            Dots.four(
                    column(list[a]), column(list[a + 1]), column(list[a + 2]), column(list[a + 3]), u[0], list, a, out);
        }
        for (; a < count; a++) {
            int j = list[a];
            out[j] = isSparse(j) ? dot(j, u) : Dots.inOrder(column(j), u[score(j)]);
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
    public void gram(int[] columns, int from, int to, double[] h, double[][] gram) {
        double same = h[0];
        for (double hi : h) {
            same = hi == same ? same : Double.NaN;
        }
        double[][] a = new double[to][];
        for (int k = 0; k < to; k++) {
            a[k] = Double.isNaN(same) ? rooted(column(columns[k]), h) : column(columns[k]);
        }
        double factor = Double.isNaN(same) ? 1 : same;
        double[] sums = new double[8];
        int j = from;
        for (; j + 1 < to; j += 2) {
            int k = 0;
            for (; k + 3 <= j + 1; k += 4) {
                Dots.twoByFour(a, j, k, sums);
                for (int q = 0; q < 8; q++) {
                    put(gram, j + (q >> 2), k + (q & 3), factor * sums[q]);
                }
            }
            for (; k <= j + 1; k++) {
                put(gram, j, k, factor * Dots.inOrder(a[j], a[k]));
                put(gram, j + 1, k, factor * Dots.inOrder(a[j + 1], a[k]));
            }
        }
        for (int k = 0; j < to && k <= j; k++) {
            put(gram, j, k, factor * Dots.inOrder(a[j], a[k]));
        }
    }

    private static void put(double[][] gram, int j, int k, double sum) {
        gram[j][k] = sum;
        gram[k][j] = sum;
    }

    /** √h∘a, so that a product is the same from both sides. */
    private static double[] rooted(double[] a, double[] h) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(h[i]) * a[i];
        }
        return out;
    }
}
