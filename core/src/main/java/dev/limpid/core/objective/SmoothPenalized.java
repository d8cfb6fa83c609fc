package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * A smooth objective plus a penalty that has a gradient and a prox: smooth, with the views of the objective, and composite,
 * with the objective alone as its smooth part. A further penalty takes the whole as its smooth part.
 */
interface SmoothPenalized<S extends Smooth> extends Composite<S> {

    /** Returns Ω as an objective. */
    PenaltyTerm term();

    @Override
    default double penalty(double[] t) {
        return term().value(t);
    }

    @Override
    default String penaltyName() {
        return term().penalty().name();
    }

    @Override
    default void prox(double[] z, double step) {
        term().penalty().prox(z, term().block(), step);
    }

    /** Of an objective with a gradient. */
    final class OfSmooth extends Plus<Smooth, PenaltyTerm> implements SmoothPenalized<Smooth> {

        OfSmooth(Smooth smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public Smooth smooth() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends Smooth> penalized(String block, Penalty penalty) {
            return Penalized.of((Smooth) this, block, penalty);
        }
    }

    /** Of a finite sum. */
    final class OfFinite extends Plus.OfFinite<FiniteSum, PenaltyTerm> implements SmoothPenalized<FiniteSum> {

        OfFinite(FiniteSum smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public FiniteSum smooth() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends FiniteSum> penalized(String block, Penalty penalty) {
            return Penalized.of((FiniteSum) this, block, penalty);
        }
    }

    /** Of an objective with a local quadratic. */
    final class OfCurved extends Plus.OfCurved<Curved, PenaltyTerm> implements SmoothPenalized<Curved> {

        OfCurved(Curved smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public Curved smooth() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends Curved> penalized(String block, Penalty penalty) {
            return Penalized.of((Curved) this, block, penalty);
        }
    }

    /** Of a finite sum with linear scores. */
    final class OfLinear extends Plus.OfLinear<PenaltyTerm> implements SmoothPenalized<LinearSum> {

        OfLinear(LinearSum smooth, Block block, SmoothPenalty penalty) {
            super(smooth, new PenaltyTerm(smooth.blocks(), block, penalty));
        }

        @Override
        public LinearSum smooth() {
            return first;
        }

        @Override
        public PenaltyTerm term() {
            return second;
        }

        @Override
        public Composite<? extends LinearSum> penalized(String block, Penalty penalty) {
            return Penalized.of((LinearSum) this, block, penalty);
        }
    }
}
