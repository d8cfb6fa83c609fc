package dev.limpid.algorithms.model;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.training.Training;

/**
 * What fits: hyperparameters and parts, immutable.
 *
 * @param <M> the model it makes
 * @since 0.1.0
 */
public interface Spec<M extends Model> {

    /**
     * Begins a fit that the caller steps through.
     *
     * @param data training data
     * @return the training, before its first step
     */
    Training<M> begin(Dataset data);

    /**
     * Begins a fit that measures the loss on other rows after each step, for early stopping.
     *
     * @param data training data
     * @param validation rows with the same columns
     * @return the training, before its first step
     */
    Training<M> begin(Dataset data, Dataset validation);

    /**
     * Fits: begins, makes all steps, returns the model.
     *
     * @param data training data
     * @return the model
     */
    default M fit(Dataset data) {
        return begin(data).finish();
    }

    /**
     * Fits with early stopping.
     *
     * @param data training data
     * @param validation rows with the same columns
     * @return the model of the best step
     */
    default M fit(Dataset data, Dataset validation) {
        return begin(data, validation).finish();
    }

    /**
     * Returns what this spec would fit, as a tree of parts.
     *
     * @return the recipe
     */
    Recipe recipe();
}
