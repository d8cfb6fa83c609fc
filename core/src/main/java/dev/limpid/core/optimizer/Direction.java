package dev.limpid.core.optimizer;

import dev.limpid.core.explain.Part;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.search.Search;
import dev.limpid.core.search.WolfeSearch;
import dev.limpid.core.training.Memory;

/**
 * A rule for where to go, which {@link Descent} combines with any {@link Search} for how far.
 *
 * <p>One method to write; directions that learn from the steps before keep what they learn in the memory:
 *
 * <pre>{@code
 * record Scaled(double[] scale) implements Direction<Smooth> {
 *     public double at(Smooth objective, double[] theta, double[] g, double[] d, Memory memory) {
 *         Arrays.setAll(d, j -> -g[j] * scale[j]);
 *         return 1;
 *     }
 *     public Need<Smooth> needs() { return new Need<>(Smooth.class, true, "a smooth objective"); }
 * }
 * }</pre>
 *
 * @param <V> what it needs the objective to offer
 * @since 0.1.0
 */
public interface Direction<V extends Smooth> extends Part {

    /**
     * Returns what the objective has to offer.
     *
     * @return the need
     */
    Need<V> needs();

    /**
     * Computes a direction of descent, ⟨g, d⟩ &lt; 0. Where it isn't one, {@link Descent} takes −g.
     *
     * @param objective F
     * @param theta θ; not changed
     * @param g ∇F(θ); not changed
     * @param d receives the direction; overwritten
     * @param memory what this direction remembers of the run
     * @return the length to try first, &gt; 0: 1 where d has a length of its own
     */
    double at(V objective, double[] theta, double[] g, double[] d, Memory memory);

    /**
     * Learns from a step that was made; nothing unless overridden.
     *
     * @param move the step
     * @param memory what this direction remembers of the run
     */
    default void moved(Move move, Memory memory) {
        // a direction without memory has nothing to learn
    }

    /**
     * Forgets what it learned, because the search found no better point along its direction, or it didn't descend.
     *
     * @param memory what this direction remembers of the run
     * @return whether there was something to forget, so that another try makes sense; false unless overridden
     */
    default boolean forget(Memory memory) {
        return false;
    }

    /**
     * Returns the search that suits this direction.
     *
     * @return a Wolfe search unless overridden
     */
    default Search search() {
        return WolfeSearch.defaults();
    }

    /**
     * A step that was made. The arrays are those of the run: to be read, and not to be kept.
     *
     * @param direction d
     * @param alpha its factor α
     * @param before ∇F(θ) where the step began
     * @param s how θ moved, α·d up to rounding
     * @param y how ∇F changed
     */
    @SuppressWarnings("ArrayRecordComponent") // a view, never compared
    record Move(double[] direction, double alpha, double[] before, double[] s, double[] y) {}
}
