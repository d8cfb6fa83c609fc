package dev.limpid.testkit.broken;

import static dev.limpid.testkit.broken.BrokenUpdates.descend;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.testkit.broken.BrokenUpdates.Made;
import dev.limpid.testkit.broken.BrokenUpdates.Step;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateDeclaration.Decay;
import dev.limpid.testkit.declaration.UpdateDeclaration.Response;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.ScheduleSubject;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.Arrays;
import java.util.stream.Stream;

/** Bugs of updates and schedules in the catalogue that no other file of mutants has. */
final class CatalogueUpdates {

    private static final UpdateDeclaration NOTHING = UpdateDeclaration.nothing();
    private static final double LAMBDA = 0.1;
    private static final double MU = 0.9;

    private CatalogueUpdates() {}

    /** What one gets wrong in Adam. */
    private enum Slip {
        NONE,
        MULTIPLIES,
        COUNTS_FROM_TWO,
        COUNTER_STANDS,
        EPSILON_UNDER_ROOT,
        LARGE_EPSILON,
        SWAPPED,
        NO_FACTOR,
        NOT_SQUARED,
        NESTEROV_OF_THIS_STEP,
        LAZY,
        NOTHING_DECAYS
    }

    /** Adam (or Nadam), with a slip. */
    private static Step adam(Slip slip) {
        double beta1 = slip == Slip.SWAPPED ? 0.999 : 0.9;
        double beta2 = slip == Slip.SWAPPED ? 0.9 : slip == Slip.NOTHING_DECAYS ? 1 : 0.999;
        double epsilon = slip == Slip.LARGE_EPSILON ? 1e-3 : 1e-8;
        return (oracle, memory, delta) -> {
            double[] g = oracle.gradient();
            double[] m = memory.array("m", g.length);
            double[] v = memory.array("v", g.length);
            double count = ++memory.array("t", 1)[0];
            double t = slip == Slip.COUNTER_STANDS ? 1 : slip == Slip.COUNTS_FROM_TWO ? count + 1 : count;
            double c1 = 1 - Math.pow(beta1, t);
            double c2 = 1 - Math.pow(beta2, t);
            for (int j = 0; j < g.length; j++) {
                if (slip == Slip.LAZY && g[j] == 0) {
                    continue;
                }
                m[j] = beta1 * m[j] + (slip == Slip.NO_FACTOR ? 1 : 1 - beta1) * g[j];
                v[j] = beta2 * v[j] + (1 - beta2) * (slip == Slip.NOT_SQUARED ? Math.abs(g[j]) : g[j] * g[j]);
                double first = slip == Slip.NESTEROV_OF_THIS_STEP
                        ? (beta1 * m[j] + (1 - beta1) * g[j]) / c1 // the paper divides β₁·m by 1 − β₁ᵗ⁺¹
                        : m[j] / c1;
                double second = v[j] / c2;
                double divisor =
                        slip == Slip.EPSILON_UNDER_ROOT ? Math.sqrt(second + epsilon) : Math.sqrt(second) + epsilon;
                delta[j] = -oracle.learningRate() * (slip == Slip.MULTIPLIES ? first * divisor : first / divisor);
            }
        };
    }

    /** The step of Adam after a gradient of 1 in step 1 and of 0 since, in learning rates. */
    private static double impulseOfAdam(int t) {
        double m = 0.1 * Math.pow(0.9, t - 1) / (1 - Math.pow(0.9, t));
        double v = 0.001 * Math.pow(0.999, t - 1) / (1 - Math.pow(0.999, t));
        return m / Math.sqrt(v);
    }

    /** The step of Nadam with a constant β₁ under a gradient that is always 1, in learning rates. */
    private static double constantStepOfNadam(int t) {
        return 0.9 * (1 - Math.pow(0.9, t)) / (1 - Math.pow(0.9, t + 1)) + 0.1 / (1 - Math.pow(0.9, t));
    }

    private static Mutant<?> of(
            String name, Step step, UpdateDeclaration declares, Law<UpdateSubject> law, String cause) {
        return Mutant.of(name, new UpdateSubject(new Made(name, step), declares), law, cause);
    }

