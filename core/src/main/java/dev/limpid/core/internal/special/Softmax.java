package dev.limpid.core.internal.special;

import dev.limpid.core.loss.Scores;

/**
 * The softmax of a row's scores with what textbook forms lose: the complements 1 − pₖ and −log pₖ, accurate also where a
 * class is beyond doubt.
 *
 * <pre>
 *   eₖ = exp(fₖ − f_t),  t the largest score,  s = Σ over k ≠ t of eₖ
 *   pₖ = eₖ / (1 + s),   1 − p_t = s / (1 + s),   −log pₖ = f_t − fₖ + log(1 + s)
 * </pre>
 */
public final class Softmax {

    private final double[] f;
    private final int top;
    private final double others;
    private final double[] p;

    /**
     * Computes the softmax of scores.
     *
     * @param f raw scores; kept, and not to be changed
     */
    public Softmax(double[] f) {
        this.f = f;
        int t = 0;
        for (int k = 1; k < f.length; k++) {
            t = f[k] > f[t] ? k : t;
        }
        double s = 0;
        p = new double[f.length];
        for (int k = 0; k < f.length; k++) {
            p[k] = Math.exp(f[k] - f[t]);
            s += k == t ? 0 : p[k];
        }
        for (int k = 0; k < f.length; k++) {
            p[k] /= 1 + s;
        }
        top = t;
        others = s;
    }

    /**
     * Returns the class with the largest score.
     *
     * @return t
     */
    public int top() {
        return top;
    }

    /**
     * Returns the probability of a class.
     *
     * @param k the class
     * @return pₖ
     */
    public double p(int k) {
        return p[k];
    }

    /**
     * Returns the probability of the other classes.
     *
     * @param k the class
     * @return 1 − pₖ
     */
    public double rest(int k) {
        return k == top ? others / (1 + others) : 1 - p[k];
    }

    /**
     * Returns how a probability changes with a score.
     *
     * @param j the score
     * @param k the class
     * @return ∂pₖ/∂fⱼ = pₖ·([j = k] − pⱼ)
     */
    public double slope(int j, int k) {
        return p[k] * (j == k ? rest(k) : -p[j]);
    }

    /**
     * Returns the log loss of a class.
     *
     * @param k the class
     * @return −log pₖ
     */
    public double minusLog(int k) {
        return f[top] - f[k] + Scores.log1p(others);
    }
}
