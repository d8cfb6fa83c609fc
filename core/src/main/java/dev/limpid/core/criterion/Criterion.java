package dev.limpid.core.criterion;

import dev.limpid.core.explain.Part;

/**
 * What a node of a tree is worth and what number it gives, from statistics that add up over rows.
 *
 * <p>A node is described by {@link #width} numbers s = (Σw, …), each the sum of a number per row. A tree grower adds them
 * up per bin, per side and per node, takes the statistics of one child from those of its parent and the other child, and
 * splits where this is largest:
 *
 * <pre>
 *   gain = score(s_left) + score(s_right) − score(s_left + s_right)
 * </pre>
 *
 * <p>How rows become statistics is said by a sub-interface: {@link GradientCriterion} for boosting. Criteria have no state
 * and are called by several threads at once.
 *
 * @since 0.1.0
 */
public interface Criterion extends Part {

    /**
     * Returns how many numbers describe a node.
     *
     * @return the number of statistics ≥ 1; the first is Σw, the sum of the case weights
     */
    int width();

    /**
     * Returns what a leaf with these statistics takes off the objective.
     *
     * @param s statistics of a node at positions at … at + width − 1, with Σw &gt; 0; not changed
     * @param at position of the first
     * @return the score, larger is better; finite
     * @implSpec splitting never lowers the sum of scores, up to rounding, or the gain is worth nothing: score is convex in s
     */
    double score(double[] s, int at);

    /**
     * Returns the number that a leaf with these statistics gives.
     *
     * @param s statistics of a node at positions at … at + width − 1, with Σw &gt; 0; not changed
     * @param at position of the first
     * @return the leaf's value; finite
     */
    double leaf(double[] s, int at);
}
