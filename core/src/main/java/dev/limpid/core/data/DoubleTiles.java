package dev.limpid.core.data;

import java.util.Arrays;

/** Dense rows of double numbers. */
final class DoubleTiles extends DenseRows {

    private static final double[] NONE = {};

    private final double[][][] tiles;

    /** Takes tiles over without copying; {@code tiles[t][j]} has as many cells as tile t has rows. */
    DoubleTiles(int size, int columns, double[][][] tiles) {
        super(size, columns);
        this.tiles = tiles;
    }

    static DoubleTiles of(double[][] x) {
        int columns = checkLengths(x, i -> x[i].length);
        double[][][] tiles = zeros(x.length, columns);
        for (int i = 0; i < x.length; i++) {
            double[][] tile = tiles[i >> SHIFT];
            for (int j = 0; j < columns; j++) {
                tile[j][i & MASK] = x[i][j];
            }
        }
        return new DoubleTiles(x.length, columns, tiles);
    }

    static DoubleTiles ofColumns(double[]... x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("columns must be at least one, but there are none");
        }
        int size = x[0].length;
        for (int j = 0; j < x.length; j++) {
            if (x[j].length != size) {
                throw new IllegalArgumentException("columns must be of equal length, but column 0 has " + size
                        + " cells and column " + j + " has " + x[j].length);
            }
        }
        double[][][] tiles = zeros(size, x.length);
        for (int t = 0; t < tiles.length; t++) {
            for (int j = 0; j < x.length; j++) {
                System.arraycopy(x[j], t << SHIFT, tiles[t][j], 0, rowsIn(t, size));
            }
        }
        return new DoubleTiles(size, x.length, tiles);
    }

    /** Makes tiles of zeros. */
    static double[][][] zeros(int size, int columns) {
        double[][][] tiles = new double[tiles(size)][columns][];
        for (int t = 0; t < tiles.length; t++) {
            for (int j = 0; j < columns; j++) {
                tiles[t][j] = new double[rowsIn(t, size)];
            }
        }
        return tiles;
    }

    @Override
    double[][] buffers(int count) {
        double[][] none = new double[count][];
        Arrays.fill(none, NONE);
        return none;
    }

    @Override
    double[] column(int tile, int column, double[] buffer) {
        return tiles[tile][column];
    }

    @Override
    public double get(int row, int column) {
        return tiles[row >> SHIFT][column][row & MASK];
    }

    @Override
    public void add(int row, double a, double[] out) {
        double[][] x = tiles[row >> SHIFT];
        for (int j = 0; j < columns; j++) {
            out[j] += a * x[j][row & MASK];
        }
    }

    @Override
    public void timesAt(int[] rows, int count, double[] w, double[] out) {
        for (int k = 0; k < count; k++) {
            double[][] x = tiles[rows[k] >> SHIFT];
            int i = rows[k] & MASK;
            double sum = out[k];
            int j = 0;
            for (; j + 3 < columns; j += 4) { // in the order of plusDot
                sum += w[j] * x[j][i] + w[j + 1] * x[j + 1][i] + w[j + 2] * x[j + 2][i] + w[j + 3] * x[j + 3][i];
            }
            for (; j < columns; j++) {
                sum += w[j] * x[j][i];
            }
            out[k] = sum;
        }
    }

    @Override
    public Rows select(int... rows) {
        checkPositions(rows, size);
        double[][][] picked = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) { // row by row: the columns of a tile lie beside one another
            double[][] from = tiles[rows[i] >> SHIFT];
            int cell = rows[i] & MASK;
            double[][] to = picked[i >> SHIFT];
            for (int j = 0; j < columns; j++) {
                to[j][i & MASK] = from[j][cell];
            }
        }
        return new DoubleTiles(rows.length, columns, picked);
    }
}
