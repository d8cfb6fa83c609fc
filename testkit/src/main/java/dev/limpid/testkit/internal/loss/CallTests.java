package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How the methods may be called: together or one by one, again, in any order, by several threads, with any score. */
public final class CallTests {

    private static final double LARGEST = 1e300; // values above may have overflowed by right

    private CallTests() {}

    /**
     * Compares {@code at} with the single methods, bit for bit.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss of units, which has no combined call
     */
    public static Outcome combined(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        if (probe instanceof UnitProbe) {
            return Outcome.notApplicable("a UnitLoss has no combined call");
        }
        for (LossProbe.Point point : probe.points()) {
            int k = point.f().length;
            double[] g = new double[k];
            double[] h = new double[k];
            double value = probe.at(point.given(), point.f().clone(), g, h);
            double[] together = numbers(value, g, h);
            double[] single = single(probe, point);
            int difference = Bits.firstDifference(together, single);
            if (difference >= 0) {
                String what = difference == 0 ? "value" : difference <= k ? "gradient" : "curvature";
                return Outcome.failed("at " + probe.print(point) + "\n  " + what + " alone  " + single[difference]
                        + "\n  " + what + " by at  " + together[difference]
                        + "\nLikely cause: at is written with other terms, or returns the second derivative where"
                        + " curvature belongs; both must give the same bits.");
            }
        }
        return Outcome.passed();
    }

    private static double[] single(LossProbe probe, LossProbe.Point point) {
        int k = point.f().length;
        double[] h = new double[k];
        probe.curvature(point.given(), point.f().clone(), h);
        double[] g = probe.gradient(point.with(point.f().clone()));
        return numbers(probe.value(point.with(point.f().clone())), g, h);
    }

    private static double[] numbers(double value, double[] g, double[] h) {
        double[] all = new double[1 + g.length + h.length];
        all[0] = value;
        System.arraycopy(g, 0, all, 1, g.length);
        System.arraycopy(h, 0, all, 1 + g.length, h.length);
        return all;
    }

    /**
     * Looks for NaN at scores up to ±800. The value may be +∞ where the mathematics overflows (an exp of 800).
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome extremes(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        for (LossProbe.Point point : probe.points()) {
            double value = probe.value(point.with(point.f().clone()));
            double[] g = probe.gradient(point.with(point.f().clone()));
            boolean valueIsWrong = Double.isNaN(value) || value == Double.NEGATIVE_INFINITY;
            boolean gradientIsWrong = Arrays.stream(g)
                    .anyMatch(x -> Double.isNaN(x) || (Double.isInfinite(x) && Math.abs(value) < LARGEST));
            boolean early = Double.isInfinite(value) && isModestNearby(probe, point);
            if (valueIsWrong || gradientIsWrong || early) {
                return Outcome.failed("at " + probe.print(point) + "\n  value     " + value + "\n  gradient  "
                        + Text.plain(g)
                        + "\nLikely cause: exp overflows, log of 0, 0·log 0, 0/0 or ∞ − ∞; write the formula in a stable form,"
                        + " such as max(f, 0) + log1p(exp(−|f|)) for log(1 + exp(f)).");
            }
        }
        return Outcome.passed();
    }

    /** Tells whether the loss grows so slowly up to here that +∞ can't be its true value: at half the score it is tame. */
    private static boolean isModestNearby(LossProbe probe, LossProbe.Point point) {
        double[] half = point.f().clone();
        for (int k = 0; k < half.length; k++) {
            half[k] /= 2;
        }
        double there = probe.value(point.with(half));
        return Math.abs(there) < 1e6;
    }

