package dev.limpid.algorithms.tree;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts every column into at most 255 bins, so that a tree looks at a byte a cell.
 *
 * <p>A numeric column with no more distinct values than bins gets one bin for each. Otherwise, with distinct values
 * v₁ &lt; v₂ &lt; … of weights w₁, w₂, …, bins are filled from the left; a bin is closed after vᵢ where its weight is nearest to an
 * even share of what is left:
 *
 * <pre>
 *   w(bin) + ½·wᵢ₊₁ ≥ (weight not yet in a closed bin) / (bins not yet closed)
 * </pre>
 *
 * <p>The cut lies half way between vᵢ and vᵢ₊₁. A weight of 2 equals the row twice. A missing value has a code of its own.
 *
 * <p>A categorical column gets a bin for each level; if there are more levels than bins, the heaviest levels keep one
 * and the others share the last.
 *
 * @since 0.1.0
 */
public final class Binning {

    /** {@value}: most bins a column may have, so that a code fits a byte next to the code of a missing value. */
    public static final int MAX_BINS = 255;

    private final List<FeatureBins> features;

    private Binning(List<FeatureBins> features) {
        this.features = features;
    }

    /**
     * Learns the cuts.
     *
     * @param data rows with weights &gt; 0
     * @param bins most bins a column gets, in 2 … {@value #MAX_BINS}
     * @param workers threads to use; the result does not depend on their number
     * @return the cuts
     */
    public static Binning of(Dataset data, int bins, Workers workers) {
        if (!(2 <= bins && bins <= MAX_BINS)) {
            throw new IllegalArgumentException("bins must be in 2 … " + MAX_BINS + ", but was " + bins);
        }
        double[] weights = data.weights().toArray();
        List<Column> columns = data.schema().columns();
        FeatureBins[] features = new FeatureBins[columns.size()];
        workers.forEach(features.length, j -> {
            double[] cells = column(data.features(), j);
            Column column = columns.get(j);
            features[j] = column.isCategorical()
                    ? FeatureBins.categorical(
                            levelWeights(cells, weights, column.levels().size()), bins)
                    : numeric(cells, weights, bins);
        });
        return new Binning(List.of(features));
    }

    /**
     * Replaces cells by codes.
     *
     * @param X rows with the columns that the cuts were learned from
     * @param workers threads to use
     * @return the codes
     */
    public BinnedRows encode(Rows X, Workers workers) {
        byte[][] codes = new byte[features.size()][X.size()];
        workers.forEach(codes.length, j -> {
            FeatureBins bins = features.get(j);
            double[] cells = column(X, j);
            for (int i = 0; i < cells.length; i++) {
                codes[j][i] = (byte) bins.code(cells[i]);
            }
        });
        return new BinnedRows(this, codes, X.size());
    }

    /**
     * Returns the number of columns.
     *
     * @return d
     */
    public int columns() {
        return features.size();
    }

    /**
     * Returns the number of bins of a column, without the one of missing values.
     *
     * @param column column j
     * @return its number of bins ≥ 1
     */
    public int bins(int column) {
        return features.get(column).size();
    }

    FeatureBins feature(int column) {
        return features.get(column);
    }

    private static double[] column(Rows X, int j) {
        double[] cells = new double[X.size()];
        X.copyColumn(j, 0, cells.length, cells);
        return cells;
    }

    private static double[] levelWeights(double[] cells, double[] weights, int levels) {
        double[] sums = new double[levels];
        for (int i = 0; i < cells.length; i++) {
            if (!Double.isNaN(cells[i])) {
                sums[(int) cells[i]] += weights[i];
            }
        }
        return sums;
    }

    private static FeatureBins numeric(double[] cells, double[] weights, int bins) {
        double[] sorted = cells.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // −0 becomes +0
        }
        Arrays.sort(sorted); // NaN goes to the end
        double[] distinct = new double[sorted.length];
        double[] sums = new double[sorted.length];
        int count = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            if (count == 0 || sorted[i] != distinct[count - 1]) {
                distinct[count++] = sorted[i];
            }
            sums[count - 1] += weights[0]; // right where all weights are equal
        }
        if (Arrays.stream(weights).anyMatch(w -> w != weights[0])) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < cells.length; i++) {
                if (!Double.isNaN(cells[i])) {
                    sums[Arrays.binarySearch(distinct, 0, count, cells[i] + 0.0)] += weights[i];
                }
            }
        }
        return FeatureBins.numeric(distinct, sums, count, bins);
    }
}
