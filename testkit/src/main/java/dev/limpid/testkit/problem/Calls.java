package dev.limpid.testkit.problem;

import dev.limpid.core.training.OracleCount;

/** Counts what a problem was asked, from any thread. */
final class Calls {

    private long values;
    private long gradients;
    private long matrices;

    synchronized void value() {
        values++;
    }

    synchronized void gradient() {
        gradients++;
    }

    synchronized void matrix() {
        matrices++;
    }

    synchronized OracleCount count() {
        return new OracleCount(values, gradients, matrices, 0);
    }
}
