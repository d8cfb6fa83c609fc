package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.adaptive.Adadelta;
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lamb;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Prodigy;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
import dev.limpid.core.update.adaptive.Sophia;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.core.update.average.ExponentialAverage;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.average.Swa;
import dev.limpid.core.update.stage.ClipBlockNorm;
import dev.limpid.core.update.stage.ClipGlobalNorm;
import dev.limpid.core.update.stage.ClipValue;
import dev.limpid.core.update.stage.CoupledDecay;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.Sam;
import org.junit.jupiter.api.Test;

class UpdateTest {

    /** θ = 1 is led by the gradients ½, −¼, 1, whatever θ is; printed digits of recipes of optax. */
    private static final double[] GRADIENTS = {0.5, -0.25, 1.0};

    private static final double PRINTED = 5.1e-11;

    private static double[] trace(Update update) {
        Memory memory = Memory.empty();
        double[] points = new double[GRADIENTS.length];
        double x = 1;
        for (int t = 0; t < points.length; t++) {
            double[] delta = new double[1];
            update.delta(oracle(update, t + 1, x, GRADIENTS[t]), memory, delta);
            x += delta[0];
            points[t] = x;
        }
        return points;
    }

    private static Oracle oracle(Update update, long iteration, double theta, double... g) {
        Progress progress = new Progress(iteration, iteration - 1.0);
        double rate = update.learningRate().at(progress, Memory.empty());
        return new FixedOracle(progress, rate, new double[] {theta}, g, 0);
    }

