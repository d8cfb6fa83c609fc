package dev.limpid.core.loss;

/**
 * A loss of the scores of a whole unit (a query, a stratum), which can't be split into its rows.
 *
 * <p>The objective is F = Σᵤ vᵤ·Lᵤ / Σᵤ vᵤ·massᵤ + Ω with the units' own weights vᵤ. The unit's row weights are part of
 * L: weight 2 equals the row twice.
 *
 * <p>Most read one score a row. A loss of distances between rows (a triplet) reads K = {@link #scores()}, the row's
 * place; they lie one behind the other, row by row, in {@code unit.f()} and in {@code out}.
 *
 * @since 0.1.0
 */
public interface UnitLoss extends Loss {

    /**
     * Tells whether the rows of data without groups are one unit.
     *
     * @return true where that is what people mean, as with the strata of survival analysis; false, the default, where groups that
     *     lack are rather forgotten
     */
    default boolean allowsOneUnit() {
        return false;
    }

    /**
     * Returns what the unit counts for in the mean: its number of rows, pairs or events, by weight.
     *
     * @param unit the unit
     * @return the mass ≥ 0; 0 for a unit that says nothing
     */
    double mass(Unit unit);

    /**
     * Returns the unit's loss L, weights included.
     *
     * @param unit the unit
     * @return L; smaller is better
     */
    double value(Unit unit);

    /**
     * Computes ∂L/∂f.
     *
     * @param unit the unit
     * @param out receives ∂L/∂fᵢ at i, i &lt; m·K
     */
    void gradient(Unit unit, double[] out);

    /**
     * Computes ∂²L/∂f∂f·d, exact: how the gradient changes along d. Standard errors use it.
     *
     * @param unit the unit
     * @param d a direction, length m·K; not changed
     * @param out receives (∂²L/∂f∂f·d)ᵢ at i, i &lt; m·K
     * @throws UnsupportedOperationException if the loss does not state it
     */
    default void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
        throw new UnsupportedOperationException(
                name() + " must override secondDerivativeTimes(unit, d, out) before it is asked for one");
    }

    /**
     * Parts the derivative of L along d into what each row adds to it if the others are taken as they are, so that the parts
     * of different rows don't depend on one another. Robust standard errors use them.
     *
     * @param unit the unit
     * @param d a direction, length m·K; not changed
     * @param out receives the part of row i at i, i &lt; m; they add up to Σ dⱼ·∂L/∂fⱼ
     * @throws UnsupportedOperationException if the loss has no such parts; then units alone are independent
     */
    default void scoreResiduals(Unit unit, double[] d, double[] out) {
        throw new UnsupportedOperationException(name() + " has no scoreResiduals(unit, d, out)");
    }

    /**
     * Computes weights hᵢ ≥ 0 of the local quadratic L(f) + Σᵢ gᵢ·dᵢ + ½Σᵢ hᵢ·dᵢ².
     *
     * @param unit the unit
     * @param out receives hᵢ at i, i &lt; m·K; the row weights unless overridden
     */
    default void curvature(Unit unit, double[] out) {
        for (int i = 0; i < unit.size(); i++) {
            java.util.Arrays.fill(out, i * scores(), (i + 1) * scores(), unit.w()[i]);
        }
    }

    /**
     * Returns what {@link #curvature} is: {@code EXACT} says the diagonal of the second derivatives where that is positive,
     * else 0; {@code MAJORISER} a diagonal quadratic that lies nowhere below the loss.
     *
     * @return the kind; {@code CONSTANT} unless overridden
     */
    default Curvature kind() {
        return Curvature.CONSTANT;
    }
}
