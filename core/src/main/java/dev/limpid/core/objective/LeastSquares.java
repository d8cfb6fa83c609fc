package dev.limpid.core.objective;

/**
 * A sum of squared residuals that hands out the residuals and their Jacobian, for methods such as Levenberg–Marquardt.
 *
 * <pre>
 *   F(θ)  = Σᵢ rᵢ(θ)²,  i = 1 … m     (1)
 *   ∇F(θ) = 2·Jᵀ·r,  Jᵢⱼ = ∂rᵢ/∂θⱼ    (2)
 * </pre>
 *
 * <p>There is no factor ½ and no 1/m: F is the residual sum of squares of a regression table.
 *
 * <p>Two methods to write besides {@code blocks} and the number of residuals:
 *
 * <pre>{@code
 * record Decay(double[] time, double[] y) implements LeastSquares {      // y ≈ a·exp(−b·t)
 *     public Blocks blocks() { return Blocks.single(2); }
 *     public int residuals() { return y.length; }
 *     public void residuals(double[] t, double[] r) {
 *         for (int i = 0; i < r.length; i++) { r[i] = t[0] * Math.exp(-t[1] * time[i]) - y[i]; }
 *     }
 *     public void jacobian(double[] t, double[] r, double[][] j) {
 *         residuals(t, r);
 *         for (int i = 0; i < r.length; i++) {
 *             j[i][0] = Math.exp(-t[1] * time[i]);
 *             j[i][1] = -time[i] * t[0] * j[i][0];
 *         }
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public interface LeastSquares extends Smooth {

    /**
     * Returns the number of residuals.
     *
     * @return m ≥ 1
     */
    int residuals();

    /**
     * Computes the residuals.
     *
     * @param t θ; not changed
     * @param r receives r(θ), length m; overwritten
     */
    void residuals(double[] t, double[] r);

    /**
     * Computes residuals and Jacobian.
     *
     * @param t θ; not changed
     * @param r receives r(θ), length m; overwritten
     * @param j receives J, shape [m][p]; overwritten
     */
    void jacobian(double[] t, double[] r, double[][] j);

    @Override
    default double value(double[] t) {
        double[] r = new double[residuals()];
        residuals(t, r);
        return SumOfSquares.of(r); // (1)
    }

    @Override
    default double gradient(double[] t, double[] g) {
        double[] r = new double[residuals()];
        double[][] j = new double[r.length][t.length];
        jacobian(t, r, j);
        SumOfSquares.gradient(r, j, g); // (2)
        return SumOfSquares.of(r);
    }
}
