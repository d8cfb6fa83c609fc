package dev.limpid.core.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Rows;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearHypothesisTest {

    /** Sums of some hundred products of numbers of size 1. */
    private static final double ROUNDING = 1e-12;

    private static double[] random(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[size];
        Arrays.setAll(x, j -> random.nextDouble(-1, 1));
        return x;
    }

    private static double[][] matrix(int rows, int columns, long seed) {
        double[][] x = new double[rows][];
        Arrays.setAll(x, i -> random(columns, seed + i));
        return x;
    }

    @Test
    void scoresByHand() {
        LinearHypothesis hypothesis = new LinearHypothesis(2, 2, true);
        double[] t = {1, 10, 2, 20, 100, 200}; // w₀ = (1, 10), w₁ = (2, 20), b = (100, 200)
        double[][] f = new double[2][2];

        hypothesis.forward(t, Rows.dense(new double[][] {{1, 2}, {3, 4}}), Batch.range(0, 2, 1), f);

        assertThat(f[0]).containsExactly(1 + 20 + 100, 3 + 40 + 100);
        assertThat(f[1]).containsExactly(2 + 40 + 200, 6 + 80 + 200);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "3, true", "3, false"})
    void listAndRangeGiveTheSameAndTheAdjointIsExact(int outputs, boolean intercept) {
        Rows x = Rows.dense(matrix(40, 5, 1));
        LinearHypothesis hypothesis = new LinearHypothesis(5, outputs, intercept);
        double[] t = random(hypothesis.blocks().size(), 2);
        double[] v = random(t.length, 3);
        double[][] g = matrix(outputs, 30, 4);
        int[] units = new int[30];
        Arrays.setAll(units, i -> 7 + i);
        double[][] f1 = new double[outputs][30];
        double[][] f2 = new double[outputs][30];
        double[][] df = new double[outputs][30];

        Pass range = hypothesis.forward(t, x, Batch.range(7, 37, 1), f1);
        Pass list = hypothesis.forward(t, x, Batch.of(units, 1), f2);
        double[] grad1 = random(t.length, 5);
        double[] grad2 = grad1.clone();
        range.pullback(g, grad1);
        list.pullback(g, grad2);
        range.pushforward(v, df);

        double[] added = grad1.clone();
        Arrays.setAll(added, j -> grad1[j] - random(t.length, 5)[j]);
        for (int k = 0; k < outputs; k++) {
            assertThat(f2[k]).containsExactly(f1[k], within(ROUNDING));
        }
        assertThat(grad2).containsExactly(grad1, within(ROUNDING));
        assertThat(dot(added, v)).isCloseTo(dot(flat(g), flat(df)), within(ROUNDING)); // ⟨Jᵀg, v⟩ = ⟨g, Jv⟩
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double[] flat(double[][] x) {
        return Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void startsAtZero() {
        double[] t = random(7, 1);

        new LinearHypothesis(2, 2, true).start(new java.util.Random(1), t);

        assertThat(t).startsWith(0, 0, 0, 0, 0, 0).endsWith(random(7, 1)[6]);
    }

    @Test
    void anEmptyBatchHasNoScores() {
        double[][] f = new double[1][0];
        double[] grad = {1, 2, 3};

        Pass pass = new LinearHypothesis(2, 1, true)
                .forward(new double[3], Rows.dense(new double[][] {{1, 2}}), Batch.range(0, 0, 1), f);
        pass.pullback(f, grad);

        assertThat(grad).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhatItComputes() {
        assertThat(new LinearHypothesis(2, 1, true).formula()).isEqualTo("f = Σⱼ xⱼ·wⱼ + b");
        assertThat(new LinearHypothesis(2, 3, false).formula()).isEqualTo("fₖ = Σⱼ xⱼ·wⱼₖ");
        assertThat(new LinearHypothesis(2, 3, false).allowsMissing()).isFalse();
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> new LinearHypothesis(-1, 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be >= 0, but was -1");
        assertThatThrownBy(() -> new LinearHypothesis(1, 0, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outputs must be >= 1, but was 0");
        assertThatThrownBy(() -> new LinearHypothesis(3, 1, true)
                        .forward(
                                new double[4],
                                Rows.dense(new double[][] {{1, 2}}),
                                Batch.range(0, 1, 1),
                                new double[1][1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must have 3 columns (one per row of weights), but have 2");
    }
}
