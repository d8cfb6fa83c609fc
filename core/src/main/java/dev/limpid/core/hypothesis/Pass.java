package dev.limpid.core.hypothesis;

/**
 * One evaluation of a hypothesis on a batch, with J = ∂f/∂θ there.
 *
 * @since 0.1.0
 */
public interface Pass {

    /**
     * Pulls a gradient of the scores back to the parameters: grad ← grad + Jᵀ·g.
     *
     * @param g ∂L/∂f at [k][i]; not changed
     * @param grad added to
     */
    void pullback(double[][] g, double[] grad);

    /**
     * Pushes a direction of the parameters forward to the scores: df ← J·v.
     *
     * @param v direction; not changed
     * @param df receives the change of score k of the i-th row at [k][i]; overwritten
     */
    void pushforward(double[] v, double[][] df);
}
