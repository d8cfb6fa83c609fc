package dev.limpid.core.loss;

/**
 * A loss of the scores of a whole unit (a query, a stratum), which can't be split into its rows.
 *
 * <p>The objective is F = Σᵤ vᵤ·Lᵤ / Σᵤ vᵤ·massᵤ + Ω with the units' own weights vᵤ. The unit's row weights are part of
 * L: weight 2 equals the row twice.
 *
 * @since 0.1.0
 */
public interface UnitLoss extends Loss {

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
     * @param out receives ∂L/∂fᵢ at i, i &lt; m
     */
    void gradient(Unit unit, double[] out);

    /**
     * Computes weights hᵢ ≥ 0 of the local quadratic.
     *
     * @param unit the unit
     * @param out receives hᵢ at i; the row weights unless overridden
     */
    default void curvature(Unit unit, double[] out) {
        System.arraycopy(unit.w(), 0, out, 0, unit.size());
    }
}
