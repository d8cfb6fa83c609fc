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
}
