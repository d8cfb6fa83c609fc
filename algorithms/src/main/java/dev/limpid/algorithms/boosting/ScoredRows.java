package dev.limpid.algorithms.boosting;

import dev.limpid.core.criterion.GradientCriterion;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Targets, weights and scores of rows, with the local quadratic of the loss at the scores, in tiles.
 *
 * <p>A tile is worked on by one thread, from its first row to its last; sums over tiles are added in their order. So the bits
 * don't depend on the number of threads.
 */
final class ScoredRows {

    static final int TILE = 2048;

    private final Loss loss;
    private final LossKernel kernel;
    private final Workers workers;
    private final int size;
    private final double totalWeight;
    private final Population population;
    private final double[][][] y; // [tile][target][row]
    private final double[][] w; // [tile][row]
    private final double[][][] f; // [tile][score][row]
    private final double[][][] g; // w·∂ℓ/∂f
    private final double[][][] h; // w·curvature

    ScoredRows(Dataset data, Loss loss, Workers workers) {
        this.loss = loss;
        this.kernel = LossKernel.of(loss);
        this.workers = workers;
        this.size = data.size();
        this.totalWeight = data.weights().sum();
        this.population = Population.of(data, loss);
        int tiles = (size + TILE - 1) / TILE;
        this.y = new double[tiles][loss.targets()][TILE];
        this.w = new double[tiles][TILE];
        this.f = new double[tiles][loss.scores()][TILE];
        this.g = new double[tiles][loss.scores()][TILE];
        this.h = new double[tiles][loss.scores()][TILE];
        for (int tile = 0; tile < tiles; tile++) {
            int from = tile * TILE;
            int to = from + rows(tile);
            for (int t = 0; t < loss.targets(); t++) {
                data.targets().get(t).copy(from, to, y[tile][t]);
            }
            data.weights().copy(from, to, w[tile]);
            for (int k = 0; k < data.offsets().size(); k++) {
                data.offsets().get(k).copy(from, to, f[tile][k]);
            }
        }
    }

    int size() {
        return size;
    }

    private int rows(int tile) {
        return Math.min(TILE, size - tile * TILE);
    }

    /** Adds a number to the score k of every row. */
    void shift(int k, double by) {
        for (double[][] tile : f) {
            for (int i = 0; i < TILE; i++) {
                tile[k][i] += by;
            }
        }
    }

    /** Adds to the score k of each row the value of its leaf. */
    void add(int k, int[] leaves, double[] values) {
        workers.forEach(f.length, tile -> {
            double[] scores = f[tile][k];
            for (int i = 0, row = tile * TILE; i < rows(tile); i++, row++) {
                scores[i] += values[leaves[row]];
            }
        });
    }

    /** Adds to the score k of each row, tile by tile. */
    void add(int k, BlockScorer scorer) {
        workers.forEach(f.length, tile -> scorer.addTo(tile * TILE, rows(tile), f[tile][k]));
    }

    /** Returns (1/Σw)·Σ w·ℓ(y, f). */
    double value() {
        double[] sums = new double[f.length];
        workers.forEach(f.length, tile -> sums[tile] = kernel.value(rows(tile), y[tile], f[tile], w[tile]));
        return total(sums) / totalWeight;
    }

    /** Returns (1/Σw)·Σ w·ℓ(y, f) and computes g and h there. */
    double quadratic() {
        double[] sums = new double[f.length];
        workers.forEach(
                f.length,
                tile -> sums[tile] = kernel.quadratic(rows(tile), y[tile], f[tile], w[tile], g[tile], h[tile]));
        return total(sums) / totalWeight;
    }

    /** Tells whether all numbers of the quadratic are finite; a curvature may be +∞ at a kink. */
    boolean isFinite() {
        boolean kinked = isKinked(loss);
        return !any((gi, hi) ->
                !(Math.abs(gi) < Double.POSITIVE_INFINITY && (hi < Double.POSITIVE_INFINITY || (kinked && hi > 0))));
    }

    /** Tells whether there are rows with a slope but without curvature, where the quadratic has no minimum. */
    boolean hasFlatRows() {
        return any((gi, hi) -> hi == 0 && gi != 0);
    }

    private boolean any(RowTest test) {
        boolean[] found = new boolean[f.length];
        workers.forEach(f.length, tile -> {
            for (int k = 0; k < g[tile].length; k++) {
                for (int i = 0; i < rows(tile) && !found[tile]; i++) {
                    found[tile] = test.holds(g[tile][k][i], h[tile][k][i]);
                }
            }
        });
        for (boolean tile : found) {
            if (tile) {
                return true;
            }
        }
        return false;
    }

    private interface RowTest {
        boolean holds(double g, double h);
    }

