package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.training.Workers;

/**
 * The {@link Moments} of numeric columns of many rows: one walk over the data, by several threads.
 *
 * <pre>
 *   a  = the mean of the column's first rows                          (1)
 *   S₁ = Σᵢ wᵢ·(xᵢ − a),   S₂ = Σᵢ wᵢ·(xᵢ − a)²,   W = Σᵢ wᵢ           (2)
 *   m  = a + S₁/W                                                     (3)
 *   σ² = S₂/W − (S₁/W)²,   or m² + σ² where there is no intercept     (4)
 * </pre>
 *
 * <p>Where a is so far off that (4) loses digits, where the column is constant, or where a sum leaves the range of numbers, the
 * column is computed by {@link Moments#of}, to which a test holds the others. Stripes of rows are added up in their order,
 * so the bits don't depend on the threads.
 */
final class TallMoments {

    private static final int FIRST = 64;
    private static final int BLOCK = 512;
    private static final int STRIPE = 64 * BLOCK;

    /** The part of S₂/W that must be left in (4). */
    private static final double LEFT = 0.01;

    private final Dataset data;
    private final Rows x;
    private final double[] shifts;

    private TallMoments(Dataset data) {
        this.data = data;
        this.x = data.features();
        this.shifts = new double[x.columns()];
        double[] cells = new double[Math.min(FIRST, data.size())];
        for (int j = 0; j < shifts.length; j++) {
            x.copyColumn(j, 0, cells.length, cells);
            for (double cell : cells) {
                shifts[j] += cell / cells.length; // (1)
            }
        }
    }

    static Moments[] of(Dataset data, boolean centred, Workers workers) {
        return new TallMoments(data).moments(centred, workers);
    }

    private Moments[] moments(boolean centred, Workers workers) {
        int stripes = (data.size() + STRIPE - 1) / STRIPE;
        double[][][] sums = new double[stripes][2][shifts.length];
        workers.forEach(stripes, s -> addStripe(s, sums[s]));
        double total = data.weights().sum();
        Moments[] moments = new Moments[shifts.length];
        for (int j = 0; j < moments.length; j++) {
            double first = 0;
            double second = 0;
            for (double[][] stripe : sums) {
                first += stripe[0][j] / total;
                second += stripe[1][j] / total;
            }
            moments[j] = moments(j, first, second, centred, total);
        }
        return moments;
    }

    private Moments moments(int j, double first, double second, boolean centred, double total) {
        double m = shifts[j] + first; // (3)
        double variance = second - first * first; // (4)
        if (!(variance > LEFT * second && variance >= Double.MIN_NORMAL && Double.isFinite(m * m + variance))) {
            double[] cells = new double[data.size()];
            x.copyColumn(j, 0, cells.length, cells);
            return Moments.of(cells, data.weights().toArray(), total, centred);
        }
        double spread = Math.sqrt(centred ? variance : m * m + variance);
        return Moments.full(centred ? m : 0, spread, false);
    }

    private void addStripe(int stripe, double[][] sums) {
        double[] w = new double[BLOCK];
        double[] cells = new double[BLOCK];
        int end = (int) Math.min((stripe + 1L) * STRIPE, data.size());
        for (int from = stripe * STRIPE; from < end; from += BLOCK) {
            int size = Math.min(BLOCK, end - from);
            data.weights().copy(from, from + size, w);
            for (int j = 0; j < shifts.length; j++) {
                x.copyColumn(j, from, from + size, cells);
                addBlock(j, size, cells, w, sums);
            }
        }
    }

    /** Line (2), in four sums each, which don't wait for one another. */
    private void addBlock(int j, int size, double[] x, double[] w, double[][] sums) {
        double a = shifts[j];
        int whole = size & ~3;
        double p0 = 0;
        double p1 = 0;
        double p2 = 0;
        double p3 = 0;
        double q0 = 0;
        double q1 = 0;
        double q2 = 0;
        double q3 = 0;
        for (int i = 0; i < whole; i += 4) {
            double r0 = x[i] - a;
            double r1 = x[i + 1] - a;
            double r2 = x[i + 2] - a;
            double r3 = x[i + 3] - a;
            p0 += w[i] * r0;
            p1 += w[i + 1] * r1;
            p2 += w[i + 2] * r2;
            p3 += w[i + 3] * r3;
            q0 += w[i] * r0 * r0;
            q1 += w[i + 1] * r1 * r1;
            q2 += w[i + 2] * r2 * r2;
            q3 += w[i + 3] * r3 * r3;
        }
        for (int i = whole; i < size; i++) {
            p0 += w[i] * (x[i] - a);
            q0 += w[i] * (x[i] - a) * (x[i] - a);
        }
        sums[0][j] += (p0 + p1) + (p2 + p3);
        sums[1][j] += (q0 + q1) + (q2 + q3);
    }
}
