package dev.limpid.core.training;

/**
 * How far a run has come.
 *
 * @param iteration number of the step that is being made, from 1
 * @param epoch passes over the data before this step: 0 at the start, 1.5 after one and a half
 * @param objective the objective that the step before this one reported: that of its batch at the point where it began, with
 *     the penalty; NaN in the first step, and if the step never asked for it
 * @since 0.1.0
 */
public record Progress(long iteration, double epoch, double objective) {

    /**
     * Progress of a run that reports no objective.
     *
     * @param iteration number of the step that is being made, from 1
     * @param epoch passes over the data before this step
     */
    public Progress(long iteration, double epoch) {
        this(iteration, epoch, Double.NaN);
    }
}
