package dev.limpid.core.search;

import dev.limpid.core.explain.Part;
import dev.limpid.core.objective.Line;
import dev.limpid.core.training.Memory;

/**
 * A rule for the length of a step along a direction of descent.
 *
 * @since 0.1.0
 */
public interface Search extends Part {

    /**
     * Finds an acceptable point.
     *
     * @param phi the objective along the direction; φ′(0) &lt; 0
     * @param guess the length to try first, &gt; 0
     * @return the point; α = 0 if none better than φ(0) can be told from rounding
     */
    Line.Point along(Line phi, double guess);

    /**
     * Finds an acceptable point, for searches that learn from the steps before.
     *
     * @param phi the objective along the direction; φ′(0) &lt; 0
     * @param guess the length to try first, &gt; 0
     * @param memory what this search remembers of the run; kept by the optimizer
     * @return the point; α = 0 if none is acceptable
     */
    default Line.Point along(Line phi, double guess, Memory memory) {
        return along(phi, guess);
    }

    /**
     * Tells whether each step lowers the objective, so that some steps in a row without a lower one mean that digits ended.
     *
     * @return true unless overridden
     */
    default boolean monotone() {
        return true;
    }
}
