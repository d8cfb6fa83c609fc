package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.training.Workers;

/** The design with all cells stored. */
final class DenseColumns {

    /** From this number of cells on a copy costs more than the arithmetic that does without. */
    private static final long MANY_CELLS = 1L << 20;

    private DenseColumns() {}

    /** Tells whether all columns are numeric and have many cells. */
    static boolean isTall(Dataset data, Encoding encoding) {
        return (long) data.size() * encoding.size() >= MANY_CELLS
                && encoding.columns().stream().noneMatch(Column::isCategorical);
    }

    static Moments[] moments(Dataset data, Encoding encoding, boolean centred, Workers workers) {
        return isTall(data, encoding) ? TallMoments.of(data, centred, workers) : moments(data, encoding, centred);
    }

    private static Moments[] moments(Dataset data, Encoding encoding, boolean centred) {
        Moments[] moments = new Moments[encoding.size()];
        double[] w = data.weights().toArray();
        double sumOfWeights = data.weights().sum();
        double[] cells = new double[data.size()];
        double[] indicator = new double[data.size()];
        for (int j = 0; j < encoding.columns().size(); j++) {
            data.features().copyColumn(j, 0, cells.length, cells);
            boolean categorical = encoding.columns().get(j).isCategorical();
            for (int position = encoding.start(j); position < encoding.start(j + 1); position++) {
                if (categorical) {
                    indicate(cells, position - encoding.start(j), indicator);
                }
                moments[position] = Moments.of(categorical ? indicator : cells, w, sumOfWeights, centred);
            }
        }
        return moments;
    }

    static Rows rows(Dataset data, Encoding encoding, Design design) {
        if (design.size() == 0) {
            return Rows.dense(new double[data.size()][0]);
        }
        double[][] columns = new double[design.size()][];
        double[] cells = new double[data.size()];
        int j = 0;
        for (int source = 0; source < encoding.columns().size(); source++) {
            data.features().copyColumn(source, 0, cells.length, cells);
            for (; j < columns.length && design.position(j) < encoding.start(source + 1); j++) {
                columns[j] = cells.clone();
                if (encoding.columns().get(source).isCategorical()) {
                    indicate(cells, design.position(j) - encoding.start(source), columns[j]);
                }
                for (int i = 0; i < cells.length; i++) {
                    columns[j][i] = (columns[j][i] - design.centre(j)) / design.scale(j);
                }
            }
        }
        return Rows.ofColumns(columns);
    }

    private static void indicate(double[] codes, int level, double[] out) {
        for (int i = 0; i < codes.length; i++) {
            out[i] = codes[i] == level ? 1 : 0;
        }
    }
}
