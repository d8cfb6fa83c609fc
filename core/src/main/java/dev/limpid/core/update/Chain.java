package dev.limpid.core.update;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An update assembled from stages: gradient → direction → step.
 *
 * <pre>
 *   g ← stages of the gradient, from first to last, on ∇F    (1)
 *   δ ← the update, shown g                                  (2)  direction and learning rate
 *   δ ← stages of the step, from first to last, on δ         (3)
 * </pre>
 *
 * <p>Where a stage works follows from what it is, not from the order of calls, so a clipping of gradients can't end up behind
 * Adam's division and a decoupled decay can't end up in its moments:
 *
 * <pre>{@code
 * Chain.of(Adam.withLearningRate(0.001)).onGradient(ClipGlobalNorm.of(1)).onStep(DecoupledDecay.of(0.01))
 * }</pre>
 *
 * <p>Among stages of one kind the order of the calls counts: decay before {@code TrustRatio} is LAMB, after it the decay is not
 * scaled. What goes around a whole run (averages, Lookahead) wraps a chain.
 *
 * @param gradient stages of the gradient; unmodifiable
 * @param direction the update in the middle
 * @param step stages of the step; unmodifiable
 * @since 0.1.0
 */
public record Chain(List<GradientStage> gradient, Update direction, List<StepStage> step) implements Update {

    /** Copies the stages, and checks that the middle makes steps that a stage can change. */
    public Chain {
        gradient = List.copyOf(gradient);
        step = List.copyOf(step);
        Objects.requireNonNull(direction, "direction");
        if (direction.ownsParameters() && !step.isEmpty()) {
            throw new IllegalArgumentException(
                    "direction must make plain steps for " + step.get(0).name() + ", but " + direction.name()
                            + " moves parameters of its own: put the stage on the update inside of it");
        }
    }

    /**
     * Begins with an update alone.
     *
     * @param direction the update in the middle
     * @return a chain without stages, whose steps are those of the update
     */
    public static Chain of(Update direction) {
        return new Chain(List.of(), direction, List.of());
    }

    /**
     * Adds stages of the gradient behind those that are there.
     *
     * @param stages the stages
     * @return the longer chain
     */
    public Chain onGradient(GradientStage... stages) {
        return new Chain(joined(gradient, stages), direction, step);
    }

    /**
     * Adds stages of the step behind those that are there.
     *
     * @param stages the stages
     * @return the longer chain
     */
    public Chain onStep(StepStage... stages) {
        return new Chain(gradient, direction, joined(step, stages));
    }

    private static <T> List<T> joined(List<T> first, T[] more) {
        List<T> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        Oracle shown = oracle;
        for (int k = 0; k < gradient.size(); k++) {
            shown = new Staged(shown, gradient.get(k), memory.scope("gradient" + k)); // (1)
        }
        direction.delta(shown, memory.scope("direction"), delta); // (2)
        for (int k = 0; k < step.size(); k++) {
            step.get(k).change(shown, memory.scope("step" + k), delta); // (3)
        }
    }

    @Override
    public Schedule learningRate() {
        return direction.learningRate();
    }

    @Override
    public double proxStep(double alpha) {
        double s = direction.proxStep(alpha);
        for (StepStage stage : step) {
            s = stage.proxStep(s);
        }
        return s;
    }

    @Override
    public boolean scalesParameters() {
        return direction.scalesParameters() && step.stream().noneMatch(stage -> Double.isNaN(stage.proxStep(1)));
    }

    @Override
    public void proxSteps(Oracle oracle, Memory memory, double[] s) {
        direction.proxSteps(oracle, memory.scope("direction"), s);
        for (int j = 0; j < s.length; j++) {
            for (StepStage stage : step) {
                s[j] = stage.proxStep(s[j]);
            }
        }
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        direction.answer(t, memory.scope("direction"), out);
    }

    @Override
    public boolean ownsParameters() {
        return direction.ownsParameters();
    }

    @Override
    public String formula() {
        return "gradient → direction → step";
    }

    @Override
    public Recipe recipe() {
        Recipe recipe = Recipe.named(name(), formula());
        for (int k = 0; k < gradient.size(); k++) {
            recipe = recipe.with("gradient stage " + (k + 1), gradient.get(k).recipe());
        }
        recipe = recipe.with("direction", direction.recipe());
        for (int k = 0; k < step.size(); k++) {
            recipe = recipe.with("step stage " + (k + 1), step.get(k).recipe());
        }
        return recipe;
    }
}
