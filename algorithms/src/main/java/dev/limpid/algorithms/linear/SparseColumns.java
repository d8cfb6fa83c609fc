package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import java.util.Arrays;

/**
 * The design with the cells that are 0 left out: of sparse rows, and of wide one-hot columns. Numeric columns of dense rows are
 * stored in full, and so they alone are centred.
 */
final class SparseColumns {

    private static final double[] NONE = {};

    private SparseColumns() {}

    static Moments[] moments(Dataset data, Encoding encoding, boolean centred) {
        int size = encoding.size();
        double[] largest = new double[size];
        forEachCell(data, encoding, (i, position, x) -> largest[position] = Math.max(largest[position], Math.abs(x)));
        double[] w = data.weights().toArray();
        double sumOfWeights = data.weights().sum();
        double[] means = new double[size]; // of x / largest, as are the squares
        double[] squares = new double[size];
        double[] cells = new double[size];
        double[] share = new double[size]; // of the weight, of the rows that have a cell
        double[] least = new double[size];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        forEachCell(data, encoding, (i, position, x) -> {
            double r = x / largest[position];
            means[position] += w[i] / sumOfWeights * r;
            squares[position] += w[i] / sumOfWeights * r * r;
            cells[position]++;
            share[position] += w[i] / sumOfWeights;
            least[position] = Math.min(least[position], r);
        });
        Moments[] moments = new Moments[size];
        for (int p = 0; p < size; p++) {
            boolean constant = largest[p] == 0 || (centred && cells[p] == data.size() && least[p] == 1);
            double m = centred ? means[p] : 0;
            double spread = constant ? 0 : largest[p] * Math.sqrt(Math.max(0, squares[p] - m * m));
            double cell = largest[p] * Math.sqrt(squares[p] / share[p]);
            moments[p] = new Moments(0, spread, cell, largest[p] == 0);
        }
        full(data, encoding, centred, moments);
        return moments;
    }

    /** Replaces the moments of columns that are stored in full. */
    private static void full(Dataset data, Encoding encoding, boolean centred, Moments[] moments) {
        if (data.features().isSparse()) {
            return;
        }
        double[] w = data.weights().toArray();
        double[] x = new double[data.size()];
        for (int j = 0; j < encoding.columns().size(); j++) {
            if (!encoding.columns().get(j).isCategorical()) {
                data.features().copyColumn(j, 0, x.length, x);
                moments[encoding.start(j)] = Moments.of(x, w, data.weights().sum(), centred);
            }
        }
    }

    /** Returns the rows as they lie where the design changes nothing. */
    static Rows rows(Dataset data, Encoding encoding, Design design) {
        if (data.features().isSparse() && categorical(encoding).length == 0 && design.isIdentity()) {
            return data.features();
        }
        int[] columns = new int[encoding.size()];
        Arrays.fill(columns, -1);
        for (int j = 0; j < design.size(); j++) {
            columns[design.position(j)] = j;
        }
        Builder builder = new Builder(data.size());
        forEachCell(data, encoding, (i, position, x) -> {
            int j = columns[position];
            if (j >= 0) {
                builder.add(i, j, (x - design.centre(j)) / design.scale(j));
            }
        });
        return builder.build(design.size());
    }

    /** Is told of the encoded cells that are stored, row by row, in each row from left to right. */
    private interface Visitor {
        void cell(int row, int position, double x);
    }

    private static void forEachCell(Dataset data, Encoding encoding, Visitor visitor) {
        int[] categorical = categorical(encoding);
        for (int i = 0; i < data.size(); i++) {
            if (data.features().isSparse()) {
                forEachStored(data.features(), i, encoding, categorical, visitor);
            } else {
                double[] row = data.features().row(i);
                for (int j = 0; j < row.length; j++) {
                    visitor.cell(i, encoding.position(j, row[j]), encoding.factor(j, row[j]));
                }
            }
        }
    }

    /** Categorical cells are there whatever their code, so they are woven into the stored numeric ones. */
    private static void forEachStored(Rows x, int i, Encoding encoding, int[] categorical, Visitor visitor) {
        int[] next = {0};
        x.forEachNonZero(i, (j, cell) -> {
            next[0] = categoricalBefore(x, i, j, encoding, categorical, next[0], visitor);
            if (!encoding.columns().get(j).isCategorical()) {
                visitor.cell(i, encoding.start(j), cell);
            }
        });
        categoricalBefore(x, i, x.columns(), encoding, categorical, next[0], visitor);
    }

    private static int categoricalBefore(
            Rows x, int i, int column, Encoding encoding, int[] categorical, int next, Visitor visitor) {
        int c = next;
        while (c < categorical.length && categorical[c] <= column) {
            double code = x.get(i, categorical[c]);
            visitor.cell(i, encoding.position(categorical[c], code), 1);
            c++;
        }
        return c;
    }

    private static int[] categorical(Encoding encoding) {
        return java.util.stream.IntStream.range(0, encoding.columns().size())
                .filter(j -> encoding.columns().get(j).isCategorical())
                .toArray();
    }

    /** Grows the arrays of compressed sparse rows. */
    private static final class Builder {

        private final int[] starts;
        private int[] indices = {};
        private double[] values = NONE;
        private int size;

        Builder(int rows) {
            this.starts = new int[rows + 1];
        }

        void add(int row, int column, double value) {
            if (size == values.length) {
                int larger = Math.max(1024, Math.addExact(size, size >> 1));
                indices = Arrays.copyOf(indices, larger);
                values = Arrays.copyOf(values, larger);
            }
            indices[size] = column;
            values[size++] = value;
            starts[row + 1] = size;
        }

        Rows build(int columns) {
            for (int i = 1; i < starts.length; i++) {
                starts[i] = Math.max(starts[i], starts[i - 1]); // rows without a cell
            }
            return Rows.sparse(columns, starts, Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
        }
    }
}
