package dev.limpid.core.training;

import dev.limpid.core.explain.Explanation;
import java.util.List;
import java.util.Locale;

/**
 * A step as arithmetic.
 *
 * <pre>
 *   F(θ + α·d) = F(θ) + α·⟨∇F(θ), d⟩ + rest    (1)  the rest is what curvature makes of it
 * </pre>
 */
final class StepExplanation {

    private StepExplanation() {}

    static Explanation of(Step step) {
        String after = sentence(step);
        double before = step.number(Step.BEFORE);
        double slope = step.number(Step.SLOPE);
        if (Double.isNaN(before) || Double.isNaN(slope)) {
            return Explanation.given(step.objective(), after);
        }
        double promised = step.length() * slope;
        double rest = step.objective() - before - promised;
        Explanation promise = Explanation.product(
                promised,
                "change that the slope promised",
                List.of(Explanation.given(step.length(), "step length α"), Explanation.given(slope, "slope ⟨∇F, d⟩")));
        return Explanation.sum( // (1)
                step.objective(),
                after,
                List.of(
                        Explanation.given(before, "objective before"),
                        promise,
                        Explanation.given(
                                rest,
                                "what curvature added: the change was " + number(step.objective() - before) + ", "
                                        + share(step.objective() - before, promised))));
    }

    private static String sentence(Step step) {
        OracleCount asked = step.oracle();
        return "objective after step " + step.iteration() + ", where the gradient is " + number(step.gradientNorm())
                + "; it took "
                + asked.values() + " values, " + asked.gradients() + " gradients, " + asked.matrices()
                + " matrices over "
                + asked.rows() + " rows";
    }

    private static String share(double actual, double promised) {
        return promised == 0
                ? "nothing was promised"
                : String.format(Locale.ROOT, "%.3g of the promise", actual / promised);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
