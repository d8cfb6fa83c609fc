package dev.limpid.benchmarks.linear;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The data of the cases: read from the harness's files where the command line names their folder, else made here, of the same
 * shape, from fixed seeds.
 */
public final class Generated {

    private static final int FACTORS = 6;
    private static final int ZIPF_SHIFT = 10;

    private Generated() {}

    /**
     * Returns 1,000,000 × 28 correlated numbers of mixed shapes and classes 0/1.
     *
     * @param options folder and most rows
     * @return the set
     * @throws IOException if files can't be read
     */
    public static DenseSet classes(Options options) throws IOException {
        if (options.peerData().isPresent()) {
            return new PeerData(options.peerData().get()).dense("w1.train").head(options.rows());
        }
        return classes(Math.min(1_000_000, options.rows()), 28);
    }

    /**
     * Makes correlated numbers, every fourth column log-normal and every fifth with three values, and classes 0/1.
     *
     * @param n rows
     * @param d columns
     * @return the set
     */
    public static DenseSet classes(int n, int d) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] loadings = new double[d][FACTORS];
        double[] w = new double[d];
        for (int j = 0; j < d; j++) {
            Arrays.setAll(loadings[j], k -> 0.5 * random.nextGaussian());
            w[j] = 0.22 * random.nextGaussian();
        }
        float[] x = new float[n * d];
        float[] y = new float[n];
        double[] z = new double[FACTORS];
        for (int i = 0; i < n; i++) {
            Arrays.setAll(z, k -> random.nextGaussian());
            double f = 0;
            for (int j = 0; j < d; j++) {
                double cell = random.nextGaussian();
                for (int k = 0; k < FACTORS; k++) {
                    cell += loadings[j][k] * z[k];
                }
                f += w[j] * cell;
                x[i * d + j] = (float) shaped(j, cell);
            }
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-f)) ? 1 : 0;
        }
        return new DenseSet(n, d, x, y);
    }

    private static double shaped(int j, double cell) {
        if (j % 4 == 3) {
            return Math.exp(0.4 * cell);
        }
        return j % 5 == 4 ? (cell < 0.2 ? 0 : cell < 0.9 ? 1.087 : 2.173) : cell;
    }

    /**
     * Returns 200,000 × 50,000 sparse rows of length 1 with 75 numbers each, columns by Zipf's law, and classes 0/1.
     *
     * @param options folder and most rows
     * @return the set
     * @throws IOException if files can't be read
     */
    public static SparseSet text(Options options) throws IOException {
        if (options.peerData().isPresent()) {
            return new PeerData(options.peerData().get()).sparse("w2.train").head(options.rows());
        }
        return text(Math.min(200_000, options.rows()), 50_000, 75);
    }

    /**
     * Makes sparse rows of length 1, columns by Zipf's law, rare ones with larger numbers, and classes 0/1.
     *
     * @param n rows
     * @param d columns
     * @param perRow numbers in a row
     * @return the set
     */
    public static SparseSet text(int n, int d, int perRow) {
        SplittableRandom random = new SplittableRandom(2);
        double[] cumulated = new double[d];
        for (int j = 0; j < d; j++) {
            cumulated[j] = (j == 0 ? 0 : cumulated[j - 1]) + 1.0 / (j + ZIPF_SHIFT);
        }
        double total = cumulated[d - 1];
        double[] w = new double[d];
        for (int j = 0; j < d; j++) {
            w[j] = random.nextDouble() < 0.3 ? random.nextGaussian() : 0;
        }
        int[] starts = new int[n + 1];
        int[] indices = new int[n * perRow];
        float[] values = new float[n * perRow];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            int from = i * perRow;
            starts[i + 1] = from + perRow;
            draw(cumulated, random, indices, from, perRow);
            double squares = 0;
            for (int k = from; k < from + perRow; k++) {
                double rarity = Math.log(total * (indices[k] + ZIPF_SHIFT));
                values[k] = (float) (0.3 * rarity * (1 + Math.log1p(Math.floor(-Math.log(1 - random.nextDouble())))));
                squares += values[k] * values[k];
            }
            double f = 0;
            for (int k = from; k < from + perRow; k++) {
                values[k] /= (float) Math.sqrt(squares);
                f += values[k] * w[indices[k]];
            }
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-5 * f)) ? 1 : 0;
        }
        return new SparseSet(n, d, starts, indices, values, y);
    }

    /** Draws different columns, ascending. */
    private static void draw(double[] cumulated, RandomGenerator random, int[] out, int from, int count) {
        int have = 0;
        while (have < count) {
            int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
            int column = Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found);
            int place = Arrays.binarySearch(out, from, from + have, column);
            if (place < 0) {
                int at = -place - 1;
                System.arraycopy(out, at, out, at + 1, from + have - at);
                out[at] = column;
                have++;
            }
        }
    }

    /**
     * Returns 2,000 × 10,000 numbers whose neighbouring columns are correlated by 0.7, centred, of mean square 1, and a centred
     * target with 50 true coefficients.
     *
     * @param options folder and most rows
     * @return the set
     * @throws IOException if files can't be read
     */
    public static DenseSet wide(Options options) throws IOException {
        if (options.peerData().isPresent()) {
            return new PeerData(options.peerData().get()).dense("w3");
        }
        return options.rows() < 2_000 * 10 ? wide(500, 1_000) : wide(2_000, 10_000);
    }

    /**
     * Makes such numbers.
     *
     * @param n rows
     * @param d columns
     * @return the set
     */
    public static DenseSet wide(int n, int d) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[d][n];
        double[] target = new double[n];
        double[] previous = new double[n];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < n; i++) {
                previous[i] = j == 0
                        ? random.nextGaussian()
                        : 0.7 * previous[i] + Math.sqrt(1 - 0.49) * random.nextGaussian();
            }
            columns[j] = previous.clone();
            standardize(columns[j], true);
            double w = j % (d / 50) == 0 ? random.nextGaussian() : 0;
            for (int i = 0; i < n && w != 0; i++) {
                target[i] += w * columns[j][i];
            }
        }
        float[] x = new float[n * d];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            target[i] += 3 * random.nextGaussian();
            for (int j = 0; j < d; j++) {
                x[i * d + j] = (float) columns[j][i];
            }
        }
        standardize(target, false);
        for (int i = 0; i < n; i++) {
            y[i] = (float) target[i];
        }
        return new DenseSet(n, d, x, y);
    }

    private static void standardize(double[] column, boolean scaled) {
        double mean = Arrays.stream(column).average().orElse(0);
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            column[i] -= mean;
            squares += column[i] * column[i];
        }
        double size = scaled ? Math.sqrt(squares / column.length) : 1;
        for (int i = 0; i < column.length; i++) {
            column[i] /= size;
        }
    }
}
