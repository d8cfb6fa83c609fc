package dev.limpid.core.penalty;

/**
 * The minimax concave penalty (MCP): a lasso near 0 that charges large coordinates no more than a fixed price, so that they are not
 * shrunk. Not convex.
 *
 * <pre>
 *   ω(x) = λ·|x| − x²/(2·γ)  if |x| ≤ γ·λ                       (1)
 *        = γ·λ²/2            beyond                             (2)
 *
 *   prox(z), a = |z|, s the step:
 *     s &lt; γ:  0                              if a ≤ λ·s          (3)
 *             sign(z)·(a − λ·s)/(1 − s/γ)    if a ≤ γ·λ          (4)
 *             z                              beyond             (5)
 *     s ≥ γ:  0  if a ≤ λ·√(γ·s), else z                        (6)
 * </pre>
 *
 * <p>With s &lt; γ the function that prox minimises, ω(x) + (x − z)²/(2·s), is convex. With s ≥ γ it is concave in (1), so its
 * minimum is 0, at a cost of z²/(2·s), or z, at a cost of γ·λ²/2: line (6) takes the lower one. The prox is the global minimum
 * for every step.
 *
 * <p><b>References</b>
 * <ol><li>C.-H. Zhang (2010): Nearly Unbiased Variable Selection under Minimax Concave Penalty. Annals of Statistics 38(2).
 * <li>P. Breheny, J. Huang (2011): Coordinate Descent Algorithms for Nonconvex Penalized Regression. Annals of Applied
 *     Statistics 5(1), equation (2.7) for s = 1.</ol>
 *
 * @param strength λ, the slope at 0; finite, ≥ 0
 * @param gamma γ, how slowly the slope falls to 0; finite, &gt; 0
 * @since 0.1.0
 */
public record McpPenalty(double strength, double gamma) implements SeparablePenalty {

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0, or γ not finite and &gt; 0
     */
    public McpPenalty {
        Strengths.check(strength);
        if (!(gamma > 0 && Double.isFinite(gamma))) {
            throw new IllegalArgumentException("gamma must be finite and > 0, but was " + gamma);
        }
    }

    /**
     * Returns the penalty with γ = 3, the usual choice for columns of variance 1.
     *
     * @param strength λ, the slope at 0; finite, ≥ 0
     * @return the penalty
     */
    public static McpPenalty of(double strength) {
        return new McpPenalty(strength, 3);
    }

    /**
     * Returns the penalty.
     *
     * @param strength λ, the slope at 0; finite, ≥ 0
     * @param gamma γ, how slowly the slope falls to 0; finite, &gt; 0
     * @return the penalty
     */
    public static McpPenalty of(double strength, double gamma) {
        return new McpPenalty(strength, gamma);
    }

    @Override
    public double value(double x, int j) {
        double a = Math.abs(x);
        return a <= gamma * strength
                ? strength * a - x * x / (2 * gamma) // (1)
                : Double.isNaN(x) ? x : gamma * strength * strength / 2; // (2)
    }

    @Override
    public double prox(double z, int j, double step) {
        double a = Math.abs(z);
        if (step >= gamma) {
            return a <= strength * Math.sqrt(gamma * step) ? 0 : z; // (6)
        }
        if (a <= strength * step) {
            return 0; // (3)
        }
        return a <= gamma * strength
                ? Math.signum(z) * (a - strength * step) / (1 - step / gamma) // (4)
                : z; // (5)
    }

    @Override
    public boolean convex() {
        return false;
    }

    @Override
    public String formula() {
        return "Σⱼ λ·|xⱼ| − xⱼ²/(2·γ) if |xⱼ| ≤ γ·λ, else γ·λ²/2";
    }

    @Override
    public String formula(String x) {
        return "MCP(" + x + "; λ = " + strength + ", γ = " + gamma + ")";
    }

    @Override
    public String source() {
        return "C.-H. Zhang (2010): Nearly Unbiased Variable Selection under Minimax Concave Penalty";
    }
}
