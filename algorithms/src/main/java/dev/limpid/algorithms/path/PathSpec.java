package dev.limpid.algorithms.path;

import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.linear.PenaltyFit;
import dev.limpid.algorithms.linear.PenaltySeries;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.penalty.Penalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;

/**
 * What fits a {@link RegularizationPath}: a linear model for each strength λ of a penalty, from the λ that leaves nothing but
 * the intercept down to a part of it. Immutable: each method returns a changed copy.
 *
 * <pre>
 *   F_λ(w, b) = (1/Σv)·Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + Ω_λ(w)  →  min,   λ = λ₀ &gt; λ₁ &gt; …       (1)
 *   λ₀ = the least λ for which w = 0 is a minimum                                        (2)
 *   λₖ = λ₀·r^(k/(m − 1)),  k = 0 … m − 1                                                (3)
 * </pre>
 *
 * <pre>{@code
 * RegularizationPath path =
 *         PathSpec.of(LinearModel.with(new SquaredLoss()), L1Penalty::of).fit(data);
 * LinearModel model = path.model(path.best(Criterion.BIC));
 * }</pre>
 *
 * <p>(2) is found by bisection with nothing but the prox of Ω_λ, so that it holds for any penalty whose strength is λ: lasso,
 * elastic net, MCP, group lasso, one of your own. A penalty such as L2Penalty has no such λ; name the {@link #strengths}. Each fit
 * begins where the one before ended (columns are encoded once), and the optimizer keeps what it knows of the data.
 *
 * <p><b>References</b>
 * <ol><li>J. Friedman, T. Hastie, R. Tibshirani (2010): Regularization Paths for Generalized Linear Models via Coordinate
 *     Descent. Journal of Statistical Software 33(1), section 2.5.</ol>
 *
 * @since 0.1.0
 */
public final class PathSpec {

    /** m unless set: {@value}. */
    public static final int DEFAULT_POINTS = 100;

    /** r unless set, for no more columns than rows: {@value}. */
    public static final double DEFAULT_RATIO = 1e-4;

    /** r unless set, for more columns than rows: {@value}. */
    public static final double DEFAULT_RATIO_WIDE = 1e-2;

    private final LinearSpec spec;
    private final DoubleFunction<? extends Penalty> family;
    private final int points;
    private final double ratio; // 0 for the default
    private final List<Double> strengths; // empty for (2) and (3)

    private PathSpec(
            LinearSpec spec,
            DoubleFunction<? extends Penalty> family,
            int points,
            double ratio,
            List<Double> strengths) {
        this.spec = spec;
        this.family = family;
        this.points = points;
        this.ratio = ratio;
        this.strengths = strengths;
    }

    /**
     * Begins the description of a path.
     *
     * @param spec loss, intercept, optimizer and so on; its penalty is not looked at
     * @param family the penalty of a strength, such as {@code L1Penalty::of} or {@code s -> ElasticNetPenalty.of(s, 0.5)}; all
     *     of one class
     * @return a path of {@value #DEFAULT_POINTS} strengths
     */
    public static PathSpec of(LinearSpec spec, DoubleFunction<? extends Penalty> family) {
        return new PathSpec(
                Objects.requireNonNull(spec, "spec"),
                Objects.requireNonNull(family, "family"),
                DEFAULT_POINTS,
                0,
                List.of());
    }

    /**
     * Sets the number of strengths.
     *
     * @param newPoints m ≥ 2
     * @return the copy
     */
    public PathSpec points(int newPoints) {
        if (newPoints < 2) {
            throw new IllegalArgumentException("points must be >= 2, but was " + newPoints);
        }
        return new PathSpec(spec, family, newPoints, ratio, strengths);
    }

    /**
     * Sets how far the path goes down.
     *
     * @param newRatio r, the last strength as a part of the first; in (0, 1)
     * @return the copy
     */
    public PathSpec ratio(double newRatio) {
        if (!(newRatio > 0 && newRatio < 1)) {
            throw new IllegalArgumentException("ratio must be in (0, 1), but was " + newRatio);
        }
        return new PathSpec(spec, family, points, newRatio, strengths);
    }

    /**
     * Names the strengths, in place of (2) and (3).
     *
     * @param newStrengths λ₀ &gt; λ₁ &gt; …, finite and ≥ 0; one at least
     * @return the copy
     */
    public PathSpec strengths(double... newStrengths) {
        if (newStrengths.length == 0) {
            throw new IllegalArgumentException("strengths must be one at least, but there are none");
        }
        List<Double> checked = new ArrayList<>();
        for (int k = 0; k < newStrengths.length; k++) {
            double s = newStrengths[k];
            if (!(s >= 0 && s < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "strengths must be finite and >= 0, but strengths[" + k + "] was " + s);
            }
            if (k > 0 && !(s < newStrengths[k - 1])) {
                throw new IllegalArgumentException("strengths must fall from one to the next, but strengths[" + k
                        + "] was " + s + " after " + newStrengths[k - 1]);
            }
            checked.add(s);
        }
        return new PathSpec(spec, family, points, ratio, List.copyOf(checked));
    }

    /** Returns a copy with another number of threads. */
    PathSpec threads(int threads) {
        return new PathSpec(spec.threads(threads), family, points, ratio, strengths);
    }

    LinearSpec spec() {
        return spec;
    }

    /**
     * Returns the least strength that leaves nothing but the intercept.
     *
     * @param data the training rows
     * @return λ₀
     * @throws IllegalArgumentException if no strength does, or the loss has kinks
     */
    public double largestStrength(Dataset data) {
        return Grid.largest(series(data), family, penalty(1).name());
    }

    private Penalty penalty(double strength) {
        return Objects.requireNonNull(family.apply(strength), "penalty of the family");
    }

    private PenaltySeries series(Dataset data) {
        return PenaltySeries.of(spec.penalty(penalty(strengths.isEmpty() ? 1 : strengths.get(0))), data);
    }

    /**
     * Fits the path.
     *
     * @param data the training rows
     * @return the path
     * @throws IllegalArgumentException if the spec can't be fitted to the data, or no strength leaves nothing but the intercept
     */
    public RegularizationPath fit(Dataset data) {
        PenaltySeries series = series(data);
        double[] grid = grid(series, data);
        List<PenaltyFit> fits = new ArrayList<>();
        for (double strength : grid) {
            fits.add(series.fit(penalty(strength)));
        }
        series.forget();
        return new RegularizationPath(spec.loss(), series, grid, fits, data);
    }

    private double[] grid(PenaltySeries series, Dataset data) {
        if (!strengths.isEmpty()) {
            return strengths.stream().mapToDouble(s -> s).toArray();
        }
        boolean wide = data.features().columns() > data.size();
        double r = ratio > 0 ? ratio : wide ? DEFAULT_RATIO_WIDE : DEFAULT_RATIO;
        return Grid.geometric(Grid.largest(series, family, penalty(1).name()), r, points); // (2) (3)
    }
}
