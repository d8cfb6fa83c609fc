package dev.limpid.core.sampler;

/**
 * What is known of the units from the last time they were looked at.
 *
 * @since 0.1.0
 */
public interface Feedback {

    /**
     * Tells whether anything is known yet.
     *
     * @return false before the first step
     */
    boolean isKnown();

    /**
     * Returns the size of a unit's loss gradient in score space.
     *
     * @param unit the unit
     * @return |∂ℓ/∂f|, the root of the sum of squares over K scores; NaN if the unit was never looked at
     */
    double gradient(int unit);

    /**
     * Returns a unit's curvature.
     *
     * @param unit the unit
     * @return h ≥ 0, the sum over K scores, +∞ at some kinks; NaN if the unit was never looked at, or by an objective that does
     *     not tell it
     */
    double curvature(int unit);

    /**
     * Nothing known.
     *
     * @return feedback that is not known
     */
    static Feedback none() {
        return new Feedback() {
            @Override
            public boolean isKnown() {
                return false;
            }

            @Override
            public double gradient(int unit) {
                return Double.NaN;
            }

            @Override
            public double curvature(int unit) {
                return Double.NaN;
            }
        };
    }
}
