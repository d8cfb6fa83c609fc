package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The prediction on the scale of the target, and what the loss's minimiser says there. */
public final class MeanTests {

    private static final double[] SCORES = {-800, -100, -40, -7, -2, -1, -0.1, 0, 0.1, 1, 2, 7, 40, 100, 800};
    private static final double[] SHARES = {0.02, 0.1, 0.3, 0.5, 0.9};

    private MeanTests() {}

    /**
     * Looks at {@code mean}: monotone, never NaN, probabilities for a classification loss.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome mean(LossSubject subject) {
        if (subject.loss() instanceof ScalarLoss scalar) {
            return scalar(scalar);
        }
        return subject.loss() instanceof VectorLoss vector
                ? vector(LossProbe.of(subject), vector)
                : Outcome.notApplicable("a UnitLoss has no mean");
    }

    private static Outcome scalar(ScalarLoss loss) {
        int direction = 0;
        for (int i = 0; i < SCORES.length; i++) {
            double mean = loss.mean(SCORES[i]);
            if (Double.isNaN(mean) || (loss.classes() > 0 && !(mean >= 0 && mean <= 1))) {
                return Outcome.failed("at f = " + SCORES[i] + "\n  mean  " + mean + "\nLikely cause: "
                        + (Double.isNaN(mean)
                                ? "∞/∞ in the link; write 1/(1 + exp(−f)) for exp(f)/(1 + exp(f))."
                                : "classes() is not 0, so mean must give the probability of class 1, in [0, 1]."));
            }
            int step = i == 0 ? 0 : (int) Math.signum(mean - loss.mean(SCORES[i - 1]));
            if (step * direction < 0) {
                return Outcome.failed(
                        "at f = " + SCORES[i] + "\n  mean  " + mean + ", at f = " + SCORES[i - 1] + " it is "
                                + loss.mean(SCORES[i - 1])
                                + "\nLikely cause: mean is no inverse of a link; it must rise (or fall) all the way.");
            }
            direction = step == 0 ? direction : step;
        }
        return direction != 0 ? Outcome.passed() : Outcome.vacuous("mean gives the same number for every score.");
    }

    private static Outcome vector(LossProbe probe, VectorLoss loss) {
        for (LossProbe.Point point : probe.points()) {
            double[] out = new double[point.f().length];
            double[] f = point.f().clone();
            loss.mean(f, out);
            if (Bits.firstDifference(f, point.f()) >= 0) {
                return Outcome.failed("at f = " + Text.plain(point.f()) + "\n  mean changed its input to "
                        + Text.plain(f) + "\nLikely cause: the array is used as scratch space; write to out.");
            }
            double sum = Arrays.stream(out).sum();
            boolean inside = Arrays.stream(out).allMatch(p -> p >= 0 && p <= 1);
            if (Double.isNaN(sum)
                    || (loss.classes() > 0 && (!inside || Math.abs(sum - 1) > 4 * out.length * Math.ulp(1.0)))) {
                return Outcome.failed(
                        "at f = " + Text.plain(point.f()) + "\n  mean  " + Text.plain(out) + ", sum " + sum
                                + "\nLikely cause: the exponentials overflow or are not divided by their sum; subtract the"
                                + " largest score first.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Fits a constant to targets of a known distribution, and compares what it predicts.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss that is no classification loss and states no functional
     */
    public static Outcome distribution(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        if (subject.declares().predicts().kind() != Functional.Kind.NONE) {
            return functional(subject, probe);
        }
        if (probe.loss.classes() < 2 || probe instanceof UnitProbe) {
            return Outcome.notApplicable("predicts no probabilities, and predicts() states nothing");
        }
        for (double share : SHARES) {
            int classes = probe.loss.classes();
            double[] p = new double[classes];
            ShiftTask task = new ShiftTask(probe);
            for (int k = 0; k < classes; k++) {
                p[k] = k == classes - 1 ? share : (1 - share) / (classes - 1);
                task.add(row(probe, k), new double[probe.loss.scores()], p[k]);
            }
            double[] c = task.bestShift();
            double[] mean = mean(probe, c);
            double[] expected = mean.length == 1 ? new double[] {p[1]} : p;
            for (int k = 0; k < mean.length; k++) {
                if (!(Math.abs(mean[k] - expected[k]) <= 1e-6)) {
                    return Outcome.failed("for targets 0 … " + (classes - 1) + " with shares " + Text.plain(p)
                            + "\n  best shift           " + Text.plain(c) + "\n  mean of it           "
                            + Text.plain(mean) + "\n  share in the sample  " + Text.plain(expected)
                            + "\nLikely cause: mean is not the inverse of the loss's own link (softmax twice, a"
                            + " temperature), or the loss shifts"
                            + " probabilities on purpose (focal loss, label smoothing) or knows none (hinge): then"
                            + " exclude this law with that reason.");
                }
            }
        }
        return Outcome.passed();
    }

    /** The targets of a row of class k: its code, or a column of shares for each class. */
    private static double[] row(LossProbe probe, int k) {
        double[] row = new double[probe.loss.targets()];
        row[row.length == 1 ? 0 : k] = row.length == 1 ? k : 1;
        return row;
    }

