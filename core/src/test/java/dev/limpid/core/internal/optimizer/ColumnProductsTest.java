package dev.limpid.core.internal.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.training.Workers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of columns, side by side, are those of two columns by themselves, to the last bit. */
class ColumnProductsTest {

    private static double[][] columns(int count, int n) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] a = new double[count][n];
        for (double[] column : a) {
            for (int i = 0; i < n; i++) {
                column[i] = random.nextGaussian();
            }
        }
        return a;
    }

    private static double plain(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Few and many new columns, whole and broken strips and blocks, rows that aren't a multiple of four. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, 3, 67", "0, 300, 67", "10, 12, 130", "130, 141, 63", "126, 260, 65", "5, 5, 9"})
    void productsAreThoseOfTwoColumnsByThemselves(int from, int to, int n) {
        double[][] a = columns(to, n);
        double[][] out = new double[to][to + 3];

        ColumnProducts.compute(a, from, to, 0.25, out, Workers.serial());

        for (int j = 0; j < to; j++) {
            for (int k = 0; k < to; k++) {
                double product = j < from && k < from ? 0 : 0.25 * plain(a[j], a[k]);
                assertThat(out[j][k]).isEqualTo(product);
            }
        }
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        double[][] a = columns(300, 80);
        double[][] one = new double[300][300];
        double[][] three = new double[300][300];

        ColumnProducts.compute(a, 100, 300, 1, one, Workers.serial());
        try (Workers workers = Workers.of(3)) {
            ColumnProducts.compute(a, 100, 300, 1, three, workers);
        }

        assertThat(three).isDeepEqualTo(one);
    }
}
