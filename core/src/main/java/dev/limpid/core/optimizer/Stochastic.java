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

/**
 * Stochastic steps: a sampler says which units to look at, an update where to go from what they say.
 *
 * <p>It minimises a finite sum S, or S + Ω where Ω has a prox. Step t = 1, 2, … from θ:
 *
 * <pre>
 *   batch ← sampler                                   (1)
 *   θ ← θ + δ,  δ from the update on the batch        (2)
 *   θ ← prox of Ω at θ with step s                    (3)  s follows from the learning rate: the update's proxStep
 * </pre>
 *
 * <p>An update that scales each parameter by itself (Adam) has no such s, and is refused with a prox.
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
        Objective sum = objective instanceof Composite<?> composite ? composite.smooth() : objective;
        FiniteSum finite = new Need<>(FiniteSum.class, false, needs().what()).require(name(), sum);
        if (objective instanceof Composite<?> composite && Double.isNaN(update.proxStep(1))) {
            throw new IllegalArgumentException(
                    update.name() + " needs an objective without a prox, but has to minimise "
                            + composite.penaltyName()
                            + " too, and no one step length fits all its parameters: use Sgd, Momentum or "
                            + "Nesterov, or a penalty with a gradient, such as L2Penalty");
        }
        Checks.theta0(theta0, objective.blocks().size());
        return new StochasticRun(this, objective, finite, theta0, seed, memory);
    }

    @Override
    public String formula() {
        return "θ ← θ + δ on the batch of each step";
    }
}
