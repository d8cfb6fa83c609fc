package dev.limpid.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoppingTest {

    private static Trace objectives(double... objectives) {
        Trace trace = new Trace();
        for (double objective : objectives) {
            trace.add(step(trace.size() + 1L, objective), 0.25);
        }
        return trace;
    }

    private static Step step(long iteration, double objective) {
        return new Step(iteration, objective, 1, 1, OracleCount.NONE, Map.of(), StopReason.RUNNING);
    }

    private static Trace validations(double... losses) {
        Trace trace = new Trace();
        for (double loss : losses) {
            Step step = step(trace.size() + 1L, 0);
            trace.add(Double.isNaN(loss) ? step : step.with(Step.VALIDATION, loss), 0);
        }
        return trace;
    }

    @Test
    void noProgressLooksOverItsPatience() {
        Stopping rule = Stopping.noProgress(2, 0.01);

        assertThat(rule.after(objectives(100, 99.9))).isEqualTo(StopReason.RUNNING);
        assertThat(rule.after(objectives(100, 99.9, 98))).isEqualTo(StopReason.RUNNING);
        assertThat(rule.after(objectives(100, 98, 99.5)))
                .hasToString(
                        "STALLED: The objective fell by 0.5 in the last 2 steps, from 100.0, which is at most 0.01 of it.");
        assertThat(rule.after(objectives(100, Double.NaN, Double.NaN))).isEqualTo(StopReason.RUNNING);
    }

    @Test
    void epochsAreCountedUpToRounding() {
        Stopping rule = Stopping.maxEpochs(1);
        double epoch = 0;
        for (int k = 1; k <= 10; k++) {
            assertThat(epoch).isLessThan(1);
            epoch += 0.1; // ends at 0.9999999999999999
            Trace trace = new Trace();
            trace.add(step(k, 0).with(Step.EPOCH, epoch), 0);
            assertThat(rule.after(trace).isFinal()).isEqualTo(k == 10);
        }
        assertThat(rule.after(objectives(1))).isEqualTo(StopReason.RUNNING);
    }

    @Test
    void secondsAreThoseOfTheSteps() {
        assertThat(Stopping.maxSeconds(0.6).after(objectives(1, 1))).isEqualTo(StopReason.RUNNING);
        assertThat(Stopping.maxSeconds(0.5).after(objectives(1, 1)))
                .hasToString(
                        "LIMIT: The limit of 0.5 seconds was reached after step 2: allow more time, or fewer rows.");
    }

    @Test
    void earlyStoppingWaitsForItsPatience() {
        EarlyStopping rule = EarlyStopping.patience(2);

        assertThat(rule.after(validations(3, 2, 2.5))).isEqualTo(StopReason.RUNNING);
        assertThat(rule.after(validations(3, 2, 2.5, 1.9, 2))).isEqualTo(StopReason.RUNNING);
        assertThat(rule.after(validations(3, 2, 2.5, 2)))
                .hasToString(
                        "EARLY_STOPPED: The validation loss was measured 2 times without improvement: the best was 2.0 "
                                + "after step 2.");
    }

    @Test
    void earlyStoppingPassesOverStepsWithoutMeasurement() {
        double none = Double.NaN;

        assertThat(EarlyStopping.patience(2).after(validations(3, none, 4, none)))
                .isEqualTo(StopReason.RUNNING);
        assertThat(EarlyStopping.patience(2)
                        .after(validations(3, none, 4, none, 5))
                        .sentence())
                .endsWith("the best was 3.0 after step 1.");
    }

    @Test
    void smallImprovementsDoNotCount() {
        assertThat(new EarlyStopping(2, 0.5).after(validations(3, 2.7, 2.6)).sentence())
                .endsWith("the best was 3.0 after step 1.");
        assertThat(new EarlyStopping(2, 0.5).after(validations(3, 2.7, 2.4))).isEqualTo(StopReason.RUNNING);
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> Stopping.maxIterations(0)).hasMessage("n must be >= 1, but was 0");
        assertThatThrownBy(() -> Stopping.maxEpochs(0)).hasMessage("epochs must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> Stopping.maxSeconds(Double.NaN))
                .hasMessage("seconds must be finite and > 0, but was NaN");
        assertThatThrownBy(() -> Stopping.noProgress(0, 1)).hasMessage("patience must be >= 1, but was 0");
        assertThatThrownBy(() -> Stopping.noProgress(1, -1))
                .hasMessage("relative must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> EarlyStopping.patience(0)).hasMessage("patience must be >= 1, but was 0");
        assertThatThrownBy(() -> new EarlyStopping(1, Double.POSITIVE_INFINITY))
                .hasMessage("minImprovement must be finite and >= 0, but was Infinity");
    }

    @Test
    void recipesShowTheRules() {
        assertThat(Stopping.maxIterations(100).recipe().headline()).isEqualTo("MaxIterations(n = 100)");
        assertThat(EarlyStopping.patience(3).recipe().headline())
                .isEqualTo("EarlyStopping(patience = 3, minImprovement = 0.0)");
    }
}
