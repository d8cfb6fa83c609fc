package dev.limpid.core.training;

/**
 * How far a run has come.
 *
 * @param iteration number of the step that is being made, from 1
 * @param epoch passes over the data before this step: 0 at the start, 1.5 after one and a half
 * @since 0.1.0
 */
public record Progress(long iteration, double epoch) {}
