package dev.limpid.core.optimizer.exact;

import static dev.limpid.core.optimizer.exact.QrFits.column;
import static dev.limpid.core.optimizer.exact.QrFits.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The factorisation by itself. */
class TallQrTest {

    /** A few roundings of numbers of size 1, through matrices of condition numbers below 100. */
    private static final double ROUNDING = 1e-13;

    private static TallQr of(double[][] a) {
        return TallQr.of(
                a.length,
                a[0].length,
                (from, to, columns) -> {
                    for (int i = from; i < to; i++) {
                        for (int j = 0; j < columns.length; j++) {
                            columns[j][i - from] = a[i][j];
                        }
                    }
                },
                1e-13);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 600, 1500})
    void itSolvesTheAugmentedSystem(int n) {
        double[][] a = random(n, 3, n);
        double[] f = column(random(n, 1, 1), 0);
        double[] g = {1, -2, 3};
        double[] r = f.clone();
        double[] x = g.clone();

        of(a).solve(r, x);

        double[] left = g.clone();
        for (int i = 0; i < n; i++) {
            assertThat(r[i] + a[i][0] * x[0] + a[i][1] * x[1] + a[i][2] * x[2]).isCloseTo(f[i], within(1e3 * ROUNDING));
            for (int j = 0; j < 3; j++) {
                left[j] -= a[i][j] * r[i];
            }
        }
        assertThat(left)
                .containsExactly(
                        new double[3], within(1e3 * ROUNDING)); // for n = 3 the matrix is not far from singular
    }

    @Test
    void itInvertsTheGramMatrix() {
        double[][] a = random(50, 4, 1);
        double[][] inverse = of(a).inverseGram();

        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < 4; k++) {
                double product = 0;
                for (double[] row : a) {
                    for (int l = 0; l < 4; l++) {
                        product += row[j] * row[l] * inverse[l][k];
                    }
                }
                assertThat(product).isCloseTo(j == k ? 1 : 0, within(ROUNDING));
            }
        }
    }

    @Test
    void leveragesAddUpToTheRank() {
        double[][] a = random(50, 4, 2);
        for (double[] row : a) {
            row[3] = row[0] - row[1];
        }
        TallQr qr = of(a);

        assertThat(qr.rank()).isEqualTo(3);
        assertThat(qr.dependent().cardinality()).isEqualTo(1);
        assertThat(Arrays.stream(a).mapToDouble(qr::leverage).sum()).isCloseTo(3, within(ROUNDING));
    }

    /** (1, ε), (0, 1)…: columns of lengths 1 with a cosine c have the condition number √((1 + c)/(1 − c)). */
    @ParameterizedTest
    @CsvSource({"0.0, 1", "0.6, 2", "0.98, 9.9498743710662"})
    void itKnowsTheConditionNumber(double cosine, double expected) {
        double[][] a = {{1, cosine}, {0, Math.sqrt(1 - cosine * cosine)}, {0, 0}};

        assertThat(of(a).condition()).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void theUnitOfAColumnMakesNoDifference() {
        double[][] a = random(50, 3, 3);
        double[][] scaled = Arrays.stream(a)
                .map(row -> new double[] {row[0], row[1] * 0x1p700, row[2] * 0x1p-700})
                .toArray(double[][]::new);

        double[][] inverse = of(a).inverseGram();
        double[][] other = of(scaled).inverseGram();

        assertThat(other[0][0]).isEqualTo(inverse[0][0]);
        assertThat(other[0][1]).isEqualTo(inverse[0][1] * 0x1p-700);
        assertThat(other[2][1]).isEqualTo(inverse[2][1]);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> TallQr.of(0, 3, (from, to, columns) -> {}, 0))
                .hasMessage("rows and columns must be at least 1, but were 0 and 3");
        assertThatThrownBy(() -> TallQr.of(3, 3, (from, to, columns) -> {}, Double.NaN))
                .hasMessage("tolerance must be in [0, 1), but was NaN");
        assertThatThrownBy(() -> of(new double[][] {{1, Double.NaN}}))
                .hasMessage("cells of the matrix must be finite, but column 1 has NaN");
        assertThatThrownBy(() -> of(new double[][] {{1, Double.NEGATIVE_INFINITY}}))
                .hasMessage("cells of the matrix must be finite, but column 1 has an infinite one");
    }
}
