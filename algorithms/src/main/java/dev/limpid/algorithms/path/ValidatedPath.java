package dev.limpid.algorithms.path;

import dev.limpid.algorithms.linear.LinearModel;

/**
 * A path with the losses of its strengths on rows that were left out, see {@link CrossValidation}. Immutable.
 *
 * @since 0.1.0
 */
public final class ValidatedPath {

    private final RegularizationPath path;
    private final double[] mean;
    private final double[] error;

    ValidatedPath(RegularizationPath path, double[][] losses, double[] masses) {
        this.path = path;
        this.mean = new double[path.size()];
        this.error = new double[path.size()];
        double mass = 0;
        for (double v : masses) {
            mass += v;
        }
        for (int k = 0; k < mean.length; k++) {
            for (int f = 0; f < masses.length; f++) {
                mean[k] += masses[f] * losses[f][k] / mass; // (2)
            }
            double square = 0;
            for (int f = 0; f < masses.length; f++) {
                square += masses[f] * (losses[f][k] - mean[k]) * (losses[f][k] - mean[k]) / mass;
            }
            error[k] = Math.sqrt(square / (masses.length - 1)); // (3)
        }
    }

    /**
     * Returns the path that was fitted to all rows.
     *
     * @return the path
     */
    public RegularizationPath path() {
        return path;
    }

    /**
     * Returns a model that was fitted to all rows.
     *
     * @param k position
     * @return the model with strength λₖ
     */
    public LinearModel model(int k) {
        return path.model(k);
    }

    /**
     * Returns the mean losses on rows left out.
     *
     * @return a copy, mₖ at k
     */
    public double[] meanLosses() {
        return mean.clone();
    }

    /**
     * Returns the standard errors of the mean losses.
     *
     * @return a copy, sₖ at k
     */
    public double[] standardErrors() {
        return error.clone();
    }

    /**
     * Returns the strength with the least mean loss.
     *
     * @return its position; of equal ones the first
     * @throws IllegalStateException if no mean loss is finite
     */
    public int best() {
        int best = -1;
        for (int k = 0; k < mean.length; k++) {
            if (Double.isFinite(mean[k]) && (best < 0 || mean[k] < mean[best])) {
                best = k;
            }
        }
        if (best < 0) {
            throw new IllegalStateException(
                    "best needs a finite loss on the rows left out, but none is: use fewer folds,"
                            + " or a loss that is finite whatever the score");
        }
        return best;
    }

    /**
     * Returns the largest strength whose mean loss is within a standard error of the least: the simplest model that may be as
     * good as the best (Breiman, Friedman, Olshen, Stone 1984: Classification and Regression Trees, section 3.4.3).
     *
     * @return its position, at most {@link #best()}
     */
    public int oneStandardError() {
        int best = best();
        for (int k = 0; k < best; k++) {
            if (mean[k] <= mean[best] + error[best]) {
                return k;
            }
        }
        return best;
    }

    /**
     * Draws the mean loss over the logarithm of the strength, with a bar of one standard error to each side.
     *
     * @return an SVG element
     */
    public String svg() {
        return PathPicture.validation(path.strengths(), mean, error);
    }
}
