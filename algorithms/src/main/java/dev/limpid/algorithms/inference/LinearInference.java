package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What fitted coefficients of linear scores say of the world their rows were drawn from. Immutable: each method returns a
 * changed copy.
 *
 * <pre>{@code
 * Summary summary = model.summary(data);                                                     // of a LinearModel
 * model.inference(data).errors(StandardErrors.hc3()).confidence(0.9).summary();
 * LinearInference.of(hypothesis, loss, data, theta).family(myFamily).summary();              // of any minimum
 * }</pre>
 *
 * <p>With H = Σᵢ vᵢ·∂²ℓᵢ/∂θ∂θᵀ, the loss's own second derivatives (observed information), the covariance of θ is
 *
 * <pre>
 *   φ·H⁻¹                                    (1)  or another of {@link StandardErrors}
 * </pre>
 *
 * <p>Weights count: a row of weight 2 is the row twice, and the sum of weights takes the place of the number of rows. Weights
 * that only tell how exact rows are should be scaled to a sum of n, or be used with robust errors.
 *
 * <p>Where φ is estimated, statistics have t distributions with Σv − p degrees of freedom; clustered ones with one degree less
 * than there are clusters; others are normal. Scores that are determined only up to a common shift (softmax) count by their difference from score 0,
 * the reference. For a loss without a {@link Family}, errors are robust (HC1) unless others are asked for, and there is no
 * likelihood.
 *
 * <p>R's and statsmodels' {@code glm} print (1) with the expected in place of the observed information; see {@link Information}.
 *
 * <p>Losses of groups of rows: Cox's has the errors, tests and robust errors of R's {@code coxph}; the intercepts of ordinal
 * regression are listed as thresholds with their errors. Losses for ranking have errors that are robust to what happens inside
 * a group, and no likelihood.
 *
 * <p>Cost: about 2·n·p² multiplications for p coefficients, and a dense copy of the columns.
 *
 * <p><b>References</b>
 * <ol><li>B. Efron, D. V. Hinkley (1978): Assessing the Accuracy of the Maximum Likelihood Estimator: Observed versus Expected
 *     Fisher Information. Biometrika 65(3).
 * <li>P. McCullagh, J. A. Nelder (1989): Generalized Linear Models, 2nd ed. Chapman and Hall.</ol>
 *
 * @since 0.1.0
 */
public final class LinearInference {

    private final Hypothesis hypothesis;
    private final Loss loss;
    private final Dataset data;
    private final double[] theta;
    private final Settings settings;

    private LinearInference(Hypothesis hypothesis, Loss loss, Dataset data, double[] theta, Settings settings) {
        this.hypothesis = hypothesis;
        this.loss = loss;
        this.data = data;
        this.theta = theta;
        this.settings = settings;
    }

    /**
     * Begins with a fit.
     *
     * @param hypothesis a {@code LinearHypothesis} or {@code LocationHypothesis}
     * @param loss ℓ; with second derivatives
     * @param data the rows that θ was fitted to, all columns numeric
     * @param theta θ, where Σᵢ vᵢ·ℓᵢ is least; copied
     * @return the inference, with the loss's own family
     * @throws IllegalArgumentException if they don't fit together, or the loss has no second derivatives
     */
    public static LinearInference of(Hypothesis hypothesis, Loss loss, Dataset data, double[] theta) {
        Layout layout = Layout.of(hypothesis);
        Requirements.check(loss, data);
        if (layout.features() != data.features().columns() || layout.outputs() != loss.scores()) {
            throw new IllegalArgumentException("the hypothesis must have "
                    + data.features().columns()
                    + " features and " + loss.scores() + " outputs (as data and loss), but has " + layout.features()
                    + " and " + layout.outputs());
        }
        if (theta.length != hypothesis.blocks().size()) {
            throw new IllegalArgumentException("theta must have length "
                    + hypothesis.blocks().size() + " (one number per parameter), but has length " + theta.length);
        }
        List<Column> columns = data.schema().columns();
        List<Settings.Listed> listed = IntStream.range(0, columns.size())
                .mapToObj(j -> new Settings.Listed(columns.get(j).name(), j, ""))
                .toList();
        boolean likelihood = loss.getClass() == CoxLoss.class;
        Settings settings = Settings.of(Families.of(loss), likelihood, loss.name(), listed);
        return new LinearInference(hypothesis, loss, data, theta.clone(), settings);
    }

    private LinearInference with(Settings newSettings) {
        return new LinearInference(hypothesis, loss, data, theta, newSettings);
    }

    /**
     * Sets the family, for losses whose family isn't known here.
     *
     * @param family the distribution of the targets
     * @return the copy
     */
    public LinearInference family(Family family) {
        if (loss instanceof UnitLoss) {
            throw new IllegalArgumentException("a family is of single rows, but " + loss.name()
                    + " is a loss of groups: say that it is a likelihood by likelihood(), if it is");
        }
        return with(settings.withFamily(family));
    }

