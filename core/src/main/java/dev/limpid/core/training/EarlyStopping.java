package dev.limpid.core.training;

/**
 * Ends a run whose loss on validation rows has stopped falling.
 *
 * <pre>
 *   v_t &lt; v* − minImprovement:  v* ← v_t, t* ← t    (1)
 *   stop when t − t* ≥ patience                     (2)  t counts measurements
 * </pre>
 *
 * <p>It reads the number {@link Step#VALIDATION} of the steps; steps without it are passed over.
 *
 * <p><b>References</b>
 * <ol><li>L. Prechelt (1998): Early Stopping — But When? In: Neural Networks: Tricks of the Trade.</ol>
 *
 * @param patience measurements without improvement; ≥ 1
 * @param minImprovement by how much the loss must fall to count; finite and ≥ 0
 * @since 0.1.0
 */
public record EarlyStopping(int patience, double minImprovement) implements Stopping {

    /** Checks the ranges. */
    public EarlyStopping {
        if (!(patience >= 1)) {
            throw new IllegalArgumentException("patience must be >= 1, but was " + patience);
        }
        if (!(minImprovement >= 0 && minImprovement < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("minImprovement must be finite and >= 0, but was " + minImprovement);
        }
    }

    /**
     * Stops when no measurement improves on the best.
     *
     * @param patience measurements without improvement; ≥ 1
     * @return the rule, with any improvement counting
     */
    public static EarlyStopping patience(int patience) {
        return new EarlyStopping(patience, 0);
    }

    @Override
    public StopReason after(Trace trace) {
        if (!trace.last().numbers().containsKey(Step.VALIDATION)) {
            return StopReason.RUNNING;
        }
        double best = Double.POSITIVE_INFINITY;
        long at = 0;
        int since = 0;
        for (Step step : trace.steps()) {
            Double v = step.numbers().get(Step.VALIDATION);
            if (v == null) {
                continue;
            }
            since++;
            if (v < best - minImprovement) {
                best = v; // (1)
                at = step.iteration();
                since = 0;
            }
        }
        if (since < patience) { // (2)
            return StopReason.RUNNING;
        }
        return new StopReason(
                StopReason.Kind.EARLY_STOPPED,
                "The validation loss was measured " + since + " times without improvement: the best was " + best
                        + " after step " + at + ".");
    }

    @Override
    public String source() {
        return "L. Prechelt (1998): Early Stopping — But When?";
    }
}
