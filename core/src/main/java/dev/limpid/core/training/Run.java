package dev.limpid.core.training;

/**
 * A fit under way: one step at a time.
 *
 * <p>A run holds numbers, never loops: limits, tolerances on time, early stopping, tracing and progress live in the one
 * driver, {@link Training}. A run says {@code CONVERGED}, {@code STALLED} or {@code DIVERGED} of itself in the step where
 * it happens.
 *
 * @since 0.1.0
 */
public interface Run {

    /**
     * Makes one step.
     *
     * @return what it did
     */
    Step step();

    /**
     * Returns what the run remembers; with it the run resumes bit for bit.
     *
     * @return the memory itself
     */
    Memory memory();
}
