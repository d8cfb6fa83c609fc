package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.ValidatedRun;
import dev.limpid.algorithms.internal.Watch;
import dev.limpid.algorithms.model.Spec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What fits a {@link LinearModel}: its loss, penalty and optimizer, and how the run goes. Immutable: each method returns a
 * changed copy.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + Ω(w)  →  min
 *
 *   w = 0, b = argmin over b of Σᵢ vᵢ·ℓ(yᵢ, b + oᵢ)      the start; o the offsets of the data
 * </pre>
 *
 * <p>Columns are centred and scaled inside for the sake of digits and speed; Ω sees the raw coefficients all the same, unless
 * {@link #standardizePenalty} asks for standardised ones. The intercept is never penalised. A loss that a shift of all scores
 * doesn't change (ranking, say) has no intercept.
 *
 * <p>Who names no optimizer gets, for n rows and p = (d + 1)·K parameters:
 *
 * <table>
 * <caption>The choice of the optimizer</caption>
 * <tr><th>loss</th><th>penalty</th><th>optimizer</th></tr>
 * <tr><td>smooth, one score, states its curvature</td><td>smooth or none, p ≤ 300, n·p² ≤ 2·10⁸</td><td>MajorizeMinimize</td></tr>
 * <tr><td>smooth</td><td>smooth or none, otherwise</td><td>Lbfgs</td></tr>
 * <tr><td>smooth</td><td>offers only a prox (lasso, elastic net)</td><td>Fista</td></tr>
 * <tr><td>kinked, states a majoriser (absolute, quantile)</td><td>smooth or none</td><td>MajorizeMinimize</td></tr>
 * <tr><td>kinked</td><td>offers only a prox</td><td>refused, with what to do</td></tr>
 * <tr><td>kinked, states no majoriser</td><td>any</td><td>refused, with what to do</td></tr>
 * </table>
 *
 * <p>The recipe of the model tells which it was, and why. An optimizer that doesn't suit is refused before the first step.
 *
 * @since 0.1.0
 */
public final class LinearSpec implements Spec<LinearModel> {

    /** Steps after which a run ends that has no rule of its own: {@value}. */
    public static final long DEFAULT_MAX_ITERATIONS = Watch.DEFAULT_MAX_ITERATIONS;

    /** Steps without improvement on validation rows after which a run ends unless told otherwise: {@value}. */
    public static final int DEFAULT_PATIENCE = Watch.DEFAULT_PATIENCE;

    /** What is minimised. */
    private record Shape(Loss loss, Penalty penalty, boolean intercept, boolean standardizePenalty) {}

    /** By what. */
    private record Method(Optional<Optimizer<?>> optimizer, long seed, int threads) {}

    private final Shape shape;
    private final Method method;
    private final Watch watch;

    private LinearSpec(Shape shape, Method method, Watch watch) {
        this.shape = shape;
        this.method = method;
        this.watch = watch;
    }

    static LinearSpec of(Loss loss) {
        return new LinearSpec(
                new Shape(Objects.requireNonNull(loss, "loss"), NoPenalty.of(), true, false),
                new Method(Optional.empty(), 0, Runtime.getRuntime().availableProcessors()),
                Watch.defaults());
    }

    private LinearSpec with(Shape newShape) {
        return new LinearSpec(newShape, method, watch);
    }

    private LinearSpec with(Method newMethod) {
        return new LinearSpec(shape, newMethod, watch);
    }

    private LinearSpec with(Watch newWatch) {
        return new LinearSpec(shape, method, newWatch);
    }

    /**
     * Sets the penalty.
     *
     * @param penalty Ω, what large coefficients cost; none unless set
     * @return the copy
     */
    public LinearSpec penalty(Penalty penalty) {
        Objects.requireNonNull(penalty, "penalty");
        return with(new Shape(loss(), penalty, intercept(), standardizePenalty()));
    }

    /**
     * Sets the optimizer.
     *
     * @param optimizer what minimises F; chosen by the table above unless set
     * @return the copy
     */
    public LinearSpec optimizer(Optimizer<?> optimizer) {
        return with(new Method(Optional.of(optimizer), seed(), threads()));
    }

    /**
     * Says whether there is an intercept.
     *
     * @param intercept whether b is fitted; true unless set
     * @return the copy
     */
    public LinearSpec intercept(boolean intercept) {
        return with(new Shape(loss(), penalty(), intercept, standardizePenalty()));
    }

    /**
     * Says which coefficients the penalty sees.
     *
     * @param standardizePenalty true for σⱼ·wⱼ with σⱼ the weighted standard deviation of the column (divisor Σv; its root
     *     mean square without an intercept), so that the unit of a column doesn't matter; false, unless set, for the raw wⱼ
     * @return the copy
     */
    public LinearSpec standardizePenalty(boolean standardizePenalty) {
        return with(new Shape(loss(), penalty(), intercept(), standardizePenalty));
    }

    /**
     * Sets the seed of optimizers that draw.
     *
     * @param seed all randomness comes from it; 0 unless set
     * @return the copy
     */
    public LinearSpec seed(long seed) {
        return with(new Method(optimizer(), seed, threads()));
    }

    /**
     * Sets the number of threads, which makes no difference to the model.
     *
     * @param threads number of threads ≥ 1; that of the processors unless set
     * @return the copy
     */
    public LinearSpec threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, but was " + threads);
        }
        return with(new Method(optimizer(), seed(), threads));
    }

    /**
     * Limits the number of steps.
     *
     * @param maxIterations number of steps ≥ 1
     * @return the copy, with the same other rules
     */
    public LinearSpec maxIterations(long maxIterations) {
        return stopping(Stopping.maxIterations(maxIterations));
    }

    /**
     * Adds rules that end the run, besides the optimizer's own tolerance.
     *
     * @param rules asked after each step, in this order; without any, a run ends after {@value #DEFAULT_MAX_ITERATIONS} steps
     * @return the copy
     */
    public LinearSpec stopping(Stopping... rules) {
        return with(watch.withStopping(rules));
    }

    /**
     * Ends the fit when the loss on validation rows hasn't improved for some steps; the model is that of the best step.
     *
     * @param patience steps to wait for a better loss ≥ 1; {@value #DEFAULT_PATIENCE} unless set
     * @return the copy, to be fitted with validation rows
     */
    public LinearSpec earlyStopping(int patience) {
        return with(watch.withEarlyStopping(patience));
    }

    /**
     * Adds observers.
     *
     * @param observers are told of each step, in this order
     * @return the copy
     */
    public LinearSpec observers(Observer... observers) {
        return with(watch.withObservers(observers));
    }

    /**
     * Returns the loss.
     *
     * @return ℓ
     */
    public Loss loss() {
        return shape.loss();
    }

    /**
     * Returns the penalty.
     *
     * @return Ω
     */
    public Penalty penalty() {
        return shape.penalty();
    }

    /**
     * Returns whether an intercept is asked for.
     *
     * @return true unless switched off
     */
    public boolean intercept() {
        return shape.intercept();
    }

    /**
     * Returns whether the penalty sees standardised coefficients.
     *
     * @return false unless asked for
     */
    public boolean standardizePenalty() {
        return shape.standardizePenalty();
    }

    /**
     * Returns the optimizer that was named.
     *
     * @return the optimizer; empty if it is to be chosen
     */
    public Optional<Optimizer<?>> optimizer() {
        return method.optimizer();
    }

    /**
     * Returns the seed.
     *
     * @return the seed
     */
    public long seed() {
        return method.seed();
    }

    /**
     * Returns the number of threads.
     *
     * @return number of threads ≥ 1
     */
    public int threads() {
        return method.threads();
    }

    @Override
    public Training<LinearModel> begin(Dataset data) {
        return begin(data, null, Memory.empty());
    }

    @Override
    public Training<LinearModel> begin(Dataset data, Dataset validation) {
        return begin(data, validation, Memory.empty());
    }

    @Override
    public Training<LinearModel> resume(Dataset data, Memory memory) {
        return begin(data, null, Memory.of(memory.snapshot()));
    }

    @Override
    public Training<LinearModel> resume(Dataset data, Dataset validation, Memory memory) {
        return begin(data, validation, Memory.of(memory.snapshot()));
    }

    private Training<LinearModel> begin(Dataset data, @Nullable Dataset validation, Memory memory) {
        List<Stopping> rules = watch.rules(validation != null);
        LinearFit fit = new LinearFit(this, data);
        ValidatedRun run = fit.run(validation, memory);
        return Training.of(run, trace -> fit.model(run.answer(), trace), rules, watch.observers());
    }

    @Override
    public Recipe recipe() {
        return LinearRecipe.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearSpec that
                && that.shape.equals(shape)
                && that.method.equals(method)
                && that.watch.equals(watch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, method, watch);
    }

    @Override
    public String toString() {
        return recipe().toString();
    }
}
