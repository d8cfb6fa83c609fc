package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.ValidatedRun;
import dev.limpid.algorithms.internal.Watch;
import dev.limpid.algorithms.model.RunOptions;
import dev.limpid.algorithms.model.Spec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What fits a {@link LinearModel}: its loss, penalty and optimizer, and how the run goes. Immutable: each method returns a
 * changed copy.
 *
 * <pre>
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + Ω(w) + terms  →  min,  l ≤ w ≤ u
 *
 *   w = 0, b = argmin over b of Σᵢ vᵢ·ℓ(yᵢ, b + oᵢ)      the start, unless {@link #startingAt}; o the offsets of the data
 * </pre>
 *
 * <p>Columns are centred and scaled inside for the sake of digits and speed; Ω sees the raw coefficients all the same, unless
 * {@link #standardizePenalty} asks for standardised ones. The intercept is never penalised. A loss that a shift of all scores
 * doesn't change (ranking, say) has no intercept.
 *
 * <p>Who names no optimizer gets, for n rows and p parameters, what the first row of this table says that fits. Linear scores
 * are those of losses of rows, all of which depend on the row, without {@link #term}.
 *
 * <table>
 * <caption>The choice of the optimizer</caption>
 * <tr><th>loss</th><th>penalty</th><th>optimizer</th></tr>
 * <tr><td>smooth, several linear scores</td><td>a convex sum over coefficients without a gradient, p ≤ 300</td><td>ProxNewton</td></tr>
 * <tr><td>smooth, linear scores</td><td>a sum over coefficients without a gradient (lasso, elastic net, MCP)</td><td>CoordinateDescent</td></tr>
 * <tr><td>smooth</td><td>smooth or none, and bounds</td><td>LbfgsB</td></tr>
 * <tr><td>smooth</td><td>offers only a prox otherwise (groups, nuclear norm)</td><td>Fista</td></tr>
 * <tr><td>squared, its columns of condition number ≥ 100</td><td>none or L2, p ≤ 300, n·p² ≤ 2·10⁸</td><td>QrLeastSquares</td></tr>
 * <tr><td>smooth, one linear score, states its curvature</td><td>smooth or none; p ≤ 100, or p ≤ 300 and n·p² ≤ 2·10⁸ (of sparse rows n·c² for c cells
 *     in a row)</td><td>MajorizeMinimize</td></tr>
 * <tr><td>the same and convex, sparse rows</td><td>strongly convex by μ for each parameter (no intercept), p &gt; 300, ‖xᵢ‖² ≤ 4·n·μ
 *     of typical rows</td><td>Sdca</td></tr>
 * <tr><td>smooth, one linear score, states a second derivative without jumps, sparse rows</td><td>smooth, strongly convex by μ for each
 *     coefficient, p &gt; 300</td><td>Tron</td></tr>
 * <tr><td>smooth</td><td>smooth or none otherwise</td><td>Lbfgs</td></tr>
 * <tr><td>kinked, convex, one linear score</td><td>strongly convex for each parameter (no intercept), p &gt; 300 or not smooth</td><td>Sdca</td></tr>
 * <tr><td>kinked, states a majoriser (hinge, quantile)</td><td>smooth or none, p ≤ 10,000</td><td>MajorizeMinimize</td></tr>
 * <tr><td>kinked, convex, linear scores with a prox</td><td>convex otherwise (lasso, groups, bounds, sets), or p &gt; 10,000</td><td>Pdhg</td></tr>
 * <tr><td>kinked</td><td>otherwise</td><td>refused, with what to do</td></tr>
 * </table>
 *
 * <p>The recipe of the model tells which it was, and why. An optimizer that doesn't suit is refused before the first step.
 *
 * @since 0.1.0
 */
public final class LinearSpec implements Spec<LinearModel>, RunOptions<LinearSpec> {

    /** Steps after which a run ends that has no rule of its own: {@value}. */
    public static final long DEFAULT_MAX_ITERATIONS = Watch.DEFAULT_MAX_ITERATIONS;

    /** Steps without improvement on validation rows after which a run ends unless told otherwise: {@value}. */
    public static final int DEFAULT_PATIENCE = Watch.DEFAULT_PATIENCE;

    /** What is minimised. */
    private record Shape(Loss loss, Penalty penalty, boolean intercept, boolean standardizePenalty, Extras extras) {

        Shape with(Extras newExtras) {
            return new Shape(loss, penalty, intercept, standardizePenalty, newExtras);
        }
    }

    /** By what. */
    private record Method(Optional<Optimizer<?>> optimizer, long seed, int threads, Optional<LinearModel> start) {}

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
                new Shape(Objects.requireNonNull(loss, "loss"), NoPenalty.of(), true, false, Extras.NONE),
                new Method(Optional.empty(), 0, Runtime.getRuntime().availableProcessors(), Optional.empty()),
                Watch.defaults());
    }

    /** What is minimised, without by what and who watches: what a model remembers of the spec. */
    LinearSpec shapeOnly() {
        LinearSpec plain = of(loss());
        return new LinearSpec(shape, plain.method, plain.watch);
    }

    private LinearSpec with(Shape newShape) {
        return new LinearSpec(newShape, method, watch);
    }

    private LinearSpec with(Extras newExtras) {
        return with(shape.with(newExtras));
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
        return with(new Shape(loss(), penalty, intercept(), standardizePenalty(), extras()));
    }

    /**
     * Sets the optimizer.
     *
     * @param optimizer what minimises F; chosen by the table above unless set
     * @return the copy
     */
    public LinearSpec optimizer(Optimizer<?> optimizer) {
        return with(new Method(Optional.of(optimizer), seed(), threads(), start()));
    }

    /**
     * Says whether there is an intercept.
     *
     * @param intercept whether b is fitted; true unless set
     * @return the copy
     */
    public LinearSpec intercept(boolean intercept) {
        return with(new Shape(loss(), penalty(), intercept, standardizePenalty(), extras()));
    }

    /**
     * Says which coefficients the penalty sees.
     *
     * @param standardizePenalty true for σⱼ·wⱼ with σⱼ the weighted standard deviation of the column (divisor Σv; its root
     *     mean square without an intercept), so that the unit of a column doesn't matter; false, unless set, for the raw wⱼ
     * @return the copy
     */
    public LinearSpec standardizePenalty(boolean standardizePenalty) {
        return with(new Shape(loss(), penalty(), intercept(), standardizePenalty, extras()));
    }

    /**
     * Lets only the first score depend on the row; the others are one number each for all rows: thresholds between ordered
     * classes, or the scale of a distribution ({@link dev.limpid.core.hypothesis.LocationHypothesis}).
     *
     * @return the copy; for losses of two scores or more
     */
    public LinearSpec locationOnly() {
        return with(extras().withLocationOnly());
    }

    /**
     * Fits without a target: every row counts as one of class 1, whatever targets the data has.
     *
     * @return the copy
     */
    public LinearSpec withoutTarget() {
        return with(extras().withTargetsIgnored());
    }

    /**
     * Adds a term to the objective. It sees the raw coefficients: θ has the blocks {@code weights}, shape [number of
     * coefficients, number of scores], and {@code intercept}, and is made for them by the function. A term that is
     * {@link dev.limpid.core.objective.Curved} keeps the ways of optimizers open that need a matrix.
     *
     * @param formula the term in one line, with w and b for the raw coefficients, such as {@code 0.1·b}
     * @param term makes the term for the blocks
     * @return the copy
     */
    public LinearSpec term(String formula, Function<Blocks, ? extends Smooth> term) {
        Objects.requireNonNull(formula, "formula");
        return with(extras().and(new Term(formula, Objects.requireNonNull(term, "term"))));
    }

    /**
     * Multiplies the weight of each row by that of its class, as if rows of a class came more often.
     *
     * @param weights a finite number &gt; 0 for each class, in the order of their codes
     * @return the copy
     */
    public LinearSpec classWeights(double... weights) {
        return with(extras().with(ClassWeights.of(weights)));
    }

    /**
     * Gives classes weights that make them all count the same: cₖ = Σᵢ vᵢ / (C·Σ vᵢ over class k) for C classes.
     *
     * @return the copy
     */
    public LinearSpec balancedClasses() {
        return with(extras().with(ClassWeights.BALANCED));
    }

    /**
     * Keeps the raw coefficients of a numeric column, in all scores, between bounds.
     *
     * @param column name of the column
     * @param lower l, −∞ for none
     * @param upper u ≥ l, +∞ for none
     * @return the copy; bounds of other columns stay
     * @throws IllegalArgumentException if no number lies between the bounds
     */
    public LinearSpec bounds(String column, double lower, double upper) {
        Objects.requireNonNull(column, "column");
        return with(extras().with(extras().bounds().and(column, lower, upper)));
    }

    /**
     * Lets no score fall as a numeric column rises: its raw coefficients are ≥ 0.
     *
     * @param column name of the column
     * @return the copy
     */
    public LinearSpec increasing(String column) {
        return bounds(column, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * Lets no score rise as a numeric column does: its raw coefficients are ≤ 0.
     *
     * @param column name of the column
     * @return the copy
     */
    public LinearSpec decreasing(String column) {
        return bounds(column, Double.NEGATIVE_INFINITY, 0);
    }

    /**
     * Starts where another model ended (a warm start). What is fitted stays the same, only the way gets shorter. Optimizers for
     * smooth objectives that you name measure their tolerance by the gradient at this start; those that are chosen stop where a
     * cold start would.
     *
     * @param model a model of the same columns and as many scores, fitted to whatever data and loss; the coefficients of
     *     columns that this fit leaves out, such as reference levels, are passed over
     * @return the copy
     */
    public LinearSpec startingAt(LinearModel model) {
        return with(new Method(optimizer(), seed(), threads(), Optional.of(model)));
    }

    @Override
    public LinearSpec seed(long seed) {
        return with(new Method(optimizer(), seed, threads(), start()));
    }

    @Override
    public LinearSpec threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, but was " + threads);
        }
        return with(new Method(optimizer(), seed(), threads, start()));
    }

    @Override
    public LinearSpec stopping(Stopping... rules) {
        return with(watch.withStopping(rules));
    }

    @Override
    public LinearSpec earlyStopping(int patience) {
        return with(watch.withEarlyStopping(patience));
    }

    @Override
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

    /**
     * Begins a fit to chunks of rows that come one after the other.
     *
     * @return a stream that has seen nothing; its optimizer is the named {@link dev.limpid.core.optimizer.Stochastic}, otherwise Adam
     *     with a learning rate of 0.01 on shuffled batches of 32 rows
     * @throws IllegalArgumentException if another optimizer was named, or class weights have to be counted first
     */
    public LinearStream stream() {
        return LinearStream.of(this, watch.observers());
    }

    /** Returns the rules that end a run. */
    List<Stopping> rules() {
        return watch.rules(false);
    }

    /** Returns who is told of steps. */
    List<Observer> watchers() {
        return watch.observers();
    }

    /** Returns what shapes the objective besides loss and penalty. */
    Extras extras() {
        return shape.extras();
    }

    /** Returns the model to start at. */
    Optional<LinearModel> start() {
        return method.start();
    }

    @Override
    public Training<LinearModel> begin(Dataset data, @Nullable Dataset validation, Memory memory) {
        List<Stopping> rules = watch.rules(validation != null);
        LinearFit fit = new LinearFit(this, data);
        ValidatedRun run = fit.run(validation, memory);
        rules.addAll(fit.warmRules());
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
