package dev.limpid.core.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The default of {@code bestShift}: a minimiser of V(c) = Σᵢ wᵢ·ℓ(yᵢ, fᵢ + c), from the loss's gradient alone.
 *
 * <p>One score: the slope V′ is followed downhill from c = 0 (see {@link LineMinimum}). A loss that isn't declared convex
 * is searched from 0 and from nine residuals yᵢ − fᵢ, spread evenly over the distinct ones in their order; the lowest
 * minimum found wins. If the loss has kinks and the minimum is at yᵢ − fᵢ up to rounding, it is that number exactly.
 *
 * <p>K scores: see {@link BestShifts}.
 */
final class BestShift {

    private static final int RESIDUALS = 9;

    private final ScalarLoss loss;
    private final Sample sample;
    private final ShiftedSum sum;
    private final LineMinimum line;

    private BestShift(ScalarLoss loss, Sample sample) {
        this.loss = loss;
        this.sample = sample;
        sum = new ShiftedSum(loss, sample);
        line = new LineMinimum(new LineMinimum.Slope() {
            @Override
            public double at(double t) {
                double[] slope = new double[1];
                sum.gradient(new double[] {t}, slope);
                return requireNumber(loss, slope[0], t);
            }

            @Override
            public double floor() {
                return sum.floor(0);
            }
        });
    }

    static double of(ScalarLoss loss, Sample sample) {
        requireRows(loss, sample);
        BestShift search = new BestShift(loss, MergedRows.of(sample));
        double shift = search.lowest(loss.convex() ? new double[] {0} : search.starts());
        return loss.smooth() ? shift : search.snap(shift);
    }

    private double lowest(double[] starts) {
        double[] slopes = new double[starts.length];
        List<Double> minima = new ArrayList<>();
        for (int j = 0; j < starts.length; j++) {
            slopes[j] = slopeAt(starts[j]);
            if (slopes[j] == 0) {
                minima.add(starts[j]);
            } else if (j > 0 && slopes[j - 1] < 0 && slopes[j] > 0) {
                minima.add(line.between(starts[j - 1], slopes[j - 1], starts[j], slopes[j]));
            }
        }
        double fall = Double.NaN;
        if (slopes[0] > 0) {
            fall = addDownhill(starts[0], slopes[0], minima);
        }
        int end = starts.length - 1;
        if (slopes[end] < 0) {
            double other = addDownhill(starts[end], slopes[end], minima);
            fall = Double.isNaN(fall) || value(other) < value(fall) ? other : fall;
        }
        double best = bestOf(minima);
        if (!Double.isNaN(fall) && !(value(best) <= value(fall))) {
            throw new IllegalArgumentException(unbounded(loss, sample, fall));
        }
        return best;
    }

    /** Returns V′, 0 if it may be rounding error. */
    private double slopeAt(double c) {
        double[] slope = new double[1];
        sum.gradient(new double[] {c}, slope);
        requireNumber(loss, slope[0], c);
        return Math.abs(slope[0]) <= sum.floor(0) ? 0 : slope[0];
    }

    /** Adds the minimum downhill of c, or returns how far V falls without one. */
    private double addDownhill(double c, double slope, List<Double> minima) {
        double[] curvature = new double[1];
        sum.curvature(new double[] {c}, curvature);
        double newton = Math.abs(slope) / curvature[0];
        double minimum = line.downhill(c, slope, newton > 0 && newton < Double.MAX_VALUE ? newton : 1);
        if (Double.isNaN(minimum)) {
            return line.last();
        }
        minima.add(minimum);
        return Double.NaN;
    }

    private double bestOf(List<Double> minima) {
        double best = minima.isEmpty() ? Double.NaN : minima.get(0);
        for (int j = 1; j < minima.size(); j++) {
            best = value(minima.get(j)) < value(best) ? minima.get(j) : best;
        }
        return best;
    }

    private double value(double c) {
        return sum.value(new double[] {c});
    }

    /** Returns 0 and residuals at even places of their order, ascending. Distinct ones, so that weight 2 is the row twice. */
    private double[] starts() {
        double[] residuals = new double[sample.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = sample.y(i) - sample.f(i);
        }
        Arrays.sort(residuals);
        int distinct = 0;
        for (double r : residuals) {
            if (distinct == 0 || r != residuals[distinct - 1]) {
                residuals[distinct++] = r;
            }
        }
        double[] starts = new double[RESIDUALS + 1];
        for (int j = 0; j < RESIDUALS; j++) {
            starts[j] = residuals[(int) ((distinct - 1L) * j / (RESIDUALS - 1))];
        }
        return Arrays.stream(starts).sorted().distinct().toArray();
    }

    private double snap(double c) {
        double best = c;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sample.size(); i++) {
            double residual = sample.y(i) - sample.f(i);
            double rounding = 4 * Math.max(Math.ulp(sample.y(i)), Math.ulp(sample.f(i)));
            double gap = Math.abs(residual - c);
            if (gap <= rounding && gap < distance) {
                best = residual;
                distance = gap;
            }
        }
        return best;
    }

    static void requireRows(Loss loss, Sample sample) {
        if (sample.size() == 0) {
            throw new IllegalArgumentException(
                    "sample must have at least one row for bestShift of " + loss.name() + ", but was empty");
        }
    }

    static double requireNumber(Loss loss, double slope, double shift) {
        if (Double.isNaN(slope)) {
            throw new IllegalArgumentException("gradient of " + loss.name() + " must be a number, but was NaN at shift "
                    + shift + "; check targets and scores, or write the loss so that it can't overflow");
        }
        return slope;
    }

    static String unbounded(Loss loss, Sample sample, double shift) {
        boolean same = true;
        for (int i = 1; i < sample.size(); i++) {
            same &= sample.y(i) == sample.y(0);
        }
        String reason = !same
                ? "it has no minimum over these targets"
                : loss.classes() > 0
                        ? "the targets hold one class only; give rows of every class"
                        : "all targets are " + sample.y(0);
        return "bestShift of " + loss.name() + " must have a finite minimiser, but the loss still falls at shift "
                + shift + ": " + reason;
    }
}
