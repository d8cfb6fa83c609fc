package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.matrix.LossAxis.LossLevel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small set for a loss: plain arrays, which the judge reads, and the {@link Dataset} made of them, which the model is fitted
 * to.
 *
 * <p>Cells are multiples of 1/64, so that float numbers hold them exactly; columns differ in spread and centre, and half of the
 * cells of two columns are 0. Rows of weight 0 lie far out: whoever looks at them goes wrong by far.
 *
 * @param x features, shape [n][d]
 * @param y targets, shape [n][T]
 * @param w weights, length n; all 1 where there are none
 * @param offsets shape [K][n]; all 0 where there are none
 * @param groups group of each row
 * @param data the same
 */
@SuppressWarnings("ArrayRecordComponent") // a bundle of inputs, never compared
record SmallData(double[][] x, double[][] y, double[] w, double[][] offsets, int[] groups, Dataset data) {

    static final int ROWS = 40;
    static final int FEATURES = 4;

    private static final int GROUP = 5;
    private static final double[] WEIGHTS = {1, 2, 0.5, 3, 0};
    private static final double[] SLOPES = {0.7, -0.4, 0.5, 0};
    private static final double FAR = 64;
    private static final long SEED = 4;

    static SmallData of(LossLevel level, Setting setting) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] x = new double[ROWS][];
        double[][] y = new double[ROWS][];
        double[] w = new double[ROWS];
        double[][] offsets = new double[level.loss().scores()][ROWS];
        int[] groups = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = features(random);
            double score = 0.4 + 0.8 * random.nextGaussian();
            for (int j = 0; j < FEATURES; j++) {
                score += SLOPES[j] * x[i][j];
            }
            y[i] = level.targets().draw(score, i, random);
            w[i] = setting.weighted() ? WEIGHTS[i % WEIGHTS.length] : 1;
            for (double[] offset : offsets) {
                offset[i] = setting.offset() ? 0.3 * random.nextGaussian() : 0;
            }
            groups[i] = i / GROUP;
            if (w[i] == 0) {
                x[i][i / GROUP % FEATURES] = FAR;
            }
        }
        return new SmallData(x, y, w, offsets, groups, dataset(x, y, w, offsets, groups, setting));
    }

    private static double[] features(SplittableRandom random) {
        double[] x = {
            random.nextGaussian(), 1 + 2 * random.nextGaussian(), random.nextGaussian(), 0.5 * random.nextGaussian()
        };
        for (int j = 0; j < FEATURES; j++) {
            x[j] = j >= 2 && random.nextBoolean() ? 0 : Math.rint(64 * x[j]) / 64;
        }
        return x;
    }

    private static Dataset dataset(
            double[][] x, double[][] y, double[] w, double[][] offsets, int[] groups, Setting setting) {
        double[][] columns = new double[y[0].length][ROWS];
        for (int i = 0; i < ROWS; i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = y[i][k];
            }
        }
        Dataset data =
                Dataset.of(rows(x, setting.storage()), Missing.REFUSE, columns).withGroups(groups);
        data = setting.weighted() ? data.withWeights(w) : data;
        return setting.offset() ? data.withOffsets(offsets) : data;
    }

    static Rows rows(double[][] x, Setting.Storage storage) {
        return switch (storage) {
            case FLOAT64 -> Rows.dense(x);
            case FLOAT32 -> Rows.dense(floats(x));
            case CSR -> sparse(x);
        };
    }

    private static float[][] floats(double[][] x) {
        float[][] floats = new float[x.length][FEATURES];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < FEATURES; j++) {
                floats[i][j] = (float) x[i][j];
            }
        }
        return floats;
    }

    private static Rows sparse(double[][] x) {
        int[] starts = new int[x.length + 1];
        List<Integer> indices = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < FEATURES; j++) {
                if (x[i][j] != 0) {
                    indices.add(j);
                    values.add(x[i][j]);
                }
            }
            starts[i + 1] = indices.size();
        }
        return Rows.sparse(
                FEATURES,
                starts,
                indices.stream().mapToInt(j -> j).toArray(),
                values.stream().mapToDouble(v -> v).toArray());
    }

    /** Returns the number of units that a finite sum over these rows has. */
    int units(boolean grouped) {
        int rows = 0;
        for (double each : w) {
            rows += each > 0 ? 1 : 0;
        }
        return grouped ? ROWS / GROUP : rows;
    }
}
