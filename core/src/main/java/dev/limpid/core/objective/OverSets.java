package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Optional;

/** A composite objective each of whose blocks has a bounded set for its penalty. The set is their product. */
record OverSets<S extends Smooth>(Penalized<S> penalized) implements Constrained<S> {

    /** Tells whether each block has such a set. */
    static boolean covers(Penalized<?> penalized) {
        long covered = 0;
        for (Composite<?> c = penalized; c instanceof Penalized<?> p; c = p.inner()) {
            if (!(p.penalty() instanceof LinearMinimizationOracle set && set.bounded())) {
                return false;
            }
            covered += p.block().size() > 0 ? 1 : 0;
        }
        return covered
                == penalized.blocks().list().stream()
                        .map(Block::size)
                        .filter(size -> size > 0)
                        .count();
    }

    @Override
    public void linearMinimum(double[] g, double[] s) {
        for (Composite<?> c = penalized; c instanceof Penalized<?> p; c = p.inner()) {
            ((LinearMinimizationOracle) p.penalty()).linearMinimum(g, p.block(), s);
        }
    }

    @Override
    public S smooth() {
        return penalized.smooth();
    }

    @Override
    public double penalty(double[] t) {
        return penalized.penalty(t);
    }

    @Override
    public String penaltyName() {
        return penalized.penaltyName();
    }

    @Override
    public void prox(double[] z, double step) {
        penalized.prox(z, step);
    }

    @Override
    public Optional<SeparablePenalty> separable() {
        return penalized.separable();
    }

    @Override
    public boolean convexTerms() {
        return penalized.convexTerms();
    }

    @Override
    public String formula() {
        return penalized.formula();
    }
}
