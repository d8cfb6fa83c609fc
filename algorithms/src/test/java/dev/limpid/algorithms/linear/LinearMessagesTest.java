package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.Memory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bad input is met with a sentence that says what to do. */
class LinearMessagesTest {

    private static final Dataset PLAIN = Dataset.of(new double[][] {{1, 5}, {2, 3}, {4, 1}, {3, 2}}, 1, 2, 4, 3.5)
            .withNames("size", "age");

    private static final LinearSpec SPEC = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.1));

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void missingCells() {
        double nan = Double.NaN;
        Dataset gaps = Dataset.of(
                        Rows.dense(new double[][] {{1, 5}, {2, nan}, {4, nan}, {3, 2}}),
                        Missing.KEEP,
                        new double[] {1, 2, 3, 4})
                .withNames("size", "age");
        LinearModel model = SPEC.fit(PLAIN);

        assertRefused(
                () -> SPEC.fit(gaps),
                "LinearModel needs complete cells, but column 'age' has 2 missing: fill them with an Imputer, or use"
                        + " GradientBoosting, which takes them as they are");
        assertRefused(
                () -> model.predict(gaps),
                "LinearModel needs complete cells, but column 'age' has 2 missing: fill them with an Imputer, or use"
                        + " GradientBoosting, which takes them as they are");
        assertRefused(
                () -> model.predict(1, nan),
                "LinearModel needs complete cells, but column 'age' has a missing cell: fill them with an Imputer, or use"
                        + " GradientBoosting, which takes them as they are");
    }

    @Test
    void missingCellsInRowsOfWeightZeroDoNotMatter() {
        double nan = Double.NaN;
        Dataset gaps = Dataset.of(
                        Rows.dense(new double[][] {{1, 5}, {2, nan}, {4, 1}, {3, 2}}),
                        Missing.KEEP,
                        new double[] {1, 2, 3, 4})
                .withWeights(1, 0, 1, 1);

        LinearWeightsTest.assertClose(SPEC.fit(gaps), SPEC.fit(gaps.select(0, 2, 3)), 0);
    }

    @Test
    void oneClassOnly() {
        Dataset yes =
                Dataset.of(new double[][] {{1}, {2}, {3}}, "yes", "yes", "no").withWeights(1, 1, 0);

        assertRefused(
                () -> LinearModel.with(new LogisticLoss()).fit(yes),
                "target 'y' must have rows of two classes at least, but all 2 rows of positive weight are of class 'yes'");
        assertRefused(
                () -> LinearModel.with(new LogisticLoss()).fit(Dataset.of(new double[][] {{1}, {2}}, 0, 0)),
                "target 'y' must have rows of two classes at least, but all 2 rows of positive weight are of class 0");
    }

    @Test
    void aClassWithoutRows() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, 0, 2, 2).withClasses("a", "b", "c");

        assertRefused(
                () -> LinearModel.with(new SoftmaxLoss(3)).fit(data),
                "target 'y' must have rows of each of the 3 classes of SoftmaxLoss, but has none of class 'b': its probability"
                        + " would go to 0 and its scores to -Infinity; leave the class out");
    }

    @Test
    void otherClassesThanTheLoss() {
        assertRefused(
                () -> LinearModel.with(new LogisticLoss()).fit(Sets.iris()),
                "target 'species' must have 2 classes for LogisticLoss, but has 3 [setosa, versicolor, virginica]: use new"
                        + " SoftmaxLoss(3)");
        assertRefused(
                () -> LinearModel.with(new SoftmaxLoss(3)).fit(Sets.irisPair()),
                "target 'y' must have 3 classes for SoftmaxLoss, but has 2 [versicolor, virginica]");
        assertRefused(
                () -> LinearModel.with(new SquaredLoss()).fit(Sets.iris()),
                "target 'species' must be numeric for SquaredLoss, but has the classes [setosa, versicolor, virginica]: use"
                        + " new SoftmaxLoss(3)");
    }

    @Test
    void aTargetOutsideTheDomain() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, 1, 2, -3);

        assertThatThrownBy(() -> LinearModel.with(new PoissonLoss()).fit(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be finite and >= 0.0 for PoissonLoss, but was -3.0 (row 2)");
        assertThatThrownBy(() -> LinearModel.with(new LogisticLoss()).fit(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must be in [0.0, 1.0] for LogisticLoss, but was 2.0 (row 1)");
    }

    @Test
    void noTarget() {
        assertRefused(
                () -> SPEC.fit(Dataset.unlabeled(new double[][] {{1}})),
                "data must have a target to fit LinearModel to, but has none");
    }

    @Test
    void columnsThatTheModelDoesNotKnow() {
        LinearModel model = SPEC.fit(PLAIN);

        assertRefused(
                () -> model.predict(PLAIN.withNames("size", "height")),
                "X must have column 'age' as in the model, but its columns are [size, height]");
        assertRefused(() -> model.predict(1, 2, 3), "row must have 2 cells (one per column), but has 3");
        assertRefused(
                () -> model.predict(Dataset.unlabeled(new double[][] {{1, 2, 3}})),
                "X must have 2 columns [size, age] as in the model, but has 3");
        assertRefused(() -> model.coefficient("height"), "column must be one of [size, age], but was 'height'");
    }

    @Test
    void aLevelNeverSeen() {
        Dataset levels = Dataset.of(new double[][] {{0}, {1}, {0}, {1}}, 1, 2, 3, 4)
                .withNames("kind")
                .withCategorical("kind", "oak", "pine");
        LinearModel model = SPEC.fit(levels);
        Dataset other =
                Dataset.unlabeled(new double[][] {{0}, {1}}).withNames("kind").withCategorical("kind", "oak", "elm");

        assertRefused(
                () -> model.predict(other),
                "level of column 'kind' must be one of [oak, pine] as in the model, but was 'elm' in row 1");
        assertRefused(
                () -> model.predict(Row.of(other.schema(), 1)),
                "level of column 'kind' must be one of [oak, pine] as in the model, but was 'elm' in row 0");
        assertRefused(
                () -> model.coefficient("kind"),
                "column 'kind' is categorical and has a coefficient for each level: use coefficient(column, level) with one"
                        + " of [oak, pine]");
        assertRefused(
                () -> model.coefficient("kind", "elm"),
                "level of column 'kind' must be one of [oak, pine], but was 'elm'");
    }

    @Test
    void questionsThatTheModelCannotAnswer() {
        LinearModel one = SPEC.fit(PLAIN);
        LinearModel three =
                LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(1)).fit(Sets.iris());

        assertRefused(
                () -> one.coefficient("size", "large"),
                "column 'size' is numeric and has one coefficient: use coefficient(column)");
        assertRefused(
                () -> one.probabilities(PLAIN),
                "probabilities needs a loss of classes, but SquaredLoss has none: use predict");
        assertRefused(() -> three.intercept(), "the model must have one score for this, but has 3: use intercepts");
        assertRefused(
                () -> three.coefficient("petal_width"),
                "the model must have one score for this, but has 3: use coefficient(output, column)");
        assertRefused(() -> three.coefficient(3, "petal_width"), "output must be in [0, 3), but was 3");
        assertRefused(
                () -> three.predict(Sets.iris()),
                "predict needs a loss of one score a row, but SoftmaxLoss has 3: use predictions, probabilities or"
                        + " predictedClasses");
        assertRefused(
                () -> three.explain(Sets.iris().row(0)),
                "explain(row) needs a loss of one score a row, but SoftmaxLoss has 3: use explain(row, output)");
    }

    @Test
    void offsetsThatDoNotFitTheScores() {
        LinearModel model =
                LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(1)).fit(Sets.iris());

        assertRefused(
                () -> model.scores(Sets.iris().withOffsets(new double[150])),
                "offsets must be 3 (one for each score), but are 1");
    }

    @Test
    void settingsOutOfRange() {
        assertRefused(() -> SPEC.threads(0), "threads must be >= 1, but was 0");
        assertRefused(() -> SPEC.maxIterations(0), "n must be >= 1, but was 0");
    }

    @Test
    void aMemoryOfAnotherFit() {
        Memory memory = SPEC.begin(PLAIN).memory();

        assertRefused(
                () -> SPEC.resume(PLAIN.select(0, 1, 2), memory),
                "memory must come from a run on the same data, but that had 4 rows and this has 3");
        assertRefused(
                () -> SPEC.penalty(L2Penalty.of(2)).resume(PLAIN, memory),
                "memory must come from a run of the same spec, but loss, penalty, optimizer, seed or the names of columns"
                        + " differ: resume with the spec that it was begun with");
        assertRefused(
                () -> SPEC.resume(PLAIN.withWeights(1, 2, 1, 1), memory),
                "memory must come from a run on the same data, but its targets or weights differ");
    }
}
