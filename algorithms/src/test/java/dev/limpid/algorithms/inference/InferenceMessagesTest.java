package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What inference refuses, and in which words. */
class InferenceMessagesTest {

    private final Dataset data = Toy.data(Toy::real);
    private final LinearInference inference =
            LinearModel.with(new SquaredLoss()).fit(data).inference(data);

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void lossesWithKinks() {
        LinearModel model = LinearModel.with(new QuantileLoss(0.3)).fit(data);

        refused(
                () -> model.summary(data),
                "standard errors need a loss with second derivatives, but QuantileLoss has kinks: fit bootstrap samples of the"
                        + " rows");
    }

    @Test
    void lossesThatDoNotStateTheirSecondDerivative() {
        ScalarLoss quartic = new ScalarLoss() {
            @Override
            public double value(double y, double f) {
                return Math.pow(f - y, 4);
            }

            @Override
            public double gradient(double y, double f) {
                return 4 * Math.pow(f - y, 3);
            }

            @Override
            public String name() {
                return "Quartic";
            }
        };

        refused(
                () -> LinearInference.of(new LinearHypothesis(2, 1, true), quartic, data, new double[3]),
                "standard errors need second derivatives: Quartic must override secondDerivative(y, f) before it is asked for"
                        + " one; a FormulaLoss has it for nothing");
    }

    @Test
    void targetsOutsideTheDomain() {
        refused(
                () -> LinearInference.of(
                        new LinearHypothesis(2, 1, true), new PoissonLoss(), Toy.data(i -> -1), new double[3]),
                "target must be finite and >= 0.0 for PoissonLoss, but was -1.0");
    }

    @Test
    void numbersThatDoNotFitTogether() {
        refused(
                () -> LinearInference.of(new LinearHypothesis(3, 1, true), new SquaredLoss(), data, new double[4]),
                "the hypothesis must have 2 features and 1 outputs (as data and loss), but has 3 and 1");
        refused(
                () -> LinearInference.of(new LinearHypothesis(2, 1, true), new SquaredLoss(), data, new double[2]),
                "theta must have length 3 (one number per parameter), but has length 2");
        Dataset unlabeled = Dataset.unlabeled(new double[][] {{1, 2}});
        refused(
                () -> LinearInference.of(new LinearHypothesis(2, 1, true), new SquaredLoss(), unlabeled, new double[3]),
                "data must have 1 targets for SquaredLoss, but has 0");
    }

    @Test
    void errorsThatCannotBeHad() {
        Dataset codes = Toy.data(Toy::code);
        LinearInference classes =
                LinearModel.with(new SoftmaxLoss(3)).fit(codes).inference(codes);
        LinearInference huber = LinearModel.with(new HuberLoss(0.2)).fit(data).inference(data);

        refused(
                () -> classes.errors(StandardErrors.hc3()).summary(),
                "HC2 and HC3 need the leverage of rows with one score each, but SoftmaxLoss has 3: use hc0 or hc1");
        refused(
                () -> classes.errors(StandardErrors.scaled()).summary(),
                "the dispersion needs a target with residuals, but the family is multinomial: use model, hc0 or hc1");
        refused(
                () -> huber.errors(StandardErrors.model()).summary(),
                "standard errors from the model need a family, but that of HuberLoss isn't known: use hc0 or hc1, or name the"
                        + " family");
    }

    @Test
    void clusters() {
        refused(
                () -> inference.errors(StandardErrors.clustered()).summary(),
                "clustered standard errors need data with groups, but the data has none: name the column that tells which rows"
                        + " belong together, or hand the clusters over");
        refused(
                () -> inference
                        .errors(StandardErrors.clustered(new int[] {1, 2}))
                        .summary(),
                "clusters must have length 60 (one number per row), but has length 2");
        refused(
                () -> inference.errors(StandardErrors.clustered(new int[60])).summary(),
                "clusters must be two at least, but all rows are in one");
        refused(() -> StandardErrors.clustered(new int[0]), "clusters must have one number per row, but is empty");
    }

    @Test
    void confidenceOutsideZeroToOne() {
        refused(() -> inference.confidence(95), "confidence must be in (0, 1), but was 95.0");
        refused(() -> inference.confidence(Double.NaN), "confidence must be in (0, 1), but was NaN");
    }

    @Test
    void namesThatAreNotThere() {
        refused(() -> inference.summary().coefficient("c"), "name must be one of [intercept, a, b], but was 'c'");
        refused(
                () -> inference.listing(List.of("a"), List.of("")),
                "names must hold all columns [a, b] and there must be as many notes, but were [a] with 1 notes");
        Dataset codes = Toy.data(Toy::code);
        Summary classes = LinearModel.with(new SoftmaxLoss(3)).fit(codes).summary(codes);
        refused(
                () -> classes.coefficient("a"),
                "there are 2 coefficients of name 'a', one for each score: use coefficient(output, name)");
    }
}
