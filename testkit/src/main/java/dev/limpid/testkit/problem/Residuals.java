package dev.limpid.testkit.problem;

import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;

/** Residuals with their Jacobian, written out; counts what it is asked. */
final class Residuals implements LeastSquares {

    /** Computes residuals and Jacobian together. */
    @FunctionalInterface
    interface Rows {

        /**
         * Computes both.
         *
         * @param x the point; not changed
         * @param r receives the residuals
         * @param j receives the Jacobian; 0 on entry
         */
        void at(double[] x, double[] r, double[][] j);
    }

    private final int size;
    private final int residuals;
    private final String formula;
    private final Rows rows;
    private final Calls calls = new Calls();

    Residuals(int size, int residuals, String formula, Rows rows) {
        this.size = size;
        this.residuals = residuals;
        this.formula = formula;
        this.rows = rows;
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(size);
    }

    @Override
    public int residuals() {
        return residuals;
    }

    @Override
    public void residuals(double[] t, double[] r) {
        calls.value();
        rows.at(t, r, new double[residuals][size]);
    }

    @Override
    public void jacobian(double[] t, double[] r, double[][] j) {
        calls.gradient();
        for (double[] row : j) {
            Arrays.fill(row, 0);
        }
        rows.at(t, r, j);
    }

    @Override
    public OracleCount count() {
        return calls.count();
    }

    @Override
    public String formula() {
        return formula;
    }
}
