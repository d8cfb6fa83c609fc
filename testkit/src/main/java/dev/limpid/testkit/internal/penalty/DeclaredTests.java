package dev.limpid.testkit.internal.penalty;

import static dev.limpid.testkit.internal.penalty.PenaltyTests.BLOCK;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.block;
import static dev.limpid.testkit.internal.penalty.PenaltyTests.points;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;

/** What the author of a penalty states about it: how it grows, signs, zeros, sets. */
public final class DeclaredTests {

    private static final double ROUNDING = 1e-10;
    private static final double[] FACTORS = {0.25, 3, 10};
    private static final double[] STEPS = {1, 0.1, 5};

    private DeclaredTests() {}

    private static double[] times(double[] t, double c) {
        return Arrays.stream(t).map(x -> c * x).toArray();
    }

    private static double[] prox(Penalty penalty, double[] z, double step) {
        double[] x = z.clone();
        penalty.prox(x, BLOCK, step);
        return x;
    }

    /**
     * Compares Ω(c·x) with cᵏ·Ω(x).
     *
     * @param subject the penalty
     * @return the outcome; not applicable without a declared degree
     */
    public static Outcome degree(PenaltySubject subject) {
        double degree = subject.declares().degree();
        if (Double.isNaN(degree)) {
            return Outcome.notApplicable("not declared");
        }
        boolean felt = false;
        for (double[] t : points()) {
            double value = subject.penalty().value(t.clone(), BLOCK);
            felt |= value != 0;
            for (double c : FACTORS) {
                double expected = value == 0 ? 0 : Math.pow(c, degree) * value;
                double scaled = subject.penalty().value(times(t, c), BLOCK);
                if (scaled != expected && !(Math.abs(scaled - expected) <= ROUNDING * Math.abs(expected))) {
                    return Outcome.failed(
                            "at x = " + Text.plain(block(t)) + "\n  value         " + value + "\n  value of "
                                    + c + "·x  " + scaled + "\n  ratio         " + Text.ratio(scaled / value)
                                    + ", declared is " + c + "^" + degree + " = " + Text.brief(Math.pow(c, degree))
                                    + "\nLikely cause: a root or a square is missing or too many.");
                }
            }
        }
        return felt ? Outcome.passed() : Outcome.vacuous("All values looked at are 0.");
    }

    /**
     * Turns signs round, in value and prox.
     *
     * @param subject the penalty
     * @return the outcome; not applicable unless declared symmetric
     */
    public static Outcome symmetric(PenaltySubject subject) {
        if (!subject.declares().symmetric()) {
            return Outcome.notApplicable("not declared");
        }
        Penalty penalty = subject.penalty();
        for (double[] t : points()) {
            double value = penalty.value(t.clone(), BLOCK);
            double mirrored = penalty.value(times(t, -1), BLOCK);
            double[] x = block(prox(penalty, t, 0.7));
            double[] back = times(block(prox(penalty, times(t, -1), 0.7)), -1);
            if (!same(value, mirrored) || !same(x, back)) {
                return Outcome.failed(
                        "at x = " + Text.plain(block(t)) + "\n  value, at −x    " + value + ", " + mirrored
                                + "\n  prox           " + Text.plain(x) + "\n  −prox of −x    " + Text.plain(back)
                                + "\nLikely cause: an absolute value or signum is missing: numbers below 0 are left out or kept.");
            }
        }
        return Outcome.passed();
    }

    private static boolean same(double a, double b) {
        return a == b || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }

    private static boolean same(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (!same(a[j], b[j]) && !(Math.abs(a[j] - b[j]) <= 1e-12)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Looks whether the prox makes exact zeros of small numbers, and leaves something of large ones.
     *
     * @param subject the penalty
     * @return the outcome; not applicable unless declared sparse
     */
    public static Outcome sparse(PenaltySubject subject) {
        if (!subject.declares().sparse()) {
            return Outcome.notApplicable("not declared");
        }
        double[] z = new double[PenaltyTests.BLOCKS.size()];
        Arrays.setAll(z, j -> 1 + 0.1 * j);
        double[] small = block(prox(subject.penalty(), times(z, 1e-6), 1));
        if (Arrays.stream(small).anyMatch(x -> x != 0)) {
            return Outcome.failed(
                    "at z = " + Text.plain(block(times(z, 1e-6))) + ", step 1\n  prox  " + Text.plain(small)
                            + "\nLikely cause: numbers are shrunk, not thresholded: x − threshold·sign(x) has to stop at exactly 0.");
        }
        double[] large = block(prox(subject.penalty(), times(z, 1e6), 1));
        return Arrays.stream(large).allMatch(x -> x == 0)
                ? Outcome.failed("at z = " + Text.plain(block(times(z, 1e6))) + ", step 1\n  prox  " + Text.plain(large)
                        + "\nLikely cause: everything is set to 0; the comparison with the threshold is the wrong way"
                        + " round.")
                : Outcome.passed();
    }

    /**
     * Looks whether the prox is a projection onto a set.
     *
     * @param subject the penalty
     * @return the outcome; not applicable unless declared a constraint
     */
    public static Outcome constraint(PenaltySubject subject) {
        if (!subject.declares().constraint()) {
            return Outcome.notApplicable("not declared");
        }
        Penalty penalty = subject.penalty();
        for (double[] t : points()) {
            double value = penalty.value(t.clone(), BLOCK);
            if (value != 0 && value != Double.POSITIVE_INFINITY) {
                return Outcome.failed(
                        "at x = " + Text.plain(block(t)) + "\n  value  " + value
                                + ", must be 0 inside of the set and +∞ outside\nLikely cause: a cost in place of a constraint.");
            }
            double[] first = block(prox(penalty, t, STEPS[0]));
            for (double step : STEPS) {
                double[] x = prox(penalty, t, step);
                double inside = penalty.value(x.clone(), BLOCK);
                double[] again = block(prox(penalty, x, step));
                if (inside != 0 || !same(block(x), first) || !same(again, block(x))) {
                    return Outcome.failed("at z = " + Text.plain(block(t)) + ", step " + step + "\n  prox        "
                            + Text.plain(block(x)) + ", where Ω is " + inside + "\n  with step 1 " + Text.plain(first)
                            + "\n  prox again  " + Text.plain(again)
                            + "\nLikely cause: the projection depends on the step, or stops short of the set.");
                }
            }
        }
        return Outcome.passed();
    }
}
