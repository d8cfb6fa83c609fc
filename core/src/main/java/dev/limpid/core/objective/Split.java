package dev.limpid.core.objective;

import dev.limpid.core.penalty.Penalty;

/**
 * A sum of a smooth part and terms that have a prox each, F = S + Ω₁ + … + Ωₘ. The sum of the terms needn't have one; where it has, the
 * objective is a {@link Composite}, which is a split of one term.
 *
 * <pre>{@code
 * Split<? extends Smooth> f = risk.penalized("weights", TotalVariationPenalty.of(0.1))
 *         .split("weights", GroupLassoPenalty.of(0.2, groups));
 * }</pre>
 *
 * @param <S> what the smooth part offers
 * @since 0.1.0
 */
public interface Split<S extends Smooth> extends Objective {

    /**
     * Returns the smooth part.
     *
     * @return S
     */
    S smooth();

    /**
     * Returns how many terms there are.
     *
     * @return m ≥ 1
     */
    int terms();

    /**
     * Returns a term alone.
     *
     * @param i which, from 0
     * @param t θ; not changed
     * @return Ωᵢ(θ), +∞ outside a constraint
     */
    double term(int i, double[] t);

    /**
     * Replaces z by argmin over x of Ωᵢ(x) + ‖x − z‖² / (2·step).
     *
     * @param i which term, from 0
     * @param z parameters; changed
     * @param step step length &gt; 0
     */
    void prox(int i, double[] z, double step);

    /**
     * Returns what the terms are, to be named in sentences.
     *
     * @return their names
     */
    String penaltyName();

    /**
     * Tells whether all terms are convex, which methods that minimise them apart from S rely on.
     *
     * @return true unless overridden
     */
    default boolean convexTerms() {
        return true;
    }

    /**
     * Adds a penalty as a term with a prox of its own, whatever penalties its block has already, for optimizers that split.
     *
     * @param block name of the block that is penalised
     * @param penalty Ωₘ₊₁
     * @return S + Ω₁ + … + Ωₘ₊₁
     */
    default Split<S> split(String block, Penalty penalty) {
        return new SplitTerms<>(this, blocks().get(block), penalty);
    }
}
