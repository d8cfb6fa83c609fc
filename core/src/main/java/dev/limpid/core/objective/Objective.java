package dev.limpid.core.objective;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.OracleCount;

/**
 * F(θ), what an optimizer minimises. What more it can offer than its value, it says by its type: {@link Smooth},
 * {@link FiniteSum}, {@link Curved}, {@link LinearSum}, {@link Composite}.
 *
 * @since 0.1.0
 */
public interface Objective {

    /**
     * Returns the shape of θ.
     *
     * @return the blocks
     */
    Blocks blocks();

    /**
     * Returns F(θ).
     *
     * @param t θ; not changed
     * @return F(θ), penalties included
     */
    double value(double[] t);

    /**
     * Returns why F has no gradient at some points.
     *
     * @return the name of the part with kinks; empty for an objective that is smooth
     */
    default String kink() {
        return "";
    }

    /**
     * Returns what this objective was asked so far.
     *
     * @return the count; {@link OracleCount#NONE} for an objective that doesn't count
     */
    default OracleCount count() {
        return OracleCount.NONE;
    }

    /**
     * Returns F in one line.
     *
     * @return Unicode mathematics; empty if there is none to show
     */
    default String formula() {
        return "";
    }
}
