package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.OracleCount;

/** A split objective with one more term. */
record SplitTerms<S extends Smooth>(Split<S> inner, Block block, Penalty penalty) implements Split<S> {

    SplitTerms {
        penalty.check(block);
    }

    @Override
    public S smooth() {
        return inner.smooth();
    }

    @Override
    public int terms() {
        return inner.terms() + 1;
    }

    @Override
    public double term(int i, double[] t) {
        return i < inner.terms() ? inner.term(i, t) : penalty.value(t, block);
    }

    @Override
    public void prox(int i, double[] z, double step) {
        if (i < inner.terms()) {
            inner.prox(i, z, step);
        } else {
            penalty.prox(z, block, step);
        }
    }

    @Override
    public String penaltyName() {
        return inner.penaltyName() + " and " + penalty.name();
    }

    @Override
    public Blocks blocks() {
        return inner.blocks();
    }

    @Override
    public double value(double[] t) {
        return inner.value(t) + penalty.value(t, block);
    }

    @Override
    public String kink() {
        return inner.kink();
    }

    @Override
    public OracleCount count() {
        return inner.count();
    }

    @Override
    public boolean convexTerms() {
        return inner.convexTerms() && penalty.convex();
    }

    @Override
    public String formula() {
        return Formulas.sum(inner.formula(), penalty.formula(Formulas.letter(block)));
    }
}
