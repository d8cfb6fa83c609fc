package dev.limpid.core.internal.optimizer;

import dev.limpid.core.objective.LinearDesign;

/** The rows of a linear design, copied one behind the other, so that a step on one row reads one place. */
public final class DesignRows {

    private final int[][] at; // columns of the cells that aren't 0; empty for dense rows
    private final double[][] cells;
    private final double[][] offsets;
    private final int features;
    private final int outputs;
    private final boolean intercept;

    /** Copies the rows of a design. */
    public DesignRows(LinearDesign design) {
        int n = design.size();
        features = design.hypothesis().features();
        outputs = design.hypothesis().outputs();
        intercept = design.hypothesis().intercept();
        offsets = design.offsets().stream().map(o -> o.toArray()).toArray(double[][]::new);
        cells = new double[n][];
        at = new int[design.x().isSparse() ? n : 0][];
        for (int i = 0; i < n; i++) {
            cells[i] = at.length > 0 ? sparse(design, i) : design.x().row(i);
        }
    }

    private double[] sparse(LinearDesign design, int i) {
        int[] count = new int[1];
        design.x().forEachNonZero(i, (j, cell) -> count[0]++);
        at[i] = new int[count[0]];
        double[] row = new double[count[0]];
        count[0] = 0;
        design.x().forEachNonZero(i, (j, cell) -> {
            at[i][count[0]] = j;
            row[count[0]++] = cell;
        });
        return row;
    }

    /** fₖ = Σⱼ xᵢⱼ·wⱼₖ + bₖ + oᵢₖ. */
    public double score(int i, int k, double[] t) {
        double[] x = cells[i];
        int start = k * features;
        double sum = intercept ? t[outputs * features + k] : 0;
        if (offsets.length > 0) {
            sum += offsets[k][i];
        }
        for (int c = 0; c < x.length; c++) {
            sum += x[c] * t[start + column(i, c)];
        }
        return sum;
    }

    /** t ← t + a·∂fₖ/∂θ. */
    public void add(int i, int k, double a, double[] t) {
        double[] x = cells[i];
        int start = k * features;
        for (int c = 0; c < x.length; c++) {
            t[start + column(i, c)] += a * x[c];
        }
        if (intercept) {
            t[outputs * features + k] += a;
        }
    }

    /** ‖∂fₖ/∂θ‖² = ‖xᵢ‖², and 1 for an intercept. */
    public double square(int i) {
        return Dots.dot(cells[i], cells[i]) + (intercept ? 1 : 0);
    }

    /** Returns how many positions of θ the first score of row i reads. */
    public int count(int i) {
        return cells[i].length + (intercept ? 1 : 0);
    }

    /** Returns the c-th position of θ that the first score of row i reads. */
    public int position(int i, int c) {
        return c < cells[i].length ? column(i, c) : outputs * features;
    }

    /** Returns the factor of that position. */
    public double cell(int i, int c) {
        return c < cells[i].length ? cells[i][c] : 1;
    }

    private int column(int i, int c) {
        return at.length > 0 ? at[i][c] : c;
    }
}
