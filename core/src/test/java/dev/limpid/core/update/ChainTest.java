package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lamb;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
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
import dev.limpid.core.update.stage.TrustRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stages do what they promise, where they promise it. */
class ChainTest {

    private static final Adam ADAM = Adam.withLearningRate(0.1);
    private static final Sgd SGD = Sgd.withLearningRate(0.02);

    @Test
    void aChainWithoutStagesIsItsUpdate() {
        assertThat(Valley.after(Chain.of(ADAM), 20)).isEqualTo(Valley.after(ADAM, 20));
    }

    @Test
    void adamWIsAdamWithDecoupledDecay() {
        Update chain = Chain.of(ADAM).onStep(DecoupledDecay.of(0.3));

        assertThat(Valley.after(chain, Valley.WITH_INTERCEPT, 20))
                .isEqualTo(Valley.after(AdamW.withLearningRate(0.1).withDecay(0.3), Valley.WITH_INTERCEPT, 20));
    }

    @Test
    void lambIsAdamWithDecayAndTrustRatio() {
        Adam adam = new Adam(Schedule.constant(0.1), 0.9, 0.999, 1e-6);
        Update chain = Chain.of(adam).onStep(DecoupledDecay.of(0.3), new TrustRatio());

        assertThat(Valley.after(chain, Valley.WITH_INTERCEPT, 20))
                .containsExactly(
                        Valley.after(Lamb.withLearningRate(0.1).withDecay(0.3), Valley.WITH_INTERCEPT, 20),
                        within(1e-13));
    }

    @Test
    void stagesThatDoNothingChangeNoBit() {
        double[] alone = Valley.after(ADAM, 20);

        assertThat(Valley.after(Chain.of(ADAM).onGradient(ClipGlobalNorm.of(1e9)), 20))
                .isEqualTo(alone);
        assertThat(Valley.after(Chain.of(ADAM).onGradient(ClipBlockNorm.of(1e9)), 20))
                .isEqualTo(alone);
        assertThat(Valley.after(Chain.of(ADAM).onGradient(ClipValue.of(1e9)), 20))
                .isEqualTo(alone);
        assertThat(Valley.after(Chain.of(ADAM).onGradient(CoupledDecay.of(0)), 20))
                .isEqualTo(alone);
        assertThat(Valley.after(Chain.of(ADAM).onStep(DecoupledDecay.of(0)), 20))
                .isEqualTo(alone);
        assertThat(Valley.after(new Lookahead(ADAM, 1, 1), 20)).isEqualTo(alone);
        assertThat(Valley.after(new Averaged(ADAM, 0), 20)).isEqualTo(alone);
        assertThat(Valley.after(new ExponentialAverage(ADAM, 0.9), 20)).isEqualTo(alone);
        assertThat(Valley.after(new Swa(ADAM, 3, 2), 20)).isEqualTo(alone);
        assertThat(Valley.after(Chain.of(SGD).onGradient(Sam.of(1e-300)), 20)).isEqualTo(Valley.after(SGD, 20));
    }

    /** What a chain makes of a gradient, without momentum and with rate 1. */
    private static double[] shown(GradientStage stage, Blocks blocks, double... g) {
        double[] shown = g.clone();
        stage.change(new Valley(blocks, new Progress(1, 0), 1, 3, -4, 5), Memory.empty(), shown);
        return shown;
    }

    @Test
    void clippingByNormKeepsTheDirection() {
        GradientStage clip = ClipGlobalNorm.of(5);

        assertThat(shown(clip, Valley.ONE_BLOCK, 3, -4, 0)).containsExactly(3, -4, 0);
        assertThat(shown(clip, Valley.ONE_BLOCK, 30, -40, 0)).containsExactly(new double[] {3, -4, 0}, within(1e-15));
        assertThat(shown(clip, Valley.ONE_BLOCK, 3e200, -4e200, 0))
                .containsExactly(new double[] {3, -4, 0}, within(1e-14));
        assertThat(shown(clip, Valley.ONE_BLOCK, 0, 0, 0)).containsExactly(0, 0, 0);
        assertThat(shown(clip, Valley.ONE_BLOCK, Double.NaN, 1, 1)[0]).isNaN();
        assertThat(shown(clip, Valley.ONE_BLOCK, Double.POSITIVE_INFINITY, 1, 1)[0])
                .isNaN();
    }

