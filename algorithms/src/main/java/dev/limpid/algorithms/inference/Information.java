package dev.limpid.algorithms.inference;

/**
 * Which second derivatives standard errors are made of, at the coefficients that were fitted.
 *
 * <pre>
 *   OBSERVED   H = Σᵢ vᵢ·∂²ℓ(yᵢ, fᵢ)/∂f²·xᵢ·xᵢᵀ          of the targets that were seen
 *   EXPECTED   I = Σᵢ vᵢ·E ∂²ℓ(y, fᵢ)/∂f²·xᵢ·xᵢᵀ         over targets drawn from the model: Fisher's information
 * </pre>
 *
 * <p>They are the same for linear, logistic, softmax and Poisson regression, whose links are canonical. Elsewhere both are right
 * for many rows of the model; the observed ones are closer to the errors of these rows, and of use where the model is wrong as
 * well. R's {@code glm} prints the expected ones, and so does statsmodels' {@code GLM} by default; statsmodels' {@code Probit}
 * and others print the observed.
 *
 * <p><b>References</b>
 * <ol><li>B. Efron, D. V. Hinkley (1978): Assessing the Accuracy of the Maximum Likelihood Estimator: Observed versus Expected
 *     Fisher Information. Biometrika 65(3).
 * <li>P. McCullagh, J. A. Nelder (1989): Generalized Linear Models, 2nd ed. Chapman and Hall, section 2.5.</ol>
 *
 * @since 0.1.0
 */
public enum Information {
    /** Second derivatives at the targets. */
    OBSERVED,
    /** Second derivatives at the targets that the model expects; of losses with {@code expectedSecondDerivative}. */
    EXPECTED
}
