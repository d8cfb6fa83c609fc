package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.loss.survival.Ties;

/**
 * Cox's proportional hazards: how features multiply the risk of an event, whatever the risk is over time.
 *
 * <pre>
 *   hazard of row i at time t = h₀(t)·e^{w·xᵢ}
 *   F(w) = −log(partial likelihood)/Σ of the events' weights  →  min            {@link CoxLoss}
 * </pre>
 *
 * <p>Targets are two columns, the time and the event: 1 if it happened then, 0 if the row was last seen then. Groups of the data are
 * strata, each with its own h₀; without groups all rows are one stratum. There is no intercept, h₀ takes it up. The
 * accelerated failure time model assumes a law of the times in return for predictions of them:
 * {@code LinearModel.with(new AftLoss(LogTime.weibull())).locationOnly()}.
 *
 * <pre>{@code
 * Dataset data = Dataset.unlabeled(x).withTargets(time, event);
 * LinearModel model = CoxRegression.of().fit(data);
 * System.out.println(model.summary(data));                          // hazard ratios, their errors, tests, concordance
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>D. R. Cox (1972): Regression Models and Life-Tables. Journal of the Royal Statistical Society B 34(2).
 * <li>B. Efron (1977): The Efficiency of Cox's Likelihood Function for Censored Data. Journal of the American Statistical
 *     Association 72(359).</ol>
 *
 * @since 0.1.0
 */
public final class CoxRegression {

    private CoxRegression() {}

    /**
     * Returns the assembly with Efron's treatment of ties.
     *
     * @return a spec with {@link CoxLoss} and no penalty
     */
    public static LinearSpec of() {
        return of(Ties.EFRON);
    }

    /**
     * Returns the assembly.
     *
     * @param ties how events at the same time are treated
     * @return a spec with {@link CoxLoss} and no penalty
     */
    public static LinearSpec of(Ties ties) {
        return LinearModel.with(new CoxLoss(ties));
    }
}
