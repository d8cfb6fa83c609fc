package dev.limpid.algorithms.model;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Training;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What fits: hyperparameters and parts, immutable. Two methods to write; the options that specs share are {@link RunOptions}.
 *
 * @param <M> the model it makes
 * @since 0.1.0
 */
public interface Spec<M extends Model> {

    /**
     * Begins a fit, or goes on with one: the one method behind all others that begin, resume and fit.
     *
     * @param data training data
     * @param validation rows with the same columns, on which the loss is measured after each step; null for none
     * @param memory empty, or what a training of this spec on these data remembered; used by the training from here on
     * @return the training, before its first step or after the last of then
     * @throws IllegalArgumentException if the memory comes from another spec or other data
     */
    Training<M> begin(Dataset data, @Nullable Dataset validation, Memory memory);

    /**
     * Begins a fit that the caller steps through.
     *
     * @param data training data
     * @return the training, before its first step
     */
    default Training<M> begin(Dataset data) {
        return begin(data, null, Memory.empty());
    }

    /**
     * Begins a fit that measures the loss on other rows after each step, for early stopping.
     *
     * @param data training data
     * @param validation rows with the same columns
     * @return the training, before its first step
     */
    default Training<M> begin(Dataset data, Dataset validation) {
        return begin(data, Objects.requireNonNull(validation, "validation"), Memory.empty());
    }

    /**
     * Goes on where another training of this spec on these data stood, with the same bits.
     *
     * @param data the training data of then
     * @param memory what that training remembered, see {@link Training#memory}; copied
     * @return the training, as it was after its last step, with a new trace
     * @throws IllegalArgumentException if the memory comes from another spec or other data
     */
    default Training<M> resume(Dataset data, Memory memory) {
        return begin(data, null, Memory.of(memory.snapshot()));
    }

    /**
     * Goes on where another training with validation rows stood, with the same bits.
     *
     * @param data the training data of then
     * @param validation the validation rows of then
     * @param memory what that training remembered; copied
     * @return the training, as it was after its last step, with a new trace
     * @throws IllegalArgumentException if the memory comes from another spec or other data
     */
    default Training<M> resume(Dataset data, Dataset validation, Memory memory) {
        return begin(data, Objects.requireNonNull(validation, "validation"), Memory.of(memory.snapshot()));
    }

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
