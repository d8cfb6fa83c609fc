package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.penalty.L2Penalty;

/**
 * Logistic regression: classes whose log odds are linear.
 *
 * <pre>
 *   binary       ℓ(y, f) = log(1 + e^{−(2y − 1)·f}),          P(y = 1) = 1/(1 + e^{−f})            {@link LogisticLoss}
 *   multinomial  ℓ(y, f) = log Σₖ e^{fₖ} − f_y,               P(y = k) ∝ e^{fₖ}                    {@link SoftmaxLoss}
 *   oneVsRest    ℓ(y, f) = Σₖ log(1 + e^{−(2[k = y] − 1)·fₖ}), P(y = k) ∝ 1/(1 + e^{−fₖ})           {@link OneVsRestLoss}
 * </pre>
 *
 * <p>There is no penalty unless one is added; where a plane parts the classes there is then no minimum, and a penalty such as
 * {@link L2Penalty} is needed. {@link #multinomial} fits all classes together and gives probabilities that belong together;
 * {@link #oneVsRest} fits each class against all others. {@link LinearSvm} looks at the rows near the border alone and
 * knows no probabilities; {@link OrdinalRegression} is for classes with an order.
 *
 * <pre>{@code
 * LinearModel model = LogisticRegression.binary().penalty(L2Penalty.of(0.01)).fit(data);
 * model.probabilities(data)[1];
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>D. R. Cox (1958): The Regression Analysis of Binary Sequences. Journal of the Royal Statistical Society B 20(2).
 * <li>D. McFadden (1974): Conditional Logit Analysis of Qualitative Choice Behavior. Frontiers in Econometrics.
 * <li>R. Rifkin, A. Klautau (2004): In Defense of One-Vs-All Classification. Journal of Machine Learning Research 5.</ol>
 *
 * @since 0.1.0
 */
public final class LogisticRegression {

    private LogisticRegression() {}

    /**
     * Returns the assembly for two classes.
     *
     * @return a spec without a penalty
     */
    public static LinearSpec binary() {
        return LinearModel.with(new LogisticLoss());
    }

    /**
     * Returns the assembly for several classes that are fitted together.
     *
     * @param classes number of classes K ≥ 2
     * @return a spec without a penalty; a number added to the scores of all classes changes nothing, so those of a model are one choice
     *     of many unless a penalty makes the coefficients unique
     * @throws IllegalArgumentException if there are fewer than 2 classes
     */
    public static LinearSpec multinomial(int classes) {
        return LinearModel.with(new SoftmaxLoss(classes));
    }

    /**
     * Returns the assembly for several classes, each fitted against all others.
     *
     * @param classes number of classes K ≥ 2
     * @return a spec without a penalty
     * @throws IllegalArgumentException if there are fewer than 2 classes
     */
    public static LinearSpec oneVsRest(int classes) {
        return LinearModel.with(new OneVsRestLoss(classes, new LogisticLoss()));
    }

    /**
     * Returns the assembly for the factor C of C·Σᵢ vᵢ·ℓᵢ + ½‖w‖², the scale of liblinear and scikit-learn: λ = 1/(C·Σv). For data with
     * more than two named classes it is multinomial.
     *
     * @param c C; finite, &gt; 0
     * @param data the training data, for the sum of its weights and its classes
     * @return a spec with {@link L2Penalty}
     * @throws IllegalArgumentException if C isn't finite and &gt; 0
     */
    public static LinearSpec fromC(double c, Dataset data) {
        int classes = data.schema().classNames().size();
        LinearSpec spec = classes > 2 ? multinomial(classes) : binary();
        return spec.penalty(L2Penalty.of(Scales.fromC(c, data)));
    }
}
