package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.stage.ClipBlockNorm;
import dev.limpid.core.update.stage.ClipGlobalNorm;
import dev.limpid.core.update.stage.ClipValue;
import dev.limpid.core.update.stage.CoupledDecay;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.TrustRatio;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages do what they promise, where they promise it. */
class StagesTest {

    private static final Adam ADAM = Adam.withLearningRate(0.1);

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
}
