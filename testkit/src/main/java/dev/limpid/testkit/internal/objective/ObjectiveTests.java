package dev.limpid.testkit.internal.objective;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Line;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.OracleCount;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Value, gradient, line and sums of an objective. */
public final class ObjectiveTests {

    static final long SEED = 42;
    static final Outcome NOT_SMOOTH = Outcome.notApplicable("not a Smooth objective");
    static final double ROUNDING = 1e-12;

    private ObjectiveTests() {}

    /** Zeros, and draws of several sizes. */
    static List<double[]> points(Objective objective) {
        SplittableRandom random = new SplittableRandom(SEED);
        int p = objective.blocks().size();
        List<double[]> points = new ArrayList<>();
        points.add(new double[p]);
        for (double size : new double[] {0.01, 0.1, 0.5, 1, 1, 2}) {
            double[] t = new double[p];
            for (int j = 0; j < p; j++) {
                t[j] = size * random.nextGaussian();
            }
            points.add(t);
        }
        return points;
    }

    static double[] direction(int p, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] d = new double[p];
        for (int j = 0; j < p; j++) {
            d[j] = random.nextGaussian() / Math.sqrt(p);
        }
        return d;
    }

    static double[] plus(double[] t, double alpha, double[] d) {
        double[] moved = t.clone();
        for (int j = 0; j < t.length; j++) {
            moved[j] += alpha * d[j];
        }
        return moved;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** The smooth part, or null where there is none. */
    private static Smooth smoothPart(Objective objective) {
        return objective instanceof Composite<?> composite ? composite.smooth() : (Smooth) objective;
    }

    private static boolean hasSmoothPart(Objective objective) {
        return objective instanceof Smooth || objective instanceof Composite<?>;
    }

    /**
     * Compares the gradient with differences of the value, along axes and along a random direction.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective without gradient
     */
    public static Outcome gradient(Objective objective) {
        if (!hasSmoothPart(objective)) {
            return NOT_SMOOTH;
        }
        Smooth smooth = smoothPart(objective);
        int p = smooth.blocks().size();
        boolean says = false;
        for (double[] t : points(smooth)) {
            double[] g = new double[p];
            smooth.gradient(t.clone(), g);
            List<double[]> directions = new ArrayList<>(List.of(direction(p, SEED)));
            for (int j = 0; j < Math.min(p, 25); j++) {
                double[] axis = new double[p];
                axis[j] = 1;
                directions.add(axis);
            }
            for (int i = 0; i < directions.size(); i++) {
                double[] d = directions.get(i);
                double stated = dot(g, d);
                Estimate measured = Differences.central(a -> smooth.value(plus(t, a, d)), 0);
                double slack = measured.tolerance(stated) + ROUNDING * Math.abs(smooth.value(t.clone())) * 100;
                says |= Math.abs(measured.value()) > slack;
                boolean kink = !smooth.kink().isEmpty() && isBetween(smooth, t, d, stated);
                if (Double.isFinite(measured.value()) && !(Math.abs(stated - measured.value()) <= slack) && !kink) {
                    return Outcome.failed("at θ = " + Text.plain(t) + ", " + where(smooth, i, d)
                            + "\n  gradient             " + stated + "\n  derivative of value  " + measured.value()
                            + "  (± " + Text.brief(measured.error()) + ")\n  ratio                "
                            + Text.ratio(stated / measured.value()) + "\nLikely cause: "
                            + cause(smooth, t, g, stated / measured.value()));
                }
            }
        }
        return says ? Outcome.passed() : Outcome.vacuous("All derivatives looked at are 0.");
    }

    private static boolean isBetween(Smooth smooth, double[] t, double[] d, double stated) {
        Estimate left = Differences.left(a -> smooth.value(plus(t, a, d)), 0);
        Estimate right = Differences.right(a -> smooth.value(plus(t, a, d)), 0);
        double slack = left.error() + right.error();
        return stated >= Math.min(left.value(), right.value()) - slack
                && stated <= Math.max(left.value(), right.value()) + slack;
    }

    private static String where(Smooth smooth, int i, double[] d) {
        if (i == 0) {
            return "along " + Text.plain(d);
        }
        int j = i - 1;
        Block block = smooth.blocks().list().stream()
                .filter(b -> b.offset() <= j && j < b.end())
                .findFirst()
                .orElseThrow();
        return "along " + block.name() + "[" + (j - block.offset()) + "]";
    }

    private static String cause(Smooth smooth, double[] t, double[] g, double ratio) {
        if (Math.abs(ratio + 1) < 1e-6) {
            return "the gradient has the opposite sign.";
        }
        if (Arrays.stream(g).allMatch(x -> x == 0)) {
            return "gradient does not write to g.";
        }
        double[] more = new double[g.length];
        Arrays.fill(more, 1000);
        smooth.gradient(t.clone(), more);
        double difference = more[0] - g[0];
        return Math.abs(difference - 1000) < 1e-6
                ? "gradient adds to g; it has to overwrite it."
                : "a factor (2, 1/n, Σw) or a term (the penalty) is in one of the two only; a single wrong coordinate is an"
                        + " index slip.";
    }

    /**
     * Compares the value that comes with the gradient, asks again, and looks at the inputs.
     *
     * @param objective the objective
     * @return the outcome
     */
    public static Outcome calls(Objective objective) {
        int p = objective.blocks().size();
        for (double[] t : points(objective)) {
            double[] kept = t.clone();
            double value = objective.value(t);
            double[] g = new double[p];
            double[] again = new double[p];
            double with = value;
            double without = value;
            if (objective instanceof Smooth smooth) {
                Arrays.fill(again, -7); // to be overwritten
                with = smooth.gradient(t, g);
                without = smooth.gradient(t, again);
            }
            if (Bits.firstDifference(t, kept) >= 0) {
                return Outcome.failed("at θ = " + Text.plain(kept) + "\n  θ afterwards  " + Text.plain(t)
                        + "\nLikely cause: θ is used as scratch space; copy it first.");
            }
            if (Math.abs(with - value) > ROUNDING * Math.max(Math.abs(value), Math.abs(with))) {
                return Outcome.failed("at θ = " + Text.plain(t) + "\n  value               " + value
                        + "\n  value by gradient   " + with
                        + "\nLikely cause: a penalty or a mean is in one of the two only.");
            }
            if (!Bits.same(with, without)
                    || Bits.firstDifference(g, again) >= 0
                    || !Bits.same(value, objective.value(t.clone()))) {
                return Outcome.failed("at θ = " + Text.plain(t) + ", asked twice"
                        + "\n  value     " + with + ", then " + without + "\n  gradient  " + Text.plain(g) + ", then "
                        + Text.plain(again)
                        + "\nLikely cause: gradient adds to g instead of overwriting it, or something is remembered from call"
                        + " to call.");
            }
        }
        return afterChange(objective);
    }

    /** Changes the array in place and asks again: a cache keyed by the array itself would not notice. */
    private static Outcome afterChange(Objective objective) {
        double[] t = points(objective).get(4);
        objective.value(t);
        for (int j = 0; j < t.length; j++) {
            t[j] += 0.25;
        }
        double value = objective.value(t);
        double fresh = objective.value(t.clone());
        return Bits.same(value, fresh)
                ? Outcome.passed()
                : Outcome.failed("at θ = " + Text.plain(t) + ", changed in place\n  value            " + value
                        + "\n  value of a copy  " + fresh
                        + "\nLikely cause: a cache that is keyed by the array, not by its numbers.");
    }

    /**
     * Asks from eight threads at once.
     *
     * @param objective the objective
     * @return the outcome
     */
    public static Outcome threads(Objective objective) {
        double[] alone = sweep(objective);
        for (double[] result : Bits.fromEightThreads(() -> sweep(objective))) {
            int difference = Bits.firstDifference(alone, result);
            if (difference >= 0) {
                return Outcome.failed("one thread got " + alone[difference] + ", one of eight at once got "
                        + result[difference] + "\nLikely cause: a field is used as scratch space.");
            }
        }
        return Outcome.passed();
    }

    private static double[] sweep(Objective objective) {
        List<double[]> numbers = new ArrayList<>();
        for (double[] t : points(objective)) {
            numbers.add(new double[] {objective.value(t)});
            if (objective instanceof Smooth smooth) {
                double[] g = new double[t.length];
                smooth.gradient(t, g);
                numbers.add(g);
            }
        }
        return numbers.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * Compares the line with values and gradients at its points.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective without gradient
     */
    public static Outcome line(Objective objective) {
        if (!(objective instanceof Smooth smooth)) {
            return NOT_SMOOTH;
        }
        int p = smooth.blocks().size();
        double[] d = direction(p, SEED + 1);
        for (double[] t : points(smooth)) {
            Line line = smooth.along(t.clone(), d.clone());
            for (double alpha : new double[] {0, 1, 0.5, -0.3, 1e-3, 2}) {
                double[] g = new double[p];
                double value = smooth.gradient(plus(t, alpha, d), g);
                double slope = dot(g, d);
                Line.Point point = line.at(alpha);
                double size = 0;
                for (int j = 0; j < p; j++) {
                    size += Math.abs(g[j] * d[j]);
                }
                double valueSlack = 1e-11 * Math.max(1e-3, Math.abs(value) + size);
                double slopeSlack = 1e-10 * Math.max(1e-3, size + Math.abs(value));
                boolean kink = !smooth.kink().isEmpty();
                if (!(Math.abs(point.value() - value) <= valueSlack)
                        || !(Math.abs(point.slope() - slope) <= slopeSlack || kink)
                        || point.alpha() != alpha) {
                    return Outcome.failed(
                            "at θ = " + Text.plain(t) + ", d = " + Text.plain(d) + ", α = " + alpha
                                    + "\n  along   value " + point.value() + ", slope " + point.slope()
                                    + "\n  at θ + α·d  value " + value + ", ⟨∇F, d⟩ " + slope
                                    + "\nLikely cause: the line leaves out a term (a penalty, an offset) or remembers the α before.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Adds the objective to itself, multiplies it, and adds a ridge penalty.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective without gradient
     */
    public static Outcome sums(Objective objective) {
        if (!(objective instanceof Smooth smooth)) {
            return NOT_SMOOTH;
        }
        Block block = smooth.blocks().list().get(0);
        L2Penalty ridge = new L2Penalty(0.7);
        Smooth twice = smooth.plus(smooth);
        Smooth times = smooth.times(2);
        Smooth penalized = smooth.penalized(block.name(), ridge);
        for (double[] t : points(smooth)) {
            double[] g = new double[t.length];
            double value = smooth.gradient(t, g);
            double[] doubled = Arrays.stream(g).map(x -> 2 * x).toArray();
            double[] withRidge = g.clone();
            ridge.addGradient(t, block, withRidge);
            Outcome outcome = same(twice, t, 2 * value, doubled, "F + F");
            outcome = outcome.isFailure() ? outcome : same(times, t, 2 * value, doubled, "2·F");
            outcome = outcome.isFailure()
                    ? outcome
                    : same(penalized, t, value + ridge.value(t, block), withRidge, "F + ridge");
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    private static Outcome same(Smooth sum, double[] t, double value, double[] gradient, String name) {
        double[] g = new double[t.length];
        double stated = sum.gradient(t, g);
        double size = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
        boolean right = Math.abs(stated - value) <= ROUNDING * Math.abs(value)
                && Math.abs(sum.value(t) - value) <= ROUNDING * Math.abs(value);
        for (int j = 0; j < g.length; j++) {
            right &= Math.abs(g[j] - gradient[j]) <= ROUNDING * size;
        }
        return right
                ? Outcome.passed()
                : Outcome.failed(
                        "at θ = " + Text.plain(t) + ", " + name + "\n  value     " + stated + ", must be " + value
                                + "\n  gradient  " + Text.plain(g) + ", must be " + Text.plain(gradient)
                                + "\nLikely cause: plus, times or penalized is overridden and loses a term, or counts one twice.");
    }

    /**
     * Looks whether the count grows with each call, if the objective counts.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective that doesn't count
     */
    public static Outcome count(Objective objective) {
        double[] t = points(objective).get(1);
        objective.value(t);
        OracleCount start = objective.count();
        if (start.equals(OracleCount.NONE)) {
            return Outcome.notApplicable("does not count");
        }
        objective.value(t);
        OracleCount value = objective.count().since(start);
        if (value.values() < 1 || value.gradients() != 0 || value.matrices() != 0) {
            return Outcome.failed("after one value the count grew by " + value
                    + "\nLikely cause: values are counted elsewhere; traces and comparisons rest on the count.");
        }
        if (objective instanceof Smooth smooth) {
            OracleCount before = smooth.count();
            smooth.gradient(t, new double[t.length]);
            OracleCount gradient = smooth.count().since(before);
            if (gradient.gradients() < 1 || gradient.matrices() != 0) {
                return Outcome.failed("after one gradient the count grew by " + gradient
                        + "\nLikely cause: gradients are counted elsewhere; traces and comparisons rest on the count.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares a finite sum over disjoint batches of unequal sizes with the whole.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective that isn't a finite sum
     */
    public static Outcome batches(Objective objective) {
        return objective instanceof FiniteSum sum ? BatchTests.batches(sum) : Outcome.notApplicable("not a FiniteSum");
    }
}
