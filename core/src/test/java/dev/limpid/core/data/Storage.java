package dev.limpid.core.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * A storage of rows, with the same cells in plain form.
 *
 * @param fast the storage
 * @param plain what it has to equal
 */
record Storage(Rows fast, Rows plain) {

    static Stream<Named<Storage>> all() {
        return Stream.of(
                Named.of("double, 1 column", dense(1300, 1)),
                Named.of("double, 6 columns", dense(1300, 6)),
                Named.of("double, 12 columns", dense(1300, 12)),
                Named.of("columns of double", columns(1300, 5)),
                Named.of("float, 3 columns", floats(1300, 3)),
                Named.of("float, 9 columns", floats(1300, 9)),
                Named.of("float, rounded", rounded(1300, 4)),
                Named.of("sparse", sparse(1300, 11)));
    }

    /** Nothing but the three methods that have to be written: everything else is the interface's definition. */
    static final class Plain implements Rows {

        private final double[][] x;

        Plain(double[][] x) {
            this.x = x;
        }

        @Override
        public int size() {
            return x.length;
        }

        @Override
        public int columns() {
            return x[0].length;
        }

        @Override
        public double get(int row, int column) {
            return x[row][column];
        }

        @Override
        public Rows select(int... rows) {
            double[][] picked = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                picked[i] = x[rows[i]];
            }
            return new Plain(picked);
        }
    }

    private static Storage dense(int n, int d) {
        double[][] x = matrix(n, d);
        return new Storage(Rows.dense(x), new Plain(x));
    }

    private static Storage columns(int n, int d) {
        double[][] x = matrix(n, d);
        double[][] columns = new double[d][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                columns[j][i] = x[i][j];
            }
        }
        return new Storage(Rows.ofColumns(columns), new Plain(x));
    }

    private static Storage floats(int n, int d) {
        double[][] x = matrix(n, d);
        float[][] f = new float[n][d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                f[i][j] = (float) x[i][j];
                x[i][j] = f[i][j];
            }
        }
        return new Storage(Rows.dense(f), new Plain(x));
    }

    private static Storage rounded(int n, int d) {
        double[][] x = matrix(n, d);
        Rows fast = FloatTiles.rounded(Rows.dense(x));
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = (float) row[j];
            }
        }
        return new Storage(fast, new Plain(x));
    }

    private static Storage sparse(int n, int d) {
        double[][] x = matrix(n, d);
        int[] starts = new int[n + 1];
        int[] indices = new int[n * d];
        double[] values = new double[n * d];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                if (x[i][j] < 0.5) {
                    x[i][j] = 0;
                } else {
                    indices[k] = j;
                    values[k++] = x[i][j];
                }
            }
            starts[i + 1] = k;
        }
        Rows fast = Rows.sparse(d, starts, Arrays.copyOf(indices, k), Arrays.copyOf(values, k));
        return new Storage(fast, new Plain(x));
    }

    static double[][] matrix(int n, int d) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            for (int j = 0; j < d; j++) {
                row[j] = random.nextDouble(-2, 2);
            }
        }
        return x;
    }
}
