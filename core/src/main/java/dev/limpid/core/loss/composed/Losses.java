package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;
import java.util.List;

/**
 * Losses made of losses.
 *
 * <pre>
 *   sum             a·ℓ₁(y, f) + b·ℓ₂(y, f)
 *   labelSmoothed   (1 − ε)·ℓ(y, f) + ε/K·Σₖ ℓ(k, f)
 *   weightedByClass c_y·ℓ(y, f)
 *   logitAdjusted   ℓ(y, f + τ·log π)
 *   clipped         ℓ where |∂ℓ/∂f| ≤ c, its tangent of slope ±c beyond
 *   moreau          minₓ ℓ(y, x) + (x − f)²/(2μ): kinks rounded off
 * </pre>
 *
 * <p>What comes out is a loss like any other, and says of itself what is true of it:
 *
 * <ul>
 *   <li>smooth and convex if all its parts are (a Moreau envelope is smooth in any case);
 *   <li>its curvature is of the kind of its parts where the sum of such curvatures is again of that kind, else
 *       {@code CONSTANT};
 *   <li>its targets are those that all parts are defined for;
 *   <li>{@code mean}, and with it the predictions, are those of the part, of the first part in a sum. Where the composition
 *       moves the best score (label smoothing, class weights, logit adjustment) that is on purpose.
 * </ul>
 *
 * <p>They can be nested: {@code labelSmoothed(weightedByClass(new SoftmaxLoss(3), 1, 1, 5), 0.1)}. To write one of your own, see
 * {@link ScalarLossWrapper}.
 *
 * @since 0.1.0
 */
public final class Losses {

    private Losses() {}

    /**
     * Returns a·ℓ₁ + b·ℓ₂.
     *
     * @param a weight of the first loss; finite and &gt; 0
     * @param first ℓ₁, whose {@code mean} predicts
     * @param b weight of the second loss; finite and &gt; 0
     * @param second ℓ₂
     * @return the sum
     * @throws IllegalArgumentException if no target is in the domains of both
     */
    public static ScalarLoss sum(double a, ScalarLoss first, double b, ScalarLoss second) {
        return new ScalarSum(a, first, b, second);
    }

    /**
     * Returns a·ℓ₁ + b·ℓ₂.
     *
     * @param a weight of the first loss; finite and &gt; 0
     * @param first ℓ₁, whose {@code mean} predicts
     * @param b weight of the second loss; finite and &gt; 0
     * @param second ℓ₂, of as many scores and targets
     * @return the sum
     * @throws IllegalArgumentException if scores or targets differ, or no target is in the domains of both
     */
    public static VectorLoss sum(double a, VectorLoss first, double b, VectorLoss second) {
        return new VectorSum(a, first, b, second);
    }

    /**
     * Returns a·L₁ + b·L₂, with the mass of L₁. The masses of the two should count the same things: F is the sum divided by
     * the mass of the first.
     *
     * @param a weight of the first loss; finite and &gt; 0
     * @param first L₁
     * @param b weight of the second loss; finite and &gt; 0
     * @param second L₂, of as many scores and targets
     * @return the sum
     * @throws IllegalArgumentException if scores or targets differ, or no target is in the domains of both
     */
    public static UnitLoss sum(double a, UnitLoss first, double b, UnitLoss second) {
        return new UnitSum(a, first, b, second);
    }

    /**
     * Returns the loss of a label that is spread over both classes, (1 − ε)·ℓ(y, f) + ε/2·(ℓ(0, f) + ℓ(1, f)). For the logistic
     * loss it is the loss of the target (1 − ε)·y + ε/2. No score is sure beyond log((2 − ε)/ε) then.
     *
     * <p>Source: C. Szegedy et al. (2016), Rethinking the Inception Architecture for Computer Vision, section 7.
     *
     * @param loss ℓ, of two classes
     * @param smoothing ε in (0, 1)
     * @return the smoothed loss
     */
    public static ScalarLoss labelSmoothed(ScalarLoss loss, double smoothing) {
        return new SmoothedBinary(loss, smoothing);
    }

    /**
     * Returns the loss of a label that is spread over all classes, (1 − ε)·ℓ(y, f) + ε/K·Σₖ ℓ(k, f). ({@code CrossEntropyLoss}
     * of K target columns has its own setting for it.)
     *
     * <p>Source: C. Szegedy et al. (2016), Rethinking the Inception Architecture for Computer Vision, section 7.
     *
     * @param loss ℓ, of K classes, whose target is a class code
     * @param smoothing ε in (0, 1)
     * @return the smoothed loss
     */
    public static VectorLoss labelSmoothed(VectorLoss loss, double smoothing) {
        return new SmoothedClasses(loss, smoothing);
    }

