package dev.limpid.core.internal.kernel;

/** The step of dual methods in the number of one row. */
public interface DualKernel {

    /**
     * Maximises a lower bound of the dual in one number: x ← argmin over x of ℓ(y, x) + (x − z)²/(2q), z = f + q·a.
     *
     * @param y target
     * @param f score
     * @param a the number of the row so far
     * @param q how far its score goes when the number rises by 1, turned round; &ge; 0
     * @param out receives a slope of ℓ at x, the conjugate ℓ*(y, a) of this slope, and ℓ(y, f)
     */
    void step(double y, double f, double a, double q, double[] out);

    /**
     * Takes the slope at a score.
     *
     * @param y target
     * @param x score
     * @param out receives the slope a of ℓ at x, ℓ*(y, a), and ℓ(y, x)
     */
    void slope(double y, double x, double[] out);
}
