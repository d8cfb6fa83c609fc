package dev.limpid.core.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Rows;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorizationHypothesisTest {

    /** Sums of some hundred products of numbers of size 1, and their squares. */
    private static final double ROUNDING = 1e-12;

    private static final int N = 20;
    private static final int D = 7;
    private static final int K = 3;
    private static final FactorizationHypothesis MACHINE = new FactorizationHypothesis(D, K, 0.5);

    /** Rows in which about half of the cells are 0. */
    private static double[][] cells() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = new double[N][D];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextBoolean() ? 0 : random.nextDouble(-1, 1));
        }
        return x;
    }

    private static Rows rows(boolean sparse) {
        double[][] x = cells();
        if (!sparse) {
            return Rows.dense(x);
        }
        int[] starts = new int[N + 1];
        int[] indices = new int[N * D];
        double[] values = new double[N * D];
        for (int i = 0; i < N; i++) {
            starts[i + 1] = starts[i];
            for (int j = 0; j < D; j++) {
                if (x[i][j] != 0) {
                    indices[starts[i + 1]] = j;
                    values[starts[i + 1]++] = x[i][j];
                }
            }
        }
        return Rows.sparse(D, starts, Arrays.copyOf(indices, starts[N]), Arrays.copyOf(values, starts[N]));
    }

    private static double[] theta() {
        SplittableRandom random = new SplittableRandom(2);
        double[] t = new double[MACHINE.blocks().size()];
        Arrays.setAll(t, j -> random.nextDouble(-1, 1));
        return t;
    }

    /** Equation (1) as it stands: over all pairs. */
    private static double byPairs(double[] t, double[] x) {
        double f = t[D];
        for (int j = 0; j < D; j++) {
            f += t[j] * x[j];
            for (int l = j + 1; l < D; l++) {
                double product = 0;
                for (int k = 0; k < K; k++) {
                    product += t[D + 1 + j * K + k] * t[D + 1 + l * K + k];
                }
                f += product * x[j] * x[l];
            }
        }
        return f;
    }

    @ParameterizedTest(name = "sparse: {0}")
    @ValueSource(booleans = {false, true})
    void scoresAreThoseOfTheLoopOverAllPairs(boolean sparse) {
        double[][] f = new double[1][N];

        MACHINE.forward(theta(), rows(sparse), Batch.range(0, N, 1), f);

        for (int i = 0; i < N; i++) {
            assertThat(f[0][i]).isCloseTo(byPairs(theta(), cells()[i]), within(ROUNDING));
        }
    }

    @Test
    void denseAndSparseRowsGiveTheSameBits() {
        double[][] dense = new double[1][N];
        double[][] sparse = new double[1][N];
        double[] gradDense = new double[MACHINE.blocks().size()];
        double[] gradSparse = new double[MACHINE.blocks().size()];

        MACHINE.forward(theta(), rows(false), Batch.range(0, N, 1), dense).pullback(dense, gradDense);
        MACHINE.forward(theta(), rows(true), Batch.range(0, N, 1), sparse).pullback(sparse, gradSparse);

        assertThat(sparse).isDeepEqualTo(dense);
        assertThat(gradSparse).isEqualTo(gradDense);
    }

    @Test
    void factorsMayChangePlaces() {
        double[] t = theta();
        double[] turned = t.clone();
        for (int j = 0; j < D; j++) {
            for (int k = 0; k < K; k++) {
                turned[D + 1 + j * K + k] = t[D + 1 + j * K + (k + 1) % K];
            }
        }
        double[][] f = new double[1][N];
        double[][] g = new double[1][N];

        MACHINE.forward(t, rows(false), Batch.range(0, N, 1), f);
        MACHINE.forward(turned, rows(false), Batch.range(0, N, 1), g);

        for (int i = 0; i < N; i++) {
            assertThat(g[0][i]).isCloseTo(f[0][i], within(ROUNDING));
        }
    }

    @Test
    void rowsWithManyCellsFindRoom() {
        int wide = 200;
        FactorizationHypothesis machine = new FactorizationHypothesis(wide, 1, 1);
        double[] t = new double[machine.blocks().size()];
        Arrays.fill(t, wide + 1, t.length, 1); // all v = 1
        double[] ones = new double[wide];
        Arrays.fill(ones, 1);
        double[][] f = new double[1][1];

        machine.forward(t, Rows.dense(new double[][] {ones}), Batch.range(0, 1, 1), f);

        assertThat(f[0][0]).isEqualTo(wide * (wide - 1) / 2.0); // the number of pairs
    }

    @Test
    void factorsAloneAreDrawnAtTheStart() {
        double[] t = new double[MACHINE.blocks().size()];
        Arrays.fill(t, 9);

        MACHINE.start(new SplittableRandom(3), t);

        assertThat(MACHINE.blocks().list()).extracting(Block::name).containsExactly("weights", "intercept", "factors");
        assertThat(Arrays.copyOf(t, D + 1)).containsOnly(0);
        assertThat(Arrays.stream(t).skip(D + 1)).doesNotContain(0.0).allMatch(v -> Math.abs(v) < 5 * 0.5);
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> new FactorizationHypothesis(-1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be >= 0, but was -1");
        assertThatThrownBy(() -> new FactorizationHypothesis(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factors must be >= 1, but was 0");
        assertThatThrownBy(() -> new FactorizationHypothesis(1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "deviation must be finite and > 0, but was 0.0: factors that start at 0 have the gradient 0 and"
                                + " stay there");
        assertThatThrownBy(() -> MACHINE.forward(
                        theta(), Rows.dense(new double[][] {{1, 2}}), Batch.range(0, 1, 1), new double[1][1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must have 7 columns (one per weight), but have 2");
    }
}