    private static Stream<Mutant<?>> adams() {
        UpdateDeclaration invariant = NOTHING.responding(Response.INVARIANT);
        UpdateDeclaration unit = NOTHING.withConstantGradientStep(t -> 1);
        return Stream.of(
                of(
                        "B-OPTI-001 m·(√v + ε)",
                        adam(Slip.MULTIPLIES),
                        invariant,
                        UpdateLaws.RESPONSE,
                        "or the divisor is multiplied"),
                of(
                        "B-OPTI-005 counter from 2",
                        adam(Slip.COUNTS_FROM_TWO),
                        unit,
                        UpdateLaws.CONSTANT_GRADIENT,
                        "a counter that starts elsewhere than 1"),
                of(
                        "B-OPTI-008 counter that stands",
                        adam(Slip.COUNTER_STANDS),
                        unit,
                        UpdateLaws.CONSTANT_GRADIENT,
                        "step 2, gradient 1 in each step"),
                of(
                        "B-OPTI-009 ε under the root",
                        adam(Slip.EPSILON_UNDER_ROOT),
                        invariant,
                        UpdateLaws.RESPONSE,
                        "an ε in the divisor that is too large or in the wrong place"),
                of(
                        "B-OPTI-012 ε of 10⁻³",
                        adam(Slip.LARGE_EPSILON),
                        invariant,
                        UpdateLaws.RESPONSE,
                        "an ε in the divisor that is too large"),
                of(
                        "B-OPTI-015 decay rates swapped",
                        adam(Slip.SWAPPED),
                        NOTHING.withImpulse(CatalogueUpdates::impulseOfAdam),
                        UpdateLaws.MOMENTUM,
                        "decay rates of the moments that are not those stated (swapped?)"),
                of(
                        "B-OPTI-016 no 1 − β₁",
                        adam(Slip.NO_FACTOR),
                        unit,
                        UpdateLaws.CONSTANT_GRADIENT,
                        "a factor (1 − β) that is missing"),
                of(
                        "B-OPTI-018 |g| for g²",
                        adam(Slip.NOT_SQUARED),
                        invariant,
                        UpdateLaws.RESPONSE,
                        "a square is missing"),
                of(
                        "B-OPTI-020 Nadam with the product of this step",
                        adam(Slip.NESTEROV_OF_THIS_STEP),
                        NOTHING.withConstantGradientStep(CatalogueUpdates::constantStepOfNadam),
                        UpdateLaws.CONSTANT_GRADIENT,
                        "bias correction 1/(1 − βᵗ)"),
                of(
                        "B-OPTI-048 β₂ = 1",
                        adam(Slip.NOTHING_DECAYS),
                        NOTHING,
                        UpdateLaws.DOWNHILL,
                        "0/0 or an overflow in the first step"),
                of(
                        "B-OPTI-054 moments that decay only where there is a gradient",
                        adam(Slip.LAZY),
                        NOTHING.remembering(true),
                        UpdateLaws.MOMENTUM,
                        "stands still where the gradient is 0"));
    }

    /** Momentum with a first buffer and a switch for what becomes of it. */
    private static Step momentum(double first, boolean keeps) {
        return (o, memory, d) -> {
            double[] g = o.gradient();
            boolean begun = memory.has("v") && keeps;
            double[] v = begun ? memory.array("v", g.length) : new double[g.length];
            for (int j = 0; j < g.length; j++) {
                v[j] = MU * v[j] + (begun ? 1 : first) * g[j];
                d[j] = -o.learningRate() * v[j];
            }
            memory.put("v", v);
        };
    }

    private static double impulseOfMomentum(int t) {
        return Math.pow(MU, t - 1);
    }

    /** Takes off a part of θ beside a gradient step. */
    private static Step decay(double rates, double fixed, double ofMoved, boolean intercepts) {
        return (o, memory, d) -> {
            descend(o, d, 1);
            double[] theta = o.theta();
            double factor = rates * o.learningRate() + fixed;
            for (Block block : o.blocks().list()) {
                for (int j = block.offset(); j < block.end(); j++) {
                    if (intercepts || block.role() == Role.WEIGHTS) {
                        d[j] -= factor * (theta[j] + ofMoved * d[j]);
                    }
                }
            }
        };
    }

    /** Gradient descent with λ·θ in the gradient, by the branch for momentum alone. */
    private static void decayWithMomentum(double mu, Oracle o, Memory memory, double[] d) {
        double[] g = o.gradient();
        double[] theta = o.theta();
        if (mu > 0) {
            double[] v = memory.array("v", g.length);
            for (int j = 0; j < g.length; j++) {
                v[j] = mu * v[j] + g[j] + LAMBDA * theta[j];
                g[j] = v[j];
            }
        }
        for (int j = 0; j < g.length; j++) {
            d[j] = -o.learningRate() * g[j];
        }
    }

