package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Columns;
import java.util.Arrays;

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
    private final int[] place; // of a column among the members; −1 for others
    private int[] members = {};
    private double[][] rows = {};
    private double[] h = {};
    private int size;

    GramCache(Columns columns) {
        this.columns = columns;
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
        columns.gram(members, before, size, h, rows);
    }

    private void grow(int most) {
        if (most > members.length) {
            members = Arrays.copyOf(members, most + most / 2);
            rows = Arrays.copyOf(rows, members.length);
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
