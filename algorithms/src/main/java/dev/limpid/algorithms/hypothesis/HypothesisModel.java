package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.model.Model;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A model of any hypothesis with any loss: non-linear least squares with the squared one, a curve of probabilities with the logistic
 * one, robust curve fitting with a robust one.
 *
 * <pre>
 *   F(θ) = (1/Σv)·Σᵢ vᵢ·ℓ(yᵢ, f_θ(xᵢ)) + Ω(θ)  →  min      v the weights of the rows
 * </pre>
 *
 * <pre>{@code
 * record Decay() implements FormulaHypothesis {              // f = a·exp(−b·x)
 *     public List<String> parameters() { return List.of("a", "b"); }
 *     public double[] start() { return new double[] {1, 0.1}; }
 *     public Dual formula(Dual[] t, double[] x) { return t[0].times(t[1].times(-x[0]).exp()); }
 * }
 *
 * HypothesisModel model = HypothesisModel.with(new Decay(), new SquaredLoss()).fit(data);
 * model.parameter("b");
 * }</pre>
 *
 * <p>An explanation goes from a reference row, with the mean of each numeric column and the commonest level of each categorical one in
 * the training data, to the row in question, one column after another in their order:
 *
 * <pre>
 *   f(x) = f(x̄) + Σⱼ (f(x₀ … xⱼ, x̄ⱼ₊₁ …) − f(x₀ … xⱼ₋₁, x̄ⱼ …))
 * </pre>
 *
 * <p>It adds up whatever f is; where columns work together, what they do together counts for the later one.
 *
 * <p>Categorical columns come to the hypothesis as codes of their levels. What is fitted, and how, is the matter of
 * {@link HypothesisSpec}. Immutable and safe for use by several threads, if the hypothesis is.
 *
 * @since 0.1.0
 */
public final class HypothesisModel implements Model {

    private final Schema schema;
    private final Loss loss;
    private final Hypothesis hypothesis;
    private final double[] theta;
    private final Row reference;
    private final Recipe recipe;
    private final Trace trace;

    HypothesisModel(Fitted fitted) {
        this.schema = fitted.data().schema();
        this.loss = fitted.loss();
        this.hypothesis = fitted.hypothesis();
        this.theta = fitted.theta().clone();
        this.reference = Reference.of(fitted.data());
        this.recipe = fitted.recipe();
        this.trace = fitted.trace();
    }

    /**
     * Begins the description of a model.
     *
     * @param hypothesis f_θ, whose number of scores is the loss's
     * @param loss what a wrong score costs
     * @return a spec without a penalty, from the hypothesis's own start, with the optimizer that suits
     */
    public static HypothesisSpec<HypothesisModel> with(Hypothesis hypothesis, Loss loss) {
        return HypothesisSpec.of(new OwnHypothesis(Objects.requireNonNull(hypothesis, "hypothesis")), loss);
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
     * Returns the hypothesis.
     *
     * @return f_θ
     */
    public Hypothesis hypothesis() {
        return hypothesis;
    }

    /**
     * Returns all parameters.
     *
     * @return a copy of θ, in the order of the blocks
     */
    public double[] parameters() {
        return theta.clone();
    }

    /**
     * Returns the parameters of a block.
     *
     * @param block its name
     * @return a copy, column by column
     * @throws IllegalArgumentException if there is none of that name
     */
    public double[] parameters(String block) {
        Block found = hypothesis.blocks().get(block);
        return Arrays.copyOfRange(theta, found.offset(), found.end());
    }

    /**
     * Returns the parameter of a block that has one.
     *
     * @param block its name
     * @return the parameter
     * @throws IllegalArgumentException if there is none of that name, or it has several numbers
     */
    public double parameter(String block) {
        double[] numbers = parameters(block);
        if (numbers.length != 1) {
            throw new IllegalArgumentException("block '" + block + "' must have one number for this, but has "
                    + numbers.length + ": use parameters(block)");
        }
        return numbers[0];
    }

    @Override
    public double[][] scores(Dataset data) {
        Dataset rows = data.conform(schema);
        if (!hypothesis.allowsMissing()) {
            Complete.require(rows, "HypothesisModel");
        }
        return Scoring.plusOffsets(Scoring.of(hypothesis, theta, rows.features()), rows);
    }

    @Override
    public double[] scores(Row row) {
        return Scoring.of(hypothesis, theta, conform(row).toArray());
    }

    private Row conform(Row row) {
        Row conforming = row.conform(schema);
        return hypothesis.allowsMissing() ? conforming : Complete.require(conforming, "HypothesisModel");
    }

    @Override
    public Explanation explain(Row row, int output) {
        if (output < 0 || output >= hypothesis.outputs()) {
            throw new IllegalArgumentException(
                    "output must be in [0, " + hypothesis.outputs() + "), but was " + output);
        }
        Row to = conform(row);
        double[] cells = reference.toArray();
        double before = Scoring.of(hypothesis, theta, cells)[output];
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.given(before, "score of the reference row, " + reference));
        int zeros = 0;
        for (int j = 0; j < cells.length; j++) {
            cells[j] = to.get(j);
            double after = Scoring.of(hypothesis, theta, cells)[output];
            if (after == before) {
                zeros++;
            } else {
                parts.add(Explanation.given(after - before, to.print(j)));
            }
            before = after;
        }
        String name = hypothesis.outputs() == 1 ? "score" : "score of output " + output;
        String rest = zeros == 0 ? "" : " (" + zeros + (zeros == 1 ? " column adds" : " columns add") + " 0)";
        return parts.stream().allMatch(part -> Double.isFinite(part.value()))
                ? Explanation.sum(before, name + rest, parts)
                : Explanation.given(before, name + "; not every row between the reference row and this one has one");
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
     * Prints the parameters with the names of their blocks, and why the fit ended.
     *
     * @return the text, one line a block
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                hypothesis.name() + " with " + loss.name() + ", " + stopReason().kind());
        for (Block block : hypothesis.blocks().list()) {
            double[] numbers = parameters(block.name());
            text.append('\n').append(block.name()).append(" = ");
            text.append(numbers.length == 1 ? Double.toString(numbers[0]) : Arrays.toString(numbers));
        }
        return text.toString();
    }
}
