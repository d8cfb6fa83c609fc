package dev.limpid.core.internal.optimizer;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.penalty.SeparablePenalty;

/**
 * A sum over rows with linear scores plus a penalty, taken apart: F = S + Ω.
 *
 * @param objective F
 * @param sum S
 * @param design what S is made of
 */
public record LinearProblem(Composite<?> objective, LinearSum sum, LinearDesign design) {

    /** Takes an objective apart, or refuses it in the words of the need. */
    public static LinearProblem of(String optimizer, Need<?> need, Objective objective) {
        Objective smooth = objective instanceof Composite<?> composite ? composite.smooth() : objective;
        if (!(smooth instanceof LinearSum sum)) {
            throw need.refusal(optimizer, "the objective offers no LinearSum view", objective);
        }
        if (need.smooth() && !sum.kink().isEmpty()) {
            throw need.refusal(optimizer, sum.kink() + " has kinks", objective);
        }
        LinearDesign design = sum.design()
                .orElseThrow(() ->
                        need.refusal(optimizer, "its smooth part is more than a loss of linear scores", objective));
        return new LinearProblem(
                objective instanceof Composite<?> composite ? composite : Composite.of(sum), sum, design);
    }

    /** Tells whether F is convex and has a prox for the loss of each row and one for Ω, whether they have kinks or not. */
    public static boolean hasProxes(Objective objective) {
        Objective smooth = objective instanceof Composite<?> composite ? composite.smooth() : objective;
        boolean convex = !(objective instanceof Composite<?> composite) || composite.convexTerms();
        return convex
                && smooth instanceof LinearSum sum
                && sum.design().filter(design -> hasProx(design.loss())).isPresent();
    }

    /** Tells whether a loss is convex and has a prox. */
    public static boolean hasProx(Loss loss) {
        return loss.convex() && (loss instanceof ScalarLoss || (loss instanceof VectorLoss vector && vector.hasProx()));
    }

    /** Returns Ω by coordinates, or refuses it in the words of the need. */
    public static SeparablePenalty separable(String optimizer, Need<?> need, Composite<?> objective) {
        return objective
                .separable()
                .orElseThrow(() ->
                        need.refusal(optimizer, objective.penaltyName() + " is no sum over coordinates", objective));
    }
}
