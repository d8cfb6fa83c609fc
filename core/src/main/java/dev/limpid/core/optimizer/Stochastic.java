package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.update.Update;
import java.util.Objects;
import java.util.Optional;

/**
 * Stochastic steps: a sampler says which units to look at, an update where to go from what they say.
 *
 * <p>It minimises a finite sum S, or S + Ω where Ω has a prox. Step t = 1, 2, … from θ:
 *
 * <pre>
 *   batch ← sampler                                   (1)
 *   θ ← θ + δ,  δ from the update on the batch        (2)
 *   θ ← prox of Ω at θ with step s                    (3)  one s for all parameters, or one for each
 * </pre>
 *
 * <p>The s of (3) follow from the learning rate by the update's {@code proxStep} or {@code proxSteps}. An update that has none
 * (Lion, LAMB) is refused with a prox; one that scales each parameter by itself (Adam) needs a penalty that is a sum over
 * parameters. Where Ω has a gradient (ridge) and the update no s, Ω is a part of S instead, and goes into (2).
 *
 * <p>Such a run has no tolerance: give the driver a limit, such as {@link dev.limpid.core.training.Stopping#maxEpochs}. A step
 * that would leave the finite numbers isn't made: the run says {@code DIVERGED} and stays at the last finite point.
 *
 * <p>The objective of a {@link dev.limpid.core.training.Step} is the estimate from its batch at the point where the step began; NaN
 * if the update never asked for value or gradient. All randomness of step t comes from (seed, t) alone.
 *
 * @param update where to go; has its own learning rate
 * @param sampler which units to look at
 * @since 0.1.0
 */
public record Stochastic(Update update, Sampler sampler) implements Optimizer<Objective> {

    /** Checks that both parts are there. */
    public Stochastic {
        Objects.requireNonNull(update, "update");
        Objects.requireNonNull(sampler, "sampler");
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(Objective.class, false, "a finite sum, with or without a penalty that has a prox");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        Optional<Composite<?>> composite = proxed(objective);
        Objective sum = composite.isPresent() ? composite.get().smooth() : objective;
        FiniteSum finite = new Need<>(FiniteSum.class, false, needs().what()).require(name(), sum);
        composite.ifPresent(this::requireProxSteps);
        Checks.theta0(theta0, objective.blocks().size());
        return new StochasticRun(this, finite, composite, theta0, seed, memory);
    }

    /** S + Ω where Ω is taken by its prox: always if it has no gradient, otherwise if the update has steps for it. */
    private Optional<Composite<?>> proxed(Objective objective) {
        return objective instanceof Composite<?> composite
                        && (!(objective instanceof FiniteSum) || hasProxStep() || hasProxSteps(composite))
                ? Optional.of(composite)
                : Optional.empty();
    }

    private boolean hasProxStep() {
        return !Double.isNaN(update.proxStep(1));
    }

    private boolean hasProxSteps(Composite<?> composite) {
        return update.scalesParameters() && composite.separable().isPresent();
    }

    private void requireProxSteps(Composite<?> composite) {
        if (hasProxStep() || hasProxSteps(composite)) {
            return;
        }
        if (!update.scalesParameters()) {
            String others = composite.separable().isPresent() ? "Sgd, Momentum or Adam" : "Sgd, Momentum or Nesterov";
            throw new IllegalArgumentException(
                    update.name() + " has no step length for the prox of " + composite.penaltyName() + ": use " + others
                            + ", or a penalty with a gradient, such as L2Penalty");
        }
        throw new IllegalArgumentException(
                update.name() + " has a step length for each parameter, so it needs a penalty "
                        + "that is a sum over parameters, but " + composite.penaltyName()
                        + " is none: use Sgd, Momentum or Nesterov");
    }

    @Override
    public String formula() {
        return "θ ← θ + δ on the batch of each step";
    }
}
