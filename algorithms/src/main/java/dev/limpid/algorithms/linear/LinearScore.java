package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Rows;
import dev.limpid.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;

/**
 * One score of a linear model, raw coefficients on raw cells.
 *
 * <pre>
 *   f ← b                                                     (1)
 *   f ← f + wⱼ·xⱼ        for each numeric column j            (2)
 *   f ← f + w_j,level    for each categorical column j        (3)  in the order of the columns
 * </pre>
 *
 * <p>Rows are scored one by one, many at once, and explained by the same additions in the same order, so all three have the
 * same bits. Cells that are 0 add nothing and may be left out.
 */
@SuppressWarnings("ArrayRecordComponent") // held by one model, never compared
record LinearScore(Encoding encoding, double[] w, double b) {

    private static final int BLOCK = 512;

    double of(Row row) {
        double f = b; // (1)
        for (int j = 0; j < encoding.columns().size(); j++) {
            f += part(j, row.get(j)); // (2), (3)
        }
        return f;
    }

    private double part(int column, double cell) {
        return w[encoding.position(column, cell)] * encoding.factor(column, cell);
    }

    double[] of(Rows x) {
        double[] f = new double[x.size()];
        if (x.isSparse()) {
            sparse(x, f);
        } else {
            dense(x, f);
        }
        return f;
    }

    private void dense(Rows x, double[] f) {
        double[] cells = new double[Math.min(BLOCK, f.length)];
        for (int from = 0; from < f.length; from += BLOCK) {
            int to = Math.min(f.length, from + BLOCK);
            java.util.Arrays.fill(f, from, to, b); // (1)
            for (int j = 0; j < x.columns(); j++) {
                x.copyColumn(j, from, to, cells);
                if (encoding.columns().get(j).isCategorical()) {
                    for (int i = from; i < to; i++) {
                        f[i] += w[encoding.start(j) + (int) cells[i - from]]; // (3)
                    }
                } else {
                    double wj = w[encoding.start(j)];
                    for (int i = from; i < to; i++) {
                        f[i] += wj * cells[i - from]; // (2)
                    }
                }
            }
        }
    }

    private void sparse(Rows x, double[] f) {
        boolean categories = encoding.columns().stream().anyMatch(Column::isCategorical);
        for (int i = 0; i < f.length; i++) {
            double[] sum = {b}; // (1)
            if (categories) {
                double[] row = x.row(i);
                for (int j = 0; j < row.length; j++) {
                    sum[0] += part(j, row[j]); // (2), (3)
                }
            } else {
                x.forEachNonZero(i, (j, cell) -> sum[0] += w[j] * cell); // (2)
            }
            f[i] = sum[0];
        }
    }

    Explanation explain(Row row, String sentence) {
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.given(b, "intercept"));
        int zeros = 0;
        for (int j = 0; j < encoding.columns().size(); j++) {
            double cell = row.get(j);
            double part = part(j, cell);
            if (part == 0) {
                zeros++;
            } else if (encoding.columns().get(j).isCategorical()) {
                parts.add(Explanation.given(part, row.print(j)));
            } else {
                String name = encoding.columns().get(j).name();
                List<Explanation> factors = List.of(
                        Explanation.given(w[encoding.start(j)], "coefficient of " + name),
                        Explanation.given(cell, name));
                parts.add(Explanation.product(part, row.print(j), factors));
            }
        }
        String rest = zeros == 0 ? "" : " (" + zeros + (zeros == 1 ? " column adds" : " columns add") + " 0)";
        return Explanation.sum(of(row), sentence + rest, parts);
    }
}
