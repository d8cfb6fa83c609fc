package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.inference.Family;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Training;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits of one spec to the same rows with one penalty after another, as along a path: columns are encoded once, and each fit
 * begins where the one before ended, with what its optimizer then knew of the data.
 *
 * <pre>{@code
 * PenaltySeries series = PenaltySeries.of(LinearModel.with(new SquaredLoss()).penalty(L1Penalty.of(1)), data);
 * LinearModel sparse = series.fit(L1Penalty.of(0.5)).model();
 * LinearModel dense = series.fit(L1Penalty.of(0.1)).model();
 * }</pre>
 *
 * <p>The penalties are of one class and differ in their numbers. Keeps the state of a run; not safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class PenaltySeries {

    private final LinearSpec spec;
    private final LinearFit fit;
    private final double[] origin;
    private double[] slopes = {}; // the gradient at the origin, when it was asked for
    private @Nullable ParameterRun last;

    private PenaltySeries(LinearSpec spec, Dataset data) {
        this.spec = spec;
        this.fit = new LinearFit(spec, data);
        this.origin = fit.origin();
    }

    /**
     * Encodes data.
     *
     * @param spec what is to be fitted, with one of the penalties
     * @param data the training rows
     * @return the series
     * @throws IllegalArgumentException if the spec can't be fitted to the data
     */
    public static PenaltySeries of(LinearSpec spec, Dataset data) {
        return new PenaltySeries(Objects.requireNonNull(spec, "spec"), Objects.requireNonNull(data, "data"));
    }

    private LinearSpec with(Penalty penalty) {
        if (penalty.getClass() != spec.penalty().getClass()) {
            throw new IllegalArgumentException(
                    "penalty must be a " + spec.penalty().name() + " as in the spec, but was a " + penalty.name()
                            + ": begin another series");
        }
        return spec.penalty(penalty);
    }

    /**
     * Fits with a penalty, beginning where the last fit ended.
     *
     * @param penalty Ω, of the class that the spec names
     * @return the model and what is known of it
     * @throws IllegalArgumentException if the penalty is of another class
     */
    public PenaltyFit fit(Penalty penalty) {
        LinearSpec one = with(penalty);
        Objective objective = fit.objective(one);
        ParameterRun run = start(fit.choice().optimizer(), objective);
        Training<Trace> training = Training.of(run, trace -> trace, spec.rules(), spec.watchers());
        Trace trace = training.finish();
        last = run;
        double[] theta = run.answer();
        double value = trace.last().objective();
        double omega = objective instanceof Composite<?> composite
                ? composite.penalty(theta)
                : fit.penalties(one).scaled(penalty).value(theta, weights());
        return new PenaltyFit(fit.model(one, theta, trace), penalty, value, value - omega, theta);
    }

    private <V extends Objective> ParameterRun start(Optimizer<V> optimizer, Objective objective) {
        V view = optimizer.needs().require(optimizer.name(), objective);
        return last == null
                ? optimizer.start(view, origin, spec.seed(), Memory.empty())
                : optimizer.startAfter(last, view, spec.seed(), Memory.empty());
    }

    private Block weights() {
        return fit.smooth().blocks().get(LinearHypothesis.WEIGHTS);
    }

    /**
     * Tells whether all coefficients are 0 with a penalty, the intercept being the best for that:
     *
     * <pre>
     *   prox of Ω at −∂S/∂w with step 1 is 0        S at w = 0
     * </pre>
     *
     * <p>which for a convex Ω says that w = 0 is a minimum, and for others that no step leads away from it.
     *
     * @param penalty Ω, of the class that the spec names
     * @return whether w = 0
     * @throws IllegalArgumentException if the loss has kinks, so that there is no gradient to ask
     */
    public boolean keepsZero(Penalty penalty) {
        LinearSpec one = with(penalty);
        if (slopes.length == 0) {
            if (!spec.loss().smooth()) {
                throw new IllegalArgumentException("loss must be smooth to tell where coefficients leave 0, but "
                        + spec.loss().name() + " has kinks: name the strengths");
            }
            slopes = new double[origin.length];
            fit.smooth().gradient(origin, slopes);
        }
        Block w = weights();
        double[] z = origin.clone();
        for (int j = w.offset(); j < w.end(); j++) {
            z[j] -= slopes[j];
        }
        if (fit.objective(one) instanceof Composite<?> composite) {
            composite.prox(z, 1);
        } else {
            fit.penalties(one).scaled(penalty).prox(z, w, 1);
        }
        for (int j = w.offset(); j < w.end(); j++) {
            if (z[j] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Forgets the last fit, and with it what its optimizer knew of the data: the next one begins with all coefficients 0. */
    public void forget() {
        last = null;
    }

    /**
     * Returns the loss of the best intercept alone.
     *
     * @return S at w = 0
     */
    public double nullLoss() {
        return fit.smooth().value(origin);
    }

    /**
     * Returns the sum of the weights, which counts the rows.
     *
     * @return Σv
     */
    public double rows() {
        return fit.data().weights().sum();
    }

    /**
     * Returns the deviance of the best intercept alone, as in R's summaries.
     *
     * <pre>
     *   D₀ = 2·Σᵢ vᵢ·(ℓᵢ − min ℓᵢ),  min ℓᵢ the loss of the best score that the row could have
     * </pre>
     *
     * <p>min ℓᵢ is known for losses whose {@link Family#of family} is; for others 0 is taken, as is right for losses of residuals and margins.
     *
     * @return D₀
     */
    public double nullDeviance() {
        return Family.of(spec.loss()).map(this::nullDeviance).orElseGet(() -> 2 * rows() * nullLoss());
    }

    private double nullDeviance(Family family) {
        Dataset data = fit.data();
        double[] f = new double[spec.loss().scores()];
        double[] y = new double[spec.loss().targets()];
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            for (int k = 0; k < f.length; k++) {
                f[k] = shift(k)
                        + (data.offsets().isEmpty() ? 0 : data.offsets().get(k).at(i));
            }
            for (int k = 0; k < y.length; k++) {
                y[k] = data.targets().get(k).at(i);
            }
            sum += data.weights().at(i) * family.deviance(y, f);
        }
        return sum;
    }

    /** The best intercept alone. */
    private double shift(int output) {
        for (Block block : fit.smooth().blocks().list()) {
            if (block.name().equals(LinearHypothesis.INTERCEPT)) {
                return origin[block.offset() + output];
            }
        }
        return 0;
    }

    /**
     * Returns how far a fit may be above the minimum of what was minimised, by a point of the dual problem: no more than this.
     *
     * <pre>
     *   gap = F − D ≥ F − min F,   D the dual objective at aᵢ = τ·ℓ′(yᵢ, fᵢ + b)
     * </pre>
     *
     * <p>b is the best shift of the scores, so that Σᵢ vᵢ·aᵢ = 0 where the intercept isn't penalised; τ ≤ 1 is as large as a lasso allows.
     * The gap goes to 0 as the fit gets to the minimum. Costs a pass over the data.
     *
     * @param one a fit of this series
     * @return the gap ≥ 0 up to rounding, in the units of F; NaN unless the loss has one score, is smooth and declared convex, there are no
     *     bounds and no terms, and the penalty of each coefficient is λⱼ·|wⱼ| with λⱼ &gt; 0 ({@code absoluteStrength}) or strongly convex
     */
    public double gap(PenaltyFit one) {
        return DualityGap.of(fit, spec.penalty(one.penalty()), one.theta());
    }

    /**
     * Returns how many free parameters a fit is worth, see {@link PenaltyFit}.
     *
     * <pre>
     *   df = tr((B + P)⁻¹·B)        over the coefficients that aren't 0 and the intercepts
     * </pre>
     *
     * <p>B is the matrix of second derivatives of the loss, P the diagonal of what the penalty adds to them. For a lasso P is 0
     * and df the number of coefficients that aren't 0 (Zou, Hastie, Tibshirani 2007); for ridge regression it is the trace of
     * the hat matrix, for the elastic net that of the columns that are in (Tibshirani, Taylor 2012). Penalties that aren't sums
     * over coefficients, and losses of several scores, count coefficients that aren't 0.
     *
     * @param one a fit of this series
     * @return df, intercepts included
     */
    public double degreesOfFreedom(PenaltyFit one) {
        return EffectiveParameters.of(fit, spec.penalty(one.penalty()), one.theta());
    }
}
