package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.internal.EncodedRows;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.algorithms.model.Model;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.FactorizationHypothesis;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A factorization machine: a linear model plus an interaction of each pair of features, where interactions are inner products of
 * short vectors and so can be learned for pairs that hardly ever occur together. With a user and an item column it is matrix
 * factorisation with biases; any further columns join in.
 *
 * <pre>
 *   f(x) = b + Σⱼ wⱼ·xⱼ + Σ_{j&lt;l} ⟨vⱼ, vₗ⟩·xⱼ·xₗ                                 (1)
 *   F(b, w, v) = (1/Σu)·Σᵢ uᵢ·ℓ(yᵢ, f(xᵢ)) + Ω_w(w) + Ω_v(v)  →  min             (2)  u the weights of the rows
 * </pre>
 *
 * <pre>{@code
 * FactorizationMachine model = FactorizationMachine.with(new SquaredLoss(), 8)
 *         .penalty("weights", L2Penalty.of(1e-4))
 *         .penalty("factors", L2Penalty.of(1e-3))
 *         .fit(ratings);
 * model.interaction("user = ann", "film = Alien");
 * model.explain(ratings.row(17));
 * }</pre>
 *
 * <p>A categorical column has a weight and a vector for each level. The parameters are the blocks {@code weights}, {@code intercept}
 * and {@code factors}; each may have a penalty of its own. Rows have to be complete. Columns aren't scaled: bring numeric ones to about
 * the same size.
 *
 * <p>F isn't convex, so the seed of the first factors matters. They are drawn from a normal distribution of deviation
 * {@value #DEVIATION}; the intercept starts at its best, weights at 0. The factors' order and signs mean nothing; their inner products
 * do.
 *
 * <p>What is fitted, and how, is the matter of {@link HypothesisSpec}. Immutable and safe for use by several threads.
 *
 * <p><b>References</b>
 * <ol><li>S. Rendle (2010): Factorization Machines. ICDM 2010.
 * <li>S. Rendle (2012): Factorization Machines with libFM. ACM Transactions on Intelligent Systems and Technology 3(3).</ol>
 *
 * @since 0.1.0
 */
public final class FactorizationMachine implements Model {

    /** Length of the vectors unless told otherwise: {@value}. */
    public static final int FACTORS = 8;

    /** Standard deviation of factors at the start unless told otherwise: {@value}. */
    public static final double DEVIATION = 0.1;

    private final Schema schema;
    private final Loss loss;
    private final Encoding encoding;
    private final Hypothesis hypothesis;
    private final double[] theta;
    private final int factors;
    private final Recipe recipe;
    private final Trace trace;

    FactorizationMachine(Fitted fitted) {
        this.schema = fitted.data().schema();
        this.loss = fitted.loss();
        this.encoding = new Encoding(schema);
        this.hypothesis = fitted.hypothesis();
        this.theta = fitted.theta().clone();
        this.factors = hypothesis.blocks().get(FactorizationHypothesis.FACTORS).rows();
        this.recipe = fitted.recipe();
        this.trace = fitted.trace();
    }

    /**
     * Begins the description of a machine with vectors of length {@value #FACTORS}.
     *
     * @param loss what a wrong score costs; of one score a row
     * @return a spec without penalties, with the optimizer that suits
     */
    public static HypothesisSpec<FactorizationMachine> with(Loss loss) {
        return with(loss, FACTORS);
    }

    /**
     * Begins the description of a machine.
     *
     * @param loss what a wrong score costs; of one score a row
     * @param factors length of the vectors ≥ 1
     * @return a spec without penalties, with the optimizer that suits
     */
    public static HypothesisSpec<FactorizationMachine> with(Loss loss, int factors) {
        return with(loss, factors, DEVIATION);
    }

    /**
     * Begins the description of a machine.
     *
     * @param loss what a wrong score costs; of one score a row
     * @param factors length of the vectors ≥ 1
     * @param deviation standard deviation of their numbers at the start; finite, &gt; 0
     * @return a spec without penalties, with the optimizer that suits
     */
    public static HypothesisSpec<FactorizationMachine> with(Loss loss, int factors, double deviation) {
        if (loss.scores() != 1) {
            throw new IllegalArgumentException(
                    "FactorizationMachine needs a loss of one score a row, but " + loss.name() + " has " + loss.scores()
                            + ": fit one machine for each class against the rest, with LogisticLoss");
        }
        return HypothesisSpec.of(new Machine(factors, deviation), loss);
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
     * Names the features.
     *
     * @return a column's name, or {@code season = winter} for a level of a categorical column
     */
    public List<String> featureNames() {
        return encoding.names();
    }

    /**
     * Returns the intercept.
     *
     * @return b
     */
    public double intercept() {
        return theta[encoding.size()];
    }

    /**
     * Returns the weights.
     *
     * @return a copy, wⱼ at j, in the order of {@link #featureNames}
     */
    public double[] weights() {
        return Arrays.copyOf(theta, encoding.size());
    }

    /**
     * Returns the vectors.
     *
     * @return a copy, vⱼ at j, in the order of {@link #featureNames}
     */
    public double[][] factors() {
        double[][] v = new double[encoding.size()][];
        Arrays.setAll(v, this::vector);
        return v;
    }

    private double[] vector(int j) {
        int from = encoding.size() + 1 + j * factors;
        return Arrays.copyOfRange(theta, from, from + factors);
    }

    /**
     * Returns what two features add to the score together, beyond what each adds alone.
     *
     * @param first a name of {@link #featureNames}
     * @param second another
     * @return ⟨vⱼ, vₗ⟩, which multiplies the product of the two cells
     * @throws IllegalArgumentException if there is no such feature
     */
    public double interaction(String first, String second) {
        return dot(vector(position(first)), vector(position(second)));
    }

    private int position(String feature) {
        int j = featureNames().indexOf(feature);
        if (j < 0) {
            throw new IllegalArgumentException("feature must be one of featureNames() such as '"
                    + featureNames().get(0) + "', but was '" + feature + "'");
        }
        return j;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Override
    public double[][] scores(Dataset data) {
        Dataset rows = Complete.require(data.conform(schema), "FactorizationMachine");
        return Scoring.plusOffsets(Scoring.of(hypothesis, theta, rows.features()), rows);
    }

    @Override
    public double[] scores(Row row) {
        return Scoring.of(hypothesis, theta, conform(row).toArray());
    }

    private Row conform(Row row) {
        return Complete.require(row.conform(schema), "FactorizationMachine");
    }

    /**
     * {@inheritDoc} Each feature's own part, and half of each of its interactions, so that those add up to all pairs:
     *
     * <pre>
     *   f = b + Σⱼ wⱼ·xⱼ + Σⱼ ½·Σ_{l≠j} ⟨vⱼ, vₗ⟩·xⱼ·xₗ
     * </pre>
     */
    @Override
    public Explanation explain(Row row, int output) {
        if (output != 0) {
            throw new IllegalArgumentException("output must be in [0, 1), but was " + output);
        }
        Row conforming = conform(row);
        Rows encoded = EncodedRows.of(Rows.dense(new double[][] {conforming.toArray()}), encoding);
        double[] s = new double[factors];
        encoded.forEachNonZero(0, (j, cell) -> {
            double[] v = vector(j);
            for (int k = 0; k < factors; k++) {
                s[k] += v[k] * cell;
            }
        });
        List<String> names = featureNames();
        List<Explanation> linear = new ArrayList<>();
        List<Explanation> pairs = new ArrayList<>();
        encoded.forEachNonZero(0, (j, cell) -> {
            String feature = print(names, j, cell);
            linear.add(Explanation.given(theta[j] * cell, feature));
            pairs.add(Explanation.given(halfOfPairs(vector(j), s, cell), feature));
        });
        return Explanation.sum(
                scores(conforming)[0],
                "score",
                List.of(
                        Explanation.given(intercept(), "intercept"),
                        sum("features by themselves", linear),
                        sum("features with the others, half of each pair", pairs)));
    }

    private static double halfOfPairs(double[] v, double[] s, double cell) {
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            sum += v[k] * cell * (s[k] - v[k] * cell);
        }
        return sum / 2;
    }

    private String print(List<String> names, int position, double cell) {
        String name = names.get(position);
        return encoding.isLevel(position)
                ? name
                : name + " = " + Column.numeric(name).print(cell);
    }

    private static Explanation sum(String sentence, List<Explanation> parts) {
        double sum = parts.stream().mapToDouble(Explanation::value).reduce(0.0, Double::sum);
        return Explanation.sum(sum, sentence, parts);
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
     * Names the machine's size, and why the fit ended.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "FactorizationMachine of " + encoding.size() + " features with " + factors + " factors, " + loss.name()
                + ", " + stopReason().kind();
    }
}