    @Test
    void clippingByBlocksLeavesCalmBlocksAlone() {
        assertThat(shown(ClipBlockNorm.of(5), Valley.WITH_INTERCEPT, 30, -40, 4))
                .containsExactly(new double[] {3, -4, 4}, within(1e-15));
        assertThat(shown(ClipBlockNorm.of(5), Valley.WITH_INTERCEPT, 0, 0, -50))
                .containsExactly(new double[] {0, 0, -5}, within(1e-15));
    }

    @Test
    void clippingByValueClipsEachEntry() {
        assertThat(shown(ClipValue.of(5), Valley.ONE_BLOCK, 30, -40, 4)).containsExactly(5, -5, 4);
        assertThat(shown(ClipValue.of(5), Valley.ONE_BLOCK, Double.NaN, Double.NEGATIVE_INFINITY, 4))
                .containsExactly(Double.NaN, Double.NaN, 4);
    }

    @Test
    void decayLeavesInterceptsAlone() {
        assertThat(shown(CoupledDecay.of(0.1), Valley.WITH_INTERCEPT, 1, 1, 1))
                .containsExactly(new double[] {1.3, 0.6, 1}, within(1e-15));
        double[] delta = new double[3];
        DecoupledDecay.of(0.1)
                .change(new Valley(Valley.WITH_INTERCEPT, new Progress(1, 0), 0.5, 3, -4, 5), Memory.empty(), delta);
        assertThat(delta).containsExactly(new double[] {-0.15, 0.2, 0}, within(1e-15));
    }

    @Test
    void decoupledDecayIsTheSameUnderAnyGradient() {
        for (double size : new double[] {0, 1, 1e3}) {
            Oracle oracle = scaled(size);
            double[] plain = new double[3];
            ADAM.delta(oracle, Memory.empty(), plain);
            for (Update decoupled :
                    List.of(AdamW.withLearningRate(0.1), Chain.of(ADAM).onStep(DecoupledDecay.of(0.01)))) {
                double[] delta = new double[3];
                decoupled.delta(oracle, Memory.empty(), delta);
                for (int j = 0; j < 3; j++) {
                    assertThat(delta[j] - plain[j]).isCloseTo(-0.1 * 0.01 * oracle.theta()[j], within(1e-16));
                }
            }
        }
    }

    /** The valley with its gradient scaled. */
    private static Oracle scaled(double size) {
        Valley valley = new Valley(Valley.ONE_BLOCK, new Progress(1, 0), 0.1, Valley.start());
        return new Staged(
                valley,
                (oracle, memory, g) -> {
                    for (int j = 0; j < g.length; j++) {
                        g[j] *= size;
                    }
                },
                Memory.empty());
    }

    @Test
    void coupledDecayGoesThroughTheMoments() {
        double[] delta = new double[3];
        Update coupled = Chain.of(ADAM).onGradient(CoupledDecay.of(0.01));

        coupled.delta(scaled(0), Memory.empty(), delta);

        assertThat(delta)
                .containsExactly(new double[] {0.1, -0.1, -0.1}, within(1e-6)); // Adam's first step, whatever λ
    }

    @Test
    void theOrderOfStepStagesCounts() {
        double[] lamb = Valley.after(Chain.of(ADAM).onStep(DecoupledDecay.of(0.3), new TrustRatio()), 3);
        double[] other = Valley.after(Chain.of(ADAM).onStep(new TrustRatio(), DecoupledDecay.of(0.3)), 3);

        assertThat(Math.abs(lamb[0] - other[0])).isGreaterThan(1e-3);
    }

