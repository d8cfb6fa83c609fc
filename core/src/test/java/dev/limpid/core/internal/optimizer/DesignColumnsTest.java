package dev.limpid.core.internal.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns that pass by piece by piece, against their definition and against columns that are kept. */
class DesignColumnsTest {

    private static final int N = 1200; // three pieces of rows

    private static final int P = 10;

    private static final double[][] X = new double[N][P + 1];

    private static final double[][] U = new double[1][N];

    static {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < P; j++) {
                X[i][j] = random.nextGaussian();
            }
            X[i][P] = 1;
            U[0][i] = random.nextGaussian();
        }
    }

    private static DesignColumns columns() {
        double[][] x = new double[N][];
        for (int i = 0; i < N; i++) {
            x[i] = Arrays.copyOf(X[i], P);
        }
        return new DesignColumns(
                EmpiricalRisk.linear(new LinearHypothesis(P, 1, true), new SquaredLoss(), Dataset.of(x, U[0]))
                        .design()
                        .orElseThrow(),
                Workers.serial());
    }

    @Test
    void productsAreThoseOfAllRows() {
        double[] dots = new double[P + 1];
        columns().dots(IntStream.rangeClosed(0, P).toArray(), P + 1, U, dots);
        double[] squares = columns().squares();

        for (int j = 0; j <= P; j++) {
            double dot = 0;
            double square = 0;
            for (int i = 0; i < N; i++) {
                dot += X[i][j] * U[0][i];
                square += X[i][j] * X[i][j];
            }
            assertThat(dots[j]).as("column %s", j).isEqualTo(dot); // in the same order
            assertThat(squares[j]).isCloseTo(square, within(1e-9));
        }
    }

    @Test
    void columnsThatAreKeptGiveTheSameBits() {
        int[] all = IntStream.rangeClosed(0, P).toArray();
        double[] passing = new double[P + 1];
        double[] kept = new double[P + 1];
        DesignColumns columns = columns();
        columns.dots(all, P + 1, U, passing);
        for (int j : all) {
            columns.dense(j);
        }
        columns.dots(all, P + 1, U, kept);

        assertThat(kept).isEqualTo(passing);
    }
}
