package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.composed.ScalarLossWrapper;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prox of a loss of one score, by its definition: no other score may cost less.
 *
 * <pre>
 *   c(x) = ℓ(y, x) + (x − f)² / (2·step),   prox = argmin over x of c(x)
 * </pre>
 */
public final class ScoreProxTests {

    private static final double[] STEPS = {1e-3, 0.3, 1, 40};
    private static final double[] MOVES = {1e-5, 1e-3, 0.03, 0.3, 1, 2, 10};

    private ScoreProxTests() {}

    /** A question, and the answer. */
    private record Asked(ScalarLoss loss, double y, double f, double step, double x) {

        double cost(double at) {
            return loss.value(y, at) + (at - f) * (at - f) / (2 * step);
        }

        /**
         * What rounding may make of c(x): the last digits of its terms, those of a typical value, and of a prox that is off by a
         * unit in its last place, beside a kink too, where c has a slope.
         */
        double noise(double typical) {
            double slope = Math.max(Math.abs(x - f) / step, Math.abs(loss.gradient(y, x)));
            return 2 * typical
                    + 8 * Math.ulp(Math.abs(loss.value(y, x)) + (x - f) * (x - f) / (2 * step))
                    + 8 * slope * Math.ulp(Math.max(Math.abs(x), Math.abs(f)));
        }

        /** Returns the score that costs least of those around the prox, the start and the target. */
        double best() {
            double best = f;
            for (double move : MOVES) {
                double[] others = {x + move, x - move, x + move * (f - x), x - move * (f - x), f + move, f - move, y};
                for (double other : others) {
                    best = cost(other) < cost(best) ? other : best;
                }
            }
            return best;
        }
    }

    /** The loss with the prox that its gradient gives. */
    private record Plain(ScalarLoss loss) implements ScalarLossWrapper {
        @Override
        public double value(double y, double f) {
            return loss.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return loss.gradient(y, f);
        }

        @Override
        public double curvature(double y, double f) {
            return loss.curvature(y, f);
        }
    }

    /**
     * Compares the prox with other scores.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss that states no prox, or isn't declared convex
     */
    public static Outcome prox(LossSubject subject) {
        if (!(subject.loss() instanceof ScalarLoss loss)) {
            return VectorProxTests.prox(subject);
        }
        if (!loss.convex()) {
            return Outcome.notApplicable("not declared convex");
        }
        LossProbe probe = LossProbe.of(subject);
        for (LossProbe.Case given : probe.cases()) {
            double typical = probe.valueNoise(given);
            for (double[] f : probe.scores(given)) {
                for (double step : STEPS) {
                    Outcome outcome = look(loss, given.y0(), f[0], step, typical);
                    if (outcome != null) {
                        return outcome;
                    }
                }
            }
        }
        return Outcome.passed();
    }

    private static @Nullable Outcome look(ScalarLoss loss, double y, double f, double step, double typical) {
        Asked asked = new Asked(loss, y, f, step, loss.prox(y, f, step));
        double cost = asked.cost(asked.x);
        double best = asked.best();
        if (Double.isFinite(asked.x) && cost <= asked.cost(best) + asked.noise(typical)) {
            return null;
        }
        return Outcome.failed("at y = " + y + ", f = " + f + ", step " + step + "\n  prox    " + asked.x
                + ", where ℓ(y, x) + (x − f)²/(2·step) is " + cost + "\n  better  " + best + ", where it is "
                + asked.cost(best) + "\nLikely cause: " + cause(asked));
    }

    private static String cause(Asked asked) {
        if (!Double.isFinite(asked.x)) {
            return "an overflow or a 0/0; write the prox in a stable form.";
        }
        ScalarLoss plain = new Plain(asked.loss);
        for (double step : List.of(1.0, 2 * asked.step, asked.step / 2)) {
            double other = plain.prox(asked.y, asked.f, step);
            if (step != asked.step && Math.abs(asked.x - other) <= 1e-9 * size(asked.x, other, asked.f)) {
                return step == 1
                        ? "the step is left out: this is the prox of step 1."
                        : "a factor 2: this is the prox of step " + step + "; the square is divided by 2·step.";
            }
        }
        double right = plain.prox(asked.y, asked.f, asked.step);
        return (asked.x - asked.f) * (right - asked.f) < 0
                ? "the sign: a prox moves downhill, to f − step·gradient(prox)."
                : "another formula than value's, or a branch left out; the prox that the gradient gives is " + right
                        + ".";
    }

    private static double size(double... numbers) {
        DoubleSummaryStatistics sizes = Arrays.stream(numbers).map(Math::abs).summaryStatistics();
        return Math.max(1e-300, sizes.getMax());
    }
}
