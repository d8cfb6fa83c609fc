package dev.limpid.core.objective;

/**
 * A sum of a smooth part and a part that has a prox, F = S + Ω.
 *
 * @param <S> what the smooth part offers
 * @since 0.1.0
 */
public interface Composite<S extends Smooth> extends Objective {

    /**
     * Returns the smooth part.
     *
     * @return S
     */
    S smooth();

    /**
     * Replaces z by argmin over x of Ω(x) + ‖x − z‖² / (2·step).
     *
     * @param z parameters; changed
     * @param step step length &gt; 0
     */
    void prox(double[] z, double step);
}