    @Test
    void trustRatiosMoveABlockByAShareOfItself() {
        double[] delta = {0.3, -0.4, 7};
        new TrustRatio()
                .change(new Valley(Valley.WITH_INTERCEPT, new Progress(1, 0), 0.1, 3, -4, 5), Memory.empty(), delta);
        assertThat(delta)
                .containsExactly(new double[] {0.3, -0.4, 7}, within(1e-15)); // ‖θ‖ = 5 = ‖δ‖/α; not the intercept

        double[] zero = {0.3, -0.4, 7};
        new TrustRatio()
                .change(new Valley(Valley.WITH_INTERCEPT, new Progress(1, 0), 0.1, 0, 0, 0), Memory.empty(), zero);
        assertThat(zero).containsExactly(0.3, -0.4, 7);

        double[] far = {0.3, -0.4, 7};
        new TrustRatio()
                .change(new Valley(Valley.WITH_INTERCEPT, new Progress(1, 0), 0.1, 30, 40, 0), Memory.empty(), far);
        assertThat(far).containsExactly(new double[] {3, -4, 7}, within(1e-14));
    }

    @Test
    void stagesOfTheGradientWorkInTheirOrder() {
        List<String> order = new ArrayList<>();
        GradientStage first = (oracle, memory, g) -> order.add("first");
        GradientStage second = (oracle, memory, g) -> order.add("second");
        StepStage last = (oracle, memory, delta) -> order.add("step");

        Valley.after(Chain.of(SGD).onStep(last).onGradient(first).onGradient(second), 1);

        assertThat(order).containsExactly("first", "second", "step");
    }

    /** Counts, in its memory, how often it changed a gradient. */
    private record Counting() implements GradientStage {

        @Override
        public void change(Oracle oracle, Memory memory, double[] g) {
            memory.array("count", 1)[0]++;
        }
    }

    @Test
    void aStageRemembersThePointsOfTheRunOnly() {
        Memory memory = Memory.empty();
        double[] theta = Valley.start();
        Update chain = Chain.of(SGD).onGradient(new Counting(), Sam.of(0.1));

        for (int t = 1; t <= 3; t++) {
            Valley.step(chain, Valley.ONE_BLOCK, t, theta, memory);
        }

        assertThat(memory.scope("update").scope("gradient0").array("count", 1)).containsExactly(3);
    }

    @Test
    void samSeesTheStagesBeforeItAtBothPoints() {
        Update clippedFirst = Chain.of(SGD).onGradient(ClipValue.of(1e-3), Sam.of(0.1));

        double[] theta = Valley.after(clippedFirst, 1);

        assertThat(theta).containsExactly(new double[] {-1 + 2e-5, 1.5 - 2e-5, 2 - 2e-5}, within(1e-15));
    }

    @Test
    void nothingIsComputedTwice() {
        double[] theta = Valley.start();
        Memory memory = Memory.empty();
        Update asking = Chain.of(new Asking()).onGradient(new Counting(), ClipValue.of(1));

        assertThat(Valley.step(asking, Valley.ONE_BLOCK, 1, theta, memory).gradients)
                .isEqualTo(1);
    }

