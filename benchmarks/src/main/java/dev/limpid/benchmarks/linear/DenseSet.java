package dev.limpid.benchmarks.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;

/**
 * Numbers and targets, row by row.
 *
 * @param rows n
 * @param columns d
 * @param x the cells, row-major
 * @param y the targets
 */
public record DenseSet(int rows, int columns, float[] x, float[] y) {

    /**
     * Returns the first rows.
     *
     * @param most how many at most
     * @return these
     */
    public DenseSet head(int most) {
        if (most >= rows) {
            return this;
        }
        return new DenseSet(
                most, columns, java.util.Arrays.copyOf(x, most * columns), java.util.Arrays.copyOf(y, most));
    }

    /**
     * Returns the cells of a row.
     *
     * @param row its number
     * @return a new array
     */
    public double[] row(int row) {
        double[] cells = new double[columns];
        for (int j = 0; j < columns; j++) {
            cells[j] = x[row * columns + j];
        }
        return cells;
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
     * @return stored as double numbers
     */
    public Dataset dataset() {
        double[][] byColumn = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                byColumn[j][i] = x[i * columns + j];
            }
        }
        return Dataset.of(Rows.ofColumns(byColumn), Missing.REFUSE, targets());
    }

    /**
     * Computes the mean log loss plus half a multiple of the squared length of the weights.
     *
     * @param w weights, and the intercept behind them
     * @param strength λ
     * @return the objective
     */
    public double logistic(double[] w, double strength) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double f = w[columns];
            for (int j = 0; j < columns; j++) {
                f += w[j] * x[i * columns + j];
            }
            double margin = y[i] > 0.5 ? f : -f;
            sum += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        double squares = 0;
        for (int j = 0; j < columns; j++) {
            squares += w[j] * w[j];
        }
        return sum / rows + strength / 2 * squares;
    }
}