    /**
     * Returns the loss with a weight for each class, c_y·ℓ(y, f); for a target between the classes
     * (1 − y)·c₀·ℓ(0, f) + y·c₁·ℓ(1, f).
     *
     * <p>Weights of the data's rows do the same but for a factor: the objective divides by the sum of the rows' weights, which
     * class weights don't enter.
     *
     * @param loss ℓ, of two classes
     * @param ofZero c₀; finite and &gt; 0
     * @param ofOne c₁; finite and &gt; 0
     * @return the weighted loss
     */
    public static ScalarLoss weightedByClass(ScalarLoss loss, double ofZero, double ofOne) {
        return new WeightedBinary(loss, ofZero, ofOne);
    }

    /**
     * Returns the loss with a weight for each class, c_y·ℓ(y, f).
     *
     * @param loss ℓ, of K classes, whose target is a class code
     * @param weights c₀ … c_{K−1}; finite and &gt; 0
     * @return the weighted loss
     */
    public static VectorLoss weightedByClass(VectorLoss loss, double... weights) {
        return new WeightedClasses(loss, boxed(weights));
    }

    /**
     * Returns the logit-adjusted loss ℓ(y, f + τ·log(π₁/π₀)): the score learns what speaks for class 1 beyond its frequency, and
     * predictions by {@code mean(f)} are those for classes of equal frequency.
     *
     * <p>Source: A. K. Menon, S. Jayasumana, A. S. Rawat, H. Jain, A. Veit, S. Kumar (2021), Long-tail Learning via Logit
     * Adjustment, ICLR, (10).
     *
     * @param loss ℓ, of two classes
     * @param temperature τ; finite and &gt; 0, 1 in the paper
     * @param ofZero π₀, frequency of class 0; finite and &gt; 0
     * @param ofOne π₁, frequency of class 1; finite and &gt; 0, on the same scale
     * @return the adjusted loss
     */
    public static ScalarLoss logitAdjusted(ScalarLoss loss, double temperature, double ofZero, double ofOne) {
        return new AdjustedBinary(loss, temperature, ofZero, ofOne);
    }

    /**
     * Returns the logit-adjusted loss ℓ(y, f + τ·log π): scores learn what speaks for a class beyond its frequency, and
     * predictions by {@code mean(f)} are those for classes of equal frequency.
     *
     * <p>Source: A. K. Menon, S. Jayasumana, A. S. Rawat, H. Jain, A. Veit, S. Kumar (2021), Long-tail Learning via Logit
     * Adjustment, ICLR, (10).
     *
     * @param loss ℓ, of K classes
     * @param temperature τ; finite and &gt; 0, 1 in the paper
     * @param frequencies π₀ … π_{K−1}, on any common scale; finite and &gt; 0
     * @return the adjusted loss
     */
    public static VectorLoss logitAdjusted(VectorLoss loss, double temperature, double... frequencies) {
        return new AdjustedClasses(loss, temperature, boxed(frequencies));
    }

    /**
     * Returns the loss whose rows pull with no more than c: the gradient of ℓ, clipped to [−c, c], and the value that belongs to
     * it. Clipped squared loss is the Huber loss. (To clip the gradient of a batch, whatever the loss, see
     * {@link dev.limpid.core.update.stage.ClipGlobalNorm}.)
     *
     * @param loss ℓ, convex
     * @param threshold c; finite and &gt; 0
     * @return the clipped loss
     * @throws IllegalArgumentException if ℓ is not convex
     */
    public static ScalarLoss clipped(ScalarLoss loss, double threshold) {
        return new ClippedLoss(loss, threshold);
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /**
     * Returns the Moreau envelope of a convex loss: nowhere above it, with the same minimum, and with a gradient everywhere, so
     * that optimizers take it that refuse kinks. Not to be taken for {@link #labelSmoothed(ScalarLoss, double) label smoothing},
     * which changes targets.
     *
     * @param loss a convex loss; its {@code prox} is asked once for each value and each gradient
     * @param mu μ, how far kinks are rounded off, in units of the score (for a slope of 1); finite and &gt; 0
     * @return the envelope, whose gradient changes by at most 1/μ for each unit of the score
     * @throws IllegalArgumentException if the loss isn't declared convex
     */
    public static ScalarLoss moreau(ScalarLoss loss, double mu) {
        return new MoreauLoss(loss, mu);
    }
}
