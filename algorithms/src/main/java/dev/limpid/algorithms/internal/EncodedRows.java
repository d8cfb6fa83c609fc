package dev.limpid.algorithms.internal;

import dev.limpid.core.data.Rows;

/**
 * Rows as an {@link Encoding} lays them out: numeric cells as they are, and for a categorical column a 1 at its level. Nothing is
 * copied; cells that are 0 aren't visited.
 */
public final class EncodedRows implements Rows {

    private final Rows raw;
    private final Encoding encoding;

    private EncodedRows(Rows raw, Encoding encoding) {
        this.raw = raw;
        this.encoding = encoding;
    }

    /** Returns the rows in their encoding: the same rows if all columns are numeric. */
    public static Rows of(Rows raw, Encoding encoding) {
        return encoding.categorical().length == 0 ? raw : new EncodedRows(raw, encoding);
    }

    private boolean isCategorical(int column) {
        return encoding.columns().get(column).isCategorical();
    }

    @Override
    public int size() {
        return raw.size();
    }

    @Override
    public int columns() {
        return encoding.size();
    }

    @Override
    public boolean isSparse() {
        return true;
    }

    @Override
    public double get(int row, int position) {
        int column = encoding.columnOf(position);
        double cell = raw.get(row, column);
        return isCategorical(column) ? (encoding.start(column) + (int) cell == position ? 1 : 0) : cell;
    }

    @Override
    public void forEachNonZero(int row, CellVisitor visitor) {
        if (!raw.isSparse()) {
            for (int j = 0; j < raw.columns(); j++) {
                double cell = raw.get(row, j);
                double factor = encoding.factor(j, cell);
                if (factor != 0) {
                    visitor.accept(encoding.position(j, cell), factor);
                }
            }
            return;
        }
        // a level of code 0 isn't stored, but it is there: categorical cells are woven into the stored numeric ones
        int[] next = {0};
        raw.forEachNonZero(row, (j, cell) -> {
            next[0] = levels(row, next[0], j, visitor);
            if (!isCategorical(j)) {
                visitor.accept(encoding.start(j), cell);
            }
        });
        levels(row, next[0], raw.columns(), visitor);
    }

    /** Visits the levels of categorical columns up to a column; returns which categorical column comes next. */
    private int levels(int row, int next, int column, CellVisitor visitor) {
        int[] categorical = encoding.categorical();
        int c = next;
        while (c < categorical.length && categorical[c] <= column) {
            visitor.accept(encoding.position(categorical[c], raw.get(row, categorical[c])), 1);
            c++;
        }
        return c;
    }

    @Override
    public double dot(int row, double[] w) {
        double[] sum = new double[1];
        forEachNonZero(row, (j, cell) -> sum[0] += w[j] * cell);
        return sum[0];
    }

    @Override
    public void add(int row, double a, double[] out) {
        forEachNonZero(row, (j, cell) -> out[j] += a * cell);
    }

    @Override
    public Rows select(int... rows) {
        return new EncodedRows(raw.select(rows), encoding);
    }
}
