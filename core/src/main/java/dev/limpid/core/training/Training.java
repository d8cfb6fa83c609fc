package dev.limpid.core.training;

import java.util.List;
import java.util.function.Function;

/**
 * The one loop: makes the steps of a run, keeps their trace, tells observers, and knows when to stop.
 *
 * <pre>{@code
 * Training<LinearModel> run = spec.begin(data);
 * while (run.step()) {
 *     System.out.println(run.last());
 * }
 * LinearModel model = run.model();
 * }</pre>
 *
 * <p>Everything that is not the mathematics of a step lives here: limits on steps and time, early stopping, numbers that
 * leave the finite ones, progress. A training is used by one thread, except for {@link #stop}, which any thread may call.
 *
 * @param <M> what is trained
 * @since 0.1.0
 */
public final class Training<M> {

    private final Run run;
    private final Function<Trace, M> model;
    private final List<Stopping> stopping;
    private final List<Observer> observers;
    private final Trace trace = new Trace();
    private volatile boolean stopAsked;
    private StopReason reason = StopReason.RUNNING;

    private Training(Run run, Function<Trace, M> model, List<Stopping> stopping, List<Observer> observers) {
        this.run = run;
        this.model = model;
        this.stopping = List.copyOf(stopping);
        this.observers = List.copyOf(observers);
    }

    /**
     * Puts a run under the loop.
     *
     * @param run makes the steps
     * @param model builds the model from where the run stands
     * @param stopping rules that end the run, asked in this order after each step
     * @param observers are told of each step, in this order
     * @param <M> what is trained
     * @return the training, before its first step
     */
    public static <M> Training<M> of(
            Run run, Function<Trace, M> model, List<Stopping> stopping, List<Observer> observers) {
        return new Training<>(run, model, stopping, observers);
    }

    /**
     * Makes one step, unless the run is over.
     *
     * @return whether there is a step to make after this one
     */
    public boolean step() {
        if (reason.isFinal()) {
            return false;
        }
        Step step = run.step();
        trace.add(step);
        reason = step.stop();
        for (Stopping rule : stopping) {
            reason = reason.isFinal() ? reason : rule.after(trace);
        }
        if (stopAsked && !reason.isFinal()) {
            reason = new StopReason(StopReason.Kind.STOPPED, "Stopped on request after step " + step.iteration() + ".");
        }
        observers.forEach(observer -> observer.onStep(step));
        return !reason.isFinal();
    }

    /**
     * Makes all remaining steps.
     *
     * @return the model at the end
     */
    public M finish() {
        boolean more = true;
        while (more) {
            more = step();
        }
        return model();
    }

    /** Asks the run to stop after the step that is being made. Safe from any thread. */
    public void stop() {
        stopAsked = true;
    }

    /**
     * Returns the last step.
     *
     * @return what it did
     * @throws IllegalStateException before the first step
     */
    public Step last() {
        if (trace.steps().isEmpty()) {
            throw new IllegalStateException("last needs a step: call step first");
        }
        return trace.steps().get(trace.steps().size() - 1);
    }

    /**
     * Builds the model from where the run stands.
     *
     * @return the model
     */
    public M model() {
        return model.apply(trace);
    }

    /**
     * Returns all steps so far.
     *
     * @return the trace
     */
    public Trace trace() {
        return trace;
    }

    /**
     * Returns what the run remembers; a run of the same spec and data resumes from it.
     *
     * @return the memory
     */
    public Memory memory() {
        return run.memory();
    }

    /**
     * Returns why the run ended.
     *
     * @return the reason; {@link StopReason#RUNNING} while there are steps to make
     */
    public StopReason reason() {
        return reason;
    }
}