    /**
     * Sets how standard errors are estimated.
     *
     * @param errors from the model, unless set, where the family is known; else HC1
     * @return the copy
     */
    public LinearInference errors(StandardErrors errors) {
        return with(settings.withErrors(errors));
    }

    /**
     * Says that a loss of groups of rows is the negative logarithm of a likelihood, as {@code CoxLoss} is known to be: then errors
     * may come from the model, and there are tests of all coefficients together.
     *
     * @return the copy
     * @throws IllegalArgumentException if the loss is one of rows, which have a {@link #family}
     */
    public LinearInference likelihood() {
        if (!(loss instanceof UnitLoss)) {
            throw new IllegalArgumentException("likelihood() is said of losses of groups of rows, but " + loss.name()
                    + " is one of rows: name its family");
        }
        return with(settings.withLikelihood());
    }

    /**
     * Sets which second derivatives errors are made of.
     *
     * @param information {@code OBSERVED} unless set; {@code EXPECTED} as in R's {@code glm}, for losses of one score that state
     *     {@code expectedSecondDerivative}
     * @return the copy
     */
    public LinearInference information(Information information) {
        return with(settings.withInformation(information));
    }

    /**
     * Sets how sure confidence intervals are.
     *
     * @param confidence part of intervals that hold the true coefficient, in (0, 1); 0.95 unless set
     * @return the copy
     */
    public LinearInference confidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), but was " + confidence);
        }
        return with(settings.withConfidence(confidence));
    }

    /**
     * Sets the headline.
     *
     * @param title what was fitted
     * @return the copy
     */
    public LinearInference title(String title) {
        return with(settings.withTitle(title));
    }

    /**
     * Sets which coefficients are listed, in which order; those that aren't columns of the data with a note.
     *
     * @param names names of coefficients, among them all columns of the data
     * @param note what to say of those that aren't among the columns, {@code reference} say, at the same positions; looked at
     *     for them alone
     * @return the copy
     */
    public LinearInference listing(List<String> names, List<String> note) {
        List<String> columns =
                data.schema().columns().stream().map(Column::name).toList();
        if (names.size() != note.size() || !names.containsAll(columns)) {
            throw new IllegalArgumentException("names must hold all columns " + columns
                    + " and there must be as many notes, but were " + names + " with " + note.size() + " notes");
        }
        List<Settings.Listed> listed = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int column = columns.indexOf(names.get(j));
            listed.add(new Settings.Listed(names.get(j), column, column < 0 ? note.get(j) : ""));
        }
        return with(settings.withListed(listed));
    }

    /**
     * Adds a warning that the summary is to carry.
     *
     * @param sentence the warning
     * @return the copy
     */
    public LinearInference remark(String sentence) {
        return with(settings.withRemark(sentence));
    }

    /**
     * Says that θ isn't where the loss alone is least, because a penalty or bounds came in: then nothing is said of the loss's
     * gradient there.
     *
     * @param sentence what came in, and what it means for the errors
     * @return the copy
     */
    public LinearInference biased(String sentence) {
        return with(settings.withRemark(sentence).withBias());
    }

    /**
     * Computes the summary.
     *
     * @return the summary
     * @throws IllegalArgumentException if the standard errors that were asked for can't be had
     */
    public Summary summary() {
        Layout plain = Layout.of(hypothesis);
        Layout layout = loss instanceof VectorLoss vector && Requirements.isRelative(vector, plain, data, theta)
                ? plain.withReference()
                : plain;
        SummaryWork work = new SummaryWork(layout, loss, data, theta, settings);
        BitSet idle = layout.slopes() == layout.outputs() ? work.idleColumns() : new BitSet();
        return idle.isEmpty() ? work.summary() : without(idle).summary();
    }

    /** The same without columns that depend on others and whose coefficients are 0. */
    private LinearInference without(BitSet idle) {
        Layout layout = Layout.of(hypothesis);
        int[] kept =
                IntStream.range(0, layout.features()).filter(j -> !idle.get(j)).toArray();
        double[][] columns = new double[kept.length][data.size()];
        List<Column> names = new ArrayList<>();
        int[] now = new int[layout.features()];
        Arrays.fill(now, -1);
        for (int j = 0; j < kept.length; j++) {
            data.features().copyColumn(kept[j], 0, data.size(), columns[j]);
            names.add(data.schema().columns().get(kept[j]));
            now[kept[j]] = j;
        }
        double[] rest = IntStream.range(0, theta.length)
                .filter(p -> p >= layout.features() * layout.slopes() || !idle.get(p % layout.features()))
                .mapToDouble(p -> theta[p])
                .toArray();
        List<Settings.Listed> listed = settings.listed().stream()
                .map(item -> item.column() < 0
                        ? item
                        : new Settings.Listed(
                                item.name(),
                                now[item.column()],
                                now[item.column()] < 0 ? "left out: depends on other columns" : item.note()))
                .toList();
        return new LinearInference(
                new LinearHypothesis(kept.length, layout.outputs(), layout.intercept()),
                loss,
                data.withFeatures(Rows.ofColumns(columns), names),
                rest,
                settings.withListed(listed));
    }
}
