package dev.limpid.core.loss;

import dev.limpid.core.explain.Part;

/**
 * What a wrong score costs. A loss is minimised; it compares a target y with a raw score f (before any link).
 *
 * <p>A loss knows nothing of weights, of the number of rows or of a penalty: those belong to the objective
 * F(θ) = (1/Σw)·Σᵢ wᵢ·ℓ(yᵢ, f(xᵢ)) + Ω(θ). Losses have no state and are called by several threads at once.
 *
 * <p>Implement one of {@link ScalarLoss} (one score a row), {@link FormulaLoss}, {@link MarginLoss}, {@link ResidualLoss}
 * (the same, written as a formula), {@link VectorLoss} (K scores a row) or {@link UnitLoss} (a query, a stratum); or extend
 * a built-in loss: override {@code value} and {@code gradient}, and {@code curvature} and {@code secondDerivative} with
 * them; what a built-in computes in one go ({@code at}, {@code bestShift}, {@code prox}) follows its subclass.
 *
 * @since 0.1.0
 */
public interface Loss extends Part {

    /**
     * Returns the number of scores K that the loss reads for a row.
     *
     * @return K ≥ 1
     */
    default int scores() {
        return 1;
    }

    /**
     * Returns the number of target columns that the loss reads for a row.
     *
     * @return T ≥ 1
     */
    default int targets() {
        return 1;
    }

    /**
     * Returns the number of classes whose probabilities {@code mean} gives.
     *
     * @return K ≥ 2 for a classification loss, whose targets are the class codes 0 … K−1, or a column of shares for each
     *     class; 0 for any other
     */
    default int classes() {
        return 0;
    }

    /**
     * Tells whether the loss has a gradient everywhere. Optimizers that need one refuse a loss with kinks.
     *
     * @return false for a loss with kinks, whose {@code gradient} is then a subgradient
     */
    default boolean smooth() {
        return true;
    }

    /**
     * Tells whether the loss is convex in the scores.
     *
     * @return false unless every segment between two points of the graph lies on or above the graph
     */
    default boolean convex() {
        return false;
    }

    /**
     * Tells whether adding a number to all scores of a unit leaves the loss as it was, so that there is no intercept.
     *
     * @return true for losses of differences, such as pairwise ranking and Cox
     */
    default boolean shiftInvariant() {
        return false;
    }

    /**
     * Returns which targets the loss is defined for.
     *
     * @return the domain of each target column; all finite numbers unless overridden
     */
    default Domain domain() {
        return classes() > 0 ? Domain.classes(classes()) : Domain.real();
    }

    /**
     * Refuses a target outside the loss's domain.
     *
     * @param y the row's targets, length {@link #targets()}; not changed
     * @throws IllegalArgumentException with a sentence, if a target is outside {@link #domain()}
     */
    default void check(double[] y) {
        Domain domain = domain();
        for (double target : y) {
            if (!domain.contains(target)) {
                domain.check(target, name());
            }
        }
    }
}
