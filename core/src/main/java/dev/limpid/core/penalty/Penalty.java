package dev.limpid.core.penalty;

import dev.limpid.core.explain.Part;
import dev.limpid.core.parameter.Block;

/**
 * Ω, what large or many parameters cost: two methods to write.
 *
 * @since 0.1.0
 */
public interface Penalty extends Part {

    /**
     * Returns Ω of a block.
     *
     * @param t all parameters; not changed
     * @param b the block that is penalised
     * @return Ω(t) ≥ 0, +∞ outside a constraint
     */
    double value(double[] t, Block b);

    /**
     * Replaces z in the block by argmin over x of Ω(x) + ‖x − z‖² / (2·step).
     *
     * @param z all parameters; changed inside the block only
     * @param b the block that is penalised
     * @param step step length s &gt; 0
     */
    void prox(double[] z, Block b, double step);

    /**
     * Refuses a block of a shape that this penalty doesn't fit, such as one with more numbers than it has weights. An objective
     * asks once, when the penalty is attached.
     *
     * @param b the block that is to be penalised
     * @throws IllegalArgumentException with both sizes, if the block doesn't fit; never unless overridden
     */
    default void check(Block b) {
        // fits blocks of any shape
    }

    /**
     * Tells whether Ω is convex.
     *
     * @return true unless overridden
     */
    default boolean convex() {
        return true;
    }

    /**
     * Returns Ω of a block in one line, with its numbers, as a term of an objective's formula.
     *
     * @param x letter of the block, such as {@code w}
     * @return for instance {@code 0.001/2·‖w‖²}; the penalty's name applied to the letter unless overridden
     */
    default String formula(String x) {
        return name() + "(" + x + ")";
    }
}
