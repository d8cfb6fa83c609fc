package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import org.junit.jupiter.api.Test;

class MajorizeMinimizeTest {

    @Test
    void medianRegressionOfStacklossIsThatOfQuantreg() {
        RegressionToy risk = RegressionToy.quantile(Stackloss.x(), Stackloss.y(), 0.5);
        ParameterRun run = MajorizeMinimize.defaults().start(risk, new double[4], 1, Memory.empty());

        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < 2000) {
            step = run.step();
        }

        assertThat(step.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(run.theta())
                .containsExactly(new double[] {-39.68985507, .8318840580, .5739130435, -.0608695652}, within(1e-6));
    }
}
