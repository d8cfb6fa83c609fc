package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows that are seen centred and scaled, held to a copy that is. */
class ScaledRowsTest {

    private static final int N = 1200;
    private static final int D = 7;

    /** Sums of 1200 terms of size 10, centred by up to 8 spreads. */
    private static final double ROUNDING = 1e-9;

    private final SplittableRandom random = new SplittableRandom(5);
    private final double[] centres = vector(D, 3);
    private final double[] scales = {1, 2, 0.5, 4, 1, 0.25, 8};
    private final double[][] cells = cells();
    private final Rows view = new ScaledRows(Rows.dense(cells), centres, scales, true);
    private final Rows copy = Rows.dense(scaled());

    private double[] vector(int size, double scale) {
        double[] v = new double[size];
        Arrays.setAll(v, i -> scale * random.nextGaussian());
        return v;
    }

    private double[][] cells() {
        double[][] x = new double[N][];
        Arrays.setAll(x, i -> vector(D, 2));
        return x;
    }

    private double[][] scaled() {
        double[][] x = new double[N][D];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                x[i][j] = (cells[i][j] - centres[j]) / scales[j];
            }
        }
        return x;
    }

    @Test
    void cellsAreThoseOfTheCopy() {
        double[] seen = new double[700];
        double[] copied = new double[700];
        for (int j = 0; j < D; j++) {
            view.copyColumn(j, 100, 800, seen);
            copy.copyColumn(j, 100, 800, copied);
            assertThat(seen).containsExactly(copied);
        }
        assertThat(view.row(1111)).containsExactly(copy.row(1111));
        assertThat(view.size()).isEqualTo(N);
        assertThat(view.columns()).isEqualTo(D);
    }

    @Test
    void productsOfRangesAreThoseOfTheCopy() {
        double[] w = vector(D, 1);
        double[] f = vector(N, 1);
        double[] expected = f.clone();
        view.times(100, 1150, w, f);
        copy.times(100, 1150, w, expected);
        assertThat(f).containsExactly(expected, within(ROUNDING));

        double[] g = vector(N, 1);
        double[] sums = vector(D, 1);
        double[] expectedSums = sums.clone();
        view.transposedTimes(100, 1150, g, sums);
        copy.transposedTimes(100, 1150, g, expectedSums);
        assertThat(sums).containsExactly(expectedSums, within(ROUNDING));
    }

    @Test
    void productsOfDrawnRowsAreThoseOfTheCopyAndOfSingleRows() {
        int[] rows = {5, 1199, 5, 600, 511, 512};
        double[] w = vector(D, 1);
        double[] f = vector(rows.length, 1);
        double[] expected = f.clone();
        double[] single = f.clone();
        view.timesAt(rows, 5, w, f);
        copy.timesAt(rows, 5, w, expected);
        for (int k = 0; k < 5; k++) {
            single[k] += view.dot(rows[k], w);
        }
        assertThat(f).containsExactly(expected, within(ROUNDING)).containsExactly(single, within(ROUNDING));

        double[] sums = vector(D, 1);
        double[] expectedSums = sums.clone();
        double[] singleSums = sums.clone();
        view.transposedTimesAt(rows, 5, f, sums);
        copy.transposedTimesAt(rows, 5, f, expectedSums);
        for (int k = 0; k < 5; k++) {
            view.add(rows[k], f[k], singleSums);
        }
        assertThat(sums).containsExactly(expectedSums, within(ROUNDING)).containsExactly(singleSums, within(ROUNDING));
    }

    @Test
    void gramMatricesAreThoseOfTheCopy() {
        double[] h = vector(N, 1);
        double[][] gram = new double[D][D];
        double[][] expected = new double[D][D];
        view.addGram(512, 1100, h, gram);
        copy.addGram(512, 1100, h, expected);
        for (int j = 0; j < D; j++) {
            assertThat(gram[j]).containsExactly(expected[j], within(ROUNDING));
        }
    }

    @Test
    void pickedRowsAreThoseOfTheCopy() {
        assertThat(view.select(7, 3).row(1)).containsExactly(copy.row(3));
    }

    @Test
    void manyRowsAreSeenRatherThanCopiedUnlessAColumnLiesFarFromZero() {
        int n = 1 << 18;
        double[][] columns = new double[4][];
        Arrays.setAll(columns, j -> vector(n, 1 + j));
        double[] y = new double[n];
        Arrays.setAll(y, i -> i % 2);
        Dataset near = Dataset.of(Rows.ofColumns(columns), dev.limpid.core.data.Missing.REFUSE, y);
        assertThat(encoded(near)).isInstanceOf(ScaledRows.class);

        Arrays.setAll(columns[2], i -> columns[2][i] + 100);
        Dataset far = Dataset.of(Rows.ofColumns(columns), dev.limpid.core.data.Missing.REFUSE, y);
        assertThat(encoded(far)).isNotInstanceOf(ScaledRows.class);

        double[] seen = fit(near);
        double[] copied = fit(far);
        assertThat(seen).containsExactly(copied, within(1e-7)); // twice the tolerance, and 100's last digits
    }

    private static Rows encoded(Dataset data) {
        Encoding encoding = new Encoding(data.schema());
        Workers workers = Workers.serial();
        return Design.of(data, encoding, true, Design.Scale.POWER_OF_TWO, j -> 0, true, workers)
                .encode(data)
                .features();
    }

    private static double[] fit(Dataset data) {
        return LinearModel.with(new LogisticLoss())
                .penalty(L2Penalty.of(0.01))
                .fit(data)
                .coefficients()[0];
    }
}
