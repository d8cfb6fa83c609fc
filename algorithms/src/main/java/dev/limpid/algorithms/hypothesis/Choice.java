package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;
import java.util.Collection;
import java.util.Optional;

/**
 * The optimizer for those who name none; the table is in the Javadoc of {@link HypothesisSpec}.
 *
 * @param optimizer the optimizer
 * @param reason why, to follow "because"; empty if the user named it
 */
record Choice(Optimizer<?> optimizer, String reason) {

    /** With up to this many parameters, the QR factorisation of the Jacobian is cheap. */
    static final int FEW_PARAMETERS = 300;

    /** A Jacobian of more numbers than this takes more than 400 MB. */
    static final long LARGE_JACOBIAN = 50_000_000;

    /**
     * Chooses.
     *
     * @throws IllegalArgumentException with what to do, if loss and penalties leave no optimizer
     */
    static Choice of(Assembly<?> assembly, Loss loss, Collection<Penalty> penalties, Facts facts) {
        Optional<Penalty> prox =
                penalties.stream().filter(p -> !(p instanceof SmoothPenalty)).findFirst();
        if (!loss.smooth()) {
            throw new IllegalArgumentException(
                    loss.name() + " has kinks, and no optimizer is sure to get over them with " + assembly.name()
                            + ": use a smooth loss such as HuberLoss, or name Stochastic as the optimizer");
        }
        return prox.map(penalty -> new Choice(Fista.defaults(), penalty.name() + " offers only a prox"))
                .orElseGet(() -> assembly.chooseSmooth(facts));
    }

    /** Least squares by Levenberg–Marquardt, all else by L-BFGS. */
    static Choice ofSmooth(Facts facts) {
        int p = facts.parameters();
        long rows = facts.data().size();
        if (!facts.squares()) {
            return new Choice(Lbfgs.defaults(), "loss and penalties are smooth");
        }
        if (p > FEW_PARAMETERS || rows * p > LARGE_JACOBIAN) {
            return new Choice(
                    Lbfgs.defaults(),
                    "the loss is smooth, and " + rows + " rows of " + p + " parameters make a large Jacobian");
        }
        return new Choice(LevenbergMarquardt.defaults(), "the objective is a sum of squares of few parameters, " + p);
    }
}
