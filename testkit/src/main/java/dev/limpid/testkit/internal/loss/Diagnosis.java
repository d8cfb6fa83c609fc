package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Says what is probably wrong with a derivative: how the stated numbers relate to the measured ones (a sign, a factor, the
 * derivative of the link, a clip), and where they are wrong (everywhere, one class, one side, the tail).
 */
final class Diagnosis {

    private static final double CONSTANT = 1e-4; // relative spread below which ratios count as one number

    private final List<Reading> all;
    private final List<Reading> wrong;
    private final LossProbe probe;
    private final String method;
    private final String below;

    /**
     * Collects the evidence.
     *
     * @param probe the loss
     * @param readings all readings
     * @param method what states the derivative: {@code gradient}
     * @param below what it is the derivative of: {@code value}
     */
    Diagnosis(LossProbe probe, List<Reading> readings, String method, String below) {
        this.probe = probe;
        this.method = method;
        this.below = below;
        all = readings.stream().filter(Reading::saysSomething).toList();
        wrong = all.stream().filter(r -> !r.right()).toList();
    }

    /** Returns cause and scope in a sentence. */
    String sentence() {
        return relation() + scope() + ".";
    }

    private String relation() {
        List<Reading> finite =
                wrong.stream().filter(r -> Double.isFinite(r.stated())).toList();
        if (finite.isEmpty()) {
            return method + " is not finite where " + below
                    + " is: an exp that overflows, 0·log 0, or 0/0; compute it in a stable form";
        }
        if (wrong.stream().allMatch(r -> r.stated() == 0)) {
            return wrong.size() == all.size()
                    ? method + " is always 0"
                    : method + " vanishes, as where a probability is clipped";
        }
        List<Reading> clear = finite.stream()
                .filter(r -> Math.abs(r.measured().value()) > 1e5 * r.measured().error())
                .toList();
        double factor = constant(clear, Reading::ratio);
        if (!Double.isNaN(factor)) {
            return factor(factor);
        }
        double size = Math.abs(finite.get(0).stated());
        if (wrong.size() > 1
                && clear.stream().allMatch(r -> Math.abs(r.stated()) == size && Math.abs(r.ratio()) < 1)
                && clear.stream()
                                .mapToDouble(r -> Math.abs(r.measured().value()))
                                .distinct()
                                .count()
                        > 1) {
            return method + " is clipped at ±" + size;
        }
        String link = link(clear);
        if (!link.isEmpty()) {
            return link;
        }
        return shift(finite);
    }

    private String factor(double c) {
        if (is(c, -1)) {
            return method + " has the opposite sign (ratio −1.000)";
        }
        String ratio = " (ratio " + Text.ratio(c) + ")";
        if (is(c, 2)) {
            return "a factor 2 is doubled in " + method + ", or missing in " + below + ratio;
        }
        if (is(c, 0.5)) {
            return "a factor 2 is missing in " + method + ", or doubled in " + below + ratio;
        }
        if (is(c, -2) || is(c, -0.5)) {
            return method + " has the opposite sign, and a factor 2 is in one of the two" + ratio;
        }
        if (is(c, Math.log(2)) || is(c, 1 / Math.log(2)) || is(c, Math.log(10)) || is(c, 1 / Math.log(10))) {
            return "one of the two has a logarithm to base 2 or 10, the other the natural one" + ratio;
        }
        return "a constant factor (a scale, 1/n, a weight) is in one of the two only" + ratio;
    }

