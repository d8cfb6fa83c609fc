package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.objective.Split;

/**
 * What an optimizer needs of an objective.
 *
 * @param <V> the view of the objective
 * @param view class of the view
 * @param smooth whether the objective (of a composite one: its smooth part) must be free of kinks
 * @param what the need in words, to follow "needs": {@code a smooth objective}
 * @since 0.1.0
 */
public record Need<V extends Objective>(Class<V> view, boolean smooth, String what) {

    /**
     * Hands the objective over as the view, or refuses it.
     *
     * @param optimizer name of the optimizer
     * @param objective the objective
     * @return the same objective
     * @throws IllegalArgumentException with a sentence that says what to use, if it doesn't offer the view
     */
    public V require(String optimizer, Objective objective) {
        if (!view.isInstance(objective)) {
            throw refusal(optimizer, lack(objective), objective);
        }
        if (smooth && !kink(objective).isEmpty()) {
            throw refusal(optimizer, kink(objective) + " has kinks", objective);
        }
        return view.cast(objective);
    }

    private String lack(Objective objective) {
        if (objective instanceof Composite<?> composite && !(objective instanceof Smooth)) {
            return composite.penaltyName() + " offers only a prox";
        }
        return objective instanceof Split<?> split && !(objective instanceof Smooth)
                ? "the sum of " + split.penaltyName() + " offers only the prox of each term"
                : "the objective offers no " + view.getSimpleName() + " view";
    }

    /**
     * Writes the sentence that refuses an objective, for optimizers that need more of it than a view.
     *
     * @param optimizer name of the optimizer
     * @param lack what the objective lacks, to follow "but"
     * @param objective the objective
     * @return the exception, with a sentence that says what to use
     */
    public IllegalArgumentException refusal(String optimizer, String lack, Objective objective) {
        return new IllegalArgumentException(optimizer + " needs " + what + ", but " + lack + ": " + instead(objective));
    }

    /** The optimizers that fit an objective. */
    private static String instead(Objective objective) {
        boolean kinked = !kink(objective).isEmpty();
        if (objective instanceof Curved curved && (!kinked || curved.needsCap())) {
            return kinked ? "use MajorizeMinimize" : "use Lbfgs or MajorizeMinimize";
        }
        if (objective instanceof Composite<?> composite) {
            if (!kinked) {
                boolean coordinates = composite.smooth() instanceof LinearSum
                        && composite.separable().isPresent();
                return coordinates ? "use CoordinateDescent or Fista" : "use Fista";
            }
            return orStochastic(objective, composite.smooth() instanceof FiniteSum, "use a smooth loss");
        }
        if (objective instanceof Split<?> split) {
            return kinked ? "use a smooth loss" : split.convexTerms() ? "use Admm" : "use convex penalties";
        }
        if (objective instanceof Smooth && !kinked) {
            return "use Lbfgs";
        }
        return orStochastic(
                objective,
                objective instanceof FiniteSum,
                "use NelderMead, or give it a gradient without kinks and use Lbfgs");
    }

    /** What fits a kinked objective, if it is convex row by row, if it is a sum, and if not. */
    private static String orStochastic(Objective objective, boolean sum, String otherwise) {
        if (LinearProblem.hasProxes(objective)) {
            return "use Pdhg";
        }
        return sum ? "use Stochastic" : otherwise;
    }

    private static String kink(Objective objective) {
        return objective instanceof Split<?> split ? split.smooth().kink() : objective.kink();
    }
}
