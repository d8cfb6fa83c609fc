package dev.limpid.benchmarks.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import java.util.Arrays;

/**
 * Sparse rows and targets.
 *
 * @param rows n
 * @param columns d
 * @param starts where each row begins, and the end of the last
 * @param indices columns, ascending within a row
 * @param values what stands there
 * @param y the targets
 */
public record SparseSet(int rows, int columns, int[] starts, int[] indices, float[] values, float[] y) {

    /**
     * Returns the first rows.
     *
     * @param most how many at most
     * @return these
     */
    public SparseSet head(int most) {
        if (most >= rows) {
            return this;
        }
        int cells = starts[most];
        return new SparseSet(
                most,
                columns,
                Arrays.copyOf(starts, most + 1),
                Arrays.copyOf(indices, cells),
                Arrays.copyOf(values, cells),
                Arrays.copyOf(y, most));
    }

    /**
     * Returns all targets.
     *
     * @return a new array
     */
    public double[] targets() {
        double[] targets = new double[rows];
        for (int i = 0; i < rows; i++) {
            targets[i] = y[i];
        }
        return targets;
    }

    /**
     * Returns Limpid's form of it.
     *
     * @return stored as compressed sparse rows
     */
    public Dataset dataset() {
        double[] cells = new double[values.length];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = values[k];
        }
        return Dataset.of(Rows.sparse(columns, starts, indices, cells), Missing.REFUSE, targets());
    }
}
