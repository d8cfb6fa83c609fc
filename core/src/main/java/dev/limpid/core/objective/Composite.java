package dev.limpid.core.objective;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.OracleCount;
import java.util.Optional;

/**
 * A sum of a smooth part and a part that has a prox, F = S + Ω.
 *
 * @param <S> what the smooth part offers
 * @since 0.1.0
 */
public interface Composite<S extends Smooth> extends Split<S> {

    /**
     * Returns the smooth part.
     *
     * @return S
     */
    @Override
    S smooth();

    /**
     * Returns Ω(θ) alone.
     *
     * @param t θ; not changed
     * @return Ω(θ), +∞ outside a constraint
     */
    double penalty(double[] t);

    /**
     * Returns what Ω is, to be named in sentences.
     *
     * @return its name
     */
    @Override
    default String penaltyName() {
        return "the penalty";
    }

    /**
     * Replaces z by argmin over x of Ω(x) + ‖x − z‖² / (2·step).
     *
     * @param z parameters; changed
     * @param step step length &gt; 0
     */
    void prox(double[] z, double step);

    /** Returns 1: Ω as a whole has a prox. */
    @Override
    default int terms() {
        return 1;
    }

    @Override
    default double term(int i, double[] t) {
        return penalty(t);
    }

    @Override
    default void prox(int i, double[] z, double step) {
        prox(z, step);
    }

    /**
     * Returns Ω as a sum over coordinates, for optimizers that move one at a time or give each a step of its own.
     *
     * @return Ω(θ) = Σⱼ ωⱼ(θⱼ) with j the position in θ; empty, the default, if it is none
     */
    default Optional<SeparablePenalty> separable() {
        return Optional.empty();
    }

    @Override
    default Blocks blocks() {
        return smooth().blocks();
    }

    @Override
    default double value(double[] t) {
        return smooth().value(t) + penalty(t);
    }

    @Override
    default String kink() {
        return smooth().kink();
    }

    @Override
    default OracleCount count() {
        return smooth().count();
    }

    /**
     * Adds a penalty to Ω.
     *
     * @param block name of a block that Ω leaves alone so far
     * @param penalty its penalty
     * @return S + (Ω + penalty)
     * @throws IllegalArgumentException if the block has a penalty with a prox already
     */
    default Composite<? extends S> penalized(String block, Penalty penalty) {
        return Penalized.of(this, block, penalty);
    }

    /**
     * Takes a smooth objective for a composite one.
     *
     * @param smooth S
     * @param <S> what it offers
     * @return S + 0, whose prox leaves its argument as it is
     */
    static <S extends Smooth> Composite<S> of(S smooth) {
        return new Unpenalized<>(smooth);
    }
}
