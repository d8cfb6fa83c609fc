package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Optional;

/** A composite objective plus a penalty on one of the blocks that it left alone: its prox is taken block by block. */
record Penalized<S extends Smooth>(Composite<S> inner, Block block, Penalty penalty) implements Composite<S> {

    Penalized {
        penalty.check(block);
    }

    static <S extends Smooth> Composite<S> of(S smooth, String block, Penalty penalty) {
        return of(new Unpenalized<>(smooth), block, penalty);
    }

    static <S extends Smooth> Composite<S> of(Composite<S> composite, String block, Penalty penalty) {
        Composite<S> inner = composite instanceof OverSets<S> sets ? sets.penalized() : composite;
        for (Composite<S> c = inner; c instanceof Penalized<S> p; c = p.inner) {
            if (p.block.name().equals(block)) {
                throw new IllegalArgumentException("block '" + block + "' must have one penalty with a prox, but has "
                        + p.penalty.name() + " and was given " + penalty.name()
                        + ": hand over PenaltySum.of(both), or add it by split(block, penalty) and use Admm");
            }
        }
        Penalized<S> penalized = new Penalized<>(inner, inner.blocks().get(block), penalty);
        return OverSets.covers(penalized) ? new OverSets<>(penalized) : penalized;
    }

    @Override
    public S smooth() {
        return inner.smooth();
    }

    @Override
    public double penalty(double[] t) {
        return inner.penalty(t) + penalty.value(t, block);
    }

    @Override
    public String penaltyName() {
        return inner instanceof Unpenalized<S> ? penalty.name() : inner.penaltyName() + " and " + penalty.name();
    }

    @Override
    public void prox(double[] z, double step) {
        inner.prox(z, step);
        penalty.prox(z, block, step);
    }

    @Override
    public Optional<SeparablePenalty> separable() {
        return Coordinates.of(inner.separable(), block, penalty);
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
