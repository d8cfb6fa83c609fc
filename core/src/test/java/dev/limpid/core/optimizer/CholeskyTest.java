package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.internal.optimizer.Cholesky;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    @Test
    void theSolutionSolves() {
        SplittableRandom random = new SplittableRandom(4);
        for (int p = 1; p <= 12; p++) {
            double[][] x = Regressions.normal(random, 3 * p, p);
            double[][] b = gram(x);
            double[] right = Regressions.normal(random, 1, p)[0];

            double[] solution = right.clone();
            new Cholesky(gram(x)).solve(solution);

            for (int i = 0; i < p; i++) {
                double sum = 0;
                for (int j = 0; j < p; j++) {
                    sum += b[Math.max(i, j)][Math.min(i, j)] * solution[j];
                }
                assertThat(sum).isCloseTo(right[i], within(1e-10)); // condition below 1e3 times p·ε, with room
            }
        }
    }

    @Test
    void columnsThatDependOnOthersAreFoundAndLeftOut() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = Regressions.normal(random, 20, 4);
        for (double[] row : x) {
            row[2] = 3 * row[0] - row[1];
        }
        double[] solution = {1, 2, 1, 4}; // 3·1 − 2: in the range of the matrix

        Cholesky factor = new Cholesky(gram(x));
        factor.solve(solution);

        assertThat(factor.aliased().stream()).containsExactly(2);
        assertThat(solution[2]).isZero();
        double[][] b = gram(x);
        double third = b[2][0] * solution[0] + b[2][1] * solution[1] + b[3][2] * solution[3];
        assertThat(third).isCloseTo(1, within(1e-10));
    }

    @Test
    void aZeroMatrixLeavesAllOut() {
        double[] solution = {1, 2};

        Cholesky factor = new Cholesky(new double[][] {{0}, {0, 0}});
        factor.solve(solution);

        assertThat(factor.aliased().cardinality()).isEqualTo(2);
        assertThat(solution).containsExactly(0, 0);
    }

    private static double[][] gram(double[][] x) {
        int p = x[0].length;
        double[][] b = new double[p][];
        for (int j = 0; j < p; j++) {
            b[j] = new double[j + 1];
            for (int k = 0; k <= j; k++) {
                for (double[] row : x) {
                    b[j][k] += row[j] * row[k];
                }
            }
        }
        return b;
    }
}
