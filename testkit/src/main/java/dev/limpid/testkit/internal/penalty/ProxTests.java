package dev.limpid.testkit.internal.penalty;

import static dev.limpid.testkit.internal.penalty.PenaltyTests.BLOCK;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.block;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.points;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.with;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The prox held to its definition: argmin over x of Ω(x) + ‖x − z‖² / (2·step). The step 1 comes first. */
public final class ProxTests {

    private static final double[] STEPS = {1, 0.1, 0.5, 2, 5, 10};
    private static final int COMPETITORS = 1000;
    private static final double SET_TOLERANCE = 1e-7; // a set takes points that are outside by so much of their size

    private ProxTests() {}

    private static double[] prox(Penalty penalty, double[] z, double step) {
        double[] x = z.clone();
        penalty.prox(x, BLOCK, step);
        return x;
    }

    /** Ω(x) + ‖x − z‖² / (2·step) */
    private static double cost(Penalty penalty, double[] x, double[] z, double step) {
        double square = 0;
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            square += (x[j] - z[j]) * (x[j] - z[j]);
        }
        return penalty.value(x.clone(), BLOCK) + square / (2 * step);
    }

    /**
     * Lets points compete with the prox: 0, z, single coordinates moved, all scaled, and random ones.
     *
     * @param penalty the penalty
     * @return the outcome
     */
    public static Outcome minimises(Penalty penalty) {
        for (double step : STEPS) {
            for (double[] z : points()) {
                Outcome outcome = minimises(penalty, z, step);
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        return Outcome.passed();
    }

    private static @Nullable Outcome minimises(Penalty penalty, double[] z, double step) {
        double[] x = prox(penalty, z, step);
        double cost = cost(penalty, x, z, step);
        if (!Double.isFinite(cost)) {
            return Outcome.failed(
                    "at z = " + Text.plain(block(z)) + ", step " + step + "\n  prox  " + Text.plain(block(x))
                            + ", where Ω(x) + ‖x − z‖²/(2·step) is " + cost
                            + "\nLikely cause: a 0/0 (a norm that is 0), or a point outside the constraint.");
        }
        double rounding = rounding(penalty, x, z, step);
        for (double[] other : competitors(x, z)) {
            double there = cost(penalty, other, z, step);
            if (there < cost - rounding) {
                String cause = step != 1 && sameForAllSteps(penalty, z)
                        ? "the step is left out: the threshold is strength·step, not strength."
                        : step != 1
                                ? "it is right for step 1 only: a step is missing or too many somewhere."
                                : "another formula than value's: a factor 2, shrinking before thresholding, or a branch"
                                        + " left out.";
                return Outcome.failed("at z = " + Text.plain(block(z)) + ", step " + step + "\n  prox    "
                        + Text.plain(block(x)) + ", where Ω(x) + ‖x − z‖²/(2·step) is " + cost + "\n  better  "
                        + Text.plain(block(other)) + ", where it is " + there + "\nLikely cause: " + cause);
            }
        }
        return null;
    }

    /** By how much a competitor may seem better: rounding, and for a z outside of a constraint what its tolerance is worth. */
    private static double rounding(Penalty penalty, double[] x, double[] z, double step) {
        double cost = cost(penalty, x, z, step);
        double unmoved = cost(penalty, z, z, step);
        double tolerance = Double.isFinite(unmoved)
                ? 1e-11 * unmoved
                : SET_TOLERANCE * (1 + distance(x, new double[x.length])) * distance(x, z) / step;
        return Math.max(1e-11 * cost, tolerance) + square(z) / (2 * step);
    }

    /** ‖x − z‖² where each coordinate of x is off by a few units in its last place. */
    private static double square(double[] z) {
        double square = 0;
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            square += 16 * Math.ulp(z[j]) * Math.ulp(z[j]);
        }
        return square;
    }

    private static boolean sameForAllSteps(Penalty penalty, double[] z) {
        return Arrays.equals(prox(penalty, z, 0.1), prox(penalty, z, 10));
    }

    private static List<double[]> competitors(double[] x, double[] z) {
        SplittableRandom random = new SplittableRandom(PenaltyTests.SEED);
        List<double[]> others = new ArrayList<>();
        others.add(z);
        for (double factor : new double[] {0, 0.5, 0.9, 0.99, 1.01, 1.1, 2}) {
            others.add(mixed(x, z, factor, 0));
            others.add(mixed(x, z, 0, factor));
        }
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            others.add(with(x, j, 0));
            others.add(with(x, j, z[j]));
            for (double delta : new double[] {1e-5, 1e-3, 0.03, 0.3, 1, 3}) {
                others.add(with(x, j, x[j] + delta));
                others.add(with(x, j, x[j] - delta));
            }
        }
        while (others.size() < COMPETITORS) {
            double size = Math.pow(10, 1 - 6 * random.nextDouble());
            double[] other = x.clone();
            for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
                other[j] += random.nextBoolean() ? size * random.nextGaussian() : 0;
            }
            others.add(other);
        }
        return others;
    }

    private static double[] mixed(double[] x, double[] z, double a, double b) {
        double[] mixed = x.clone();
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            mixed[j] = a * x[j] + b * z[j];
        }
        return mixed;
    }

    /**
     * Looks whether (z − x)/step is a subgradient of Ω at the prox x: Ω(u) ≥ Ω(x) + ⟨(z − x)/step, u − x⟩ for all u.
     *
     * @param penalty the penalty
     * @return the outcome; not applicable to a penalty that isn't convex
     */
    public static Outcome subgradient(Penalty penalty) {
        if (!penalty.convex()) {
            return Outcome.notApplicable("not declared convex");
        }
        for (double step : STEPS) {
            for (double[] z : points()) {
                double[] x = prox(penalty, z, step);
                double value = penalty.value(x.clone(), BLOCK);
                for (double[] u : points()) {
                    double linear = 0;
                    double size = 0;
                    for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
                        double term = (z[j] - x[j]) / step * (u[j] - x[j]);
                        linear += term;
                        size += Math.abs(term) + Math.abs(z[j] * (u[j] - x[j])) / step;
                    }
                    double there = penalty.value(u.clone(), BLOCK);
                    if (there < value + linear - 1e-12 * (size + value + there)) {
                        return Outcome.failed("at z = " + Text.plain(block(z)) + ", step " + step + ", seen from u = "
                                + Text.plain(block(u)) + "\n  Ω(u)                          " + there
                                + "\n  Ω(x) + ⟨(z − x)/step, u − x⟩  " + (value + linear)
                                + "\nLikely cause: prox is that of another penalty, or Ω is not convex (let convex() return"
                                + " false).");
                    }
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks for pairs of points that the prox drives apart, and for midpoints above their chord.
     *
     * @param penalty the penalty
     * @return the outcome; not applicable to a penalty that isn't declared convex
     */
    public static Outcome convex(Penalty penalty) {
        if (!penalty.convex()) {
            return Outcome.notApplicable("not declared convex");
        }
        for (double[] a : pairs()) {
            for (double[] b : pairs()) {
                double chord = (penalty.value(a.clone(), BLOCK) + penalty.value(b.clone(), BLOCK)) / 2;
                double middle = penalty.value(mixedPair(a, b), BLOCK);
                if (middle > chord * (1 + 1e-12)) {
                    return Outcome.failed("between a = " + Text.plain(block(a)) + " and b = " + Text.plain(block(b))
                            + "\n  Ω at the midpoint      " + middle + "\n  mean of Ω(a) and Ω(b)  " + chord
                            + "\nLikely cause: Ω is not convex; let convex() return false.");
                }
                double before = distance(a, b);
                double after = distance(prox(penalty, a, 0.7), prox(penalty, b, 0.7));
                if (after > before * (1 + 1e-12)) {
                    return Outcome.failed("for a = " + Text.plain(block(a)) + " and b = " + Text.plain(block(b))
                            + ", step 0.7\n  ‖prox(a) − prox(b)‖  " + after + "\n  ‖a − b‖              " + before
                            + "\nLikely cause: the prox of a convex penalty drives no two points apart; this is the prox of"
                            + " another.");
                }
            }
        }
        return Outcome.passed();
    }

    private static List<double[]> pairs() {
        List<double[]> pairs = new ArrayList<>(points());
        for (double[] t : points()) {
            pairs.add(Arrays.stream(t).map(x -> x + 0.05).toArray());
        }
        return pairs;
    }

    private static double[] mixedPair(double[] a, double[] b) {
        double[] middle = a.clone();
        for (int j = 0; j < a.length; j++) {
            middle[j] = (a[j] + b[j]) / 2;
        }
        return middle;
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            square += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(square);
    }

    /**
     * Lets the step go to 0: the prox goes to z, or to the nearest point where Ω is finite.
     *
     * @param penalty the penalty
     * @return the outcome
     */
    public static Outcome smallStep(Penalty penalty) {
        for (double[] z : points()) {
            if (!Double.isFinite(penalty.value(z.clone(), BLOCK))) {
                continue;
            }
            double[] x = prox(penalty, z, 1e-12);
            for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
                if (!(Math.abs(x[j] - z[j]) <= 1e-4 * Math.max(1, Math.abs(z[j])))) {
                    return Outcome.failed(
                            "at z = " + Text.plain(block(z)) + ", step 1e-12\n  prox  " + Text.plain(block(x))
                                    + "\nLikely cause: the step is left out: the prox goes to z as the step goes to 0.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Hands a NaN to the prox, which must not turn it into a number.
     *
     * @param penalty the penalty
     * @return the outcome
     */
    public static Outcome nan(Penalty penalty) {
        double[] z = points().get(3);
        z[BLOCK.offset()] = Double.NaN;
        double[] x;
        try {
            x = prox(penalty, z, 0.7);
        } catch (IllegalArgumentException refused) {
            return Outcome.passed();
        }
        return Double.isNaN(x[BLOCK.offset()])
                ? Outcome.passed()
                : Outcome.failed("at z = NaN\n  prox  " + x[BLOCK.offset()]
                        + "\nLikely cause: comparisons with NaN are all false, so that the last branch of"
                        + " z > s ? … : z < −s ? … : 0 takes it; a run that diverges must be seen to.");
    }
}
