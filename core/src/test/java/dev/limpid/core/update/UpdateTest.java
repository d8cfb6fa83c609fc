package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.average.Averaged;
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
        return new FixedOracle(progress, rate, new double[] {theta}, g);
    }

    /** Gradients that are handed out as they are. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record FixedOracle(Progress progress, double learningRate, double[] theta, double[] gradient)
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
        public double value() {
            return 0;
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
    void clippingKeepsShortGradientsAndTheDirectionOfLongOnes() {
        Update clipped = new Clipped(Sgd.withLearningRate(1), 5);
        double[] delta = new double[2];

        clipped.delta(oracle(clipped, 1, 0, 3, -4), Memory.empty(), delta);
        assertThat(delta).containsExactly(-3, 4);

        clipped.delta(oracle(clipped, 1, 0, 30, -40), Memory.empty(), delta);
        assertThat(delta).containsExactly(new double[] {-3, 4}, within(1e-15));

        clipped.delta(oracle(clipped, 1, 0, 3e200, -4e200), Memory.empty(), delta);
        assertThat(delta).containsExactly(new double[] {-3, 4}, within(1e-14));

        clipped.delta(oracle(clipped, 1, 0, 0, 0), Memory.empty(), delta);
        assertThat(delta).containsExactly(new double[] {0, 0}, within(0.0));
    }

    @Test
    void clippingComposesWithAnyUpdate() {
        assertThat(trace(new Clipped(Adam.withLearningRate(0.1), 10))).isEqualTo(trace(Adam.withLearningRate(0.1)));
        assertThat(trace(new Clipped(Sgd.withLearningRate(0.1), 0.25)))
                .containsExactly(new double[] {0.975, 1, 0.975}, within(1e-15));
        assertThat(trace(new Averaged(Adam.withLearningRate(0.1), 0))).isEqualTo(trace(Adam.withLearningRate(0.1)));
    }

    /** An update whose θ is not where the objective is to be small. */
    private record Owner() implements Update {

        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {}

        @Override
        public Schedule learningRate() {
            return Schedule.constant(1);
        }

        @Override
        public boolean ownsParameters() {
            return true;
        }
    }

    @Test
    void averagesOfParametersThatAreOwnedAreRefused() {
        assertThatThrownBy(() -> new Averaged(new Owner(), 0))
                .hasMessage(
                        "update must not own its parameters, but Owner does: its points are not where the objective is to "
                                + "be small, so use its own average");
        assertThat(new Clipped(new Owner(), 1).ownsParameters()).isTrue();
    }

    @Test
    void schedulesFollowTheirFormulas() {
        assertThat(at(Schedule.constant(0.3), 7)).isEqualTo(0.3);
        assertThat(at(Schedule.inverseTime(0.3, 2), 1)).isEqualTo(0.3 / 3);
        assertThat(at(Schedule.exponential(0.3, 0.5), 3)).isEqualTo(0.3 / 8);
        assertThat(at(Schedule.step(0.3, 0.5, 2), 1.9)).isEqualTo(0.3);
        assertThat(at(Schedule.step(0.3, 0.5, 2), 4)).isEqualTo(0.3 / 4);
    }

    private static double at(Schedule schedule, double epoch) {
        return schedule.at(new Progress(1, epoch), Memory.empty());
    }

    @Test
    void recipesShowTheWholeUpdate() {
        assertThat(new Clipped(Adam.withLearningRate(Schedule.inverseTime(0.1, 1)), 2).recipe())
                .hasToString("Clipped(maxNorm = 2.0): g ← g·min(1, 2.0/‖g‖)\n"
                        + "    from R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural "
                        + "Networks\n"
                        + "  update: Adam(beta1 = 0.9, beta2 = 0.999, epsilon = 1.0E-8): θ ← θ − α·m̂ / (√v̂ + ε)\n"
                        + "      from D. P. Kingma, J. Ba (2015): Adam: A Method for Stochastic Optimization\n"
                        + "    learningRate: InverseTime(rate = 0.1, decay = 1.0): α = 0.1 / (1 + 1.0·epoch)");
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> Sgd.withLearningRate(0)).hasMessage("rate must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> Sgd.withLearningRate(Double.POSITIVE_INFINITY))
                .hasMessage("rate must be finite and > 0, but was Infinity");
        assertThatThrownBy(() -> Schedule.inverseTime(1, -1)).hasMessage("decay must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> Schedule.exponential(1, 0)).hasMessage("decay must be in (0, 1], but was 0.0");
        assertThatThrownBy(() -> Schedule.step(1, 2, 1)).hasMessage("factor must be in (0, 1], but was 2.0");
        assertThatThrownBy(() -> Schedule.step(1, 0.5, 0)).hasMessage("epochs must be finite and > 0, but was 0.0");
        Schedule rate = Schedule.constant(1);
        assertThatThrownBy(() -> new Adam(rate, 1, 0.9, 1e-8)).hasMessage("beta1 must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new Adam(rate, 0.9, -0.1, 1e-8)).hasMessage("beta2 must be in [0, 1), but was -0.1");
        assertThatThrownBy(() -> new Adam(rate, 0.9, 0.9, 0)).hasMessage("epsilon must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> new Clipped(new Sgd(rate), Double.NaN))
                .hasMessage("maxNorm must be finite and > 0, but was NaN");
        assertThatThrownBy(() -> new Averaged(new Sgd(rate), -1))
                .hasMessage("fromEpoch must be finite and >= 0, but was -1.0");
    }
}
