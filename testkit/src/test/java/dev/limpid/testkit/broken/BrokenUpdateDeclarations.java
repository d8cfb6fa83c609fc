package dev.limpid.testkit.broken;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateDeclaration.Decay;
import dev.limpid.testkit.declaration.UpdateDeclaration.Response;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.stream.Stream;

/** Declarations of updates that are false, and true ones. */
final class BrokenUpdateDeclarations {

    private static final UpdateDeclaration NOTHING = UpdateDeclaration.nothing();
    private static final double LAMBDA = 0.1;

    private BrokenUpdateDeclarations() {}

    /** Adam with both conventions of decay, and without the root of the second moment. */
    private record Moments(double coupled, double decoupled, boolean root) implements Update {
        private static final double BETA1 = 0.9;
        private static final double BETA2 = 0.99;

        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            double[] g = oracle.gradient();
            double[] theta = oracle.theta();
            double[] m = memory.array("m", g.length);
            double[] v = memory.array("v", g.length);
            double t = ++memory.array("t", 1)[0];
            for (int j = 0; j < g.length; j++) {
                double total = g[j] + coupled * theta[j];
                m[j] = BETA1 * m[j] + (1 - BETA1) * total;
                v[j] = BETA2 * v[j] + (1 - BETA2) * total * total;
                double first = m[j] / (1 - Math.pow(BETA1, t));
                double second = v[j] / (1 - Math.pow(BETA2, t));
                double divisor = (root ? Math.sqrt(second) : second) + 1e-8;
                delta[j] = -oracle.learningRate() * (first / divisor + decoupled * theta[j]);
            }
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.01);
        }
    }

    private record Sign() implements Update {
        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            double[] g = oracle.gradient();
            for (int j = 0; j < g.length; j++) {
                delta[j] = -oracle.learningRate() * Math.signum(g[j]);
            }
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.01);
        }
    }

    /** Layer-wise steps along the gradient, with a clamp at 10 of the ratio, or of what stands above the line. */
    private record Layerwise(boolean ofTheRatio) implements Update {
        private static final double HIGHEST = 10;

        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            double[] g = oracle.gradient();
            double[] theta = oracle.theta();
            for (Block b : oracle.blocks().list()) {
                double weights = norm(theta, b);
                double direction = norm(g, b);
                double ratio =
                        ofTheRatio ? Math.min(HIGHEST, weights / direction) : Math.min(HIGHEST, weights) / direction;
                boolean plain = b.role() != Role.WEIGHTS || weights == 0 || direction == 0;
                for (int j = b.offset(); j < b.end(); j++) {
                    delta[j] = -oracle.learningRate() * (plain ? 1 : ratio) * g[j];
                }
            }
        }

        private static double norm(double[] x, Block b) {
            double squares = 0;
            for (int j = b.offset(); j < b.end(); j++) {
                squares += x[j] * x[j];
            }
            return Math.sqrt(squares);
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.01);
        }
    }

    private static Update adam() {
        return new Moments(0, 0, true);
    }

    private static Update sgd() {
        return Sgd.withLearningRate(0.01);
    }

    private static Mutant<?> of(
            String name, Update update, UpdateDeclaration declares, Law<UpdateSubject> law, String cause) {
        return Mutant.of(name, new UpdateSubject(update, declares), law, cause);
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                of(
                        "a linear response, declared invariant",
                        sgd(),
                        NOTHING.responding(Response.INVARIANT),
                        UpdateLaws.RESPONSE,
                        "a root is missing, or the divisor is multiplied"),
                of(
                        "no root of the second moment",
                        new Moments(0, 0, false),
                        NOTHING.responding(Response.INVARIANT),
                        UpdateLaws.RESPONSE,
                        "√v has the units of the gradient, v has not"),
                of(
                        "an invariant response, declared linear",
                        adam(),
                        NOTHING.responding(Response.LINEAR),
                        UpdateLaws.RESPONSE,
                        "the gradient is clipped, normalised or squared somewhere"),
                of(
                        "a bound that is not kept",
                        sgd(),
                        NOTHING.withStepBound(5),
                        UpdateLaws.STEP_BOUND,
                        "a clip or a sign is missing"),
                of(
                        "a decoupled decay, declared coupled",
                        new Moments(0, LAMBDA, true),
                        NOTHING.decaying(Decay.coupled(LAMBDA)),
                        UpdateLaws.DECAY,
                        "the decay is taken off beside the step (decoupled)"),
                of(
                                "a coupled decay, declared decoupled",
                                new Moments(LAMBDA, 0, true),
                                NOTHING.decaying(Decay.decoupled(LAMBDA)),
                                UpdateLaws.DECAY,
                                "the decay goes through the moments (coupled)")
                        .as("B-OPTI-022"),
                of(
                        "half the decay",
                        new Moments(0, LAMBDA / 2, true),
                        NOTHING.decaying(Decay.decoupled(LAMBDA)),
                        UpdateLaws.DECAY,
                        "Likely cause: "),
                of(
                        "a decay that is not declared",
                        new Moments(0, LAMBDA, true),
                        NOTHING.decaying(Decay.none()),
                        UpdateLaws.DECAY,
                        "a decay, or a trust ratio"),
                of(
                        "a momentum that is not kept",
                        sgd(),
                        NOTHING.remembering(true),
                        UpdateLaws.MOMENTUM,
                        "the moment is not kept"),
                of(
                        "a momentum that is not declared",
                        adam(),
                        NOTHING.remembering(false),
                        UpdateLaws.MOMENTUM,
                        "a moment is kept; declare the momentum"),
                of(
                        "B-OPTI-047 the clamp of a trust ratio on the weights alone",
                        new Layerwise(false),
                        NOTHING.withTrustRatio(),
                        UpdateLaws.TRUST_RATIO,
                        "a clamp on ‖θ_b‖ in place of the ratio"),
                of(
                        "a trust ratio that is missing",
                        sgd(),
                        NOTHING.withTrustRatio(),
                        UpdateLaws.TRUST_RATIO,
                        "the ratio ‖θ_b‖/‖u_b‖ is missing"));
    }

    private static Awkward<?> right(String name, Update update, UpdateDeclaration declares) {
        return Awkward.of(name + ", declared", new UpdateSubject(update, declares), UpdateLaws.all());
    }

    static Stream<Awkward<?>> right() {
        UpdateDeclaration unit = NOTHING.withElementwiseSteps().withConstantGradientStep(t -> 1);
        return Stream.of(
                right("layer-wise steps, clamped", new Layerwise(true), NOTHING.withTrustRatio()),
                right(
                        "Sgd",
                        sgd(),
                        unit.responding(Response.LINEAR).decaying(Decay.none()).remembering(false)),
                right(
                        "Adam",
                        adam(),
                        unit.responding(Response.INVARIANT)
                                .decaying(Decay.none())
                                .remembering(true)
                                .withStepBound(4)),
                right(
                        "AdamW",
                        new Moments(0, LAMBDA, true),
                        unit.responding(Response.INVARIANT).decaying(Decay.decoupled(LAMBDA))),
                right(
                        "Adam with L2",
                        new Moments(LAMBDA, 0, true),
                        unit.responding(Response.INVARIANT).decaying(Decay.coupled(LAMBDA))),
                right(
                        "sign",
                        new Sign(),
                        unit.responding(Response.INVARIANT).withStepBound(1).decaying(Decay.none())));
    }
}
