package dev.limpid.core.internal.optimizer;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.StopReason;

/**
 * The prox-gradient mapping L·(θ − prox of Ω at θ − ∇S(θ)/L with step 1/L): 0 at a minimum, ∇S without a penalty; and the rule
 * that stops by it.
 */
public final class ProxMapping {

    private static final int PATIENCE = 50;

    private final double tolerance;
    private final double[] first; // scale of the tolerance
    private final Patience patience;

    /** Compares with a part of the first gradient. */
    public ProxMapping(double tolerance, Memory memory) {
        this.tolerance = tolerance;
        this.first = memory.array("mapping", 1);
        this.patience = new Patience(PATIENCE, "the prox-gradient mapping's largest entry", memory);
    }

    /** Returns its largest entry. */
    public static double largest(Composite<?> objective, double[] theta, double[] g, double l) {
        double[] x = theta.clone();
        Vectors.add(x, -1 / l, g);
        objective.prox(x, 1 / l);
        Vectors.add(x, -1, theta);
        return l * Vectors.maxNorm(x);
    }

    /** Takes the first gradient for the scale of the tolerance. */
    public void begin(double mapping, double[] g) {
        first[0] = Math.max(mapping, Vectors.maxNorm(g));
    }

    /** Tells whether to stop at an objective and a mapping. */
    public StopReason judge(double value, double mapping) {
        if (mapping <= tolerance * first[0]) {
            return StopReason.converged(
                    mapping == 0
                            ? "The prox-gradient mapping is 0."
                            : "The largest entry of the prox-gradient mapping, " + mapping + ", is at most " + tolerance
                                    + " of the first gradient's, " + first[0] + ".");
        }
        patience.see(value, mapping);
        return patience.isOver() ? patience.stalled(value, mapping) : StopReason.RUNNING;
    }
}
