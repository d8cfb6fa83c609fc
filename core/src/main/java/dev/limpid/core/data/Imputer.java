package dev.limpid.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills missing cells, column by column, with a value learned from training rows, so that new rows get the same values.
 *
 * <pre>
 *   Imputer imputer = Imputer.median(train);
 *   Model model = spec.fit(imputer.apply(train));
 *   model.predict(imputer.apply(fresh));
 * </pre>
 *
 * <p>Weights count: a weight of 2 equals the row twice. Categorical columns always get their most frequent level. Which columns
 * were filled, and how many cells, is logged at level INFO and told by {@link Dataset#missingCells()} beforehand.
 *
 * @since 0.1.0
 */
public final class Imputer implements UnaryOperator<Dataset> {

    private static final Logger LOG = LoggerFactory.getLogger(Imputer.class);

    private final String statistic;
    private final Row values;

    private Imputer(String statistic, Row values) {
        this.statistic = statistic;
        this.values = values;
    }

    /** A statistic of cells (none missing, all different, rising) with their total weights (positive). */
    private interface Statistic {
        double of(double[] cells, double[] weights);
    }

    /**
     * Learns the mean of each numeric column, Σ w·x / Σ w over cells that aren't missing.
     *
     * @param training rows with missing cells kept
     * @return the imputer
     * @throws IllegalArgumentException if all cells of a column are missing
     */
    public static Imputer mean(Dataset training) {
        return learn("mean", Imputer::mean, training);
    }

    /**
     * Learns the median of each numeric column: the middle cell, or the mean of the two in the middle.
     *
     * @param training rows with missing cells kept
     * @return the imputer
     * @throws IllegalArgumentException if all cells of a column are missing
     */
    public static Imputer median(Dataset training) {
        return learn("median", Imputer::median, training);
    }

    /**
     * Learns the most frequent cell of each column, the smallest of several.
     *
     * @param training rows with missing cells kept
     * @return the imputer
     * @throws IllegalArgumentException if all cells of a column are missing
     */
    public static Imputer mostFrequent(Dataset training) {
        return learn("most frequent", Imputer::mostFrequent, training);
    }

    private static Imputer learn(String name, Statistic statistic, Dataset training) {
        List<Column> columns = training.schema().columns();
        double[] values = new double[columns.size()];
        double[] cells = new double[training.size()];
        for (int j = 0; j < values.length; j++) {
            training.features().copyColumn(j, 0, cells.length, cells);
            Statistic used = columns.get(j).isCategorical() ? Imputer::mostFrequent : statistic;
            values[j] = learn(columns.get(j), used, cells, training.weights());
        }
        return new Imputer(name, Row.of(training.schema(), values));
    }

    private static double learn(Column column, Statistic statistic, double[] cells, Values weights) {
        double[] distinct = IntStream.range(0, cells.length)
                .filter(i -> !Double.isNaN(cells[i]) && weights.at(i) > 0)
                .mapToDouble(i -> cells[i] + 0.0) // one zero, not two
                .sorted()
                .distinct()
                .toArray();
        if (distinct.length == 0) {
            throw new IllegalArgumentException("column '" + column.name()
                    + "' must have a cell that isn't missing to learn from, but has none; drop the column");
        }
        double[] total = new double[distinct.length];
        for (int i = 0; i < cells.length; i++) {
            if (!Double.isNaN(cells[i]) && weights.at(i) > 0) {
                total[Arrays.binarySearch(distinct, cells[i] + 0.0)] += weights.at(i);
            }
        }
        return statistic.of(distinct, total);
    }

    private static double mean(double[] cells, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += weights[i] * cells[i];
            total += weights[i];
        }
        return sum / total;
    }

    private static double median(double[] cells, double[] weights) {
        double half = Arrays.stream(weights).sum() / 2;
        double below = 0;
        for (int i = 0; i + 1 < cells.length; i++) {
            below += weights[i];
            if (below == half) {
                return cells[i] + (cells[i + 1] - cells[i]) / 2;
            }
            if (below > half) {
                return cells[i];
            }
        }
        return cells[cells.length - 1];
    }

    private static double mostFrequent(double[] cells, double[] weights) {
        int best = 0;
        for (int i = 1; i < cells.length; i++) {
            if (weights[i] > weights[best]) {
                best = i;
            }
        }
        return cells[best];
    }

    /**
     * Returns what missing cells become.
     *
     * @return one cell per column of the training rows
     */
    public Row values() {
        return values;
    }

    /**
     * Fills the missing cells.
     *
     * @param data rows with the columns of the training rows
     * @return a data set without missing cells; this one if it has none
     * @throws IllegalArgumentException if the columns aren't those of the training rows
     */
    @Override
    public Dataset apply(Dataset data) {
        Dataset rows = data.conform(values.schema());
        if (!rows.hasMissing()) {
            return rows;
        }
        Rows x = rows.features();
        double[][] columns = new double[x.columns()][x.size()];
        for (int j = 0; j < columns.length; j++) {
            x.copyColumn(j, 0, x.size(), columns[j]);
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] = Double.isNaN(columns[j][i]) ? values.get(j) : columns[j][i];
            }
        }
        LOG.info("Imputed {}", report(rows));
        Rows dense = DoubleTiles.ofColumns(columns);
        return rows.withFeatures(
                x instanceof FloatTiles ? FloatTiles.rounded(dense) : dense,
                rows.schema().columns());
    }

    /** Tells how many cells of which column become what. */
    private String report(Dataset rows) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Integer> missing : rows.missingCells().entrySet()) {
            int j = values.schema().indexOf(missing.getKey());
            parts.add(missing.getValue() + " of " + rows.size() + " cells: " + values.print(j));
        }
        return String.join("; ", parts);
    }

    @Override
    public String toString() {
        return "Imputer[" + statistic + ": " + values + "]";
    }
}
