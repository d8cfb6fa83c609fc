package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The best shift: stationary, not beaten, with weights that count as rows, and refused where there is none. */
public final class ShiftTests {

    private static final double[] STEPS = {1e-4, 1e-3, 0.01, 0.1, 0.3, 1, 2, 5, 10, 50, 300};

    private ShiftTests() {}

    private static @Nullable Outcome none(LossProbe probe) {
        if (probe instanceof UnitProbe) {
            return Outcome.notApplicable("a UnitLoss has no best shift");
        }
        return probe.loss.shiftInvariant() ? Outcome.notApplicable("shift-invariant: no best shift") : null;
    }

    private static List<ShiftTask> tasks(LossProbe probe) {
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        List<double[]> targets = probe.targetRows(12);
        List<ShiftTask> tasks = new ArrayList<>();
        for (int n : new int[] {1, 2, 3, 7, 20}) {
            for (int variant = 0; variant < 3; variant++) {
                ShiftTask task = new ShiftTask(probe);
                for (int i = 0; i < n; i++) {
                    double[] f = new double[probe.loss.scores()];
                    for (int k = 0; k < f.length; k++) {
                        f[k] = variant == 0 ? 0 : random.nextGaussian();
                    }
                    double[] y = n >= targets.size() && i < targets.size()
                            ? targets.get(i)
                            : targets.get(random.nextInt(targets.size()));
                    task.add(y, f, variant == 2 ? 0.5 + random.nextDouble() : 1);
                }
                tasks.add(task);
            }
        }
        return tasks;
    }

    /**
     * Looks whether the best shift is stationary and whether any shift of a grid is better.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome bestShift(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        Outcome none = none(probe);
        if (none != null) {
            return none;
        }
        int found = 0;
        for (ShiftTask task : tasks(probe)) {
            try {
                double[] c = task.bestShift();
                Outcome outcome = judge(task, c);
                if (outcome != null) {
                    return outcome;
                }
                found++;
            } catch (IllegalArgumentException refused) {
                if (!task.fallsFar()) {
                    return Outcome.failed("for " + task.print() + "\n  bestShift threw: " + refused.getMessage()
                            + "\nLikely cause: the loss has a best shift here, and must give it.");
                }
            }
        }
        return found > 0 ? Outcome.passed() : Outcome.vacuous("bestShift refused every sample.");
    }

    private static @Nullable Outcome judge(ShiftTask task, double[] c) {
        double best = task.value(c);
        for (double[] other : competitors(task, c)) {
            double there = task.value(other);
            double slack = 1e-9 * scale(task, c, best);
            if (!(best <= there + slack) && !Double.isNaN(there)) {
                return failed(
                        task,
                        c,
                        best,
                        "  shift " + Text.plain(other) + " gives " + there
                                + "\nLikely cause: bestShift is the minimiser of another loss (a mean where a median is due), stops"
                                + " early, or finds a local minimum only.");
            }
        }
        for (int k = 0; k < c.length; k++) {
            double delta = 1e-6 * Math.max(1, Math.abs(c[k]));
            double below = task.gradient(task.moved(c, k, -delta))[k];
            double above = task.gradient(task.moved(c, k, delta))[k];
            double slack = 2e-6
                    * Math.max(
                            Math.abs(task.gradient(task.moved(c, k, -1))[k]),
                            Math.abs(task.gradient(task.moved(c, k, 1))[k]));
            if (!(below <= slack && above >= -slack)) {
                return failed(
                        task,
                        c,
                        best,
                        "  the mean gradient beside it goes from " + below + " to " + above
                                + ", it must cross 0\nLikely cause: the iteration stops early, or weights are left out.");
            }
        }
        return null;
    }

    private static double scale(ShiftTask task, double[] c, double best) {
        double scale = Math.abs(best);
        for (double by : new double[] {-1, 1}) {
            double there = task.value(task.moved(c, 0, by));
            scale = Double.isFinite(there) ? Math.max(scale, Math.abs(there)) : scale;
        }
        return scale;
    }

    private static Outcome failed(ShiftTask task, double[] c, double best, String text) {
        return Outcome.failed(
                "for " + task.print() + "\n  bestShift   " + Text.plain(c) + ", which gives " + best + "\n" + text);
    }

    private static List<double[]> competitors(ShiftTask task, double[] c) {
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        List<double[]> others = new ArrayList<>();
        for (double step : STEPS) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] other = c.clone();
                for (int k = 0; k < c.length; k++) {
                    other[k] += sign * step * (c.length == 1 ? 1 : random.nextGaussian());
                }
                others.add(other);
            }
        }
        if (c.length == 1) {
            Arrays.stream(task.targets()).forEach(y -> others.add(new double[] {y}));
        }
        others.add(new double[c.length]);
        return others;
    }

    /**
     * Compares a weight of 2 with the row twice.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome weights(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        Outcome none = none(probe);
        if (none != null) {
            return none;
        }
        for (ShiftTask task : tasks(probe)) {
            try {
                double[] doubled = task.firstRowDoubled().bestShift();
                double[] twice = task.firstRowTwice().bestShift();
                for (int k = 0; k < doubled.length; k++) {
                    if (!(Math.abs(doubled[k] - twice[k]) <= 1e-6 * Math.max(1, Math.abs(twice[k])))) {
                        return Outcome.failed("for " + task.print() + "\n  bestShift with weight 2 on the first row  "
                                + Text.plain(doubled) + "\n  bestShift with the first row twice        "
                                + Text.plain(twice)
                                + "\nLikely cause: weights are left out, or counted as rows, somewhere in bestShift.");
                    }
                }
            } catch (IllegalArgumentException refused) {
                if (!task.fallsFar()) {
                    throw refused;
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks how samples are refused over which the loss has no minimum: one class only, counts that are all 0.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss that always has a minimum
     */
    public static Outcome unbounded(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        Outcome none = none(probe);
        if (none != null) {
            return none;
        }
        int unbounded = 0;
        for (double[] y : probe.targetRows(4)) {
            ShiftTask task = new ShiftTask(probe);
            for (int i = 0; i < 3; i++) {
                task.add(y, new double[probe.loss.scores()], 1);
            }
            if (!task.fallsForEver()) {
                continue;
            }
            unbounded++;
            try {
                double[] c = task.bestShift();
                return Outcome.failed("for " + task.print() + "\n  bestShift  " + Text.plain(c)
                        + "\nLikely cause: the loss falls without end as the shift grows, and bestShift gives where it"
                        + " stopped looking; it must throw an IllegalArgumentException that says so.");
            } catch (IllegalArgumentException refused) {
                String message = String.valueOf(refused.getMessage());
                if (message.length() < 20 || !message.contains(" ")) {
                    return Outcome.failed("for " + task.print() + "\n  bestShift threw: " + message
                            + "\nLikely cause: the message is no sentence; say what is missing and what to do.");
                }
            }
        }
        return unbounded > 0 ? Outcome.passed() : Outcome.notApplicable("a best shift for every target");
    }
}
