package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;

/**
 * Ordinal regression: ordered classes, cut out of a linear score by thresholds (proportional odds).
 *
 * <pre>
 *   P(y ≤ k) = 1/(1 + e^{−(tₖ − w·x)}),   t₀ &lt; t₁ &lt; … &lt; t_{K−2}
 *   F(w, t) = −(1/Σv)·Σᵢ vᵢ·log P(y = yᵢ)  →  min                          {@link CumulativeLogitLoss}
 * </pre>
 *
 * <p>The slopes are the same for all classes, so there is one number a column, where {@link LogisticRegression#multinomial} has K. The
 * model's scores are what {@link CumulativeLogitLoss} reads: f₀ = w·x + b₀ with b₀ = −t₀, and the gaps between
 * thresholds, log(1 + e^{fₖ}) = tₖ − tₖ₋₁. {@link #thresholds} and {@link #probabilities} put them together.
 *
 * <pre>{@code
 * LinearModel model = OrdinalRegression.of(5).fit(data);        // codes 0 … 4
 * System.out.println(model.summary(data));                      // slopes and thresholds with their errors
 * double[] t = OrdinalRegression.thresholds(model);
 * double[][] p = OrdinalRegression.probabilities(model, data);
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>P. McCullagh (1980): Regression Models for Ordinal Data. Journal of the Royal Statistical Society B 42(2).</ol>
 *
 * @since 0.1.0
 */
public final class OrdinalRegression {

    private OrdinalRegression() {}

    /**
     * Returns the assembly.
     *
     * @param levels number of classes K ≥ 3; their codes 0 … K − 1 are in order
     * @return a spec with {@link CumulativeLogitLoss}, of whose scores the first alone depends on the row, and no penalty
     * @throws IllegalArgumentException if there are fewer than 3 classes
     */
    public static LinearSpec of(int levels) {
        if (levels < 3) {
            throw new IllegalArgumentException(
                    "levels must be at least 3, but was " + levels + ": use LogisticRegression.binary() for two");
        }
        return LinearModel.with(new CumulativeLogitLoss(levels)).locationOnly();
    }

    /**
     * Returns the thresholds of a model.
     *
     * @param model a model of {@link #of}
     * @return tₖ at k, rising, K − 1 numbers
     * @throws IllegalArgumentException if the model has another loss
     */
    public static double[] thresholds(LinearModel model) {
        require(model);
        double[] t = model.intercepts();
        t[0] = -t[0];
        for (int k = 1; k < t.length; k++) {
            t[k] = t[k - 1] + Math.max(t[k], 0) + Math.log1p(Math.exp(-Math.abs(t[k])));
        }
        return t;
    }

    /**
     * Returns the probabilities of the classes.
     *
     * @param model a model of {@link #of}
     * @param data rows with the columns of the model
     * @return P(y = k) of row i at [k][i]
     * @throws IllegalArgumentException if the model has another loss, or as {@link LinearModel#scores(Dataset)}
     */
    public static double[][] probabilities(LinearModel model, Dataset data) {
        CumulativeLogitLoss loss = require(model);
        double[][] f = model.scores(data);
        double[][] p = new double[loss.levels()][data.size()];
        double[] ofRow = new double[f.length];
        for (int i = 0; i < data.size(); i++) {
            for (int k = 0; k < f.length; k++) {
                ofRow[k] = f[k][i];
            }
            double[] of = loss.probabilities(ofRow);
            for (int k = 0; k < of.length; k++) {
                p[k][i] = of[k];
            }
        }
        return p;
    }

    private static CumulativeLogitLoss require(LinearModel model) {
        if (model.loss() instanceof CumulativeLogitLoss loss) {
            return loss;
        }
        throw new IllegalArgumentException("model must have a CumulativeLogitLoss, but has a "
                + model.loss().name() + ": fit it with OrdinalRegression.of(levels)");
    }
}
