package dev.limpid.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    private static final double ROUNDING = 1e-12;

    private static double at(Schedule schedule, double epoch) {
        return schedule.at(new Progress(1, epoch), Memory.empty());
    }

    @Test
    void schedulesFollowTheirFormulas() {
        assertThat(at(Schedule.constant(0.3), 7)).isEqualTo(0.3);
        assertThat(at(Schedule.inverseTime(0.3, 2), 1)).isEqualTo(0.3 / 3);
        assertThat(at(Schedule.exponential(0.3, 0.5), 3)).isEqualTo(0.3 / 8);
        assertThat(at(Schedule.step(0.3, 0.5, 2), 1.9)).isEqualTo(0.3);
        assertThat(at(Schedule.step(0.3, 0.5, 2), 4)).isEqualTo(0.3 / 4);
        assertThat(at(Schedule.polynomial(0.5, 0.1, 4, 2), 2)).isCloseTo(0.2, within(1e-15));
        assertThat(at(Schedule.polynomial(0.5, 0.1, 4, 2), 9)).isEqualTo(0.1);
        assertThat(at(Schedule.cosine(0.5, 0.1, 4), 0)).isEqualTo(0.5);
        assertThat(at(Schedule.cosine(0.5, 0.1, 4), 2)).isCloseTo(0.3, within(1e-15));
        assertThat(at(Schedule.cosine(0.5, 0.1, 4), 9)).isEqualTo(0.1);
        assertThat(at(Schedule.cosineRestarts(0.5, 0.1, 1, 3), 4)).isEqualTo(0.5);
        assertThat(at(Schedule.cosineRestarts(0.5, 0.1, 1, 3), 2.5)).isCloseTo(0.3, within(1e-15));
        assertThat(at(Schedule.oneCycle(0.5, 10), 0)).isEqualTo(0.02);
        assertThat(at(Schedule.oneCycle(0.5, 10), 3)).isEqualTo(0.5);
        assertThat(at(Schedule.oneCycle(0.5, 10), 99)).isEqualTo(0.02 / 1e4);
    }

    /** What PyTorch 1.13.0 states for whole epochs. */
    private static final Map<String, Schedule> OF_PYTORCH = Map.of(
            "step", Schedule.step(0.1, 0.5, 3),
            "exponential", Schedule.exponential(0.1, 0.8),
            "polynomial", Schedule.polynomial(0.1, 1e-300, 10, 2), // an end of 0 there
            "cosine", Schedule.cosine(0.1, 0.01, 12),
            "cosineRestarts", Schedule.cosineRestarts(0.1, 0.01, 4, 2),
            "cosineRestartsOfOneLength", Schedule.cosineRestarts(0.1, 0.01, 5, 1),
            "oneCycle", new OneCycle(0.5, 20, (0.3 * 21 - 1) / 20, 25, 1e4), // 21 steps; times are counted otherwise
            "plateau", new ReduceOnPlateau(0.1, 0.5, 2, 0.01, 1, 0.01));

    /** The objective of the row "plateau". */
    private static double metric(int t) {
        return Math.max(1.0, 3 - 0.2 * t) + 0.001 * (t % 3);
    }

    static Stream<String> ofPyTorch() {
        return OF_PYTORCH.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofPyTorch")
    void givesTheRatesOfPyTorch(String name) {
        Memory memory = Memory.empty();
        List<String[]> rows = Table.rows("rates.csv").stream()
                .filter(row -> row[0].equals(name))
                .toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(10);
        for (String[] row : rows) {
            int epoch = Integer.parseInt(row[1]);
            double objective = epoch == 0 ? Double.NaN : metric(epoch - 1);
            double rate =
                    Objects.requireNonNull(OF_PYTORCH.get(name)).at(new Progress(epoch + 1, epoch, objective), memory);
            double stated = Double.parseDouble(row[2]);
            assertThat(rate).as("epoch %d", epoch).isCloseTo(stated, within(ROUNDING * stated));
        }
    }

    @Test
    void wholeEpochsOfTenthsAreWhole() {
        double epoch = 0;
        for (int step = 0; step < 10; step++) {
            epoch += 0.1;
        }

        assertThat(epoch).isLessThan(1);
        assertThat(at(Schedule.step(0.3, 0.5, 1), epoch)).isEqualTo(0.15);
        assertThat(at(Schedule.cosineRestarts(0.5, 0.1, 1, 1), epoch)).isEqualTo(0.5);
        assertThat(at(Schedule.constant(1).then(1, Schedule.constant(2)), epoch))
                .isEqualTo(2);
    }

    @Test
    void ratesThatFallForeverStayAbove0() {
        assertThat(at(Schedule.exponential(0.1, 0.1), 1e6)).isEqualTo(Double.MIN_NORMAL);
        assertThat(at(Schedule.step(0.1, 0.1, 1), 1e6)).isEqualTo(Double.MIN_NORMAL);
    }

    private static double[] rates(Schedule schedule, int steps, double fraction) {
        Memory memory = Memory.empty();
        double[] rates = new double[steps];
        for (int t = 1; t <= steps; t++) {
            rates[t - 1] = schedule.at(new Progress(t, fraction * (t - 1)), memory);
        }
        return rates;
    }

    @Test
    void aWarmUpNeitherBeginsAt0NorRepeatsARate() {
        assertThat(rates(Schedule.step(0.4, 0.5, 1).afterWarmUp(4), 8, 0.5))
                .containsExactly(0.1, 0.2, 0.4 * 3 / 4, 0.4, 0.4, 0.2, 0.2, 0.1);
        assertThat(rates(Schedule.constant(0.4).afterWarmUp(1), 2, 1)).containsExactly(0.4, 0.4);
    }

    @Test
    void aWarmUpLeavesTheMainScheduleItsFirstEpoch() {
        double[] alone = rates(Schedule.cosine(0.1, 0.001, 3), 7, 0.5);
        double[] warmed = rates(Schedule.cosine(0.1, 0.001, 3).afterWarmUp(3), 9, 0.5);

        assertThat(java.util.Arrays.copyOfRange(warmed, 2, 9)).isEqualTo(alone);
    }

    @Test
    void aScheduleBehindAnotherBeginsAtItsOwnBeginning() {
        Schedule both =
                Schedule.constant(1).then(2, Schedule.inverseTime(0.5, 1).afterWarmUp(2));

        assertThat(rates(both, 6, 1)).containsExactly(1, 1, 0.25, 0.5, 0.25, 0.5 / 3);
    }

    @Test
    void aPlateauIsJudgedByTheMeanOfAnEpochAndOnceAStep() {
        Schedule plateau = Schedule.reduceOnPlateau(0.8, 0.5, 0);
        Memory memory = Memory.empty();
        double[] objectives = {Double.NaN, 4, 2, 1, 4, 5, 1}; // means of epochs: 3, 2.5, 3
        double[] rates = {0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.4};
        for (int t = 1; t <= 7; t++) {
            Progress progress = new Progress(t, (t - 1) / 2.0, objectives[t - 1]);
            assertThat(plateau.at(progress, memory)).as("step %d", t).isEqualTo(rates[t - 1]);
            assertThat(plateau.at(progress, memory)).as("step %d again", t).isEqualTo(rates[t - 1]);
        }
    }

    @Test
    void aPlateauBelow0IsAPlateau() {
        Schedule plateau = new ReduceOnPlateau(0.8, 0.5, 0, 0.1, 0, 0.3);
        Memory memory = Memory.empty();
        double[] objectives = {Double.NaN, -10, -10.5, -12, -12};
        double[] rates = {0.8, 0.8, 0.4, 0.4, 0.3}; // −10.5 is less than a tenth below −10
        for (int t = 1; t <= 5; t++) {
            assertThat(plateau.at(new Progress(t, t - 1, objectives[t - 1]), memory))
                    .as("step %d", t)
                    .isEqualTo(rates[t - 1]);
        }
    }

    @Test
    void aPlateauOfWhichNothingIsKnownChangesNothing() {
        assertThat(rates(Schedule.reduceOnPlateau(0.8, 0.5, 0), 50, 1)).containsOnly(0.8);
    }

    @Test
    void recipesShowBothParts() {
        assertThat(Schedule.constant(0.1).then(2, Schedule.cosine(0.1, 0.01, 5)).recipe())
                .hasToString("""
                        Sequence(epochs = 2.0): first before epoch 2.0, then next
                          first: Constant(rate = 0.1): α = 0.1
                          next: Cosine(rate = 0.1, end = 0.01, epochs = 5.0): α = 0.01 + ½·(0.1 − 0.01)·(1 + cos(π·epoch/5.0))
                              from I. Loshchilov, F. Hutter (2017): SGDR: Stochastic Gradient Descent with Warm Restarts""");
    }

    @Test
    void settingsAreRefusedByName() {
        refuses(() -> Schedule.constant(0), "rate must be finite and > 0, but was 0.0");
        refuses(() -> Schedule.constant(Double.NaN), "rate must be finite and > 0, but was NaN");
        refuses(() -> Schedule.inverseTime(1, -1), "decay must be finite and >= 0, but was -1.0");
        refuses(() -> Schedule.exponential(1, 0), "decay must be in (0, 1], but was 0.0");
        refuses(() -> Schedule.step(1, 2, 1), "factor must be in (0, 1], but was 2.0");
        refuses(() -> Schedule.step(1, 0.5, 0), "epochs must be finite and > 0, but was 0.0");
        refuses(() -> Schedule.polynomial(1, 0, 1, 1), "end must be in (0, rate], but was 0.0 for rate 1.0");
        refuses(() -> Schedule.polynomial(1, 0.5, 1, 0), "power must be finite and > 0, but was 0.0");
        refuses(() -> Schedule.cosine(1, 2, 1), "end must be in (0, rate], but was 2.0 for rate 1.0");
        refuses(() -> Schedule.cosine(1, 0.5, -1), "epochs must be finite and > 0, but was -1.0");
        refuses(() -> Schedule.cosineRestarts(1, 0.5, 1, 0.9), "growth must be finite and >= 1, but was 0.9");
        refuses(() -> Schedule.oneCycle(0, 1), "peak must be finite and > 0, but was 0.0");
        refuses(() -> new OneCycle(1, 1, 1, 25, 1e4), "rise must be in (0, 1), but was 1.0");
        refuses(() -> new OneCycle(1, 1, 0.5, 0.5, 1), "startDivisor must be finite and >= 1, but was 0.5");
        refuses(() -> new OneCycle(1, 1, 0.5, 1, Double.NaN), "endDivisor must be finite and >= 1, but was NaN");
        refuses(() -> Schedule.reduceOnPlateau(1, 1, 0), "factor must be in (0, 1), but was 1.0");
        refuses(() -> Schedule.reduceOnPlateau(1, 0.5, -1), "patience must be >= 0, but was -1");
        refuses(() -> new ReduceOnPlateau(1, 0.5, 0, 1, 0, 0.1), "threshold must be in [0, 1), but was 1.0");
        refuses(() -> new ReduceOnPlateau(1, 0.5, 0, 0, -2, 0.1), "cooldown must be >= 0, but was -2");
        refuses(() -> new ReduceOnPlateau(1, 0.5, 0, 0, 0, 0), "least must be in (0, rate], but was 0.0 for rate 1.0");
        refuses(() -> Schedule.constant(1).afterWarmUp(0), "steps must be >= 1, but was 0");
        refuses(() -> Schedule.constant(1).then(0, Schedule.constant(1)), "epochs must be finite and > 0, but was 0.0");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
