package dev.limpid.testkit;

import dev.limpid.core.objective.Objective;
import dev.limpid.testkit.law.ObjectiveLaws;

/**
 * Assertions about an objective.
 *
 * @since 0.1.0
 */
public final class ObjectiveAssert extends LawAssert<ObjectiveAssert, Objective, Objective> {

    ObjectiveAssert(Objective objective) {
        super(objective, ObjectiveAssert.class, ObjectiveLaws.all());
    }

    @Override
    Objective subject() {
        return actual;
    }

    /**
     * Checks that the gradient is ∂value/∂θ, along axes and random directions.
     *
     * <pre>{@code
     * assertThat(risk.plus(fairness)).hasGradientEqualToDifferences();  // passes
     * assertThat(riskWithPenaltyInValueOnly).hasGradientEqualToDifferences();  // fails: ... a term (the penalty) ...
     * }</pre>
     *
     * @return this assertion
     */
    public ObjectiveAssert hasGradientEqualToDifferences() {
        return obeys(ObjectiveLaws.GRADIENT);
    }

    /**
     * Checks that disjoint batches of unequal sizes add up to the whole; fails for an objective that is no
     * {@code FiniteSum}.
     *
     * <pre>{@code
     * assertThat(risk).hasBatchesThatAddUp();  // passes; fails if batches are divided by their own size
     * }</pre>
     *
     * @return this assertion
     */
    public ObjectiveAssert hasBatchesThatAddUp() {
        return obeys(ObjectiveLaws.BATCHES);
    }
}
