package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The expected second derivative beside the expectation over the targets of the model, whose gradients cancel.
 *
 * <pre>
 *   Σₖ pₖ·∂ℓ(yₖ, f)/∂f = 0                     (1)
 *   Σₖ pₖ·∂²ℓ(yₖ, f)/∂f² = what is stated      (2)
 *   yₖ, pₖ:  what the declaration says;
 *            0 and 1 with 1 − p and p = mean(f), for two classes;
 *            y = mean(f) alone, where both derivatives are straight lines in y
 * </pre>
 */
public final class ExpectationTests {

    private static final double[] SCORES = {-6, -2.5, -1, -0.3, 0, 0.4, 1.5, 3};

    /** Of sums of a few numbers, and of what a declared quadrature may leave. */
    private static final double ROUNDING = 1e-9;

    private static final double QUADRATURE = 1e-6;

    private ExpectationTests() {}

    /** Targets of the model at a score, with their probabilities. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of numbers, never compared
    private record Model(double[] y, double[] p, double tolerance) {

        double expectation(DoubleUnaryOperator of) {
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                sum += p[k] == 0 ? 0 : p[k] * of.applyAsDouble(y[k]);
            }
            return sum;
        }

        /** What a sum may be off: part of its terms, and the last digits of probabilities. */
        double slack(DoubleUnaryOperator of) {
            double largest = Arrays.stream(y).map(of).map(Math::abs).max().orElse(0);
            return tolerance * expectation(x -> Math.abs(of.applyAsDouble(x))) + 8 * Math.ulp(1.0) * largest;
        }
    }

    private record Reading(double f, double stated, double expected, double slack) {

        boolean right() {
            return Math.abs(stated - expected) <= slack;
        }
    }

    /**
     * Compares what is stated with the expectation.
     *
     * @param subject the loss
     * @return the outcome; not applicable if the loss states none
     */
    public static Outcome expected(LossSubject subject) {
        if (!(subject.loss() instanceof ScalarLoss loss)) {
            return Outcome.notApplicable("no ScalarLoss, which alone states expectations");
        }
        List<Reading> readings = new ArrayList<>();
        try {
            for (double f : SCORES) {
                readings.add(new Reading(f, loss.expectedSecondDerivative(f), 0, 0));
            }
        } catch (UnsupportedOperationException none) {
            return Outcome.notApplicable("no expected second derivative declared");
        }
        for (int k = 0; k < readings.size(); k++) {
            double f = readings.get(k).f();
            Model model = model(subject, loss, f);
            if (model == null) {
                return Outcome.vacuous("The derivatives are no straight lines in y: declare the targets of the model by"
                        + " LossDeclaration.withModel, so that there is something to take the mean of.");
            }
            double drift = model.expectation(y -> loss.gradient(y, f));
            if (!(Math.abs(drift) <= model.slack(y -> loss.gradient(y, f)) + ROUNDING * size(subject, loss, f))) {
                return Outcome.failed("at f = " + f + "\n  mean gradient  " + drift
                        + ", over the targets of the model\nLikely cause: mean, the gradient and the declared model are not"
                        + " of one distribution; at the targets that a model draws its gradients cancel.");
            }
            readings.set(
                    k,
                    new Reading(
                            f,
                            readings.get(k).stated(),
                            model.expectation(y -> loss.secondDerivative(y, f)),
                            model.slack(y -> loss.secondDerivative(y, f))));
        }
        return readings.stream().allMatch(Reading::right) ? Outcome.passed() : Outcome.failed(describe(readings));
    }

    private static @Nullable Model model(LossSubject subject, ScalarLoss loss, double f) {
        if (subject.declares().model() != null) {
            double[][] model = subject.declares().model().apply(f);
            return new Model(model[0], model[1], QUADRATURE);
        }
        double mean = loss.mean(f);
        if (loss.classes() == 2) {
            return new Model(new double[] {0, 1}, new double[] {1 - mean, mean}, ROUNDING);
        }
        double[] y = targets(subject);
        return isStraight(y, x -> loss.gradient(x, f)) && isStraight(y, x -> loss.secondDerivative(x, f))
                ? new Model(new double[] {mean}, new double[] {1}, ROUNDING)
                : null;
    }

    private static double[] targets(LossSubject subject) {
        return LossProbe.of(subject).targetRows(8).stream()
                .mapToDouble(row -> row[0])
                .sorted()
                .toArray();
    }

    private static boolean isStraight(double[] y, DoubleUnaryOperator of) {
        double low = of.applyAsDouble(y[0]);
        double slope = (of.applyAsDouble(y[y.length - 1]) - low) / (y[y.length - 1] - y[0]);
        double size = Arrays.stream(y).map(of).map(Math::abs).max().orElseThrow();
        return Arrays.stream(y)
                .allMatch(x -> Math.abs(of.applyAsDouble(x) - low - slope * (x - y[0])) <= ROUNDING * size);
    }

    /** The largest gradient of targets of the domain. */
    private static double size(LossSubject subject, ScalarLoss loss, double f) {
        return Arrays.stream(targets(subject))
                .map(y -> Math.abs(loss.gradient(y, f)))
                .max()
                .orElseThrow();
    }

    private static String describe(List<Reading> readings) {
        Reading shown = readings.stream().filter(r -> !r.right()).findFirst().orElseThrow();
        double ratio = shown.stated() / shown.expected();
        boolean factor = readings.stream()
                .allMatch(r -> Math.abs(r.stated() - ratio * r.expected()) <= r.slack() * Math.abs(ratio));
        return "at f = " + shown.f() + "\n  expectedSecondDerivative  " + shown.stated()
                + "\n  mean over the model       "
                + shown.expected() + "\n  ratio                     " + Text.ratio(ratio) + "\nLikely cause: "
                + (factor
                        ? "a factor is doubled or missing, the same at every score."
                        : "another formula than the mean of secondDerivative over the targets that the model draws at f.");
    }
}