    private static double[] mean(LossProbe probe, double[] c) {
        if (probe.loss instanceof VectorLoss vector) {
            double[] out = new double[c.length];
            vector.mean(c, out);
            return out;
        }
        return new double[] {((ScalarLoss) probe.loss).mean(c[0])};
    }

    private static Outcome functional(LossSubject subject, LossProbe probe) {
        if (!(probe.loss instanceof ScalarLoss loss)) {
            return Outcome.failed("predicts() is stated for a loss that is no ScalarLoss; state nothing.");
        }
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        for (int n : new int[] {2, 5, 20, 40}) {
            ShiftTask task = new ShiftTask(probe);
            for (int i = 0; i < n; i++) {
                task.add(
                        i < 2 && loss.classes() > 0 ? new double[] {i} : probe.drawTargets(random),
                        new double[1],
                        0.5 + random.nextDouble());
            }
            double mean = loss.mean(task.bestShift()[0]);
            double pull = subject.declares().predicts().pull(mean, task.targets(), task.weights());
            if (!(Math.abs(pull) <= 1e-6)) {
                return Outcome.failed("for " + task.print() + "\n  mean of the best shift  " + mean + ", which is "
                        + (pull > 0 ? "below " : "above ") + subject.declares().predicts() + "\nLikely cause: "
                        + guess(subject.declares().predicts(), mean, task));
            }
        }
        return Outcome.passed();
    }

    private static String guess(Functional stated, double number, ShiftTask task) {
        List<Functional> others = new ArrayList<>();
        others.add(new Functional(stated.kind(), Math.rint(1e12 * (1 - stated.level())) / 1e12)); // 0.1, not 0.0999…98
        others.add(Functional.mean());
        others.add(Functional.median());
        others.add(Functional.expectile(stated.level()));
        for (Functional other : others) {
            if (Math.abs(other.pull(number, task.targets(), task.weights())) <= 1e-6) {
                return other.kind() == stated.kind() && other.level() != stated.level()
                        ? "level and 1 − level are swapped, in value and gradient alike: it predicts " + other + "."
                        : "it predicts " + other + " instead.";
            }
        }
        return "value weighs its two sides otherwise, or mean is not the inverse of the loss's own link.";
    }

    /**
     * Looks whether any score costs less than the one that predicts the target exactly.
     *
     * @param subject the loss
     * @return the outcome; not applicable where no score predicts a target exactly
     */
    public static Outcome perfectPrediction(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        int perfect = 0;
        for (LossProbe.Case given : probe.cases()) {
            double[] f = perfect(probe, given);
            if (f.length == 0) {
                continue;
            }
            perfect++;
            double value = probe.value(given, f.clone());
            double scale = Math.max(Math.abs(value), Math.abs(probe.value(given, new double[f.length])));
            for (double[] other : probe.scores(given)) {
                double there = probe.value(given, other.clone());
                if (there < value - 1e-9 * scale && !isAsPerfect(probe, given, other)) {
                    return Outcome.failed("at " + probe.print(new LossProbe.Point(given, f))
                            + ", which predicts the target exactly\n  value               " + value
                            + "\n  value at f = " + Text.plain(other) + "  " + there
                            + "\nLikely cause: the target is recoded (0/1 for ±1, y − 1), the link is applied twice or not at"
                            + " all, or mean belongs to another loss.");
                }
            }
        }
        return perfect > 0 ? Outcome.passed() : Outcome.notApplicable("no score predicts a target exactly");
    }

    /** Tells whether other scores predict the target too, as where a probability is 1 up to its last digit. */
    private static boolean isAsPerfect(LossProbe probe, LossProbe.Case given, double[] f) {
        return probe.loss instanceof ScalarLoss scalar && scalar.mean(f[0]) == given.y0();
    }

    /** Returns the scores f with mean(f) = y; empty if there are none within ±30 and ten times the target. */
    private static double[] perfect(LossProbe probe, LossProbe.Case given) {
        double[] none = {};
        if (probe.loss instanceof VectorLoss vector
                && probe.loss.classes() == 0
                && given.y().length == vector.scores()) {
            double[] row = given.row(0);
            double[] mean = new double[row.length];
            vector.mean(row.clone(), mean);
            return Arrays.equals(mean, row) ? row : none;
        }
        if (!(probe.loss instanceof ScalarLoss scalar)) {
            return none;
        }
        double y = given.y0();
        double reach = 30 + 10 * Math.abs(y);
        double low = -reach;
        double high = reach;
        boolean rising = scalar.mean(high) > scalar.mean(low);
        for (int i = 0; i < 200; i++) {
            double middle = low + (high - low) / 2;
            if (scalar.mean(middle) < y == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
        boolean inside = Math.abs(high) < 0.99 * reach && Math.abs(low) < 0.99 * reach;
        return inside && Math.abs(scalar.mean(high) - y) <= 1e-9 * Math.max(1e-3, Math.abs(y))
                ? new double[] {high}
                : none;
    }
}
