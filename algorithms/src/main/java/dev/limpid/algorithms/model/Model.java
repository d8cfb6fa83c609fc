package dev.limpid.algorithms.model;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fit returns: immutable, safe for use by several threads, open to questions.
 *
 * <p>Scores are raw (before the link); predictions are after it:
 *
 * <pre>
 *   score        f = f_θ(x)        {@link #scores(Dataset)}, {@link #explain(Row)}
 *   prediction   ŷ = mean(f)       {@link #predict(Dataset)}; the probability of class 1 for a loss of two classes
 *   probability  P(y = c | x)      {@link #probabilities(Dataset)}, for a classification loss
 *   class        argmax over c     {@link #predictedClasses(Dataset)}
 * </pre>
 *
 * <p>All rows are given in the columns of {@link #schema()}. Whatever has several numbers a row comes column by column, the
 * number k of row i at [k][i], so that {@code model.probabilities(data)[1]} is the column of class 1.
 *
 * <p>A model says how rows become scores and why; the rest follows from {@link #loss()} and has its definition here.
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

    /**
     * Predicts on the scale of the target, mean(f).
     *
     * @param data rows with the columns of {@link #schema()}
     * @return ŷᵢ at i; for a loss of two classes the probability of class 1
     * @throws IllegalArgumentException as {@link #scores(Dataset)}, or if there are several numbers a row
     */
    default double[] predict(Dataset data) {
        Predictions.requireOneScore(loss(), "predict", "predictions, probabilities or predictedClasses");
        return predictions(data)[0];
    }

    /**
     * Predicts for a row on the scale of the target, mean(f).
     *
     * @param row one row
     * @return ŷ; for a loss of two classes the probability of class 1
     * @throws IllegalArgumentException as {@link #predict(Dataset)}
     */
    default double predict(Row row) {
        Predictions.requireOneScore(loss(), "predict", "predictions, probabilities or predictedClass");
        return predictions(row)[0];
    }

    /**
     * Predicts for a row given as bare cells.
     *
     * @param cells d numbers or codes of levels, in the order of the columns of {@link #schema()}
     * @return ŷ; for a loss of two classes the probability of class 1
     * @throws IllegalArgumentException as {@link #predict(Dataset)}
     */
    default double predict(double... cells) {
        return predict(Row.of(schema(), cells));
    }

    /**
     * Predicts all K numbers of each row, mean(f).
     *
     * @param data rows with the columns of {@link #schema()}
     * @return prediction k of row i at [k][i]
     * @throws IllegalArgumentException as {@link #scores(Dataset)}
     */
    default double[][] predictions(Dataset data) {
        return Predictions.means(loss(), scores(data));
    }

    /**
     * Predicts all K numbers of a row, mean(f).
     *
     * @param row one row
     * @return K predictions
     * @throws IllegalArgumentException as {@link #scores(Dataset)}
     */
    default double[] predictions(Row row) {
        return Predictions.mean(loss(), scores(row));
    }

    /**
     * Returns the probability of each class.
     *
     * @param data rows with the columns of {@link #schema()}
     * @return P(class c) of row i at [c][i]; [1 − p, p] for two classes
     * @throws IllegalArgumentException as {@link #scores(Dataset)}, or if the loss isn't one of classes
     */
    default double[][] probabilities(Dataset data) {
        Predictions.requireClasses(loss(), "probabilities");
        return Predictions.probabilities(loss(), predictions(data));
    }

    /**
     * Returns the probability of each class for a row.
     *
     * @param row one row
     * @return P(class c) at c; [1 − p, p] for two classes
     * @throws IllegalArgumentException as {@link #probabilities(Dataset)}
     */
    default double[] probabilities(Row row) {
        Predictions.requireClasses(loss(), "probabilities");
        return Predictions.probabilities(loss(), predictions(row));
    }

    /**
     * Returns the name of the most probable class of each row.
     *
     * @param data rows with the columns of {@link #schema()}
     * @return names as in {@link #classNames()}; the first of equally probable ones
     * @throws IllegalArgumentException as {@link #probabilities(Dataset)}
     */
    default List<String> predictedClasses(Dataset data) {
        Predictions.requireClasses(loss(), "predictedClasses");
        double[][] probabilities = probabilities(data);
        double[] ofRow = new double[probabilities.length];
        List<String> names = classNames();
        List<String> predicted = new ArrayList<>(data.size());
        for (int i = 0; i < data.size(); i++) {
            for (int c = 0; c < ofRow.length; c++) {
                ofRow[c] = probabilities[c][i];
            }
            predicted.add(names.get(Predictions.argmax(ofRow)));
        }
        return predicted;
    }

    /**
     * Returns the name of the most probable class of a row.
     *
     * @param row one row
     * @return a name of {@link #classNames()}; the first of equally probable ones
     * @throws IllegalArgumentException as {@link #probabilities(Dataset)}
     */
    default String predictedClass(Row row) {
        Predictions.requireClasses(loss(), "predictedClass");
        return classNames().get(Predictions.argmax(probabilities(row)));
    }

    /**
     * Returns the names of the classes.
     *
     * @return names of the classes 0 … C−1, their codes where the target came as numbers; empty if the loss isn't one of
     *     classes
     */
    default List<String> classNames() {
        return Predictions.classNames(loss(), schema());
    }

    /**
     * Explains the score of a row as arithmetic that adds up.
     *
     * @param row one row
     * @return the score as a sum of contributions of features
     * @throws IllegalArgumentException as {@link #scores(Dataset)}, or if there are several scores a row
     */
    default Explanation explain(Row row) {
        Predictions.requireOneScore(loss(), "explain(row)", "explain(row, output)");
        return explain(row, 0);
    }

    /**
     * Explains the score of a row of a data set, its offset included.
     *
     * @param data rows with the columns of {@link #schema()}
     * @param row position, in [0, n)
     * @param output which score k, in [0, K)
     * @return the score as a sum of contributions of features and the offset
     * @throws IllegalArgumentException as {@link #scores(Dataset)}
     */
    default Explanation explain(Dataset data, int row, int output) {
        Explanation score = explain(data.row(row), output);
        if (data.offsets().isEmpty()) {
            return score;
        }
        double offset = data.offsets().get(output).at(row);
        return Explanation.sum(
                score.value() + offset, "score with offset", List.of(score, Explanation.given(offset, "offset")));
    }

    /**
     * Explains the prediction of a row: the link over the explained score.
     *
     * @param row one row
     * @return mean(f) as a function of the explained score
     * @throws IllegalArgumentException as {@link #scores(Dataset)}, or if there are several scores a row
     */
    default Explanation explainPrediction(Row row) {
        Predictions.requireOneScore(loss(), "explainPrediction(row)", "explainPrediction(row, output)");
        return explainPrediction(row, 0);
    }

    /**
     * Explains one of the predictions of a row: the link over the explained score, the other scores held.
     *
     * @param row one row
     * @param output which prediction k, in [0, K)
     * @return mean(f)ₖ as a function of the explained score fₖ
     * @throws IllegalArgumentException as {@link #scores(Dataset)}
     */
    default Explanation explainPrediction(Row row, int output) {
        return Predictions.explain(this, row, output);
    }
}
