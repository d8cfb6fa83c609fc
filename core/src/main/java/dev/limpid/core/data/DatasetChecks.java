package dev.limpid.core.data;

import java.util.Arrays;

/** What the cells, targets, weights, offsets and groups of a data set must be. */
final class DatasetChecks {

    private static final int BLOCK = 512;

    private DatasetChecks() {}

    /** Checks shape and cells; tells whether there are missing ones. */
    static boolean features(Rows x, Schema schema, Missing missing) {
        if (x.size() == 0 || x.columns() == 0) {
            throw new IllegalArgumentException("X must have at least one row and one column, but has shape [" + x.size()
                    + ", " + x.columns() + "]");
        }
        if (schema.columns().size() != x.columns()) {
            throw new IllegalArgumentException("X must have " + schema.columns().size()
                    + " columns (one per column of the schema), but has " + x.columns());
        }
        if (x.isKnownFinite() && schema.columns().stream().noneMatch(Column::isCategorical)) {
            return false;
        }
        boolean found = false;
        double[] cells = new double[Math.min(BLOCK, x.size())];
        for (int from = 0; from < x.size(); from += BLOCK) {
            int to = Math.min(from + BLOCK, x.size());
            for (int j = 0; j < x.columns(); j++) {
                x.copyColumn(j, from, to, cells);
                found |= cells(cells, from, to, j, schema.columns().get(j), missing);
            }
        }
        return found;
    }

    private static boolean cells(double[] cells, int from, int to, int j, Column column, Missing missing) {
        if (!column.isCategorical() && allFinite(cells, to - from)) {
            return false;
        }
        boolean found = false;
        int levels = column.isCategorical() ? column.levels().size() : -1;
        for (int i = 0; i < to - from; i++) {
            double cell = cells[i];
            if (!(Math.abs(cell) <= Double.MAX_VALUE)) {
                if (!Double.isNaN(cell) || missing == Missing.REFUSE) {
                    throw notFinite(cell, from + i, j, column);
                }
                found = true;
            } else if (levels >= 0 && !(cell >= 0 && cell < levels && cell == Math.rint(cell))) {
                throw new IllegalArgumentException("column '" + column.name() + "' must hold codes of levels in [0, "
                        + levels + "), but X[" + (from + i) + "][" + j + "] was " + cell);
            }
        }
        return found;
    }

    /** 0·x is 0 for finite x only: four sums, which don't wait for one another, are faster than a question for each cell. */
    private static boolean allFinite(double[] cells, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += 0 * cells[i];
            s1 += 0 * cells[i + 1];
            s2 += 0 * cells[i + 2];
            s3 += 0 * cells[i + 3];
        }
        for (; i < count; i++) {
            s0 += 0 * cells[i];
        }
        return s0 + s1 + s2 + s3 == 0;
    }

    private static IllegalArgumentException notFinite(double cell, int i, int j, Column column) {
        return new IllegalArgumentException("X must be finite, but X[" + i + "][" + j + "] (column '" + column.name()
                + "') was " + cell
                + (Double.isNaN(cell)
                        ? "; keep missing cells with Missing.KEEP, or keep and then fill them with an Imputer"
                        : ""));
    }

    /** Checks targets: as many as rows, finite. */
    static void targets(double[][] targets, int size) {
        for (int t = 0; t < targets.length; t++) {
            String name = targets.length == 1 ? "y" : "y" + t;
            if (targets[t].length != size) {
                throw new IllegalArgumentException("X and " + name + " must have the same number of rows, but X has "
                        + size + " and " + name + " has " + targets[t].length);
            }
            finite(name, targets[t]);
        }
    }

    private static void finite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        name + " must be finite, but " + name + "[" + i + "] was " + values[i]);
            }
        }
    }

    /** Checks that class codes are integers in [0, K). */
    static void codes(Values codes, int classes) {
        for (int i = 0; i < codes.size(); i++) {
            double code = codes.at(i);
            if (!(code >= 0 && code < classes && code == Math.rint(code))) {
                throw new IllegalArgumentException("y must hold the code of a class, an integer in [0, " + classes
                        + "), but y[" + i + "] was " + code);
            }
        }
    }

    /** Checks weights: as many as rows, finite, none negative, not all 0. */
    static void weights(double[] weights, int size) {
        length("weights", weights.length, size);
        boolean positive = false;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weights must be finite and >= 0, but weights[" + i + "] was " + weights[i]);
            }
            positive |= weights[i] > 0;
        }
        if (!positive) {
            throw new IllegalArgumentException("weights must not all be 0, but all " + size + " are");
        }
    }

    /** Checks offsets: each column as long as there are rows, finite. */
    static void offsets(double[][] offsets, int size) {
        for (int k = 0; k < offsets.length; k++) {
            String name = "offsets[" + k + "]";
            length(name, offsets[k].length, size);
            finite(name, offsets[k]);
        }
    }

    /** Returns log of numbers, one per row, that are finite and above 0. */
    static double[] logarithms(String name, double[] values, int size) {
        length(name, values.length, size);
        double[] logs = new double[size];
        for (int i = 0; i < size; i++) {
            if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + " must be finite and > 0, but " + name + "[" + i + "] was "
                        + values[i] + ": leave rows without exposure out");
            }
            logs[i] = Math.log(values[i]);
        }
        return logs;
    }

    /** Checks that there is one number per row. */
    static void length(String name, int length, int size) {
        if (length != size) {
            throw new IllegalArgumentException(
                    name + " must have length " + size + " (one per row of X), but has length " + length);
        }
    }

    /** Checks that there is one name per column. */
    static void names(String[] names, int columns) {
        if (names.length != columns) {
            throw new IllegalArgumentException(
                    "names must have length " + columns + " (one per column of X), but was " + Arrays.toString(names));
        }
    }
}