    /**
     * Asks again, in another order and in between other questions, and compares bit for bit.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome stateless(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        List<LossProbe.Point> points = probe.points();
        List<double[]> first = new ArrayList<>();
        for (LossProbe.Point point : points) {
            first.add(single(probe, point));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            order.add(i);
            order.add(i);
        }
        Collections.shuffle(order, new Random(LossProbe.SEED));
        for (int i : order) {
            double[] again = single(probe, points.get(i));
            int difference = Bits.firstDifference(first.get(i), again);
            if (difference >= 0) {
                return Outcome.failed("at " + probe.print(points.get(i)) + "\n  first answer  "
                        + first.get(i)[difference] + "\n  later answer  " + again[difference]
                        + "\nLikely cause: a field remembers something between calls (a buffer, a counter, a running"
                        + " mean) or draws at random; a loss has no state.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Asks from eight threads at once, and compares bit for bit.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome threads(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        List<LossProbe.Point> points = probe.points();
        double[] alone = sweep(probe, points);
        int repeats = Math.max(3, 2000 / points.size());
        for (double[] result : Bits.fromEightThreads(() -> {
            double[] numbers = alone;
            for (int i = 0; i < repeats && numbers == alone; i++) {
                double[] sweep = sweep(probe, points);
                numbers = Bits.firstDifference(alone, sweep) >= 0 ? sweep : alone;
            }
            return numbers;
        })) {
            int difference = Bits.firstDifference(alone, result);
            if (difference >= 0) {
                return Outcome.failed("one thread got " + alone[difference] + ", one of eight at once got "
                        + result[difference]
                        + "\nLikely cause: a field is used as scratch space; use local variables, a loss is called by"
                        + " several threads at once.");
            }
        }
        return Outcome.passed();
    }

    private static double[] sweep(LossProbe probe, List<LossProbe.Point> points) {
        return points.stream()
                .flatMapToDouble(point -> Arrays.stream(single(probe, point)))
                .toArray();
    }

    /**
     * Compares the arrays handed in before and after.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a scalar loss, which is handed numbers
     */
    public static Outcome inputs(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        if (probe instanceof ScalarProbe) {
            return Outcome.notApplicable("a ScalarLoss is handed no arrays");
        }
        for (LossProbe.Point point : probe.points()) {
            for (String method : List.of("value", "gradient", "curvature", "at")) {
                String changed = changedBy(probe, point, method);
                if (!changed.isEmpty()) {
                    return Outcome.failed("at " + probe.print(point) + "\n  " + method + " changed the array of "
                            + changed + "\nLikely cause: the array is used as scratch space or recoded in place (0/1 to"
                            + " ±1); copy it first.");
                }
            }
        }
        return Outcome.passed();
    }

    private static String changedBy(LossProbe probe, LossProbe.Point point, String method) {
        double[] row = point.given().row(0);
        double[][] y = deepCopy(point.given().y());
        double[] w = point.given().w().clone();
        double[] f = point.f().clone();
        double[] out = new double[f.length];
        double[] more = new double[f.length];
        if (probe.loss instanceof VectorLoss vector) {
            switch (method) {
                case "value" -> vector.value(row, f);
                case "gradient" -> vector.gradient(row, f, out);
                case "curvature" -> vector.curvature(row, f, out);
                default -> vector.at(row, f, out, more);
            }
            y = new double[row.length][];
            for (int t = 0; t < row.length; t++) {
                y[t] = new double[] {row[t]};
            }
        } else {
            LossProbe.Case c = new LossProbe.Case(y, w);
            switch (method) {
                case "value" -> probe.value(c, f);
                case "gradient" -> probe.gradient(c, f, out);
                case "curvature" -> probe.curvature(c, f, out);
                default -> probe.at(c, f, out, more);
            }
        }
        if (!Arrays.deepEquals(y, point.given().y())) {
            return "targets";
        }
        return Bits.firstDifference(f, point.f()) >= 0
                ? "scores"
                : Bits.firstDifference(w, point.given().w()) >= 0 ? "weights" : "";
    }

    private static double[][] deepCopy(double[][] y) {
        return Arrays.stream(y).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Adds a number to all scores of a loss that is declared not to notice.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss that isn't declared shift-invariant
     */
    public static Outcome shiftInvariant(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        if (!probe.loss.shiftInvariant()) {
            return Outcome.notApplicable("not declared shift-invariant");
        }
        if (probe.loss instanceof ScalarLoss) {
            return Outcome.failed("shiftInvariant() is true, but a loss of a single score that does not notice a shift"
                    + " is a constant.\nLikely cause: shiftInvariant() is overridden by mistake.");
        }
        for (LossProbe.Point point : probe.points()) {
            double value = probe.value(point.with(point.f().clone()));
            double size = Arrays.stream(point.f()).map(Math::abs).max().orElse(0);
            double[] shifted = Arrays.stream(point.f()).map(f -> f + 2.5).toArray();
            double after = probe.value(point.with(shifted));
            double slack = 1e-10 * Math.max(1, size) * Math.max(1e-300, Math.max(Math.abs(value), 1e-3));
            if (Math.abs(after - value) > slack) {
                return Outcome.failed("at " + probe.print(point) + "\n  value                        " + value
                        + "\n  value with 2.5 on all scores  " + after
                        + "\nLikely cause: shiftInvariant() is overridden by mistake; with true, no intercept is"
                        + " trained.");
            }
        }
        return Outcome.passed();
    }
}
