package dev.limpid.core.data;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies matrices of ND4J from off-heap memory to tiles, a block of 512 rows at a time. Loaded only when a user hands an
 * {@code INDArray} in.
 */
final class NdArrays {

    private NdArrays() {}

    /** Copies a matrix: float to float, other types to double. */
    static Rows rows(INDArray x) {
        if (x.rank() != 2) {
            throw new IllegalArgumentException("X must be a matrix of shape [n, d], but has shape "
                    + Arrays.toString(x.shape()) + "; reshape it first");
        }
        if (x.size(0) > Integer.MAX_VALUE || x.size(1) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "X must have at most 2147483647 rows and columns, but has shape " + Arrays.toString(x.shape()));
        }
        int n = (int) x.size(0);
        int d = (int) x.size(1);
        if (x.dataType() == DataType.FLOAT) {
            return new FloatTiles(n, d, n == 0 || d == 0 ? FloatTiles.zeros(n, d) : floats(contiguous(x), n, d));
        }
        INDArray doubles = x.dataType() == DataType.DOUBLE ? x : x.castTo(DataType.DOUBLE);
        return new DoubleTiles(n, d, n == 0 || d == 0 ? DoubleTiles.zeros(n, d) : doubles(contiguous(doubles), n, d));
    }

    /** Copies targets: shape [n] is one column, shape [n, T] is T columns. */
    static double[][] columns(INDArray y) {
        if (y.rank() != 1 && y.rank() != 2) {
            throw new IllegalArgumentException(
                    "y must have shape [n] or [n, T], but has shape " + Arrays.toString(y.shape()));
        }
        Rows rows = rows(y.rank() == 2 ? y : y.dup().reshape(y.length(), 1));
        double[][] columns = new double[rows.columns()][rows.size()];
        for (int j = 0; j < columns.length; j++) {
            rows.copyColumn(j, 0, rows.size(), columns[j]);
        }
        return columns;
    }

    /** Returns the matrix itself if its cells follow each other from the start of its memory, otherwise such a copy. */
    private static INDArray contiguous(INDArray x) {
        boolean whole = x.data().offset() == 0 && x.offset() == 0 && (rowMajor(x) || columnMajor(x));
        return whole ? x : x.dup('c');
    }

    private static boolean rowMajor(INDArray x) {
        return x.stride(1) == 1 && x.stride(0) == x.size(1);
    }

    private static boolean columnMajor(INDArray x) {
        return x.stride(0) == 1 && x.stride(1) == x.size(0);
    }

    private static double[][][] doubles(INDArray x, int n, int d) {
        double[][][] tiles = DoubleTiles.zeros(n, d);
        boolean rowMajor = rowMajor(x);
        double[] block = new double[rowMajor ? Math.multiplyExact(Math.min(n, DenseRows.TILE), d) : 0];
        DoublePointer cells = new DoublePointer(x.data().pointer()); // a position of its own
        try {
            for (int t = 0; t < tiles.length; t++) {
                long start = (long) t << DenseRows.SHIFT;
                int rows = DenseRows.rowsIn(t, n);
                if (rowMajor) {
                    cells.position(start * d).get(block, 0, rows * d);
                }
                for (int j = 0; j < d; j++) {
                    if (rowMajor) {
                        for (int i = 0; i < rows; i++) {
                            tiles[t][j][i] = block[i * d + j];
                        }
                    } else {
                        cells.position((long) j * n + start).get(tiles[t][j], 0, rows);
                    }
                }
            }
        } finally {
            Reference.reachabilityFence(x);
        }
        return tiles;
    }

    private static float[][][] floats(INDArray x, int n, int d) {
        float[][][] tiles = FloatTiles.zeros(n, d);
        boolean rowMajor = rowMajor(x);
        float[] block = new float[rowMajor ? Math.multiplyExact(Math.min(n, DenseRows.TILE), d) : 0];
        FloatPointer cells = new FloatPointer(x.data().pointer()); // a position of its own
        try {
            for (int t = 0; t < tiles.length; t++) {
                long start = (long) t << DenseRows.SHIFT;
                int rows = DenseRows.rowsIn(t, n);
                if (rowMajor) {
                    cells.position(start * d).get(block, 0, rows * d);
                }
                for (int j = 0; j < d; j++) {
                    if (rowMajor) {
                        for (int i = 0; i < rows; i++) {
                            tiles[t][j][i] = block[i * d + j];
                        }
                    } else {
                        cells.position((long) j * n + start).get(tiles[t][j], 0, rows);
                    }
                }
            }
        } finally {
            Reference.reachabilityFence(x);
        }
        return tiles;
    }
}
