package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.linear.matrix.LossAxis.LossLevel;
import dev.limpid.algorithms.linear.matrix.PenaltyAxis.PenaltyLevel;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;

/**
 * What several optimizers are given to minimise: all of a cell but its optimizer.
 *
 * @param loss ℓ
 * @param penaltyLevel which penalty
 * @param setting how the data are given
 * @param data the rows
 * @param penalty Ω
 * @param objective F by its definition
 */
record Problem(
        LossLevel loss,
        PenaltyLevel penaltyLevel,
        Setting setting,
        SmallData data,
        Penalty penalty,
        PlainObjective objective) {

    /** Steps of a run at most; those of a stochastic one are counted in epochs. */
    private static final long MAX_ITERATIONS = 1500;

    private static final long SEED = 11;

    static Problem of(LossLevel loss, PenaltyLevel penaltyLevel, Setting setting) {
        SmallData data = SmallData.of(loss, setting);
        Penalty penalty = penaltyLevel.of().apply(loss.loss().scores() * SmallData.FEATURES);
        PlainObjective objective = new PlainObjective(data, loss.loss(), penalty, hasIntercept(loss, setting));
        return new Problem(loss, penaltyLevel, setting, data, penalty, objective);
    }

    private static boolean hasIntercept(LossLevel loss, Setting setting) {
        return setting.intercept() && !loss.loss().shiftInvariant();
    }

    /** Tells whether there is an intercept: it is asked for, and the loss sees it. */
    boolean hasIntercept() {
        return hasIntercept(loss, setting);
    }

    /** The model as a user writes it, still without an optimizer. */
    LinearSpec spec() {
        return LinearModel.with(loss.loss())
                .penalty(penalty)
                .intercept(setting.intercept())
                .seed(SEED)
                .threads(1)
                .maxIterations(MAX_ITERATIONS);
    }

    /** Raw coefficients of a model as θ. */
    double[] theta(LinearModel model) {
        double[] theta = new double[objective.size()];
        double[][] w = model.coefficients();
        for (int k = 0; k < w.length; k++) {
            System.arraycopy(w[k], 0, theta, k * SmallData.FEATURES, SmallData.FEATURES);
            theta[w.length * SmallData.FEATURES + k] = model.intercepts()[k];
        }
        return theta;
    }

    /** Tells whether each local minimum is one of the whole. */
    boolean isConvex() {
        return loss.loss().convex() && penalty.convex();
    }

    /** Tells whether the mean loss has a gradient everywhere. */
    boolean isSmooth() {
        return loss.loss().smooth();
    }

    /** Tells whether F has a gradient everywhere. */
    boolean hasGradient() {
        return isSmooth() && penalty instanceof SmoothPenalty;
    }

    /** Number of units that a stochastic run draws from. */
    int units() {
        return data.units(loss.loss() instanceof UnitLoss);
    }

    @Override
    public String toString() {
        return loss + " | " + penaltyLevel + " | " + setting;
    }
}
