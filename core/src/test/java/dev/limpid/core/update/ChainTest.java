package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Lamb;
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
import org.junit.jupiter.api.Test;

/** What a chain makes of its stages and of the update inside of it. */
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

    @Test
    void theOrderOfStepStagesCounts() {
        double[] lamb = Valley.after(Chain.of(ADAM).onStep(DecoupledDecay.of(0.3), new TrustRatio()), 3);
        double[] other = Valley.after(Chain.of(ADAM).onStep(new TrustRatio(), DecoupledDecay.of(0.3)), 3);

        assertThat(Math.abs(lamb[0] - other[0])).isGreaterThan(1e-3);
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
