package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.inference.LinearInference;
import dev.limpid.algorithms.inference.Summary;
import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.algorithms.model.Model;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A linear model: the score of a row is a weighted sum of its cells. With the squared loss it is linear regression, with the
 * logistic one logistic regression, with softmax its form for many classes, with Poisson a log-linear model of counts, with
 * a loss of your own whatever you make it.
 *
 * <pre>
 *   fₖ      = Σⱼ wⱼₖ·xⱼ + bₖ                                             (1)  the scores, k = 0 … K − 1
 *   F(w, b) = (1/Σv)·Σᵢ vᵢ·ℓ(yᵢ, f(xᵢ)) + Ω(w)  →  min                  (2)  v the weights of the rows
 * </pre>
 *
 * <pre>{@code
 * LinearModel model = LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(0.01)).fit(data);
 * model.coefficient("age");
 * model.explain(data.row(17));
 * }</pre>
 *
 * <p>A categorical column has a coefficient for each level, the one of the row's level is added. Without a penalty the first
 * level that has rows is the reference, with the coefficient 0; with a penalty, which makes the solution unique, no level is
 * special. Rows have to be complete.
 *
 * <p>What is fitted, and how, is the matter of {@link LinearSpec}. Immutable and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class LinearModel implements Model {

    private final Schema schema;
    private final LinearSpec shape;
    private final Loss loss;
    private final Encoding encoding;
    private final List<LinearScore> scores;
    private final Recipe recipe;
    private final Trace trace;

    LinearModel(Schema schema, LinearSpec shape, List<LinearScore> scores, Recipe recipe, Trace trace) {
        this.schema = schema;
        this.shape = shape;
        this.loss = shape.loss();
        this.encoding = scores.get(0).encoding();
        this.scores = List.copyOf(scores);
        this.recipe = recipe;
        this.trace = trace;
    }

    /**
     * Begins the description of a linear model.
     *
     * @param loss what a wrong score costs
     * @return a spec with an intercept, without a penalty, with the optimizer that suits
     */
    public static LinearSpec with(Loss loss) {
        return LinearSpec.of(loss);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Loss loss() {
        return loss;
    }

    /**
     * Returns the raw coefficients.
     *
     * @return a copy, wⱼₖ at [k][j], in the order of {@link #coefficientNames()}
     */
    public double[][] coefficients() {
        return scores.stream().map(score -> score.w().clone()).toArray(double[][]::new);
    }

    /**
     * Returns the raw coefficients as a matrix of ND4J. (It has a name of its own for the sake of users without ND4J.)
     *
     * @return a new array of doubles, wⱼₖ at (k, j), shape [K, number of coefficients]
     */
    public INDArray coefficientsNd4j() {
        return NdCoefficients.of(coefficients());
    }

    /**
     * Names the coefficients of a score.
     *
     * @return a column's name, or {@code season = winter} for a level of a categorical column
     */
    public List<String> coefficientNames() {
        return encoding.names();
    }

    /**
     * Returns the coefficient of a numeric column.
     *
     * @param column name of the column
     * @return change of the score for a change of the cell by 1
     * @throws IllegalArgumentException if there is no such numeric column, or there are several scores
     */
    public double coefficient(String column) {
        return coefficient(onlyScore("coefficient(output, column)"), column);
    }

    /**
     * Returns the coefficient of a level of a categorical column.
     *
     * @param column name of the column
     * @param level name of the level
     * @return what the level adds to the score
     * @throws IllegalArgumentException if there is no such column or level, or there are several scores
     */
    public double coefficient(String column, String level) {
        return coefficient(onlyScore("coefficient(output, column, level)"), column, level);
    }

    /**
     * Returns the coefficient of a numeric column in one of the scores.
     *
     * @param output which score k, in [0, K)
     * @param column name of the column
     * @return change of the score for a change of the cell by 1
     * @throws IllegalArgumentException if there is no such numeric column or score
     */
    public double coefficient(int output, String column) {
        return score(output).w()[encoding.positionOf(column)];
    }

    /**
     * Returns the coefficient of a level of a categorical column in one of the scores.
     *
     * @param output which score k, in [0, K)
     * @param column name of the column
     * @param level name of the level
     * @return what the level adds to the score
     * @throws IllegalArgumentException if there is no such column, level or score
     */
    public double coefficient(int output, String column, String level) {
        return score(output).w()[encoding.positionOf(column, level)];
    }

    /**
     * Returns the intercepts.
     *
     * @return a copy, bₖ at k; 0 where none was fitted
     */
    public double[] intercepts() {
        return scores.stream().mapToDouble(LinearScore::b).toArray();
    }

    /**
     * Returns the intercept.
     *
     * @return b; 0 if none was fitted
     * @throws IllegalArgumentException if there are several scores
     */
    public double intercept() {
        return scores.get(onlyScore("intercepts")).b();
    }

    private int onlyScore(String alternative) {
        if (scores.size() > 1) {
            throw new IllegalArgumentException(
                    "the model must have one score for this, but has " + scores.size() + ": use " + alternative);
        }
        return 0;
    }

    private LinearScore score(int output) {
        if (output < 0 || output >= scores.size()) {
            throw new IllegalArgumentException("output must be in [0, " + scores.size() + "), but was " + output);
        }
        return scores.get(output);
    }

    /**
     * Says how far the coefficients can be trusted: standard errors, tests, intervals, measures of fit, with warnings where
     * they can't.
     *
     * <pre>{@code
     * System.out.println(model.summary(data));
     * model.summary(data).coefficient("age").standardError();
     * }</pre>
     *
     * @param data the rows that the model was fitted to, which it doesn't keep
     * @return the summary; see {@link LinearInference} for what is computed
     * @throws IllegalArgumentException if the data doesn't fit, or the loss has no second derivatives
     */
    public Summary summary(Dataset data) {
        return inference(data).summary();
    }

    /**
     * Begins a summary with other standard errors, another family or confidence.
     *
     * <pre>{@code
     * model.inference(data).errors(StandardErrors.hc3()).confidence(0.9).summary();
     * }</pre>
     *
     * @param data the rows that the model was fitted to, which it doesn't keep
     * @return the inference
     * @throws IllegalArgumentException if the data doesn't fit, or the loss has no second derivatives
     */
    public LinearInference inference(Dataset data) {
        return ModelInference.of(this, shape, encoding, data);
    }

    @Override
    public double[][] scores(Dataset data) {
        Dataset rows = Complete.require(data.conform(schema), "LinearModel");
        double[][] f = scores.stream().map(score -> score.of(rows.features())).toArray(double[][]::new);
        if (!rows.offsets().isEmpty()) {
            requireOffsets(rows);
            for (int k = 0; k < f.length; k++) {
                for (int i = 0; i < f[k].length; i++) {
                    f[k][i] += rows.offsets().get(k).at(i);
                }
            }
        }
        return f;
    }

    private void requireOffsets(Dataset rows) {
        if (rows.offsets().size() != scores.size()) {
            throw new IllegalArgumentException("offsets must be " + scores.size() + " (one for each score), but are "
                    + rows.offsets().size());
        }
    }

    @Override
    public double[] scores(Row row) {
        Row conforming = conform(row);
        return scores.stream().mapToDouble(score -> score.of(conforming)).toArray();
    }

    @Override
    public Explanation explain(Row row, int output) {
        String name = scores.size() == 1 ? "score" : "score of " + outputName(output);
        return score(output).explain(conform(row), name);
    }

    private String outputName(int output) {
        return loss.classes() == scores.size() && output >= 0 && output < scores.size()
                ? classNames().get(output)
                : "output " + output;
    }

    private Row conform(Row row) {
        return Complete.require(row.conform(schema), "LinearModel");
    }

    @Override
    public Recipe recipe() {
        return recipe;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public StopReason stopReason() {
        return trace.size() == 0 ? StopReason.RUNNING : trace.last().stop();
    }

    /**
     * Prints the coefficients with their names, and why the fit ended.
     *
     * @return the text, one line a coefficient
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "LinearModel with " + loss.name() + ", " + stopReason().kind());
        List<String> names = coefficientNames();
        append(text, "intercept", intercepts());
        for (int j = 0; j < names.size(); j++) {
            int position = j;
            append(
                    text,
                    names.get(j),
                    scores.stream().mapToDouble(score -> score.w()[position]).toArray());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, double[] numbers) {
        text.append('\n');
        for (double number : numbers) {
            text.append(String.format(Locale.ROOT, "%14.6g", number));
        }
        text.append("  ").append(name);
    }
}