    /** Asks an oracle all there is. */
    private record Asking() implements Update {

        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            double[] g = oracle.gradient();
            g[0] = Double.NaN; // a copy
            assertThat(oracle.gradient()[0]).isFinite();
            assertThat(oracle.value()).isEqualTo(new Valley(oracle.blocks(), oracle.progress(), 1, -1, 1.5, 2).value());
            assertThat(oracle.hessianTimes(new double[] {1, 0, 0})).containsExactly(3.25, -5, -1.5);
            assertThat(oracle.random().nextBoolean()).isTrue();
            assertThat(oracle.learningRate()).isEqualTo(0.25);
            assertThat(oracle.at(new double[] {1, -0.5, -0.5}).theta()).containsExactly(1, -0.5, -0.5);
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.25);
        }
    }

    @Test
    void stepStagesAreRefusedWhereStepsAreNoSteps() {
        Chain lookahead = Chain.of(Lookahead.around(SGD)).onGradient(ClipValue.of(1));
        assertThat(lookahead.ownsParameters()).isTrue();
        assertThatThrownBy(() -> lookahead.onStep(DecoupledDecay.of(0.1)))
                .hasMessage(
                        "direction must make plain steps for DecoupledDecay, but Lookahead moves parameters of its own: put "
                                + "the stage on the update inside of it");
    }

    @Test
    void averagesOfParametersThatAreOwnedAreRefused() {
        for (Update owner : List.of(ScheduleFree.around(SGD), Chain.of(ScheduleFree.around(SGD)))) {
            String message = "update must not own its parameters, but " + owner.name()
                    + " does: its points are not where the objective is to be small, so use its own average";
            assertThatThrownBy(() -> new Averaged(owner, 0)).hasMessage(message);
            assertThatThrownBy(() -> new ExponentialAverage(owner, 0.5)).hasMessage(message);
            assertThatThrownBy(() -> new Swa(owner, 0, 1)).hasMessage(message);
            assertThatThrownBy(() -> Lookahead.around(owner)).hasMessage(message);
            assertThatThrownBy(() -> ScheduleFree.around(owner)).hasMessage(message);
        }
    }

    @Test
    void answersPassThroughChainsAndLookahead() {
        double[] theta = Valley.start();
        Memory memory = Memory.empty();
        Update chain = Chain.of(new Averaged(SGD, 0)).onGradient(ClipValue.of(1));
        Update plain = Chain.of(SGD).onGradient(ClipValue.of(1));
        for (int t = 1; t <= 2; t++) {
            Valley.step(chain, Valley.ONE_BLOCK, t, theta, memory);
        }
        double[] answer = new double[3];
        chain.answer(theta, memory.scope("update"), answer);

        assertThat(answer[0]).isCloseTo((Valley.after(plain, 1)[0] + theta[0]) / 2, within(1e-15));
    }

    @Test
    void answersBeforeTheFirstStepAreWhereTheRunBegins() {
        for (Update update : List.of(
                new Averaged(SGD, 0),
                new ExponentialAverage(SGD, 0.9),
                new Swa(SGD, 0, 1),
                Lookahead.around(SGD),
                ScheduleFree.around(SGD),
                Chain.of(SGD))) {
            double[] out = {7, 7, 7}; // whatever was there
            update.answer(Valley.start(), Memory.empty(), out);
            assertThat(out).as(update.name()).containsExactly(Valley.start(), within(1e-15));
        }
    }

    @Test
    void proxStepsAreThoseUnderAGradientThatStays() {
        assertThat(SGD.proxStep(0.5)).isEqualTo(0.5);
        assertThat(new Momentum(Schedule.constant(1), 0.75, 0.5).proxStep(0.5)).isEqualTo(1);
        assertThat(new Nesterov(Schedule.constant(1), 0.75).proxStep(0.5)).isEqualTo(2);
        assertThat(Lookahead.around(Nesterov.withLearningRate(1)).proxStep(0.5)).isCloseTo(5, within(1e-14));
        assertThat(Chain.of(SGD).onStep(DecoupledDecay.of(1)).proxStep(0.5)).isEqualTo(0.5);
        assertThat(Chain.of(SGD).onStep(new TrustRatio()).proxStep(0.5)).isNaN();
        assertThat(Chain.of(Lion.withLearningRate(1)).proxStep(0.5)).isNaN();
        assertThat(ScheduleFree.around(SGD).proxStep(0.5)).isNaN();
    }

    static Stream<Update> scaling() {
        Schedule rate = Schedule.constant(0.1);
        return Stream.of(
                new Adagrad(rate, 0.5, 1e-3),
                new RmsProp(rate, 0.9, 1e-3),
                new CenteredRmsProp(rate, 0.9, 1e-3),
                new Adam(rate, 0.9, 0.99, 1e-3),
                new AdamW(rate, 0.9, 0.99, 1e-3, 0),
                new AmsGrad(rate, 0.9, 0.99, 1e-3),
                new Adamax(rate, 0.9, 0.99, 1e-3),
                new Nadam(rate, 0.9, 0.99, 1e-3, 0),
                new Radam(rate, 0.9, 0.99, 1e-3),
                new Averaged(new Adam(rate, 0.9, 0.99, 1e-3), 0),
                Chain.of(Momentum.withLearningRate(0.1)).onStep(DecoupledDecay.of(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scaling")
    void stepsOfEachParameterAreThoseUnderAGradientThatStays(Update update) {
        double[] g = {3, -0.02, 50};
        Memory memory = Memory.empty();
        double[] delta = new double[3];
        double[] s = new double[3];
        for (int t = 1; t <= 300; t++) {
            Valley valley = new Valley(Valley.ONE_BLOCK, new Progress(t, t - 1), 0.1, Valley.start());
            Oracle oracle = new Staged(valley, (o, m, shown) -> System.arraycopy(g, 0, shown, 0, 3), Memory.empty());
            update.delta(oracle, memory, delta);
            update.proxSteps(oracle, memory, s);
        }

        for (int j = 0; j < 3; j++) {
            assertThat(delta[j]).isCloseTo(-s[j] * g[j], within(1e-10 * Math.abs(delta[j])));
        }
    }

    @Test
    void chainsKeepStepsOfParametersUnlessAStageScalesThem() {
        assertThat(Chain.of(ADAM).onStep(DecoupledDecay.of(1)).scalesParameters())
                .isTrue();
        assertThat(Chain.of(ADAM).onStep(new TrustRatio()).scalesParameters()).isFalse();
        assertThat(Chain.of(SGD).scalesParameters()).isFalse();
        assertThat(Lookahead.around(ADAM).scalesParameters()).isTrue();
        assertThat(ScheduleFree.around(ADAM).scalesParameters()).isFalse();
    }

    @Test
    void recipesShowAllStages() {
        assertThat(Chain.of(Adam.withLearningRate(Schedule.inverseTime(0.1, 1)))
                        .onGradient(ClipGlobalNorm.of(2))
                        .onStep(DecoupledDecay.of(0.01))
                        .recipe())
                .hasToString("Chain: gradient → direction → step\n"
                        + "  gradient stage 1: ClipGlobalNorm(maxNorm = 2.0): g ← g·min(1, 2.0/‖g‖)\n"
                        + "      from R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural "
                        + "Networks\n"
                        + "  direction: Adam(beta1 = 0.9, beta2 = 0.999, epsilon = 1.0E-8): θ ← θ − α·m̂ / (√v̂ + ε)\n"
                        + "      from D. P. Kingma, J. Ba (2015): Adam: A Method for Stochastic Optimization\n"
                        + "    learningRate: InverseTime(rate = 0.1, decay = 1.0): α = 0.1 / (1 + 1.0·epoch)\n"
                        + "        from H. Robbins, S. Monro (1951): A Stochastic Approximation Method\n"
                        + "  step stage 1: DecoupledDecay(strength = 0.01): δ ← δ − α·0.01·θ\n"
                        + "      from I. Loshchilov, F. Hutter (2019): Decoupled Weight Decay Regularization");
    }

    /** The update of the package's page, as a user writes it. */
    private record SignSgd(Schedule learningRate, double beta) implements Update {
        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            double[] g = oracle.gradient();
            double[] m = memory.array("m", g.length);
            for (int j = 0; j < g.length; j++) {
                m[j] = beta * m[j] + (1 - beta) * g[j];
                delta[j] = -oracle.learningRate() * Math.signum(m[j]);
            }
        }

        @Override
        public double proxStep(double alpha) {
            return Double.NaN;
        }
    }

    /** The stage of the package's page. */
    private record Centralized() implements GradientStage {
        @Override
        public void change(Oracle oracle, Memory memory, double[] g) {
            for (Block b : oracle.blocks().list()) {
                double mean = Arrays.stream(g, b.offset(), b.end()).average().orElse(0);
                for (int j = b.offset(); j < b.end(); j++) {
                    g[j] -= mean;
                }
            }
        }
    }

    @Test
    void theExamplesOfThePackageDoWhatTheySay() {
        Update mine = Chain.of(new SignSgd(Schedule.constant(0.01), 0.9))
                .onGradient(new Centralized())
                .onStep(DecoupledDecay.of(0.1));

        double[] theta = Valley.after(mine, 1); // ∇F = (−7.25, 11.5, 11.5), mean 5.25

        assertThat(theta)
                .containsExactly(
                        new double[] {-1 + 0.01 + 0.001, 1.5 - 0.01 - 0.0015, 2 - 0.01 - 0.002}, within(1e-15));
    }
}
