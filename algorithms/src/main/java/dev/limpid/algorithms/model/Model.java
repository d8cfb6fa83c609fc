package dev.limpid.algorithms.model;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;

/**
 * What a fit returns: immutable, safe for use by several threads, open to questions.
 *
 * <p>Scores are raw (before the link); predictions are after it. All rows are given in the columns of {@link #schema()}.
 *
 * @since 0.1.0
 */
public interface Model {

    /**
     * Returns the columns, targets and classes that the model was fitted to.
     *
     * @return the schema
     */
    Schema schema();

    /**
     * Returns the loss that the model was fitted with.
     *
     * @return the loss
     */
    Loss loss();

    /**
     * Returns the raw scores of rows.
     *
     * @param data rows with the columns of {@link #schema()}, offsets included if it has them; targets aren't looked at
     * @return score k of row i at [k][i]
     * @throws IllegalArgumentException if a column is missing, unknown or of another kind, or a level was never seen
     */
    double[][] scores(Dataset data);

    /**
     * Returns the raw scores of a row.
     *
     * @param row one row
     * @return K scores
     * @throws IllegalArgumentException as {@link #scores(Dataset)}
     */
    double[] scores(Row row);

    /**
     * Explains a row's score as arithmetic that adds up.
     *
     * @param row one row
     * @param output which score k, in [0, K)
     * @return the score as a sum of contributions of features
     */
    Explanation explain(Row row, int output);

    /**
     * Returns what was fitted, as a tree of parts.
     *
     * @return the recipe
     */
    Recipe recipe();

    /**
     * Returns the steps of the fit.
     *
     * @return the trace
     */
    Trace trace();

    /**
     * Returns why the fit ended.
     *
     * @return the reason
     */
    StopReason stopReason();
}
