package dev.limpid.core.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvdTest {

    /** A matrix of m rows behind one number and before another. */
    private static Block block(int rows, int columns) {
        return new Block("matrix", 1, rows, columns, Role.WEIGHTS);
    }

    private static double[] store(double[][] a) {
        int m = a.length;
        double[] t = new double[m * a[0].length + 2];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < a[i].length; j++) {
                t[1 + j * m + i] = a[i][j];
            }
        }
        return t;
    }

    private static double[][] transposed(double[][] a) {
        double[][] b = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                b[j][i] = a[i][j];
            }
        }
        return b;
    }

    private static double[] values(double[][] a) {
        return Svd.of(store(a), block(a.length, a[0].length)).values();
    }

    private static double[][] hilbert(int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = 1.0 / (i + j + 1);
            }
        }
        return a;
    }

    /** numpy 1.24.2, numpy.linalg.svd(scipy.linalg.hilbert(6)); absolute error of that about 10⁻¹⁶. */
    @Test
    void hilbertsMatrixHasItsPublishedSpectrum() {
        double[] expected = {
            1.6188998589243393,
            0.2423608705752095,
            1.6321521319875812e-2,
            6.157483541826381e-4,
            1.257075712264247e-5,
            1.0827994844117585e-7
        };

        double[] sigma = values(hilbert(6));

        assertThat(sigma).containsExactly(expected, within(4e-16 * expected[0]));
    }

    /** σ² are the roots of x² − 91·x + 24, as AᵀA = (35, 44; 44, 56). */
    @Test
    void aMatrixByHand() {
        double[][] a = {{1, 2}, {3, 4}, {5, 6}};
        double root = Math.sqrt(91 * 91 - 4 * 24);
        double[] expected = {Math.sqrt((91 + root) / 2), Math.sqrt(2 * 24 / (91 + root))};

        assertThat(values(a)).containsExactly(expected, within(1e-14));
        assertThat(values(transposed(a))).containsExactly(expected, within(1e-14));
    }

    /** Orthogonal columns, one to three powers of ten apart, turned by a rotation of their plane. */
    @Test
    void smallValuesKeepTheirDigits() {
        double[][] a = {{1e-9, 0, 0}, {0, 1e3, 0}, {0, 0, 1}, {0, 0, 0}};

        assertThat(values(a)).containsExactly(1e3, 1, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "1, 5", "4, 4", "7, 3", "3, 7", "30, 10"})
    void theMatrixComesBackFromItsParts(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(5);
        double[] t = random.doubles((long) rows * columns + 2, -1, 1).toArray();
        double[] kept = t.clone();

        Svd svd = Svd.of(t, block(rows, columns));
        double[] again = t.clone();
        svd.write(svd.values(), again, block(rows, columns));

        assertThat(t).isEqualTo(kept);
        assertThat(again).containsExactly(t, within(2e-15 * svd.values()[0]));
        assertThat(svd.values()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    }

    /** ‖A‖²_F = Σσ². */
    @Test
    void aMatrixOfRankTwoHasTwoValues() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] a = new double[8][5];
        for (int r = 0; r < 2; r++) {
            double[] u = random.doubles(8, -1, 1).toArray();
            double[] v = random.doubles(5, -1, 1).toArray();
            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < 5; j++) {
                    a[i][j] += u[i] * v[j];
                }
            }
        }
        double squares = 0;
        for (double x : store(a)) {
            squares += x * x;
        }

        double[] sigma = values(a);

        assertThat(sigma[0] * sigma[0] + sigma[1] * sigma[1]).isCloseTo(squares, within(1e-14 * squares));
        assertThat(sigma[2]).isLessThan(1e-15 * sigma[0]);
    }

    @Test
    void equalColumnsAndZeroColumnsAreNoTrouble() {
        assertThat(values(new double[][] {{3, 3}, {4, 4}}))
                .containsExactly(new double[] {5 * Math.sqrt(2), 0}, within(2e-15));
        assertThat(values(new double[][] {{0, 3}, {0, 4}})).containsExactly(5, 0);
        assertThat(values(new double[2][3])).containsExactly(0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p-200, 0x1p500, 0x1p1000})
    void aPowerOfTwoChangesNothingElse(double factor) {
        double[][] a = hilbert(4);
        double[][] scaled = hilbert(4);
        for (double[] row : scaled) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        double[] expected = values(a);
        for (int k = 0; k < expected.length; k++) {
            expected[k] *= factor;
        }

        assertThat(values(scaled)).isEqualTo(expected);
    }
}
