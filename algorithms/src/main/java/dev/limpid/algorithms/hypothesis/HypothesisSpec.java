package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.internal.ValidatedRun;
import dev.limpid.algorithms.internal.Watch;
import dev.limpid.algorithms.model.Model;
import dev.limpid.algorithms.model.RunOptions;
import dev.limpid.algorithms.model.Spec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What fits a hypothesis: its loss, penalties and optimizer, where it starts, and how the run goes. Immutable: each method returns a
 * changed copy.
 *
 * <pre>
 *   F(θ) = (1/Σv)·Σᵢ vᵢ·ℓ(yᵢ, f_θ(xᵢ) + oᵢ) + Σ_b Ω_b(θ_b)  →  min      v weights, o offsets, b the penalised blocks
 * </pre>
 *
 * <p>Unlike in a linear model, columns aren't scaled, as a hypothesis may do anything with them, and F may have several minima: the one
 * that is found depends on the {@link #start}.
 *
 * <p>Who names no optimizer gets, for n rows and p parameters:
 *
 * <table>
 * <caption>The choice of the optimizer</caption>
 * <tr><th>loss</th><th>penalties</th><th>optimizer</th></tr>
 * <tr><td>squared</td><td>none, p ≤ 300, n·p ≤ 5·10⁷</td><td>LevenbergMarquardt</td></tr>
 * <tr><td>smooth</td><td>smooth or none</td><td>Lbfgs; for a factorization machine on very many cells Adam on batches</td></tr>
 * <tr><td>smooth</td><td>one offers only a prox (lasso)</td><td>Fista</td></tr>
 * <tr><td>kinked</td><td>any</td><td>refused, with what to do</td></tr>
 * </table>
 *
 * <p>The recipe of the model tells which it was, and why. An optimizer that doesn't suit is refused before the first step.
 *
 * @param <M> the model it makes
 * @since 0.1.0
 */
public final class HypothesisSpec<M extends Model> implements Spec<M>, RunOptions<HypothesisSpec<M>> {

    /** What is minimised. */
    private record Shape<M extends Model>(Assembly<M> assembly, Loss loss, Map<String, Penalty> penalties) {}

    /** By what, from where. */
    private record Method(Optional<Optimizer<?>> optimizer, Optional<List<Double>> start, long seed, int threads) {}

    private final Shape<M> shape;
    private final Method method;
    private final Watch watch;

    private HypothesisSpec(Shape<M> shape, Method method, Watch watch) {
        this.shape = shape;
        this.method = method;
        this.watch = watch;
    }

    static <M extends Model> HypothesisSpec<M> of(Assembly<M> assembly, Loss loss) {
        return new HypothesisSpec<>(
                new Shape<>(assembly, Objects.requireNonNull(loss, "loss"), Map.of()),
                new Method(
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Runtime.getRuntime().availableProcessors()),
                Watch.defaults());
    }

    private HypothesisSpec<M> with(Method newMethod) {
        return new HypothesisSpec<>(shape, newMethod, watch);
    }

    private HypothesisSpec<M> with(Watch newWatch) {
        return new HypothesisSpec<>(shape, method, newWatch);
    }

    /**
     * Sets the penalty of a block of parameters.
     *
     * @param block name of one of the hypothesis's blocks; without a penalty unless set
     * @param penalty Ω, what large parameters cost; takes the place of an earlier one of the block
     * @return the copy
     */
    public HypothesisSpec<M> penalty(String block, Penalty penalty) {
        Map<String, Penalty> penalties = new LinkedHashMap<>(shape.penalties());
        penalties.put(Objects.requireNonNull(block, "block"), Objects.requireNonNull(penalty, "penalty"));
        return new HypothesisSpec<>(
                new Shape<>(shape.assembly(), shape.loss(), Collections.unmodifiableMap(penalties)), method, watch);
    }

    /**
     * Sets the optimizer.
     *
     * @param optimizer what minimises F; chosen by the table above unless set
     * @return the copy
     */
    public HypothesisSpec<M> optimizer(Optimizer<?> optimizer) {
        return with(new Method(Optional.of(optimizer), method.start(), seed(), threads()));
    }

    /**
     * Sets the parameters to start from.
     *
     * @param theta0 θ₀, in the order of the blocks, finite; the hypothesis's own start unless set
     * @return the copy
     */
    public HypothesisSpec<M> start(double... theta0) {
        for (int j = 0; j < theta0.length; j++) {
            if (!Double.isFinite(theta0[j])) {
                throw new IllegalArgumentException("start must be finite, but parameter " + j + " was " + theta0[j]
                        + ": give a number near the minimum");
            }
        }
        List<Double> start = Arrays.stream(theta0).boxed().toList();
        return with(new Method(optimizer(), Optional.of(start), seed(), threads()));
    }

    @Override
    public HypothesisSpec<M> seed(long seed) {
        return with(new Method(optimizer(), method.start(), seed, threads()));
    }

    @Override
    public HypothesisSpec<M> threads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, but was " + threads);
        }
        return with(new Method(optimizer(), method.start(), seed(), threads));
    }

    @Override
    public HypothesisSpec<M> stopping(Stopping... rules) {
        return with(watch.withStopping(rules));
    }

    @Override
    public HypothesisSpec<M> earlyStopping(int patience) {
        return with(watch.withEarlyStopping(patience));
    }

    @Override
    public HypothesisSpec<M> observers(Observer... observers) {
        return with(watch.withObservers(observers));
    }

    Assembly<M> assembly() {
        return shape.assembly();
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
     * Returns the penalties.
     *
     * @return Ω by the name of its block, unmodifiable, in the order of setting
     */
    public Map<String, Penalty> penalties() {
        return shape.penalties();
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
     * Returns the start that was given.
     *
     * @return a copy of θ₀; empty if it is the hypothesis's own
     */
    public Optional<double[]> start() {
        return method.start()
                .map(start -> start.stream().mapToDouble(Double::doubleValue).toArray());
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
    public Training<M> begin(Dataset data, @Nullable Dataset validation, Memory memory) {
        List<Stopping> rules = watch.rules(validation != null);
        HypothesisFit<M> fit = new HypothesisFit<>(this, data);
        ValidatedRun run = fit.run(validation, memory);
        return Training.of(run, trace -> fit.model(run.answer(), trace), rules, watch.observers());
    }

    @Override
    public Recipe recipe() {
        return HypothesisRecipe.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HypothesisSpec<?> that
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
