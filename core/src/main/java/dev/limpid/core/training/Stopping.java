package dev.limpid.core.training;

import dev.limpid.core.explain.Part;

/**
 * A rule that ends a run.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Stopping extends Part {

    /**
     * Looks at the trace after a step.
     *
     * @param trace all steps so far, at least one
     * @return why the run ends here, or {@link StopReason#RUNNING}
     */
    StopReason after(Trace trace);

    /**
     * Ends a run after some steps, those of a run it was resumed from included.
     *
     * @param n number of the last step; ≥ 1
     * @return the rule
     */
    static Stopping maxIterations(long n) {
        return new Limits.MaxIterations(n);
    }

    /**
     * Ends a run after some passes over the data, as far as its steps count them.
     *
     * @param epochs passes; finite and &gt; 0
     * @return the rule; without effect on runs whose steps have no number {@link Step#EPOCH}
     */
    static Stopping maxEpochs(double epochs) {
        return new Limits.MaxEpochs(epochs);
    }

    /**
     * Ends a run when its steps have taken some time. What such a run gives depends on the machine.
     *
     * @param seconds the time; finite and &gt; 0
     * @return the rule
     */
    static Stopping maxSeconds(double seconds) {
        return new Limits.MaxSeconds(seconds);
    }

    /**
     * Ends a run whose objective hardly falls any more.
     *
     * @param patience steps that are looked at together; ≥ 1
     * @param relative the least fall over them, as a part of the objective's size; finite and ≥ 0
     * @return the rule
     */
    static Stopping noProgress(int patience, double relative) {
        return new Limits.NoProgress(patience, relative);
    }
}
