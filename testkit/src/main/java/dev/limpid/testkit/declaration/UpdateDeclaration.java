package dev.limpid.testkit.declaration;

import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an update states about it.
 *
 * <pre>{@code
 * UpdateDeclaration.nothing()                            // Adam
 *         .withElementwiseSteps()
 *         .withConstantGradientStep(t -> 1)
 *         .responding(UpdateDeclaration.Response.INVARIANT)
 *         .decaying(UpdateDeclaration.Decay.NONE, 0)
 *         .remembering(true);
 * }</pre>
 *
 * @param elementwise whether the step of a coordinate depends on that coordinate alone
 * @param constantGradient number t of a step, from 1 → the length of the step under a gradient that is always 1, in learning
 *     rates; null if nothing is stated
 * @param response what longer gradients do to steps
 * @param stepBound a number of learning rates that no coordinate's step exceeds where θ is 0; +∞ if nothing is stated
 * @param decay how parameters are drawn to 0
 * @param decayRate λ, how much; 0 unless {@code decay} is COUPLED or DECOUPLED
 * @param momentum whether a gradient has an effect on later steps
 * @param impulse number t of a step, from 1 → the length of the step under a gradient that is 1 in the first step and 0 in all
 *     later ones, in learning rates; null if nothing is stated
 * @param sparesIntercepts whether blocks with the role of an intercept do not decay
 * @param trustRatio whether ‖δ_b‖ = α·‖θ_b‖ for each block of weights
 * @since 0.1.0
 */
public record UpdateDeclaration(
        boolean elementwise,
        @Nullable IntToDoubleFunction constantGradient,
        Response response,
        double stepBound,
        Decay decay,
        double decayRate,
        Momentum momentum,
        @Nullable IntToDoubleFunction impulse,
        boolean sparesIntercepts,
        boolean trustRatio) {

    /** What becomes of steps if all gradients of a run are multiplied by c &gt; 1. */
    public enum Response {
        /** Nothing stated. */
        UNSTATED,
        /** They are c times as long: gradient descent, momentum. */
        LINEAR,
        /** They stay, up to the ε in a divisor, for gradients from 10⁻³ to 10⁴: Adam, RMSProp, sign descent. */
        INVARIANT,
        /** Whatever their length, the first is a multiple of −g: clipping by the norm, normalised gradients. */
        PARALLEL
    }

    /** How parameters are drawn to 0. */
    public enum Decay {
        /** Nothing stated. */
        UNSTATED,
        /** Not at all: a step does not depend on where θ is. */
        NONE,
        /** λ·θ is added to the gradient, and goes through all moments with it. */
        COUPLED,
        /** α·λ·θ is taken off beside the step, whatever the gradient: AdamW. */
        DECOUPLED
    }

    /** Whether a gradient has an effect on later steps under a gradient of 0. */
    public enum Momentum {
        /** Nothing stated. */
        UNSTATED,
        /** None. */
        NONE,
        /** The next step goes on in its direction. */
        SOME
    }

    private static final UpdateDeclaration NOTHING = new UpdateDeclaration(
            false,
            null,
            Response.UNSTATED,
            Double.POSITIVE_INFINITY,
            Decay.UNSTATED,
            0,
            Momentum.UNSTATED,
            null,
            false,
            false);

    /** Checks the numbers. */
    public UpdateDeclaration {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(momentum, "momentum");
        if (!(stepBound > 0)) {
            throw new IllegalArgumentException("stepBound must be > 0, but was " + stepBound);
        }
        boolean decays = decay == Decay.COUPLED || decay == Decay.DECOUPLED;
        if (decays ? !(decayRate > 0 && decayRate < Double.POSITIVE_INFINITY) : decayRate != 0) {
            throw new IllegalArgumentException("decayRate must be " + (decays ? "finite and > 0" : "0") + " for decay "
                    + decay + ", but was " + decayRate);
        }
    }

    /**
     * States nothing.
     *
     * @return the declaration to begin with
     */
    public static UpdateDeclaration nothing() {
        return NOTHING;
    }

    /**
     * States that a coordinate's step depends on that coordinate alone.
     *
     * @return the declaration with it
     */
    public UpdateDeclaration withElementwiseSteps() {
        return new UpdateDeclaration(
                true,
                constantGradient,
                response,
                stepBound,
                decay,
                decayRate,
                momentum,
                impulse,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States how long a step is under a gradient that is always 1: for SGD 1, for Adam 1, with momentum μ the sum
     * (1 − μᵗ)/(1 − μ). A lost bias correction shows nowhere else.
     *
     * @param lengths number t of the step, from 1 → its length in learning rates
     * @return the declaration with it
     */
    public UpdateDeclaration withConstantGradientStep(IntToDoubleFunction lengths) {
        return new UpdateDeclaration(
                elementwise,
                lengths,
                response,
                stepBound,
                decay,
                decayRate,
                momentum,
                impulse,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States what longer gradients do to steps.
     *
     * @param newResponse the response
     * @return the declaration with it
     */
    public UpdateDeclaration responding(Response newResponse) {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                newResponse,
                stepBound,
                decay,
                decayRate,
                momentum,
                impulse,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States how long a coordinate's step can be.
     *
     * @param learningRates no step exceeds so many learning rates; 1 for sign descent
     * @return the declaration with it
     */
    public UpdateDeclaration withStepBound(double learningRates) {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                response,
                learningRates,
                decay,
                decayRate,
                momentum,
                impulse,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States how parameters are drawn to 0.
     *
     * @param newDecay the convention
     * @param rate λ; 0 for NONE
     * @return the declaration with it
     */
    public UpdateDeclaration decaying(Decay newDecay, double rate) {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                response,
                stepBound,
                newDecay,
                rate,
                momentum,
                impulse,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States whether a gradient has an effect on later steps.
     *
     * @param some whether it has
     * @return the declaration with it
     */
    public UpdateDeclaration remembering(boolean some) {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                response,
                stepBound,
                decay,
                decayRate,
                some ? Momentum.SOME : Momentum.NONE,
                impulse,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States how a gradient lives on: under a gradient of 1 in the first step and of 0 after it, momentum μ makes steps of
     * lengths 1, μ, μ², …. Decay rates that are swapped show nowhere else.
     *
     * @param lengths number t of the step, from 1 → its length in learning rates
     * @return the declaration with it
     */
    public UpdateDeclaration withImpulse(IntToDoubleFunction lengths) {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                response,
                stepBound,
                decay,
                decayRate,
                momentum,
                lengths,
                sparesIntercepts,
                trustRatio);
    }

    /**
     * States that intercepts do not decay.
     *
     * @return the declaration with it
     */
    public UpdateDeclaration sparingIntercepts() {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                response,
                stepBound,
                decay,
                decayRate,
                momentum,
                impulse,
                true,
                trustRatio);
    }

    /**
     * States that a block of weights moves by its own length, ‖δ_b‖ = α·‖θ_b‖, whatever the gradient: LARS, LAMB. Where the ratio
     * ‖θ_b‖/‖u_b‖ of weights and direction is clamped, the clamp has to leave ratios from 2 to 9 alone.
     *
     * @return the declaration with it
     */
    public UpdateDeclaration withTrustRatio() {
        return new UpdateDeclaration(
                elementwise,
                constantGradient,
                response,
                stepBound,
                decay,
                decayRate,
                momentum,
                impulse,
                sparesIntercepts,
                true);
    }
}
