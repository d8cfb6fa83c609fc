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
 *         .decaying(UpdateDeclaration.Decay.none())
 *         .remembering(true);
 * }</pre>
 *
 * @param elementwise whether the step of a coordinate depends on that coordinate alone
 * @param size how long a step is
 * @param past what becomes of earlier gradients
 * @param decay how parameters are drawn to 0
 * @since 0.1.0
 */
public record UpdateDeclaration(boolean elementwise, Size size, Past past, Decay decay) {

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

    /**
     * How long a step is.
     *
     * @param response what longer gradients do to steps
     * @param bound a number of learning rates that no coordinate's step exceeds where θ is 0; +∞ if nothing is stated
     * @param trustRatio whether ‖δ_b‖ = α·‖θ_b‖ for each block of weights
     */
    public record Size(Response response, double bound, boolean trustRatio) {

        /** Checks the bound. */
        public Size {
            Objects.requireNonNull(response, "response");
            if (!(bound > 0)) {
                throw new IllegalArgumentException("bound must be > 0, but was " + bound);
            }
        }
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

    /**
     * What becomes of earlier gradients: lengths of steps, in learning rates, under gradients that are made up.
     *
     * @param momentum whether a gradient has an effect on later steps
     * @param constantGradient number t of a step, from 1 → its length under a gradient that is always 1; null if nothing is stated
     * @param impulse number t of a step, from 1 → its length under a gradient that is 1 in the first step and 0 in all later ones;
     *     null if nothing is stated
     */
    public record Past(
            Momentum momentum,
            @Nullable IntToDoubleFunction constantGradient,
            @Nullable IntToDoubleFunction impulse) {

        /** Checks that the momentum is there. */
        public Past {
            Objects.requireNonNull(momentum, "momentum");
        }
    }

    /**
     * How parameters are drawn to 0.
     *
     * @param kind the convention
     * @param rate λ, how much; 0 unless the kind is COUPLED or DECOUPLED
     * @param sparesIntercepts whether blocks with the role of an intercept do not decay
     */
    public record Decay(Kind kind, double rate, boolean sparesIntercepts) {

        /** The conventions. */
        public enum Kind {
            /** Nothing stated. */
            UNSTATED,
            /** Not at all: a step does not depend on where θ is. */
            NONE,
            /** λ·θ is added to the gradient, and goes through all moments with it. */
            COUPLED,
            /** α·λ·θ is taken off beside the step, whatever the gradient: AdamW. */
            DECOUPLED
        }

        private static final Decay UNSTATED = new Decay(Kind.UNSTATED, 0, false);

        /** Checks that there is a rate where there is a decay. */
        public Decay {
            boolean decays = kind == Kind.COUPLED || kind == Kind.DECOUPLED;
            if (decays ? !(rate > 0 && rate < Double.POSITIVE_INFINITY) : rate != 0) {
                throw new IllegalArgumentException("rate must be " + (decays ? "finite and > 0" : "0") + " for decay "
                        + kind + ", but was " + rate);
            }
        }

        /**
         * Not at all: a step does not depend on where θ is.
         *
         * @return no decay
         */
        public static Decay none() {
            return new Decay(Kind.NONE, 0, false);
        }

        /**
         * λ·θ is added to the gradient, and goes through all moments with it.
         *
         * @param rate λ; finite and &gt; 0
         * @return the decay
         */
        public static Decay coupled(double rate) {
            return new Decay(Kind.COUPLED, rate, false);
        }

        /**
         * α·λ·θ is taken off beside the step, whatever the gradient: AdamW.
         *
         * @param rate λ; finite and &gt; 0
         * @return the decay
         */
        public static Decay decoupled(double rate) {
            return new Decay(Kind.DECOUPLED, rate, false);
        }

        /**
         * Leaves intercepts alone.
         *
         * @return the decay of all other blocks
         */
        public Decay sparingIntercepts() {
            return new Decay(kind, rate, true);
        }
    }

    private static final UpdateDeclaration NOTHING = new UpdateDeclaration(
            false,
            new Size(Response.UNSTATED, Double.POSITIVE_INFINITY, false),
            new Past(Momentum.UNSTATED, null, null),
            Decay.UNSTATED);

    /** Checks that nothing is null. */
    public UpdateDeclaration {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(past, "past");
        Objects.requireNonNull(decay, "decay");
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
        return new UpdateDeclaration(true, size, past, decay);
    }

    /**
     * States how long a step is under a gradient that is always 1: for SGD 1, for Adam 1, with momentum μ the sum
     * (1 − μᵗ)/(1 − μ). A lost bias correction shows nowhere else.
     *
     * @param lengths number t of the step, from 1 → its length in learning rates
     * @return the declaration with it
     */
    public UpdateDeclaration withConstantGradientStep(IntToDoubleFunction lengths) {
        return with(new Past(past.momentum, lengths, past.impulse));
    }

    /**
     * States how a gradient lives on: under a gradient of 1 in the first step and of 0 after it, momentum μ makes steps of
     * lengths 1, μ, μ², …. Decay rates that are swapped show nowhere else.
     *
     * @param lengths number t of the step, from 1 → its length in learning rates
     * @return the declaration with it
     */
    public UpdateDeclaration withImpulse(IntToDoubleFunction lengths) {
        return with(new Past(past.momentum, past.constantGradient, lengths));
    }

    /**
     * States whether a gradient has an effect on later steps.
     *
     * @param some whether it has
     * @return the declaration with it
     */
    public UpdateDeclaration remembering(boolean some) {
        return with(new Past(some ? Momentum.SOME : Momentum.NONE, past.constantGradient, past.impulse));
    }

    private UpdateDeclaration with(Past newPast) {
        return new UpdateDeclaration(elementwise, size, newPast, decay);
    }

    /**
     * States what longer gradients do to steps.
     *
     * @param response the response
     * @return the declaration with it
     */
    public UpdateDeclaration responding(Response response) {
        return with(new Size(response, size.bound, size.trustRatio));
    }

    /**
     * States how long a coordinate's step can be.
     *
     * @param learningRates no step exceeds so many learning rates; 1 for sign descent
     * @return the declaration with it
     */
    public UpdateDeclaration withStepBound(double learningRates) {
        return with(new Size(size.response, learningRates, size.trustRatio));
    }

    /**
     * States that a block of weights moves by its own length, ‖δ_b‖ = α·‖θ_b‖, whatever the gradient: LARS, LAMB. Where the ratio
     * ‖θ_b‖/‖u_b‖ of weights and direction is clamped, the clamp has to leave ratios from 2 to 9 alone.
     *
     * @return the declaration with it
     */
    public UpdateDeclaration withTrustRatio() {
        return with(new Size(size.response, size.bound, true));
    }

    private UpdateDeclaration with(Size newSize) {
        return new UpdateDeclaration(elementwise, newSize, past, decay);
    }

    /**
     * States how parameters are drawn to 0.
     *
     * @param newDecay the decay
     * @return the declaration with it
     */
    public UpdateDeclaration decaying(Decay newDecay) {
        return new UpdateDeclaration(elementwise, size, past, newDecay);
    }
}
