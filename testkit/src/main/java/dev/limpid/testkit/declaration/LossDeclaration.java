package dev.limpid.testkit.declaration;

import dev.limpid.testkit.law.Functional;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a loss states about it. What the loss says itself ({@code convex()}, {@code kind()}, {@code smooth()},
 * {@code domain()}) is not repeated here.
 *
 * <pre>{@code
 * LossDeclaration.nothing().predicting(Functional.median()).withGradientBound(1).withScaleDegree(1)  // absolute loss
 * }</pre>
 *
 * @param targets draws the targets of a row, where columns mean different things (a time and an event, say); null for draws
 *     from the loss's domain
 * @param predicts what the loss's best constant is of the targets; {@link Functional#NONE} if nothing is stated
 * @param infimum the number m with inf over f of ℓ(y, f) = m for every target y; NaN if nothing is stated
 * @param valueBound a number that no value exceeds; +∞ if nothing is stated
 * @param gradientBound a number that |∂ℓ/∂fₖ| never exceeds, for whatever score, of a row of weight 1; +∞ if nothing is stated
 * @param scaleDegree the number k with ℓ(c·y, c·f) = cᵏ·ℓ(y, f) for all c &gt; 0; NaN if nothing is stated
 * @param symmetric whether errors of both signs cost the same: ℓ(y, y + r) = ℓ(y, y − r), or ℓ(1, f) = ℓ(0, −f) for two
 *     classes
 * @param redescending whether the gradient goes to 0 as the score goes away from the target, on the side where the loss is
 *     largest as well
 * @param model targets that the loss's model draws at a score at [0], their probabilities at [1]; null if nothing is stated
 * @since 0.1.0
 */
public record LossDeclaration(
        @Nullable Function<RandomGenerator, double[]> targets,
        Functional predicts,
        double infimum,
        double valueBound,
        double gradientBound,
        double scaleDegree,
        boolean symmetric,
        boolean redescending,
        @Nullable DoubleFunction<double[][]> model) {

    private static final LossDeclaration NOTHING = new LossDeclaration(
            null,
            Functional.NONE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NaN,
            false,
            false,
            null);

    /** Checks the bounds. */
    public LossDeclaration {
        Objects.requireNonNull(predicts, "predicts");
        if (!(valueBound > 0)) {
            throw new IllegalArgumentException("valueBound must be > 0, but was " + valueBound);
        }
        if (!(gradientBound > 0)) {
            throw new IllegalArgumentException("gradientBound must be > 0, but was " + gradientBound);
        }
    }

    /**
     * States nothing.
     *
     * @return the declaration to begin with
     */
    public static LossDeclaration nothing() {
        return NOTHING;
    }

    /**
     * States how targets of a row are drawn.
     *
     * @param draw draws as many targets as the loss has
     * @return the declaration with it
     */
    public LossDeclaration drawingTargets(Function<RandomGenerator, double[]> draw) {
        return new LossDeclaration(
                draw, predicts, infimum, valueBound, gradientBound, scaleDegree, symmetric, redescending, model);
    }

    /**
     * States what the loss's best constant is of the targets.
     *
     * @param functional the mean, a quantile, …
     * @return the declaration with it
     */
    public LossDeclaration predicting(Functional functional) {
        return new LossDeclaration(
                targets, functional, infimum, valueBound, gradientBound, scaleDegree, symmetric, redescending, model);
    }

    /**
     * States what a row costs at best.
     *
     * @param m inf over f of ℓ(y, f), the same for every target y; 0 for most losses
     * @return the declaration with it
     */
    public LossDeclaration withInfimum(double m) {
        return new LossDeclaration(
                targets, predicts, m, valueBound, gradientBound, scaleDegree, symmetric, redescending, model);
    }

    /**
     * States what a row costs at most.
     *
     * @param bound no value exceeds it; &gt; 0
     * @return the declaration with it
     */
    public LossDeclaration withValueBound(double bound) {
        return new LossDeclaration(
                targets, predicts, infimum, bound, gradientBound, scaleDegree, symmetric, redescending, model);
    }

    /**
     * States how far a row can pull: the loss is Lipschitz in each score.
     *
     * @param bound no |∂ℓ/∂fₖ| exceeds it; &gt; 0
     * @return the declaration with it
     */
    public LossDeclaration withGradientBound(double bound) {
        return new LossDeclaration(
                targets, predicts, infimum, valueBound, bound, scaleDegree, symmetric, redescending, model);
    }

    /**
     * States what becomes of the loss in other units.
     *
     * @param k ℓ(c·y, c·f) = cᵏ·ℓ(y, f): 2 for squared loss, 1 for absolute and quantile loss
     * @return the declaration with it
     */
    public LossDeclaration withScaleDegree(double k) {
        return new LossDeclaration(
                targets, predicts, infimum, valueBound, gradientBound, k, symmetric, redescending, model);
    }

    /**
     * States that errors of both signs cost the same.
     *
     * @return the declaration with it
     */
    public LossDeclaration withSymmetry() {
        return new LossDeclaration(
                targets, predicts, infimum, valueBound, gradientBound, scaleDegree, true, redescending, model);
    }

    /**
     * States that the loss lets go of targets that are far away.
     *
     * @return the declaration with it
     */
    public LossDeclaration withRedescent() {
        return new LossDeclaration(
                targets, predicts, infimum, valueBound, gradientBound, scaleDegree, symmetric, true, model);
    }

    /**
     * States the distribution whose negative log likelihood the loss is, for the law of expected second derivatives. Two classes,
     * and losses whose derivatives are straight lines in y, need no such statement.
     *
     * @param newModel for a score, targets at [0] and their probabilities at [1]; of a continuous distribution the points and
     *     weights of a quadrature, right to 1e-6
     * @return the declaration with it
     */
    public LossDeclaration withModel(DoubleFunction<double[][]> newModel) {
        return new LossDeclaration(
                targets, predicts, infimum, valueBound, gradientBound, scaleDegree, symmetric, redescending, newModel);
    }
}
