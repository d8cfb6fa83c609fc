package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;

/** Refuses missing cells, with their column and number. */
final class Complete {

    private Complete() {}

    static Dataset require(Dataset data) {
        if (data.hasMissing()) {
            double[] cells = new double[data.size()];
            for (int j = 0; j < data.features().columns(); j++) {
                data.features().copyColumn(j, 0, cells.length, cells);
                int missing = 0;
                for (double cell : cells) {
                    missing += Double.isNaN(cell) ? 1 : 0;
                }
                if (missing > 0) {
                    throw refusal(data.schema().columns().get(j), missing + " missing");
                }
            }
        }
        return data;
    }

    static Row require(Row row) {
        for (int j = 0; j < row.size(); j++) {
            if (Double.isNaN(row.get(j))) {
                throw refusal(row.schema().columns().get(j), "a missing cell");
            }
        }
        return row;
    }

    private static IllegalArgumentException refusal(Column column, String count) {
        return new IllegalArgumentException("LinearModel needs complete cells, but column '" + column.name() + "' has "
                + count + ": fill them with an Imputer, or use GradientBoosting, which takes them as they are");
    }
}
