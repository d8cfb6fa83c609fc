package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.optimizer.exact.TallQr;
import java.util.Arrays;
import java.util.List;

/**
 * First and second derivatives of the summed loss by the coefficients, at a point.
 *
 * <pre>
 *   s = Σᵢ vᵢ·gᵢ          (1)   gᵢ what row i adds
 *   H = RᵀR               (2)
 * </pre>
 */
abstract class Derivatives {

    /** Part of its column at which a pivot of a factor counts as 0, where (2) is the root of a matrix with half the digits. */
    private static final double OF_MATRIX = 1e-7;

    final Layout layout;
    final Dataset data;
    final List<Layout.Place> places;
    private final double[] scores; // row by row

    Derivatives(Layout layout, Dataset data, double[] theta) {
        this.layout = layout;
        this.data = data;
        this.places = layout.places();
        this.scores = allScores(layout, data, theta);
    }

    private static double[] allScores(Layout layout, Dataset data, double[] theta) {
        int outputs = layout.outputs();
        double[] f = new double[data.size() * outputs];
        for (int i = 0; i < data.size(); i++) {
            double[] x = data.features().row(i);
            for (int k = 0; k < outputs; k++) {
                double offset =
                        data.offsets().isEmpty() ? 0 : data.offsets().get(k).at(i);
                f[i * outputs + k] = layout.score(theta, x, k, offset);
            }
        }
        return f;
    }

    /** Scores of row i. */
    final double[] scores(int i) {
        return Arrays.copyOfRange(scores, i * layout.outputs(), (i + 1) * layout.outputs());
    }

    /** Targets of row i. */
    final double[] targets(int i) {
        double[] y = new double[data.targets().size()];
        Arrays.setAll(y, t -> data.targets().get(t).at(i));
        return y;
    }

    final double cell(double[] x, int j) {
        return j < layout.features() ? x[j] : 1;
    }

    /** gᵢ, for weight 1. */
    abstract double[] gradient(int i);

    /** s. */
    abstract double[] gradient();

    /** How much a row of weight 1 has to say about its own score. */
    abstract double leverage(int i);

    abstract Factor factored();

    /** R of (2). */
    final TallQr factor() {
        return factored().factor();
    }

    /** Whether H is positive semidefinite, as at a minimum. */
    final boolean isMinimum() {
        return factored().minimum();
    }

    /** The rank of some of the columns of R. */
    final int rankOf(int[] columns) {
        return factored().rankOf(columns);
    }

    /**
     * H as RᵀR.
     *
     * @param source what R is the factor of: rows, or the root of H
     * @param size number of its rows
     * @param columns number of its columns
     * @param tolerance part of a column that counts as 0
     * @param minimum whether H is positive semidefinite
     * @param factor R
     */
    record Factor(TallQr.RowBlocks source, int size, int columns, double tolerance, boolean minimum, TallQr factor) {

        static Factor ofRows(TallQr.RowBlocks source, int size, int columns, double tolerance) {
            return new Factor(source, size, columns, tolerance, true, TallQr.of(size, columns, source, tolerance));
        }

        /** Takes the lower triangle of H, zeros above it, which becomes its root. */
        static Factor ofMatrix(double[][] l) {
            boolean minimum = Root.take(l);
            TallQr.RowBlocks source = (from, to, out) -> {
                for (int j = 0; j < out.length; j++) {
                    System.arraycopy(l[j], from, out[j], 0, to - from); // row j of L is column j of R
                }
            };
            TallQr factor = TallQr.of(l.length, l.length, source, OF_MATRIX);
            return new Factor(source, l.length, l.length, OF_MATRIX, minimum, factor);
        }

        int rankOf(int[] kept) {
            return TallQr.of(size, kept.length, (from, to, out) -> pick(kept, from, to, out), tolerance)
                    .rank();
        }

        private void pick(int[] kept, int from, int to, double[][] out) {
            double[][] all = new double[columns][to - from];
            source.copy(from, to, all);
            for (int a = 0; a < kept.length; a++) {
                System.arraycopy(all[kept[a]], 0, out[a], 0, to - from);
            }
        }
    }
}
