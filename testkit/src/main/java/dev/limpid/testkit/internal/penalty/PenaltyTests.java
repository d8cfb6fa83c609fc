package dev.limpid.testkit.internal.penalty;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Value, gradient and calls of a penalty. The block under test lies between two others, which are not to be touched. */
public final class PenaltyTests {

    static final long SEED = 42;
    static final Blocks BLOCKS =
            Blocks.single(2).and("weights", 3, 2, Role.WEIGHTS).and("intercept", 1, 2, Role.INTERCEPT);
    static final Block BLOCK = BLOCKS.get("weights");

    private PenaltyTests() {}

    /** Parameters of several sizes, some of them 0, and all of them 0. */
    static List<double[]> points() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<double[]> points = new ArrayList<>();
        points.add(new double[BLOCKS.size()]);
        for (double size : new double[] {0.1, 0.3, 1, 1, 1, 2, 6, 6, 100}) {
            double[] t = new double[BLOCKS.size()];
            for (int j = 0; j < t.length; j++) {
                t[j] = random.nextInt(6) == 0 ? 0 : size * random.nextGaussian();
            }
            points.add(t);
        }
        return points;
    }

    static double[] block(double[] t) {
        return Arrays.copyOfRange(t, BLOCK.offset(), BLOCK.end());
    }

    /**
     * Looks at the value: ≥ 0 or +∞, never NaN.
     *
     * @param penalty the penalty
     * @return the outcome
     */
    public static Outcome value(Penalty penalty) {
        for (double[] t : points()) {
            double value = penalty.value(t.clone(), BLOCK);
            if (!(value >= 0)) {
                return Outcome.failed("at x = " + Text.plain(block(t)) + "\n  value  " + value
                        + "\nLikely cause: a sign, or a constant that belongs elsewhere; Ω is a cost and ≥ 0.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether value and prox keep to their block.
     *
     * @param penalty the penalty
     * @return the outcome
     */
    public static Outcome block(Penalty penalty) {
        for (double[] t : points()) {
            double[] other = t.clone();
            for (int j = 0; j < t.length; j++) {
                other[j] += j < BLOCK.offset() || j >= BLOCK.end() ? 3.5 : 0;
            }
            double value = penalty.value(t.clone(), BLOCK);
            double elsewhere = penalty.value(other.clone(), BLOCK);
            if (!Bits.same(value, elsewhere)) {
                return Outcome.failed(
                        "at x = " + Text.plain(block(t)) + "\n  value                              " + value
                                + "\n  value with 3.5 added outside       " + elsewhere
                                + "\nLikely cause: the loop runs over all parameters, the intercept among them; run from"
                                + " b.offset() to b.end().");
            }
            double[] z = other.clone();
            penalty.prox(z, BLOCK, 0.7);
            for (int j = 0; j < z.length; j++) {
                if ((j < BLOCK.offset() || j >= BLOCK.end()) && !Bits.same(z[j], other[j])) {
                    return Outcome.failed("at parameter " + j + ", outside of the block " + BLOCK.offset() + " … "
                            + (BLOCK.end() - 1) + "\n  before prox  " + other[j] + "\n  after prox   " + z[j]
                            + "\nLikely cause: the loop runs over all parameters, the intercept among them; run from"
                            + " b.offset() to b.end().");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares the coordinates of a separable penalty with its block form.
     *
     * @param penalty the penalty
     * @return the outcome; not applicable to other penalties
     */
    public static Outcome separable(Penalty penalty) {
        if (!(penalty instanceof SeparablePenalty separable)) {
            return Outcome.notApplicable("not a SeparablePenalty");
        }
        for (double[] t : points()) {
            double sum = 0;
            double[] z = t.clone();
            penalty.prox(z, BLOCK, 0.7);
            for (int j = 0; j < BLOCK.size(); j++) {
                double x = t[BLOCK.offset() + j];
                sum += separable.value(x, j);
                double prox = separable.prox(x, j, 0.7);
                if (Math.abs(prox - z[BLOCK.offset() + j]) > 4 * Math.ulp(Math.max(Math.abs(x), Math.abs(prox)))) {
                    return Outcome.failed(
                            "at x = " + x + ", coordinate " + j + ", step 0.7\n  prox alone          " + prox
                                    + "\n  prox in its block   " + z[BLOCK.offset() + j]
                                    + "\nLikely cause: one of the two is overridden with another formula.");
                }
            }
            double value = penalty.value(t.clone(), BLOCK);
            if (value != sum && Math.abs(value - sum) > 4 * BLOCK.size() * Math.ulp(Math.max(value, sum))) {
                return Outcome.failed("at x = " + Text.plain(block(t)) + "\n  value of the block       " + value
                        + "\n  sum over its coordinates " + sum
                        + "\nLikely cause: one of the two is overridden with another formula.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares the gradient of a smooth penalty with differences of its value.
     *
     * @param penalty the penalty
     * @return the outcome; not applicable to a penalty without a gradient
     */
    public static Outcome gradient(Penalty penalty) {
        if (!(penalty instanceof SmoothPenalty smooth)) {
            return Outcome.notApplicable("not a SmoothPenalty");
        }
        for (double[] t : points()) {
            double[] g = new double[t.length];
            Arrays.fill(g, 2);
            smooth.addGradient(t.clone(), BLOCK, g);
            for (int j = 0; j < t.length; j++) {
                int coordinate = j;
                Estimate slope = Differences.central(x -> penalty.value(with(t, coordinate, x), BLOCK), t[j]);
                double added = g[j] - 2;
                if (!slope.agrees(added) && Math.abs(added - slope.value()) > 4 * Math.ulp(2 + Math.abs(g[j]))) {
                    return Outcome.failed("at x = " + Text.plain(block(t)) + ", parameter " + j
                            + "\n  addGradient adds     " + added + "\n  derivative of value  " + slope.value()
                            + "  (± "
                            + Text.brief(slope.error()) + ")\n  ratio                "
                            + Text.ratio(added / slope.value()) + "\nLikely cause: "
                            + gradientCause(g[j], added, slope));
                }
            }
        }
        return Outcome.passed();
    }

    private static String gradientCause(double written, double added, Estimate slope) {
        double ratio = added / slope.value();
        if (slope.agrees(written)) {
            return "addGradient overwrites g; it has to add to it.";
        }
        if (Math.abs(ratio + 1) < 1e-6) {
            return "the sign.";
        }
        return Math.abs(ratio - 2) < 1e-6 || Math.abs(ratio - 0.5) < 1e-6
                ? "a factor 2: λ/2·‖x‖² has the gradient λ·x, λ·‖x‖² has 2·λ·x."
                : "addGradient and value are of different formulas.";
    }

    static double[] with(double[] t, int j, double x) {
        double[] moved = t.clone();
        moved[j] = x;
        return moved;
    }

    /**
     * Looks for a point above the quadratic of a smooth penalty.
     *
     * @param penalty the penalty
     * @return the outcome; not applicable to a penalty without a gradient
     */
    public static Outcome curvature(Penalty penalty) {
        if (!(penalty instanceof SmoothPenalty smooth)) {
            return Outcome.notApplicable("not a SmoothPenalty");
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (double[] t : points()) {
            double[] g = new double[t.length];
            double[] c = new double[t.length];
            smooth.addGradient(t.clone(), BLOCK, g);
            smooth.addCurvature(t.clone(), BLOCK, c);
            double value = penalty.value(t.clone(), BLOCK);
            for (double size : new double[] {1e-3, 0.1, 1, 10, 100}) {
                double[] to = t.clone();
                double quadratic = value;
                for (int j = 0; j < t.length; j++) {
                    double d = size * random.nextGaussian();
                    to[j] += d;
                    quadratic += g[j] * d + 0.5 * c[j] * d * d;
                }
                double there = penalty.value(to.clone(), BLOCK);
                if (there > quadratic + 1e-12 * (value + Math.abs(quadratic) + there)) {
                    return Outcome.failed(
                            "at x = " + Text.plain(block(t)) + ", seen from x + d = " + Text.plain(block(to))
                                    + "\n  value(x + d)            " + there
                                    + "\n  value + ⟨g, d⟩ + ½c·d²  " + quadratic
                                    + "\nLikely cause: addCurvature adds too little; the quadratic must lie nowhere below Ω.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Asks again and from eight threads at once, and looks whether arrays are changed.
     *
     * @param penalty the penalty
     * @return the outcome
     */
    public static Outcome stateless(Penalty penalty) {
        double[] first = sweep(penalty);
        List<double[]> again = new ArrayList<>(List.of(sweep(penalty)));
        again.addAll(Bits.fromEightThreads(() -> sweep(penalty)));
        for (double[] numbers : again) {
            int difference = Bits.firstDifference(first, numbers);
            if (difference >= 0) {
                return Outcome.failed("asked again it gave " + numbers[difference] + " for " + first[difference]
                        + "\nLikely cause: a field remembers something between calls; a penalty has no state.");
            }
        }
        for (double[] t : points()) {
            double[] kept = t.clone();
            penalty.value(t, BLOCK);
            if (Bits.firstDifference(t, kept) >= 0) {
                return Outcome.failed("at x = " + Text.plain(block(kept)) + "\n  value changed its input to "
                        + Text.plain(block(t)) + "\nLikely cause: the array is used as scratch space; copy it first.");
            }
        }
        return Outcome.passed();
    }

    private static double[] sweep(Penalty penalty) {
        List<double[]> parts = new ArrayList<>();
        for (double[] t : points()) {
            double[] z = t.clone();
            penalty.prox(z, BLOCK, 0.7);
            parts.add(z);
            parts.add(new double[] {penalty.value(t.clone(), BLOCK)});
        }
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