    /** Tells whether the curvature is the weight of a majoriser of kinks, which knows no bound. */
    static boolean isKinked(Loss loss) {
        Curvature kind = loss instanceof ScalarLoss scalar
                ? scalar.kind()
                : loss instanceof VectorLoss vector ? vector.kind() : Curvature.CONSTANT;
        return kind == Curvature.MAJORISER && !loss.smooth();
    }

    /**
     * Returns the curvature that a tree for score k is grown in units of: the typical one where the loss has kinks, else 1.
     *
     * <pre>
     *   h̄ = ( (1/Σw)·Σ w·h^(−½) )^(−2)        over the rows with h &gt; 0
     * </pre>
     *
     * <p>The majoriser of a kink weighs a row by h = c/|r|: in units of the target, and without bound as r → 0, so that the few
     * rows on the kink would drown the others. In residuals, h̄ is c/|r̄| with |r̄| = ((1/Σw)·Σ w·√|r|)². Growing a tree on g/h̄
     * and min(h/h̄, 1) makes it the same in any unit of the target, with the criterion's λ weighing as many rows, and lets a row
     * nearer to its kink than the typical one count as a typical one.
     */
    double typicalCurvature(int k) {
        if (!isKinked(loss)) {
            return 1;
        }
        double[] weight = new double[f.length];
        double[] sum = new double[f.length];
        workers.forEach(f.length, tile -> {
            for (int i = 0; i < rows(tile); i++) {
                double wi = w[tile][i];
                if (h[tile][k][i] > 0) {
                    weight[tile] += wi;
                    sum[tile] += wi / Math.sqrt(h[tile][k][i] / wi);
                }
            }
        });
        double root = total(weight) / total(sum);
        double typical = root * root;
        return typical > 0 && typical < Double.POSITIVE_INFINITY ? typical : 1; // 1: all rows lie on the kink
    }

    private static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    /**
     * Writes what the criterion sees of each row for a tree of score k.
     *
     * @param share how often each row is in the sample; null for once each
     * @param out receives {@code width} numbers per row
     */
    void statistics(int k, double @Nullable [] share, GradientCriterion criterion, double[] out) {
        int width = criterion.width();
        double unit = typicalCurvature(k);
        double most = isKinked(loss) ? 1 : Double.POSITIVE_INFINITY;
        workers.forEach(f.length, tile -> {
            for (int i = 0, row = tile * TILE; i < rows(tile); i++, row++) {
                double times = share == null ? 1 : share[row];
                double wi = w[tile][i];
                double gi = g[tile][k][i] / unit;
                double hi = Math.min(h[tile][k][i] / unit, most * wi);
                criterion.statistics(times * wi, times * gi, times * hi, out, row * width);
            }
        });
    }
    /** Returns the rows at from … to − 1 of a list, for a loss to find their best shift. */
    Sample sample(int[] rows, int from, int to) {
        List<Values> targets = new ArrayList<>();
        for (int t = 0; t < loss.targets(); t++) {
            targets.add(pick(rows, from, to, y, t));
        }
        List<Values> scores = new ArrayList<>();
        for (int k = 0; k < loss.scores(); k++) {
            scores.add(pick(rows, from, to, f, k));
        }
        double[] weights = new double[to - from];
        for (int i = 0; i < weights.length; i++) {
            int row = rows[from + i];
            weights[i] = weight(row);
        }
        return new Sample(targets, scores, Values.of(weights));
    }

    private static Values pick(int[] rows, int from, int to, double[][][] of, int column) {
        double[] picked = new double[to - from];
        for (int i = 0; i < picked.length; i++) {
            int row = rows[from + i];
            picked[i] = of[row / TILE][column][row % TILE];
        }
        return Values.of(picked);
    }

    /** Returns the sum of the weights of the rows of each leaf, added in the order of the rows. */
    double[] weightsOf(int[] leaves, int nodes) {
        double[] sums = new double[nodes];
        for (int row = 0; row < size; row++) {
            sums[leaves[row]] += weight(row);
        }
        return sums;
    }

    private double weight(int row) {
        return w[row / TILE][row % TILE];
    }

    /** Returns what samplers draw from. */
    Population population() {
        return population;
    }

    /** Returns what samplers may know of the rows: gradient and curvature at the present scores, without the weights. */
    Feedback feedback() {
        return new Feedback() {
            @Override
            public boolean isKnown() {
                return true;
            }

            @Override
            public double gradient(int unit) {
                double squares = 0;
                for (double[] ofScore : g[unit / TILE]) {
                    squares += ofScore[unit % TILE] * ofScore[unit % TILE];
                }
                return Math.sqrt(squares) / weight(unit);
            }

            @Override
            public double curvature(int unit) {
                double sum = 0;
                for (double[] ofScore : h[unit / TILE]) {
                    sum += ofScore[unit % TILE];
                }
                return sum / weight(unit);
            }
        };
    }

    /** Adds numbers to the scores of a range of rows. */
    interface BlockScorer {
        void addTo(int from, int n, double[] scores);
    }
}
