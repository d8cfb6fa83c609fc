package dev.limpid.core.optimizer.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Small problems of least squares, and their fits by QR. */
final class QrFits {

    private QrFits() {}

    static LinearSum risk(Dataset data, Loss loss) {
        return EmpiricalRisk.linear(new LinearHypothesis(data.features().columns(), 1, true), loss, data);
    }

    static ParameterRun start(Objective objective) {
        return QrLeastSquares.defaults()
                .start(objective, new double[objective.blocks().size()], 0, Memory.empty());
    }

    static StopReason finish(ParameterRun run) {
        Step step = run.step();
        while (!step.stop().isFinal()) {
            step = run.step();
        }
        return step.stop();
    }

    static double[] fit(Objective objective) {
        ParameterRun run = start(objective);
        assertThat(finish(run).kind()).isEqualTo(StopReason.Kind.CONVERGED);
        return run.theta();
    }

    static double[][] random(int n, int d, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][d];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextDouble() - 0.5);
        }
        return x;
    }

    static double[] column(double[][] x, int j) {
        return Arrays.stream(x).mapToDouble(row -> row[j]).toArray();
    }
}
