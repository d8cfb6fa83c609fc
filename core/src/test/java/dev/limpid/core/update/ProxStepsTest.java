package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.TrustRatio;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates state the steps that they make under a gradient that stays, which prox steps need. */
class ProxStepsTest {

    private static final Adam ADAM = Adam.withLearningRate(0.1);
    private static final Sgd SGD = Sgd.withLearningRate(0.02);

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
}
