package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.ColumnProducts;
import dev.limpid.core.internal.optimizer.Columns;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Products Bⱼₖ = Σᵢ hᵢ·aᵢⱼ·aᵢₖ of the columns that were in a working set so far. As long as h stays the same, which for the
 * squared loss is always, a column that comes in costs its products with the others, and no product is computed twice.
 */
final class GramCache {

    /** A matrix of more columns than this is begun anew. */
    static final int MOST = 3000;

    /** Products of columns that take as long as a column's part in a sweep: a look and a move, one by one. */
    private static final long PRODUCTS = 4;

    private final Columns columns;
    private final Workers workers;
    private final int[] place; // of a column among the members; −1 for others
    private int[] members = {};
    private double[][] rows = {};
    private double[] h = {};
    private int size;

    GramCache(Columns columns, Workers workers) {
        this.columns = columns;
        this.workers = workers;
        this.place = new int[columns.size()];
        Arrays.fill(place, -1);
    }

    /** Returns how many products are missing for a set, as a number of sweeps over it that cost as much. */
    int missingSweeps(int[] set, double[] weights) {
        boolean valid = Arrays.equals(h, weights);
        long known = valid ? size : 0;
        long missing = valid ? Arrays.stream(set).filter(j -> place[j] < 0).count() : set.length;
        return (int) ((missing * known + missing * missing / 2) / (PRODUCTS * set.length));
    }

    /** Computes what is missing. */
    void take(int[] set, double[] weights) {
        long missing = Arrays.stream(set).filter(j -> place[j] < 0).count();
        if (!Arrays.equals(h, weights) || size + missing > MOST) {
            Arrays.fill(place, -1);
            size = 0;
            h = weights.clone();
        }
        int before = size;
        grow(size + set.length);
        for (int j : set) {
            if (place[j] < 0) {
                place[j] = size;
                members[size++] = j;
            }
        }
        for (int a = 0; a < size; a++) {
            if (rows[a] == null || rows[a].length < size) {
                rows[a] = Arrays.copyOf(a < before ? rows[a] : new double[0], size + size / 2);
            }
        }
        compute(before);
    }

    private void compute(int before) {
        double same = h[0];
        for (double hi : h) {
            same = hi == same ? same : Double.NaN;
        }
        double[][] a = new double[size][];
        for (int k = 0; k < size; k++) {
            double[] cells = columns.dense(members[k]);
            a[k] = Double.isNaN(same) ? rooted(cells, h) : cells;
        }
        ColumnProducts.compute(a, before, size, Double.isNaN(same) ? 1 : same, rows, workers);
    }

    /** √h∘a, so that a product is the same from both sides. */
    private static double[] rooted(double[] a, double[] h) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(h[i]) * a[i];
        }
        return out;
    }

    private void grow(int most) {
        if (most > members.length) {
            members = Arrays.copyOf(members, most + most / 2);
            rows = Arrays.copyOf(rows, members.length);
        }
    }

    /** Writes down who the members are, and for which h, so that a run that resumes has the same products at hand. */
    void save(Memory memory) {
        double[] order = memory.array("products", place.length);
        Arrays.setAll(order, j -> place[j] + 1.0); // 0 for others
        memory.array("products.curvature", 1)[0] = Arrays.hashCode(h);
    }

    /** Computes the products of members written down, unless h is another one by now, so that they would be of no use. */
    void restore(Memory memory, double[] weights) {
        double[] order = memory.array("products", place.length);
        if (memory.array("products.curvature", 1)[0] != Arrays.hashCode(weights)) {
            return;
        }
        int[] set = IntStream.range(0, order.length)
                .filter(j -> order[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> order[j]))
                .mapToInt(j -> j)
                .toArray();
        if (set.length > 0 && size == 0) {
            take(set, weights);
        }
    }

    /** Returns the number of members. */
    int size() {
        return size;
    }

    /** Returns where a member stands. */
    int place(int j) {
        return place[j];
    }

    /** Returns B of a member and all members; entries from {@link #size} on mean nothing. */
    double[] row(int member) {
        return rows[member];
    }
}