    private String link(List<Reading> clear) {
        if (!(probe.loss instanceof ScalarLoss scalar)) {
            return "";
        }
        List<Reading> near = clear.stream().filter(r -> Math.abs(r.f()) <= 15).toList();
        ToDoubleFunction<Reading> logistic = r -> {
            double p = 1 / (1 + Math.exp(-r.f()));
            return p * (1 - p);
        };
        ToDoubleFunction<Reading> link =
                r -> Differences.central(scalar::mean, r.f()).value();
        for (ToDoubleFunction<Reading> derivative : List.of(logistic, link)) {
            String what = derivative == logistic ? "p(1−p)" : "mean′(f)";
            String variable = derivative == logistic ? "probability" : "mean";
            if (is(constant(near, r -> r.ratio() * derivative.applyAsDouble(r)), 1)) {
                return method + " is the derivative with respect to the " + variable
                        + ", not to the score: the ratio is 1/" + (derivative == logistic ? "(" + what + ")" : what);
            }
            if (is(constant(near, r -> r.ratio() / derivative.applyAsDouble(r)), 1)) {
                return method + " has the derivative of the link in it twice: the ratio is " + what;
            }
        }
        return "";
    }

    private String shift(List<Reading> finite) {
        double constant = constant(finite, r -> r.stated() - r.measured().value());
        if (!Double.isNaN(constant)) {
            return method + " is off by the constant " + Text.brief(constant);
        }
        List<Reading> away = finite.stream().filter(r -> Math.abs(r.f()) > 1e-2).toList();
        double slope = constant(away, r -> (r.stated() - r.measured().value()) / r.f());
        if (!Double.isNaN(slope)) {
            return method + " has " + Text.brief(slope) + "·f too much: a penalty that is missing in " + below;
        }
        return method + " and " + below + " are of different formulas, the ratio is no constant";
    }

    private String scope() {
        if (wrong.size() >= 0.97 * all.size()) {
            return ", at all " + wrong.size() + " points";
        }
        boolean scalar = probe instanceof ScalarProbe;
        List<String> words = new ArrayList<>();
        for (double y :
                wrong.stream().mapToDouble(Reading::y).distinct().limit(2).toArray()) {
            add(words, "in one branch, y = " + y, r -> r.y() == y);
        }
        if (scalar) {
            add(words, "where f > y", r -> r.f() > r.y());
            add(words, "where f < y", r -> r.f() < r.y());
        }
        add(words, "where f > 0", r -> r.f() > 0);
        add(words, "where f < 0", r -> r.f() < 0);
        if (!scalar) {
            for (int k : wrong.stream()
                    .mapToInt(Reading::component)
                    .distinct()
                    .limit(2)
                    .toArray()) {
                add(words, "in component " + k, r -> r.component() == k);
            }
        }
        if (words.isEmpty() && scalar) {
            tail(words, "|f − y|", r -> Math.abs(r.f() - r.y()));
        }
        if (words.isEmpty()) {
            tail(words, "|f|", r -> Math.abs(r.f()));
        }
        return words.isEmpty()
                ? ", at " + wrong.size() + " of " + all.size() + " points"
                : ", only " + words.get(0) + " (" + wrong.size() + " of " + all.size() + " points)";
    }

    private void add(List<String> words, String word, Predicate<Reading> where) {
        if (wrong.stream().allMatch(where)
                && all.stream().filter(where).filter(Reading::right).count() <= 0.03 * wrong.size()) {
            words.add(word);
        }
    }

    private void tail(List<String> words, String what, ToDoubleFunction<Reading> size) {
        double from = wrong.stream().mapToDouble(size).min().orElse(0);
        double to = wrong.stream().mapToDouble(size).max().orElse(0);
        add(words, "in the tail, " + what + " ≥ " + Text.brief(from), r -> size.applyAsDouble(r) >= from);
        add(words, "near the middle, " + what + " ≤ " + Text.brief(to), r -> size.applyAsDouble(r) <= to);
    }

    /** Returns the one number that all readings give; NaN if they give different ones. */
    private static double constant(List<Reading> readings, ToDoubleFunction<Reading> number) {
        double[] x = readings.stream().mapToDouble(number).sorted().toArray();
        if (x.length == 0) {
            return Double.NaN;
        }
        double middle = x[x.length / 2];
        return x[x.length - 1] - x[0] <= CONSTANT * Math.abs(middle) ? middle : Double.NaN;
    }

    private static boolean is(double x, double known) {
        return Math.abs(x - known) <= 1e-3 * Math.abs(known);
    }
}
