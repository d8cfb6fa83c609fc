package dev.limpid.core.search;

import dev.limpid.core.explain.Part;
import dev.limpid.core.objective.Line;

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
}
