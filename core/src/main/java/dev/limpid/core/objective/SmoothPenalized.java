package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import java.util.Optional;

/**
 * A smooth objective plus a penalty that has a gradient and a prox: smooth, with the views of the objective, and composite.
 * Penalties of this kind on different blocks go together into Ω, and the objective alone is the smooth part; with a second
 * penalty on the same block, the smooth part has the first one in it.
 */
interface SmoothPenalized<S extends Smooth> extends Composite<S> {

    /** Returns what the penalty was added to. */
    S base();

    /** Returns the penalty as an objective. */
    PenaltyTerm term();

    /** Tells whether a block is penalised here already. */
    default boolean touches(String block) {
        return term().block().name().equals(block)
                || (base() instanceof SmoothPenalized<?> others && others.touches(block));
    }

    /** The base as an objective with penalties on other blocks; empty if it has none, or one on the same block. */
    @SuppressWarnings("unchecked") // the smooth part of a base that is an S offers what the base does
    default Optional<SmoothPenalized<S>> others() {
        return base() instanceof SmoothPenalized<?> others
                        && !others.touches(term().block().name())
                ? Optional.of((SmoothPenalized<S>) others)
                : Optional.empty();
    }

    @Override
    default S smooth() {
        return others().map(Composite::smooth).orElseGet(this::base);
    }

    @Override
    default double penalty(double[] t) {
        return others().map(others -> others.penalty(t)).orElse(0.0) + term().value(t);
    }

    @Override
    default String penaltyName() {
        String name = term().penalty().name();
        return others().map(others -> others.penaltyName() + " and " + name).orElse(name);
    }

    @Override
    default void prox(double[] z, double step) {
        others().ifPresent(others -> others.prox(z, step));
        term().penalty().prox(z, term().block(), step);
    }

    @Override
    default boolean convexTerms() {
        return others().map(Composite::convexTerms).orElse(true)
                && term().penalty().convex();
    }

    @Override
    default Optional<SeparablePenalty> separable() {
        Optional<SeparablePenalty> rest =
                others().map(Composite::separable).orElseGet(() -> Optional.of(NoPenalty.of()));
        return Coordinates.of(rest, term().block(), term().penalty());
    }

    /** Of an objective with a gradient. */
    final class OfSmooth extends Plus<Smooth, PenaltyTerm> implements SmoothPenalized<Smooth> {

        OfSmooth(Smooth smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public Smooth base() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends Smooth> penalized(String block, Penalty penalty) {
            return touches(block)
                    ? Penalized.of((Smooth) this, block, penalty)
                    : Penalized.of((Composite<Smooth>) this, block, penalty);
        }
    }

    /** Of a finite sum. */
    final class OfFinite extends Plus.OfFinite<FiniteSum, PenaltyTerm> implements SmoothPenalized<FiniteSum> {

        OfFinite(FiniteSum smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public FiniteSum base() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends FiniteSum> penalized(String block, Penalty penalty) {
            return touches(block)
                    ? Penalized.of((FiniteSum) this, block, penalty)
                    : Penalized.of((Composite<FiniteSum>) this, block, penalty);
        }
    }

    /** Of an objective with a local quadratic. */
    final class OfCurved extends Plus.OfCurved<Curved, PenaltyTerm> implements SmoothPenalized<Curved> {

        OfCurved(Curved smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public Curved base() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends Curved> penalized(String block, Penalty penalty) {
            return touches(block)
                    ? Penalized.of((Curved) this, block, penalty)
                    : Penalized.of((Composite<Curved>) this, block, penalty);
        }
    }

    /** Of a finite sum with linear scores. */
    final class OfLinear extends Plus.OfLinear<PenaltyTerm> implements SmoothPenalized<LinearSum> {

        OfLinear(LinearSum smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public LinearSum base() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends LinearSum> penalized(String block, Penalty penalty) {
            return touches(block)
                    ? Penalized.of((LinearSum) this, block, penalty)
                    : Penalized.of((Composite<LinearSum>) this, block, penalty);
        }
    }
}
