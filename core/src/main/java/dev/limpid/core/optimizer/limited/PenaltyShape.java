package dev.limpid.core.optimizer.limited;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Optional;

/** What a penalty is coordinate by coordinate, or a sentence that says what else to use. */
final class PenaltyShape {

    private PenaltyShape() {}

    /** λⱼ of a penalty Σⱼ λⱼ·|θⱼ|. */
    static double[] strengths(Optimizer<?> optimizer, Composite<?> objective) {
        Optional<SeparablePenalty> penalty = objective.separable();
        int p = objective.blocks().size();
        double[] strengths = new double[p];
        for (int j = 0; j < p; j++) {
            int at = j;
            strengths[j] = penalty.map(each -> each.absoluteStrength(at)).orElse(Double.NaN);
            boolean free = penalty.isPresent()
                    && penalty.get().lower(j) == Double.NEGATIVE_INFINITY
                    && penalty.get().upper(j) == Double.POSITIVE_INFINITY;
            if (!(strengths[j] >= 0 && free)) {
                throw new IllegalArgumentException(
                        optimizer.name() + " needs " + optimizer.needs().what() + ", but "
                                + objective.penaltyName()
                                + " is not a sum of absolute values: use Fista, or add its smooth part to the objective first");
            }
        }
        return strengths;
    }

    /** lⱼ and uⱼ of a penalty that is 0 between them. */
    static Bounds bounds(Optimizer<?> optimizer, Composite<?> objective) {
        Optional<SeparablePenalty> penalty = objective.separable();
        int p = objective.blocks().size();
        double[] lower = new double[p];
        double[] upper = new double[p];
        for (int j = 0; j < p; j++) {
            if (penalty.isEmpty() || penalty.get().absoluteStrength(j) != 0) {
                throw new IllegalArgumentException(
                        optimizer.name() + " needs " + optimizer.needs().what() + ", but "
                                + objective.penaltyName()
                                + " is not a pair of bounds for each parameter: use Fista, or OwlQn for absolute values");
            }
            lower[j] = penalty.get().lower(j);
            upper[j] = penalty.get().upper(j);
        }
        return new Bounds(lower, upper);
    }
}
