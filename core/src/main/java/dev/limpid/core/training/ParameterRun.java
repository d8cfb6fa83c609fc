package dev.limpid.core.training;

/**
 * A run that moves a parameter vector θ.
 *
 * @since 0.1.0
 */
public interface ParameterRun extends Run {

    /**
     * Returns the point the run stands at.
     *
     * @return a copy of θ
     */
    double[] theta();

    /**
     * Returns the point to use: θ itself, or an average for optimizers that average.
     *
     * @return a new array
     */
    default double[] answer() {
        return theta();
    }
}
