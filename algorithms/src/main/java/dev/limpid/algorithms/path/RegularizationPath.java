package dev.limpid.algorithms.path;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.PenaltyFit;
import dev.limpid.algorithms.linear.PenaltySeries;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Linear models for a falling series of strengths of a penalty, and what is known of each.
 *
 * <p>Position k of all methods is in [0, {@link #size()}); 0 is the largest strength. Immutable.
 *
 * @since 0.1.0
 */
public final class RegularizationPath {

    /** Rows that are asked whether the loss is ½·(y − f)². */
    private static final int ASKED = 100;

    private final PenaltySeries series;
    private final double[] strengths;
    private final List<PenaltyFit> fits;
    private final double nullLoss;
    private final double nullDeviance;
    private final double rows;
    private final boolean squared;
    private final AtomicReferenceArray<@Nullable PathPoint> points; // those that were asked for

    RegularizationPath(Loss loss, PenaltySeries series, double[] strengths, List<PenaltyFit> fits, Dataset data) {
        this.series = series;
        this.strengths = strengths;
        this.fits = List.copyOf(fits);
        this.nullLoss = series.nullLoss();
        this.nullDeviance = series.nullDeviance();
        this.points = new AtomicReferenceArray<>(strengths.length);
        this.rows = series.rows();
        this.squared = isSquared(loss, data);
    }

    /** By its definition, so that a squared loss of a user's own is one too. */
    private static boolean isSquared(Loss loss, Dataset data) {
        return loss instanceof ScalarLoss scalar
                && !data.targets().isEmpty()
                && IntStream.range(0, Math.min(ASKED, data.size()))
                        .mapToDouble(i -> data.targets().get(0).at(i))
                        .allMatch(y -> near(scalar.value(y, y - 1), 0.5) && near(scalar.value(y, y + 2), 2));
    }

    private static boolean near(double value, double expected) {
        return Math.abs(value - expected) <= 1e-9;
    }

    /**
     * Returns how many strengths there are.
     *
     * @return m
     */
    public int size() {
        return strengths.length;
    }

    /**
     * Returns the strengths.
     *
     * @return a copy, λ₀ &gt; λ₁ &gt; …
     */
    public double[] strengths() {
        return strengths.clone();
    }

    /**
     * Returns a model.
     *
     * @param k position
     * @return the model with strength λₖ
     */
    public LinearModel model(int k) {
        return fit(k).model();
    }

    private PenaltyFit fit(int k) {
        if (k < 0 || k >= fits.size()) {
            throw new IllegalArgumentException("k must be in [0, " + fits.size() + "), but was " + k);
        }
        return fits.get(k);
    }

    /**
     * Returns what is known of a model. Its duality gap costs a pass over the data, when it is asked for the first time.
     *
     * @param k position
     * @return the numbers
     */
    public PathPoint point(int k) {
        PenaltyFit fit = fit(k);
        return points.updateAndGet(k, known -> known == null ? point(strengths[k], fit) : known);
    }

    private PathPoint point(double strength, PenaltyFit fit) {
        return new PathPoint(
                strength,
                fit.nonZero(),
                2 * rows * (nullLoss - fit.loss()) / nullDeviance,
                fit.objective(),
                fit.loss(),
                fit.violation(),
                series.gap(fit),
                fit.model().trace().size(),
                fit.model().stopReason());
    }

    /**
     * Returns how many free parameters a model is worth, intercepts included: the number of coefficients that aren't 0 for a
     * lasso, the trace of the hat matrix for ridge regression.
     *
     * @param k position
     * @return df, computed anew
     * @see PenaltySeries#degreesOfFreedom
     */
    public double degreesOfFreedom(int k) {
        return series.degreesOfFreedom(fit(k));
    }

    /**
     * Returns what a model costs.
     *
     * @param criterion how parameters are priced
     * @param k position
     * @return the criterion; the less the better
     */
    public double criterion(Criterion criterion, int k) {
        PenaltyFit fit = fit(k);
        double d = squared ? rows * Math.log(2 * fit.loss()) : 2 * rows * fit.loss();
        int p = 0;
        for (double[] w : fit.model().coefficients()) {
            p += w.length;
        }
        return d + criterion.price(rows, degreesOfFreedom(k), p, fit.nonZero());
    }

    /**
     * Returns the model that costs least.
     *
     * @param criterion how parameters are priced
     * @return its position; of equal ones the first
     */
    public int best(Criterion criterion) {
        Objects.requireNonNull(criterion, "criterion");
        double[] costs = IntStream.range(0, size())
                .mapToDouble(k -> criterion(criterion, k))
                .toArray();
        return IntStream.range(0, size())
                .boxed()
                .min(Comparator.comparingDouble(k -> costs[k]))
                .orElseThrow();
    }

    /**
     * Draws the coefficients over the logarithm of the strength: a curve for each coefficient that isn't 0 everywhere.
     *
     * @return an SVG element
     */
    public String svg() {
        return PathPicture.profiles(this);
    }

    /** Returns wₖⱼ of score k and coefficient j along the path. */
    double[][] profiles(int output) {
        double[][] w = new double[model(0).coefficients()[output].length][size()];
        for (int k = 0; k < size(); k++) {
            double[] at = model(k).coefficients()[output];
            for (int j = 0; j < at.length; j++) {
                w[j][k] = at[j];
            }
        }
        return w;
    }

    /**
     * Prints a line for each strength.
     *
     * @return a table
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("    strength  non-zero  explained    objective  violation        gap  steps  stop");
        for (int k = 0; k < size(); k++) {
            PathPoint p = point(k);
            lines.add(String.format(
                    Locale.ROOT,
                    "%12.6g  %8d  %9.6f %12.6g %10.3g %10.3g  %5d  %s",
                    p.strength(),
                    p.nonZero(),
                    p.explained(),
                    p.objective(),
                    p.violation(),
                    p.gap(),
                    p.steps(),
                    p.stop().kind()));
        }
        return String.join("\n", lines);
    }
}
