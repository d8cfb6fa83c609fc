package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;

/** The row that explanations start from: the weighted mean of numeric columns, the weightiest level of categorical ones. */
final class Reference {

    private Reference() {}

    static Row of(Dataset data) {
        double[] row = new double[data.features().columns()];
        double[] cells = new double[data.size()];
        for (int j = 0; j < row.length; j++) {
            data.features().copyColumn(j, 0, cells.length, cells);
            Column column = data.schema().columns().get(j);
            row[j] = column.isCategorical()
                    ? weightiest(cells, data, column.levels().size())
                    : mean(cells, data);
        }
        return Row.of(data.schema(), row);
    }

    /** Over the cells that aren't missing; NaN if all are. */
    private static double mean(double[] cells, Dataset data) {
        double mean = Double.NaN;
        double weight = 0;
        for (int i = 0; i < cells.length; i++) {
            if (!Double.isNaN(cells[i])) {
                weight += data.weights().at(i);
                mean = Double.isNaN(mean)
                        ? cells[i]
                        : mean + (cells[i] - mean) * (data.weights().at(i) / weight);
            }
        }
        return mean;
    }

    private static double weightiest(double[] codes, Dataset data, int levels) {
        double[] weights = new double[levels];
        int best = 0;
        for (int i = 0; i < codes.length; i++) {
            if (!Double.isNaN(codes[i])) {
                weights[(int) codes[i]] += data.weights().at(i);
            }
        }
        for (int level = 1; level < levels; level++) {
            best = weights[level] > weights[best] ? level : best;
        }
        return best;
    }
}
