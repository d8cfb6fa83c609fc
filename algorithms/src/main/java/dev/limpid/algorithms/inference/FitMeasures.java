package dev.limpid.algorithms.inference;

/**
 * How well a model fits, with V = Σᵢ vᵢ the sum of the weights, which counts as the number of rows.
 *
 * <pre>
 *   deviance  D = Σᵢ vᵢ·2·(ℓᵢ − min ℓᵢ),  D₀ that of the best constant scores      (1)  scores 0 without an intercept
 *   φ         = Σᵢ vᵢ·(yᵢ − µᵢ)²/V(µᵢ) / (V − p),  or 1                          (2)
 *   R²        = 1 − D/D₀                                                          (3)  McFadden's for classes
 *   adjusted  = 1 − (D/(V − p)) / (D₀/(V − p₀))
 *   test      = (D₀ − D)/(p − p₀) / φ,  F(p − p₀, V − p) distributed              (4)  where φ is estimated
 *             = D₀ − D,  χ²(p − p₀) distributed                                    (5)  otherwise
 *             = 2·(log L − log L₀),  likewise                                   (5′) of families without a deviance
 *   AIC       = 2p − 2·log L,  BIC = p·log V − 2·log L                            (6)  p without φ
 * </pre>
 *
 * <p>log L is taken at φ = D/V for the Gaussian family, at (2) for the others, as statsmodels does; R counts φ as one parameter
 * more in (6).
 *
 * @param rows number of rows n
 * @param weight V; of losses of groups the mass of the groups, which is the number of events of Cox's
 * @param parameters number of coefficients p that were estimated
 * @param residualDegrees V − p
 * @param dispersion φ of (2); NaN if there are no residual degrees, or the family is unknown
 * @param pearson Σᵢ vᵢ·(yᵢ − µᵢ)²/V(µᵢ); NaN if the target has no such thing
 * @param logLikelihood log L; NaN if the family is unknown or has no closed form
 * @param deviance D; NaN if the family is unknown or has none; of a partial likelihood −2·log L
 * @param nullDeviance D₀; likewise
 * @param rSquared (3)
 * @param adjustedRSquared likewise for degrees of freedom
 * @param aic Akaike's criterion
 * @param bic Schwarz's criterion
 * @param statistic (4), (5) or (5′); NaN if there is nothing to test
 * @param statisticDegrees p − p₀
 * @param pValue chance of (4) or (5) or more if all slopes are 0
 * @param condition condition number of the rows √(vᵢ·∂²ℓ/∂f²)·(x, 1), columns brought to one length
 * @since 0.1.0
 */
public record FitMeasures(
        int rows,
        double weight,
        int parameters,
        double residualDegrees,
        double dispersion,
        double pearson,
        double logLikelihood,
        double deviance,
        double nullDeviance,
        double rSquared,
        double adjustedRSquared,
        double aic,
        double bic,
        double statistic,
        int statisticDegrees,
        double pValue,
        double condition) {}
