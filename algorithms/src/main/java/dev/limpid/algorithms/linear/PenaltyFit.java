package dev.limpid.algorithms.linear;

import dev.limpid.core.penalty.Penalty;

/**
 * A fit of a {@link PenaltySeries}: the model, and what was minimised.
 *
 * <pre>
 *   F = S + Ω        S the mean loss (and terms that were added to it), Ω the penalty
 * </pre>
 *
 * @since 0.1.0
 */
public final class PenaltyFit {

    private final LinearModel model;
    private final Penalty penalty;
    private final double objective;
    private final double loss;
    private final double[] theta;

    PenaltyFit(LinearModel model, Penalty penalty, double objective, double loss, double[] theta) {
        this.model = model;
        this.penalty = penalty;
        this.objective = objective;
        this.loss = loss;
        this.theta = theta;
    }

    /**
     * Returns the model, with its trace and why it stopped.
     *
     * @return the model
     */
    public LinearModel model() {
        return model;
    }

    /**
     * Returns the penalty.
     *
     * @return Ω
     */
    public Penalty penalty() {
        return penalty;
    }

    /**
     * Returns what was minimised.
     *
     * @return F
     */
    public double objective() {
        return objective;
    }

    /**
     * Returns the loss alone.
     *
     * @return S
     */
    public double loss() {
        return loss;
    }

    /**
     * Returns how far the optimizer says it is from a minimum, in its own measure: for coordinate descent the largest
     * violation of the optimality conditions by a coordinate, in the scale of its columns.
     *
     * @return the number, 0 at a minimum
     */
    public double violation() {
        return model.trace().last().gradientNorm();
    }

    /**
     * Counts coefficients that aren't 0, intercepts not among them.
     *
     * @return the number
     */
    public int nonZero() {
        int count = 0;
        for (double[] w : model.coefficients()) {
            for (double wj : w) {
                count += wj != 0 ? 1 : 0;
            }
        }
        return count;
    }

    double[] theta() {
        return theta;
    }
}
