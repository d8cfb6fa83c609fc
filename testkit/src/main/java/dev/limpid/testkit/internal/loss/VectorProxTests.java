package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The prox of a loss of several scores, by its definition: no other scores may cost less.
 *
 * <pre>
 *   c(x) = ℓ(y, x) + ‖x − f‖² / (2·step),   prox = argmin over x of c(x)
 * </pre>
 */
final class VectorProxTests {

    private static final double[] STEPS = {1e-3, 0.3, 1, 40};
    private static final double[] MOVES = {1e-3, 0.03, 0.3, 1, 10};

    private VectorProxTests() {}

    /** A question, and the answer. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of inputs, never compared
    private record Asked(VectorLoss loss, double[] y, double[] f, double[] x) {

        double cost(double[] at, double step) {
            double square = 0;
            for (int k = 0; k < at.length; k++) {
                square += (at[k] - f[k]) * (at[k] - f[k]);
            }
            return loss.value(y, at) + square / (2 * step);
        }

        /** What rounding may make of c(x): the last digits of its terms, and of a prox that is off by a unit in its last place. */
        double noise(double step, double typical) {
            double[] slopes = new double[x.length];
            loss.gradient(y, x, slopes);
            double rounding = 2 * typical + 8 * Math.ulp(cost(x, step)) + 8 * Math.ulp(loss.value(y, x));
            for (int k = 0; k < x.length; k++) {
                double slope = Math.max(Math.abs(x[k] - f[k]) / step, Math.abs(slopes[k]));
                rounding += 8 * slope * Math.ulp(Math.max(Math.abs(x[k]), Math.abs(f[k])));
            }
            return rounding;
        }

        /** Returns the scores that cost least of f and those that differ from the prox in one score. */
        double[] best(double step) {
            double[] best = f;
            for (double move : MOVES) {
                for (int k = 0; k < x.length; k++) {
                    for (double by : new double[] {move, -move, move * (f[k] - x[k])}) {
                        double[] other = x.clone();
                        other[k] += by;
                        best = cost(other, step) < cost(best, step) ? other : best;
                    }
                }
            }
            return best;
        }

        boolean isFinite() {
            return Arrays.stream(x).allMatch(Double::isFinite);
        }

        boolean isBest(double step, double typical) {
            return isFinite() && cost(x, step) <= cost(best(step), step) + noise(step, typical);
        }
    }

    /** Compares the prox with other scores; not applicable to a loss that states none. */
    static Outcome prox(LossSubject subject) {
        if (!(subject.loss() instanceof VectorLoss loss) || !loss.hasProx()) {
            return Outcome.notApplicable("states no prox");
        }
        LossProbe probe = LossProbe.of(subject);
        for (LossProbe.Case given : probe.cases()) {
            double typical = probe.valueNoise(given);
            for (double[] f : probe.scores(given)) {
                for (double step : STEPS) {
                    Outcome outcome = look(loss, given.row(0), f, step, typical);
                    if (outcome != null) {
                        return outcome;
                    }
                }
            }
        }
        return Outcome.passed();
    }

    private static @Nullable Outcome look(VectorLoss loss, double[] y, double[] f, double step, double typical) {
        double[] x = new double[f.length];
        loss.prox(y.clone(), f.clone(), step, x);
        Asked asked = new Asked(loss, y, f, x);
        if (asked.isBest(step, typical)) {
            return null;
        }
        double[] best = asked.best(step);
        return Outcome.failed("at y = " + Text.plain(y) + ", f = " + Text.plain(f) + ", step " + step + "\n  prox    "
                + Text.plain(x) + ", where ℓ(y, x) + ‖x − f‖²/(2·step) is " + asked.cost(x, step) + "\n  better  "
                + Text.plain(best) + ", where it is " + asked.cost(best, step) + "\nLikely cause: "
                + cause(asked, step, typical));
    }

    private static String cause(Asked asked, double step, double typical) {
        if (!asked.isFinite()) {
            return "an overflow or a 0/0; write the prox in a stable form.";
        }
        return step != 1 && asked.isBest(1, typical)
                ? "the step is left out: this is the prox of step 1."
                : "another formula than value's, or a score left out.";
    }
}
