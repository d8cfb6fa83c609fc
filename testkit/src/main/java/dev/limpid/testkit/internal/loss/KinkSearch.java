package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Looks for jumps of a loss and of its slope along lines f₀ + t·d: of all steps of a grid, those over which the number
 * changes most, or far more than over their neighbours, are halved until two neighbouring doubles are left. What still changes there is a jump.
 */
final class KinkSearch {

    private static final int STEPS_HALVED = 6;
    private static final double SIZE = 1e-6; // smallest jump that counts, relative to the number beside it
    private static final double ROUNDING = 0x1p-40; // and relative to the numbers within 1 of 0 or the centre

    /**
     * A jump.
     *
     * @param line where it was found
     * @param before last place before it
     * @param after first place after it
     */
    record Jump(Line line, double before, double after) {

        /** Returns the slope of the value to the left. */
        Estimate left() {
            return Differences.left(line::value, before);
        }

        /** Returns the slope of the value to the right. */
        Estimate right() {
            return Differences.right(line::value, after);
        }

        /** Tells whether the value itself has different slopes to the left and to the right. */
        boolean isKinkOfValue() {
            Estimate left = left();
            Estimate right = right();
            double gap = Math.abs(right.value() - left.value());
            return gap > left.error() + right.error()
                    && gap > SIZE * Math.max(Math.abs(left.value()), Math.abs(right.value()));
        }
    }

    /** The loss along a line. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of inputs, never compared
    record Line(LossProbe probe, LossProbe.Point origin, double[] direction, double centre) {

        LossProbe.Point point(double t) {
            double[] f = origin.f().clone();
            for (int k = 0; k < f.length; k++) {
                f[k] += t * direction[k];
            }
            return origin.with(f);
        }

        double value(double t) {
            return probe.value(point(t));
        }

        double slope(double t) {
            double[] g = probe.gradient(point(t));
            double slope = 0;
            for (int k = 0; k < g.length; k++) {
                slope += g[k] * direction[k];
            }
            return slope;
        }

        /** Both sides of 0 and of the centre in steps that grow from 10⁻³ to 10⁴. */
        private double[] grid() {
            TreeSet<Double> grid = new TreeSet<>(List.of(0.0, centre));
            double reach = probe instanceof ScalarProbe ? 1e4 : 200;
            for (double size = 1e-3; size <= reach; size *= 1.3) {
                grid.add(size);
                grid.add(-size);
                grid.add(centre + size);
                grid.add(centre - size);
            }
            return grid.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private KinkSearch() {}

    /** Finds places where the gradient jumps. */
    static List<Jump> kinks(LossProbe probe) {
        return search(probe, true);
    }

    /** Finds places where the value jumps. */
    static List<Jump> gaps(LossProbe probe) {
        return search(probe, false);
    }

    private static List<Jump> search(LossProbe probe, boolean slopes) {
        List<Jump> jumps = new ArrayList<>();
        for (LossProbe.Case given : probe.cases()) {
            for (Line line : lines(probe, given)) {
                jumps.addAll(along(line, slopes ? line::slope : line::value));
            }
        }
        return jumps;
    }

    private static List<Line> lines(LossProbe probe, LossProbe.Case given) {
        if (probe instanceof ScalarProbe) {
            return List.of(new Line(probe, new LossProbe.Point(given, new double[1]), new double[] {1}, given.y0()));
        }
        int size = probe.scores(given).get(0).length;
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        List<Line> lines = new ArrayList<>();
        for (double[] origin : probe.scores(given).subList(0, 3)) {
            for (int i = 0; i < 2; i++) {
                double[] d = new double[size];
                for (int k = 0; k < size; k++) {
                    d[k] = random.nextGaussian();
                }
                lines.add(new Line(probe, new LossProbe.Point(given, origin), d, 0));
            }
        }
        return lines;
    }

    private static List<Jump> along(Line line, DoubleUnaryOperator number) {
        double[] grid = line.grid();
        double[] at = new double[grid.length];
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            at[i] = number.applyAsDouble(grid[i]);
            if (i > 0 && Double.isFinite(at[i]) && Double.isFinite(at[i - 1]) && at[i] != at[i - 1]) {
                steps.add(i);
            }
        }
        double floor = ROUNDING * typical(line, grid, at) + Double.MIN_NORMAL;
        List<Jump> jumps = new ArrayList<>();
        for (int i : suspects(grid, at, steps)) {
            Jump jump = halve(line, number, grid[i - 1], grid[i], at[i - 1], at[i], floor);
            if (jump != null) {
                jumps.add(jump);
            }
        }
        return jumps;
    }

    /** The largest number near 0 and the centre: −log p computed from p jumps by the rounding of p, which is no fault. */
    private static double typical(Line line, double[] grid, double[] at) {
        double typical = 0;
        for (int i = 0; i < grid.length; i++) {
            boolean near = Math.abs(grid[i]) <= 1 || Math.abs(grid[i] - line.centre()) <= 1;
            typical = near && Double.isFinite(at[i]) ? Math.max(typical, Math.abs(at[i])) : typical;
        }
        return typical;
    }

    /** The steps of the largest changes, and those that are steeper than the steps on both sides by most. */
    private static Set<Integer> suspects(double[] grid, double[] at, List<Integer> steps) {
        Set<Integer> suspects = new LinkedHashSet<>();
        steps.sort(Comparator.comparingDouble(i -> -Math.abs(at[i] - at[i - 1]) / Math.max(1, grid[i] - grid[i - 1])));
        suspects.addAll(steps.subList(0, Math.min(STEPS_HALVED, steps.size())));
        steps.sort(Comparator.comparingDouble(i -> -excess(grid, at, i)));
        suspects.addAll(steps.subList(0, Math.min(STEPS_HALVED, steps.size())));
        return suspects;
    }

    /** What the change in step i has above that of its steeper neighbour; ≤ 0 where the slope is monotone. */
    private static double excess(double[] grid, double[] at, int i) {
        double before = i > 1 ? steepness(grid, at, i - 1) : 0;
        double after = i + 1 < grid.length ? steepness(grid, at, i + 1) : 0;
        double excess = Math.abs(at[i] - at[i - 1]) - Math.max(before, after) * (grid[i] - grid[i - 1]);
        return Double.isFinite(excess) ? excess : 0;
    }

    private static double steepness(double[] grid, double[] at, int i) {
        return Math.abs(at[i] - at[i - 1]) / (grid[i] - grid[i - 1]);
    }

    private static @org.jspecify.annotations.Nullable Jump halve(
            Line line, DoubleUnaryOperator number, double from, double to, double atFrom, double atTo, double floor) {
        double a = from;
        double b = to;
        double atA = atFrom;
        double atB = atTo;
        double middle = a + (b - a) / 2;
        while (middle > a && middle < b) {
            double atMiddle = number.applyAsDouble(middle);
            if (!Double.isFinite(atMiddle)) {
                return null;
            }
            if (Math.abs(atMiddle - atA) >= Math.abs(atB - atMiddle)) {
                b = middle;
                atB = atMiddle;
            } else {
                a = middle;
                atA = atMiddle;
            }
            middle = a + (b - a) / 2;
            if (b - a < 1e-300) {
                break;
            }
        }
        double scale = Math.max(Math.max(Math.abs(atFrom), Math.abs(atTo)), Math.max(Math.abs(atA), Math.abs(atB)));
        return Math.abs(atB - atA) > SIZE * scale + floor ? new Jump(line, a, b) : null;
    }
}
