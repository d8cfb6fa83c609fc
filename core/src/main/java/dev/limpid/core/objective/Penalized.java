package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.Penalty;

/** A smooth objective plus a penalty on one of its blocks. */
record Penalized<S extends Smooth>(S smooth, Block block, Penalty penalty) implements Composite<S> {

    static <S extends Smooth> Penalized<S> of(S smooth, Block block, Penalty penalty) {
        return new Penalized<>(smooth, block, penalty);
    }

    @Override
    public Blocks blocks() {
        return smooth.blocks();
    }

    @Override
    public double value(double[] t) {
        return smooth.value(t) + penalty.value(t, block);
    }

    @Override
    public void prox(double[] z, double step) {
        penalty.prox(z, block, step);
    }
}
