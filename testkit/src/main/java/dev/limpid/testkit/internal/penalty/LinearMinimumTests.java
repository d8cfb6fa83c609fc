package dev.limpid.testkit.internal.penalty;

import static dev.limpid.testkit.internal.penalty.PenaltyTests.BLOCK;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.BLOCKS;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.block;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.points;

import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The lowest point of a set along a direction. */
public final class LinearMinimumTests {

    /** Sets may count points as inside that rounding put out of them by 10⁻⁹ of their size. */
    private static final double TOLERANCE = 1e-8;

    private static final int COMPETITORS = 200;

    private LinearMinimumTests() {}

    /**
     * Lets points of the set compete with its linear minimum: projections of random points and of points far down the direction,
     * and the minima along other directions.
     *
     * @param penalty the penalty
     * @return the outcome; not applicable to a penalty that isn't a bounded set with such an oracle
     */
    public static Outcome isLowest(Penalty penalty) {
        if (!(penalty instanceof LinearMinimizationOracle set)) {
            return Outcome.notApplicable("not a LinearMinimizationOracle");
        }
        if (!set.bounded()) {
            return Outcome.notApplicable("not bounded");
        }
        List<double[]> inside = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(PenaltyTests.SEED);
        while (inside.size() < COMPETITORS) {
            inside.add(projected(set, random(random, Math.pow(10, 2 - 4 * random.nextDouble()))));
        }
        List<double[]> directions = directions(random);
        for (double[] g : directions) {
            inside.add(minimum(set, g));
        }
        for (double[] g : directions) {
            Outcome outcome = isLowest(set, g, inside);
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    private static List<double[]> directions(SplittableRandom random) {
        List<double[]> directions = new ArrayList<>(points());
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            for (double sign : new double[] {-1, 1}) {
                double[] axis = new double[BLOCKS.size()];
                axis[j] = sign;
                directions.add(axis);
            }
        }
        double[] ones = new double[BLOCKS.size()];
        Arrays.fill(ones, 1);
        directions.add(ones);
        directions.add(random(random, 1e-3));
        return directions;
    }

    private static double[] random(SplittableRandom random, double size) {
        double[] t = new double[BLOCKS.size()];
        for (int j = 0; j < t.length; j++) {
            t[j] = size * random.nextGaussian();
        }
        return t;
    }

    private static double[] projected(LinearMinimizationOracle set, double[] t) {
        double[] x = t.clone();
        set.prox(x, BLOCK, 1);
        return x;
    }

    private static double[] minimum(LinearMinimizationOracle set, double[] g) {
        double[] s = new double[g.length];
        set.linearMinimum(g.clone(), BLOCK, s);
        return s;
    }

    private static Outcome isLowest(LinearMinimizationOracle set, double[] g, List<double[]> inside) {
        double[] given = g.clone();
        double[] s = new double[g.length];
        Arrays.fill(s, 3.5);
        set.linearMinimum(given, BLOCK, s);
        String at = "along g = " + Text.plain(block(g)) + "\n  linear minimum s  " + Text.plain(block(s));
        for (int j = 0; j < s.length; j++) {
            if ((j < BLOCK.offset() || j >= BLOCK.end()) && s[j] != 3.5) {
                return Outcome.failed(at + "\n  parameter " + j + ", outside of the block, was 3.5 and is " + s[j]
                        + "\nLikely cause: the loop runs over all parameters; run from b.offset() to b.end().");
            }
        }
        if (Bits.firstDifference(given, g) >= 0) {
            return Outcome.failed(at + "\n  g was changed to  " + Text.plain(block(given))
                    + "\nLikely cause: the array is used as scratch space; copy it first.");
        }
        if (!(set.value(s.clone(), BLOCK) == 0)) {
            return Outcome.failed(
                    at + ", where Ω is " + set.value(s.clone(), BLOCK)
                            + "\nLikely cause: the point is not in the set: a radius left out, or a bound of another coordinate.");
        }
        List<double[]> others = new ArrayList<>(inside);
        for (double far : new double[] {0.1, 1, 10, 1e3, 1e6}) {
            double[] down = g.clone();
            Arrays.setAll(down, j -> -far * g[j]);
            others.add(projected(set, down));
        }
        return isLowest(set, g, s, others, at);
    }

    private static Outcome isLowest(
            LinearMinimizationOracle set, double[] g, double[] s, List<double[]> others, String at) {
        for (double[] u : others) {
            double size = 0;
            for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
                size += Math.abs(g[j] * s[j]) + Math.abs(g[j] * u[j]);
            }
            if (set.value(u.clone(), BLOCK) == 0 && !(product(g, s) <= product(g, u) + TOLERANCE * size)) {
                boolean highest = others.stream().allMatch(o -> product(g, o) <= product(g, s) + 1e-12);
                return Outcome.failed(at + ", where ⟨g, s⟩ is " + product(g, s) + "\n  lower             "
                        + Text.plain(block(u)) + ", where it is " + product(g, u) + "\nLikely cause: "
                        + (highest
                                ? "the sign: this is the highest point of the set; the lowest is asked for."
                                : "not an extreme point, or that of another coordinate."));
            }
        }
        return Outcome.passed();
    }

    private static double product(double[] g, double[] s) {
        double sum = 0;
        for (int j = BLOCK.offset(); j < BLOCK.end(); j++) {
            sum += g[j] * s[j];
        }
        return sum;
    }
}