    /** Gradients that are handed out as they are. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record FixedOracle(Progress progress, double learningRate, double[] theta, double[] gradient, double value)
            implements Oracle {

        @Override
        public Blocks blocks() {
            return Blocks.single(gradient.length);
        }

        @Override
        public double[] gradient() {
            return gradient.clone();
        }

        @Override
        public Oracle at(double[] p) {
            return this;
        }

        @Override
        public double[] hessianTimes(double[] v) {
            return v.clone();
        }
    }

    @Test
    void sgdFollowsItsGoldenTrace() {
        assertThat(trace(Sgd.withLearningRate(0.1)))
                .containsExactly(new double[] {0.95, 0.975, 0.875}, within(PRINTED));
    }

    @Test
    void adamFollowsItsGoldenTrace() {
        assertThat(trace(Adam.withLearningRate(0.1)))
                .containsExactly(new double[] {0.9000000020, 0.8733662987, 0.8075551397}, within(PRINTED));
    }

    @Test
    void adamsFirstStepMovesEachParameterByTheLearningRate() {
        Adam adam = new Adam(Schedule.constant(0.1), 0.9, 0.999, 1e-300);
        double[] delta = new double[3];

        adam.delta(oracle(adam, 1, 0, 3, -7e-5, 2e5), Memory.empty(), delta);

        assertThat(delta).containsExactly(new double[] {-0.1, 0.1, -0.1}, within(1e-15));
    }

    @Test
    void adamStaysWhereTheGradientIsZero() {
        Adam adam = Adam.withLearningRate(0.1);
        double[] delta = new double[1];

        adam.delta(oracle(adam, 1, 0, 0), Memory.empty(), delta);

        assertThat(delta[0]).isZero();
    }

    @Test
    void updatesFollowTheirGoldenTraces() {
        Schedule tenth = Schedule.constant(0.1);
        golden(Momentum.withLearningRate(0.1), 0.95, 0.93, 0.812);
        golden(Nesterov.withLearningRate(0.1), 0.905, 0.912, 0.7058);
        golden(AdamW.withLearningRate(0.1), 0.8990000020, 0.8714672987, 0.8047846724);
        golden(Adamax.withLearningRate(0.1), 0.9000000020, 0.8789262971, 0.8353838621);
        golden(Radam.withLearningRate(0.1), 0.95, 0.9394736842, 0.8959312488);
        golden(Lion.withLearningRate(0.1), 0.9, 1, 0.9);
        golden(Lion.withLearningRate(0.1).withDecay(0.1), 0.89, 0.9811, 0.871289);
        golden(new Adadelta(Schedule.constant(1), 0.9, 1e-6), 0.9968377856, 0.9989228726, 0.9946161570);
        golden(ScheduleFree.around(new Sgd(tenth)), 0.95, 0.96375, 0.9275);
    }

    private static void golden(Update update, double... points) {
        assertThat(trace(update)).as(update.name()).containsExactly(points, within(PRINTED));
    }

    @Test
    void polyaksStepReachesTheMinimumOfAStraightSlope() {
        // F = ½·θ² has F − F* = ½·g·θ: with c = ½ the step is θ whole
        PolyakStep polyak = new PolyakStep(Schedule.constant(10), 0, 0.5);
        double[] delta = new double[1];

        polyak.delta(
                new FixedOracle(new Progress(1, 0), 10, new double[] {3}, new double[] {3}, 4.5),
                Memory.empty(),
                delta);
        assertThat(delta[0]).isEqualTo(-3);

        polyak.delta(
                new FixedOracle(new Progress(1, 0), 0.5, new double[] {3}, new double[] {3}, 4.5),
                Memory.empty(),
                delta);
        assertThat(delta[0]).isEqualTo(-1.5); // no longer than α

        polyak.delta(
                new FixedOracle(new Progress(1, 0), 10, new double[] {3}, new double[] {3}, -1), Memory.empty(), delta);
        assertThat(delta[0]).isZero(); // better than F*
    }

    /** Updates that want nothing of their settings but a schedule, and their least allowed numbers. */
    @Test
    void settingsAreRefusedByName() {
        Schedule rate = Schedule.constant(1);
        Update sgd = new Sgd(rate);
        refuses(() -> Sgd.withLearningRate(0), "rate must be finite and > 0, but was 0.0");
        refuses(() -> new Momentum(rate, 1, 0), "momentum must be in [0, 1), but was 1.0");
        refuses(() -> new Momentum(rate, 0.9, -0.1), "dampening must be in [0, 1), but was -0.1");
        refuses(() -> new Nesterov(rate, Double.NaN), "momentum must be in [0, 1), but was NaN");
        refuses(() -> new PolyakStep(rate, Double.NEGATIVE_INFINITY, 1), "minimum must be finite, but was -Infinity");
        refuses(() -> new PolyakStep(rate, 0, 0), "share must be finite and > 0, but was 0.0");
        refuses(() -> new PolyakLevel(rate, 0, 1), "gap must be finite and > 0, but was 0.0");
        refuses(() -> new PolyakLevel(rate, 1, 2), "floor must be in (0, 1], but was 2.0");
        refuses(() -> new Adagrad(rate, -1, 1e-8), "initial must be finite and >= 0, but was -1.0");
        refuses(() -> new Adagrad(rate, 0, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new RmsProp(rate, 1, 1e-8), "decay must be in [0, 1), but was 1.0");
        refuses(() -> new RmsProp(rate, 0.9, -1), "epsilon must be finite and > 0, but was -1.0");
        refuses(() -> new CenteredRmsProp(rate, 1, 1e-8), "decay must be in [0, 1), but was 1.0");
        refuses(() -> new CenteredRmsProp(rate, 0.9, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Adadelta(rate, 1, 1e-8), "decay must be in [0, 1), but was 1.0");
        refuses(() -> new Adadelta(rate, 0.9, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Adam(rate, 1, 0.9, 1e-8), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Adam(rate, 0.9, -0.1, 1e-8), "beta2 must be in [0, 1), but was -0.1");
        refuses(() -> new Adam(rate, 0.9, 0.9, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new AdamW(rate, 1, 0.9, 1e-8, 0), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new AdamW(rate, 0.9, 1, 1e-8, 0), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> new AdamW(rate, 0.9, 0.9, 0, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> AdamW.withLearningRate(1).withDecay(-1), "decay must be finite and >= 0, but was -1.0");
        refuses(() -> new AmsGrad(rate, 1, 0.9, 1e-8), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new AmsGrad(rate, 0.9, 1, 1e-8), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> new AmsGrad(rate, 0.9, 0.9, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Adamax(rate, 1, 0.9, 1e-8), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Adamax(rate, 0.9, 1, 1e-8), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> new Adamax(rate, 0.9, 0.9, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Nadam(rate, 1, 0.9, 1e-8, 0), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Nadam(rate, 0.9, 1, 1e-8, 0), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> new Nadam(rate, 0.9, 0.9, 0, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Nadam(rate, 0.9, 0.9, 1e-8, -1), "psi must be finite and >= 0, but was -1.0");
        refuses(() -> new Radam(rate, 1, 0.9, 1e-8), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Radam(rate, 0.9, 0.5, 1e-8), "beta2 must be in (2/3, 1), but was 0.5");
        refuses(() -> new Radam(rate, 0.9, 0.9, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Lion(rate, 1, 0.9, 0), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Lion(rate, 0.9, 1, 0), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> Lion.withLearningRate(1).withDecay(-1), "decay must be finite and >= 0, but was -1.0");
        refuses(() -> new Lamb(rate, 1, 0.9, 1e-8, 0), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Lamb(rate, 0.9, 1, 1e-8, 0), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> new Lamb(rate, 0.9, 0.9, 0, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> Lamb.withLearningRate(1).withDecay(-1), "decay must be finite and >= 0, but was -1.0");
        refuses(() -> new Sophia(rate, 1, 0.9, 1, 1e-8, 1, 0), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Sophia(rate, 0.9, 1, 1, 1e-8, 1, 0), "beta2 must be in [0, 1), but was 1.0");
        refuses(() -> new Sophia(rate, 0.9, 0.9, 0, 1e-8, 1, 0), "gamma must be finite and > 0, but was 0.0");
        refuses(() -> new Sophia(rate, 0.9, 0.9, 1, 0, 1, 0), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Sophia(rate, 0.9, 0.9, 1, 1e-8, 0, 0), "every must be >= 1, but was 0");
        refuses(() -> Sophia.withLearningRate(1).withDecay(-1), "decay must be finite and >= 0, but was -1.0");
        refuses(() -> new Prodigy(rate, 1, 0.9, 1e-8, 1), "beta1 must be in [0, 1), but was 1.0");
        refuses(() -> new Prodigy(rate, 0.9, 0, 1e-8, 1), "beta2 must be in (0, 1), but was 0.0");
        refuses(() -> new Prodigy(rate, 0.9, 0.9, 0, 1), "epsilon must be finite and > 0, but was 0.0");
        refuses(() -> new Prodigy(rate, 0.9, 0.9, 1e-8, 0), "start must be finite and > 0, but was 0.0");
        refuses(() -> new Averaged(sgd, -1), "fromEpoch must be finite and >= 0, but was -1.0");
        refuses(() -> new ExponentialAverage(sgd, 1), "decay must be in [0, 1), but was 1.0");
        refuses(() -> new Swa(sgd, -1, 1), "fromEpoch must be finite and >= 0, but was -1.0");
        refuses(() -> new Swa(sgd, 0, 0), "everyEpochs must be finite and > 0, but was 0.0");
        refuses(() -> new Lookahead(sgd, 0, 0.5), "steps must be >= 1, but was 0");
        refuses(() -> new Lookahead(sgd, 5, 0), "share must be in (0, 1], but was 0.0");
        refuses(() -> new ScheduleFree(sgd, 1), "beta must be in [0, 1), but was 1.0");
        refuses(() -> ClipGlobalNorm.of(Double.NaN), "maxNorm must be finite and > 0, but was NaN");
        refuses(() -> ClipBlockNorm.of(0), "maxNorm must be finite and > 0, but was 0.0");
        refuses(() -> ClipValue.of(0), "max must be finite and > 0, but was 0.0");
        refuses(() -> CoupledDecay.of(-1), "strength must be finite and >= 0, but was -1.0");
        refuses(() -> DecoupledDecay.of(-1), "strength must be finite and >= 0, but was -1.0");
        refuses(() -> Sam.of(0), "radius must be finite and > 0, but was 0.0");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
