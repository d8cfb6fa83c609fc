package dev.limpid.core.training;

import dev.limpid.core.explain.Explanation;
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
 * leave the finite ones, interruption, progress. A training is used by one thread, except for {@link #stop}, which any thread
 * may call.
 *
 * <p>An exception of a loss or an observer comes out of {@link #step}. One of a loss leaves the training as it was before the
 * step, as far as the run allows; one of an observer comes after the step has been made, traced, and told to all observers, so
 * stepping can go on.
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
     * Makes one step, unless the run is over or somebody asked it to stop.
     *
     * @return whether there is a step to make after this one
     */
    public boolean step() {
        if (!reason.isFinal()) {
            reason = asked();
        }
        if (reason.isFinal()) {
            return false;
        }
        long start = System.nanoTime();
        Step step = run.step();
        trace.add(step, (System.nanoTime() - start) * 1e-9);
        reason = judge(step);
        if (!reason.equals(step.stop())) {
            trace.replaceLast(step.stopping(reason));
        }
        tell(trace.last());
        return !reason.isFinal();
    }

    private StopReason judge(Step step) {
        if (step.stop().isFinal()) {
            return step.stop();
        }
        StopReason finite = NonFinite.judge(step, run);
        if (finite.isFinal()) {
            return finite;
        }
        for (Stopping rule : stopping) {
            StopReason ruled = rule.after(trace);
            if (ruled.isFinal()) {
                return ruled;
            }
        }
        return asked();
    }

    private StopReason asked() {
        if (stopAsked) {
            return new StopReason(StopReason.Kind.STOPPED, "Stopped on request " + when());
        }
        if (Thread.currentThread().isInterrupted()) { // the flag stays set, for those who called
            return new StopReason(StopReason.Kind.STOPPED, "The thread was interrupted " + when());
        }
        return StopReason.RUNNING;
    }

    private String when() {
        return trace.size() == 0
                ? "before the first step."
                : "after step " + trace.last().iteration() + ".";
    }

    private void tell(Step step) {
        RuntimeException first = null;
        for (Observer observer : observers) {
            try {
                observer.onStep(step);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
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

    /** Asks the run to stop after the step that is being made, if any. Safe from any thread. */
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
        return trace.last();
    }

    /**
     * Explains the last step with its numbers.
     *
     * @return the objective after the step as the sum of what it was before, what the slope promised, and the rest
     * @throws IllegalStateException before the first step
     */
    public Explanation explainStep() {
        return StepExplanation.of(last());
    }

    /**
     * Builds the model from where the run stands.
     *
     * @return the model
     */
    public M model() {
        return model.apply(trace.copy());
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
