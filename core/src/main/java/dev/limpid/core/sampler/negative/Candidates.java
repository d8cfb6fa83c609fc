package dev.limpid.core.sampler.negative;

/**
 * What negatives are drawn from: all items, as one context (a user, a query) sees them.
 *
 * <p>Popularity and scores are optional. A sampler that needs what candidates don't have refuses them.
 *
 * @since 0.1.0
 */
public interface Candidates {

    /**
     * Returns the number of items n, the same in all contexts.
     *
     * @return n ≥ 2
     */
    int size();

    /**
     * Tells whether an item is known to be right in this context; those are never drawn.
     *
     * @param item the item, in [0, n)
     * @return true if it is right
     */
    boolean isPositive(int item);

    /**
     * Tells whether {@link #popularity} answers.
     *
     * @return false unless overridden
     */
    default boolean hasPopularity() {
        return false;
    }

    /**
     * Returns how often an item is right, over all contexts.
     *
     * @param item the item, in [0, n)
     * @return a number ≥ 0, the same in all contexts
     * @throws UnsupportedOperationException if nobody counted
     */
    default double popularity(int item) {
        throw new UnsupportedOperationException(
                "items have no popularity: ask hasPopularity() before popularity(" + item + ")");
    }

    /**
     * Tells whether {@link #score} answers.
     *
     * @return false unless overridden
     */
    default boolean hasScores() {
        return false;
    }

    /**
     * Computes the model's present score of an item in this context.
     *
     * @param item the item, in [0, n)
     * @return the score; larger is better
     * @throws UnsupportedOperationException if there is no model yet
     */
    default double score(int item) {
        throw new UnsupportedOperationException("items have no scores: ask hasScores() before score(" + item + ")");
    }
}
