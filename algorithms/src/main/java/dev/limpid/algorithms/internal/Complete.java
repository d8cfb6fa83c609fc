package dev.limpid.algorithms.internal;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;

/** Refuses missing cells, with their column and number. */
public final class Complete {

    private Complete() {}

    /** Returns the rows if they have no missing cell; the model is named in the sentence that refuses them. */
    public static Dataset require(Dataset data, String model) {
        if (data.hasMissing()) {
            double[] cells = new double[data.size()];
            for (int j = 0; j < data.features().columns(); j++) {
                data.features().copyColumn(j, 0, cells.length, cells);
                int missing = 0;
                for (double cell : cells) {
                    missing += Double.isNaN(cell) ? 1 : 0;
                }
                if (missing > 0) {
                    throw refusal(model, data.schema().columns().get(j), missing + " missing");
                }
            }
        }
        return data;
    }

    /** Returns the row if it has no missing cell. */
    public static Row require(Row row, String model) {
        for (int j = 0; j < row.size(); j++) {
            if (Double.isNaN(row.get(j))) {
                throw refusal(model, row.schema().columns().get(j), "a missing cell");
            }
        }
        return row;
    }

    private static IllegalArgumentException refusal(String model, Column column, String count) {
        return new IllegalArgumentException(model + " needs complete cells, but column '" + column.name() + "' has "
                + count + ": fill them with an Imputer, or use GradientBoosting, which takes them as they are");
    }
}
