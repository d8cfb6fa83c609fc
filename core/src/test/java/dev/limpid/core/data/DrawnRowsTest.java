package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with the rows of a drawn batch, held to the products with each row alone, bit by bit. */
class DrawnRowsTest {

    private static final int N = 1100;
    private static final int D = 11;

    private final SplittableRandom random = new SplittableRandom(8);

    private double[] vector(int size) {
        double[] v = new double[size];
        Arrays.setAll(v, i -> random.nextGaussian());
        return v;
    }

    private Rows rows(String storage) {
        float[][] x = new float[N][D];
        double[][] wide = new double[N][D];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                x[i][j] = (float) random.nextGaussian();
                wide[i][j] = random.nextGaussian();
            }
        }
        return storage.equals("double") ? Rows.dense(wide) : Rows.dense(x);
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "float"})
    void areThoseWithEachRow(String storage) {
        Rows x = rows(storage);
        int[] drawn = {3, 1099, 511, 512, 3, 700, 0, 0};
        int count = 6; // what stands behind isn't looked at
        double[] w = vector(D);
        double[] f = new double[drawn.length];
        x.timesAt(drawn, count, w, f);
        double[] g = vector(drawn.length);
        double[] sums = vector(D);
        double[] expected = sums.clone();
        x.transposedTimesAt(drawn, count, g, sums);
        for (int k = 0; k < count; k++) {
            assertThat(f[k]).isEqualTo(x.dot(drawn[k], w));
            x.add(drawn[k], g[k], expected);
        }
        assertThat(f[count]).isZero();
        assertThat(sums).containsExactly(expected);
    }
}