    private static Stream<Mutant<?>> memories() {
        UpdateDeclaration decoupled = NOTHING.decaying(Decay.decoupled(LAMBDA));
        return Stream.of(
                of(
                        "B-OPTI-030 momentum that begins anew",
                        momentum(1, false),
                        NOTHING.remembering(true),
                        UpdateLaws.MOMENTUM,
                        "the moment is not kept"),
                of(
                        "B-OPTI-040 a first buffer of its own",
                        momentum(0.9, true),
                        NOTHING.withImpulse(CatalogueUpdates::impulseOfMomentum),
                        UpdateLaws.MOMENTUM,
                        "a moment that begins otherwise"),
                of(
                        "B-OPTI-023 decay without the rate",
                        decay(0, LAMBDA, 0, true),
                        decoupled,
                        UpdateLaws.DECAY,
                        "lacks the learning rate"),
                of(
                        "B-OPTI-025 decay of the moved parameters",
                        decay(LAMBDA, 0, 1, true),
                        decoupled,
                        UpdateLaws.LEARNING_RATE,
                        "a decay shrinks the moved parameters"),
                of(
                        "B-OPTI-026 decay of intercepts",
                        decay(LAMBDA, 0, 0, true),
                        NOTHING.decaying(Decay.decoupled(LAMBDA).sparingIntercepts()),
                        UpdateLaws.DECAY,
                        "the decay takes all blocks; look at their roles"),
                of(
                        "B-OPTI-057 a decay that is hidden",
                        decay(1e-4, 0, 0, true),
                        NOTHING.decaying(Decay.none()),
                        UpdateLaws.DECAY,
                        "a decay, or a trust ratio"),
                of(
                        "B-OPTI-067 no decay without momentum",
                        (o, memory, d) -> decayWithMomentum(0, o, memory, d),
                        NOTHING.decaying(Decay.coupled(LAMBDA)),
                        UpdateLaws.DECAY,
                        "is left out on some path"));
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(a -> a * a).sum());
    }

    private static Step clippedByNorm() {
        return (o, memory, d) -> descend(o, d, 1 / Math.max(1, norm(o.gradient())));
    }

    private static double clip(double x) {
        return Math.max(-1, Math.min(1, x));
    }

    private static Stream<Mutant<?>> clips() {
        return Stream.of(
                of(
                        "B-OPTI-043 clipped by value, the norm promised",
                        (o, memory, d) -> {
                            double[] g = o.gradient();
                            Arrays.setAll(d, j -> -o.learningRate() * clip(g[j]));
                        },
                        NOTHING.responding(Response.PARALLEL),
                        UpdateLaws.RESPONSE,
                        "each coordinate is clipped or divided by itself"),
                of(
                        "B-OPTI-044 the step clipped, the gradient promised",
                        (o, memory, d) -> {
                            double[] g = o.gradient();
                            Arrays.setAll(d, j -> -clip(o.learningRate() * g[j]));
                        },
                        NOTHING.withStepBound(1),
                        UpdateLaws.STEP_BOUND,
                        "bounds the step in place of the gradient"),
                of(
                        "B-OPTI-045 a clip of 0/0",
                        (o, memory, d) -> descend(o, d, 1 / norm(o.gradient())),
                        NOTHING,
                        UpdateLaws.ZERO_GRADIENT,
                        "0/0; add ε to the divisor"),
                of(
                        "B-OPTI-069 a clip that drops what is not finite",
                        (o, memory, d) -> {
                            if (norm(o.gradient()) < Double.POSITIVE_INFINITY) {
                                descend(o, d, 1);
                            }
                        },
                        NOTHING,
                        UpdateLaws.NAN,
                        "a comparison with NaN is false"),
                of(
                        "B-OPTI-053 a loop to n − 1",
                        (o, memory, d) -> {
                            double[] g = o.gradient();
                            for (int j = 0; j < g.length - 1; j++) {
                                d[j] = -o.learningRate() * g[j];
                            }
                        },
                        NOTHING,
                        UpdateLaws.EVERY_COORDINATE,
                        "the loop ends too early"),
                of(
                        "B-OPTI-058 an array of its own for δ",
                        (o, memory, d) -> {
                            double[] own = new double[d.length];
                            descend(o, own, 1);
                        },
                        NOTHING,
                        UpdateLaws.DOWNHILL,
                        "a δ that is not written to"));
    }

    private static Stream<Mutant<?>> schedules() {
        ScheduleSubject late = new ScheduleSubject(
                (p, memory) -> p.epoch() < 5 ? 0.02 * (1 + 0.8 * p.epoch()) : 0.1 * Math.exp(-0.3 * (p.epoch() - 4)),
                0.02,
                false,
                true);
        return Stream.of(Mutant.of(
                "B-OPTI-038 a schedule after the warm-up that begins an epoch too late",
                late,
                ScheduleLaws.CONTINUOUS,
                "two pieces that do not meet"));
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(adams(), memories(), clips(), schedules()).flatMap(mutants -> mutants);
    }

    private static Awkward<?> right(String name, Step step, UpdateDeclaration declares) {
        return Awkward.of(name, new UpdateSubject(new Made(name, step), declares), UpdateLaws.all());
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                right(
                        "Adam with its impulse declared",
                        adam(Slip.NONE),
                        NOTHING.withImpulse(CatalogueUpdates::impulseOfAdam)
                                .responding(Response.INVARIANT)
                                .remembering(true)),
                right(
                        "momentum with its impulse declared",
                        momentum(1, true),
                        NOTHING.withImpulse(CatalogueUpdates::impulseOfMomentum).responding(Response.PARALLEL)),
                right("clipped by the norm", clippedByNorm(), NOTHING.responding(Response.PARALLEL)),
                right(
                        "decay that spares intercepts",
                        decay(LAMBDA, 0, 0, false),
                        NOTHING.decaying(Decay.decoupled(LAMBDA).sparingIntercepts())));
    }
}
