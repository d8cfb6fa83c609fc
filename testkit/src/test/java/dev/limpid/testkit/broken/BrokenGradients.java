package dev.limpid.testkit.broken;

import static dev.limpid.testkit.broken.BrokenLosses.sigmoid;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.LossLaws;
import java.util.stream.Stream;

/** Losses whose gradient isn't the derivative of their value, each in a way that has a name. */
final class BrokenGradients {

    private BrokenGradients() {}

    private static final ScalarLoss SQUARED = new SquaredLoss();
    private static final ScalarLoss LOGISTIC = new LogisticLoss();

    private static Mutant<LossSubject> fault(String name, Loss loss, String cause) {
        return Mutant.of(name, LossSubject.of(loss), LossLaws.GRADIENT, cause);
    }

    static Stream<Mutant<LossSubject>> mutants() {
        return Stream.of(
                fault(
                                "sign",
                                Variant.of(LOGISTIC).gradient((y, f) -> y - sigmoid(f)),
                                "gradient has the opposite sign (ratio −1.000), at all")
                        .as("B-LOSS-001"),
                fault(
                        "factor 2 too many",
                        Variant.of(SQUARED).gradient((y, f) -> 2 * (f - y)),
                        "a factor 2 is doubled in gradient, or missing in value (ratio 2.000), at all"),
                fault(
                        "factor 2 missing",
                        Variant.of(SQUARED).gradient((y, f) -> 0.5 * (f - y)),
                        "a factor 2 is missing in gradient, or doubled in value (ratio 0.500), at all"),
                fault(
                        "sign and factor",
                        Variant.of(SQUARED).gradient((y, f) -> 2 * (y - f)),
                        "opposite sign, and a factor 2 is in one of the two (ratio -2.000)"),
                fault(
                        "divided by n",
                        Variant.of(SQUARED).gradient((y, f) -> (f - y) / 100),
                        "a constant factor (a scale, 1/n, a weight) is in one of the two only (ratio 0.010)"),
                fault(
                        "other base of the logarithm",
                        Variant.of(LOGISTIC).value((y, f) -> LOGISTIC.value(y, f) / Math.log(2)),
                        "a logarithm to base 2 or 10, the other the natural one (ratio 0.693)"),
                fault(
                        "a small wrong factor",
                        Variant.of(SQUARED).gradient((y, f) -> 1.0005 * (f - y)),
                        "a constant factor (a scale, 1/n, a weight) is in one of the two only (ratio 1 + 5.0e-04)"),
                fault(
                                "derivative with respect to the probability",
                                Variant.of(LOGISTIC).gradient((y, f) -> {
                                    double p = sigmoid(f);
                                    return (p - y) / Math.max(1e-300, p * (1 - p));
                                }),
                                "gradient is the derivative with respect to the probability, not to the score: the ratio is"
                                        + " 1/(p(1−p))")
                        .as("B-LOSS-004"),
                fault(
                        "derivative with respect to the mean",
                        Variant.of(new PoissonLoss()).gradient((y, f) -> 1 - y * Math.exp(-f)),
                        "gradient is the derivative with respect to the mean, not to the score: the ratio is 1/mean′(f)"),
                fault(
                                "the link twice",
                                Variant.of(LOGISTIC).gradient((y, f) -> (sigmoid(f) - y) * sigmoid(f) * sigmoid(-f)),
                                "the derivative of the link in it twice")
                        .as("B-LOSS-008"),
                fault(
                        "clipped gradient",
                        Variant.of(SQUARED).gradient((y, f) -> Math.max(-1, Math.min(1, f - y))),
                        "gradient is clipped at ±1.0, only in the tail, |f − y| ≥ "),
                fault(
                                "clipped probability",
                                Variant.of(LOGISTIC).gradient((y, f) -> Math.abs(f) > 16 ? 0 : sigmoid(f) - y),
                                "gradient vanishes, as where a probability is clipped")
                        .as("B-LOSS-042"),
                fault(
                        "one class",
                        Variant.of(LOGISTIC).gradient((y, f) -> y == 0 ? -sigmoid(f) : sigmoid(f) - y),
                        "gradient has the opposite sign (ratio −1.000), only in one branch, y = 0.0"),
                fault(
                        "one side",
                        Variant.of(SQUARED).gradient((y, f) -> f > y ? 3 * (f - y) : f - y),
                        "(ratio 3.000), only where f > y"),
                fault(
                        "an offset",
                        Variant.of(SQUARED).gradient((y, f) -> f - y + 0.5),
                        "gradient is off by the constant 0.500"),
                fault(
                        "a penalty",
                        Variant.of(SQUARED).gradient((y, f) -> f - y + 0.1 * f),
                        "gradient has 0.100·f too much: a penalty that is missing in value"),
                fault(
                        "another formula",
                        Variant.of(SQUARED).gradient((y, f) -> Math.sinh(Math.max(-20, Math.min(20, f - y)))),
                        "gradient and value are of different formulas"),
                fault("no gradient", Variant.of(SQUARED).gradient((y, f) -> 0), "gradient is always 0"),
                fault(
                                "NaN where the exponential overflows",
                                Variant.of(LOGISTIC).gradient((y, f) -> Math.exp(f) / (1 + Math.exp(f)) - y),
                                "gradient is not finite where value is: an exp that overflows")
                        .as("B-LOSS-043"),
                fault(
                        "value in float",
                        Variant.of(SQUARED).value((y, f) -> (float) (0.5 * (f - y) * (f - y))),
                        "value is noisy, as if computed in float or at random"),
                fault(
                        "value with noise",
                        Variant.of(SQUARED).value((y, f) -> 0.5 * (f - y) * (f - y) * (1 + 1e-7 * Math.sin(1e9 * f))),
                        "value is noisy, as if computed in float or at random"),
                fault(
                        "the gradient of the wrong score of a vector",
                        new BrokenVectorLosses.GradientOfOneScore(),
                        "only in component 1"),
                fault(
                        "the sum of the weights in the gradient of a unit",
                        new BrokenUnitLosses.WithFactor(),
                        "a factor 2 is doubled in gradient"));
    }
}
