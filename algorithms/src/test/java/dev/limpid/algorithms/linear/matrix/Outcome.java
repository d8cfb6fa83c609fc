package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.training.StopReason;

/** What came of a fit. */
sealed interface Outcome {

    /**
     * There is a model.
     *
     * @param theta its raw coefficients
     * @param value F there, by its definition
     * @param reported what the last step said that F is
     * @param stop why the run ended
     */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of results, never compared
    record Fitted(double[] theta, double value, double reported, StopReason stop) implements Outcome {}

    /**
     * The parts don't go together.
     *
     * @param sentence why, and what to do
     */
    record Refused(String sentence) implements Outcome {}

    /**
     * Something went wrong.
     *
     * @param cause what was thrown
     */
    record Broken(RuntimeException cause) implements Outcome {}

    /** Fits through the door that users have. */
    @SuppressWarnings("IllegalCatch") // whatever is thrown is the outcome
    static Outcome of(Problem problem, LinearSpec spec) {
        try {
            LinearModel model = spec.fit(problem.data().data());
            double[] theta = problem.theta(model);
            double value = problem.objective().value(theta);
            return new Fitted(theta, value, model.trace().last().objective(), model.stopReason());
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Broken(e);
        }
    }
}
