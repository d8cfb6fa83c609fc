package dev.limpid.core.objective;

import dev.limpid.core.training.OracleCount;

/** Counts what an objective was asked. */
final class Counter {

    private OracleCount count = OracleCount.NONE;

    synchronized OracleCount count() {
        return count;
    }

    void value(long rows) {
        add(1, 0, 0, rows);
    }

    void gradient(long rows) {
        add(0, 1, 0, rows);
    }

    void matrix(long rows) {
        add(0, 0, 1, rows);
    }

    /** A visit to all rows that is none of the three. */
    void visit(long rows) {
        add(0, 0, 0, rows);
    }

    private synchronized void add(int values, int gradients, int matrices, long rows) {
        count = new OracleCount(
                count.values() + values,
                count.gradients() + gradients,
                count.matrices() + matrices,
                count.rows() + rows);
    }
}
