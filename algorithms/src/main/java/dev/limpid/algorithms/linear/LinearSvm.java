package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.penalty.L2Penalty;

/**
 * Linear support vector machines: what lies beyond the margin costs nothing.
 *
 * <pre>
 *   classification  F(w, b) = (1/Σv)·Σᵢ vᵢ·max(0, 1 − (2yᵢ − 1)·fᵢ) + λ/2·‖w‖²            {@link HingeLoss}
 *   squaredHinge    F(w, b) = (1/Σv)·Σᵢ vᵢ·max(0, 1 − (2yᵢ − 1)·fᵢ)² + λ/2·‖w‖²           {@link SquaredHingeLoss}
 *   regression      F(w, b) = (1/Σv)·Σᵢ vᵢ·max(0, |yᵢ − fᵢ| − ε) + λ/2·‖w‖²               {@link EpsilonInsensitiveLoss}
 *   oneClass        F(w, b) = (1/Σv)·Σᵢ vᵢ·max(0, −fᵢ) + ν/2·‖w‖² + ν·b                    {@link HingeLoss#perceptron}
 *   fᵢ = w·xᵢ + b
 * </pre>
 *
 * <p>{@link LogisticRegression} looks at all rows and gives probabilities; a support vector machine looks at those within the margin and gives
 * a side. {@code squaredHinge} is smooth and so the fastest of them. The intercept isn't penalised; liblinear and scikit-learn's
 * {@code LinearSVC} penalise it: for their numbers add a column of ones and say {@code intercept(false)}.
 *
 * <p>{@code oneClass} needs no target. It is the problem ½‖w‖² + (1/(ν·Σv))·Σᵢ vᵢ·max(0, ρ − w·xᵢ) − ρ of the paper times ν, with
 * b = −ρ: at most about the share ν of the rows has a score below 0. Those, and new rows like them, are unusual. A linear score can tell
 * only on which side of a plane a row lies, so columns should be features that are large for usual rows.
 *
 * <pre>{@code
 * LinearModel model = LinearSvm.fromC(1, data).fit(data);
 * LinearModel usual = LinearSvm.oneClass(0.05).fit(Dataset.unlabeled(x));
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>C. Cortes, V. Vapnik (1995): Support-Vector Networks. Machine Learning 20(3).
 * <li>H. Drucker, C. J. C. Burges, L. Kaufman, A. Smola, V. Vapnik (1996): Support Vector Regression Machines. NIPS 9.
 * <li>B. Schölkopf, J. C. Platt, J. Shawe-Taylor, A. J. Smola, R. C. Williamson (2001): Estimating the Support of a High-Dimensional
 *     Distribution. Neural Computation 13(7).
 * <li>R.-E. Fan, K.-W. Chang, C.-J. Hsieh, X.-R. Wang, C.-J. Lin (2008): LIBLINEAR: A Library for Large Linear Classification.
 *     Journal of Machine Learning Research 9.</ol>
 *
 * @since 0.1.0
 */
public final class LinearSvm {

    private LinearSvm() {}

    /**
     * Returns the assembly for two classes.
     *
     * @param strength λ; finite, ≥ 0
     * @return a spec with the hinge loss and {@link L2Penalty}
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0
     */
    public static LinearSpec classification(double strength) {
        return LinearModel.with(new HingeLoss()).penalty(L2Penalty.of(strength));
    }

    /**
     * Returns the assembly for two classes for the factor C of C·Σᵢ vᵢ·ℓᵢ + ½‖w‖²: λ = 1/(C·Σv).
     *
     * @param c C; finite, &gt; 0
     * @param data the training data, for the sum of its weights
     * @return a spec with the hinge loss and {@link L2Penalty}
     * @throws IllegalArgumentException if C isn't finite and &gt; 0
     */
    public static LinearSpec fromC(double c, Dataset data) {
        return classification(Scales.fromC(c, data));
    }

    /**
     * Returns the assembly for two classes whose loss is smooth.
     *
     * @param strength λ; finite, ≥ 0
     * @return a spec with the squared hinge loss and {@link L2Penalty}
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0
     */
    public static LinearSpec squaredHinge(double strength) {
        return LinearModel.with(new SquaredHingeLoss()).penalty(L2Penalty.of(strength));
    }

    /**
     * Returns the assembly for numbers.
     *
     * @param strength λ; finite, ≥ 0
     * @param epsilon ε, up to which residuals cost nothing; finite, ≥ 0
     * @return a spec with {@link EpsilonInsensitiveLoss} and {@link L2Penalty}
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static LinearSpec regression(double strength, double epsilon) {
        return LinearModel.with(new EpsilonInsensitiveLoss(epsilon)).penalty(L2Penalty.of(strength));
    }

    /**
     * Returns the assembly that tells usual rows from unusual ones.
     *
     * @param nu ν, about the share of rows that are unusual; in (0, 1)
     * @return a spec that needs no target; scores below 0 are unusual, class 0
     * @throws IllegalArgumentException if ν isn't in (0, 1)
     */
    public static LinearSpec oneClass(double nu) {
        if (!(nu > 0 && nu < 1)) {
            throw new IllegalArgumentException("nu must be in (0, 1), but was " + nu);
        }
        return LinearModel.with(HingeLoss.perceptron())
                .penalty(L2Penalty.of(nu))
                .withoutTarget()
                .term(nu + "·b", raw -> LinearTerm.of(raw, LinearHypothesis.INTERCEPT, nu));
    }
}
