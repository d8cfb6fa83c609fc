package dev.limpid.algorithms.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinningTest {

    @Test
    void fewValuesGetABinEach() {
        BinnedRows binned = bin(255, column(3, -1, 3, 7, -1));

        assertThat(binned.binning().bins(0)).isEqualTo(3);
        assertThat(codes(binned)).containsExactly(1, 0, 1, 2, 0);
        assertThat(binned.binning().feature(0).threshold(0)).isEqualTo(1);
        assertThat(binned.binning().feature(0).threshold(1)).isEqualTo(5);
    }

    @Test
    void missingValuesHaveACodeOfTheirOwn() {
        BinnedRows binned = bin(255, column(3, Double.NaN, 4));

        assertThat(codes(binned)).containsExactly(0, 2, 1);
    }

    @Test
    void columnOfMissingValuesHasOneEmptyBin() {
        BinnedRows binned = bin(255, column(Double.NaN, Double.NaN));

        assertThat(binned.binning().bins(0)).isEqualTo(1);
        assertThat(codes(binned)).containsExactly(1, 1);
    }

    @Test
    void bothZerosAreOneValue() {
        assertThat(bin(255, column(0.0, -0.0, 1)).binning().bins(0)).isEqualTo(2);
        assertThat(codes(bin(255, column(0.0, -0.0, 1)))).containsExactly(0, 0, 1);
    }

    @Test
    void binsOfManyValuesWeighAboutTheSame() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = new double[10_000][1];
        for (double[] row : x) {
            row[0] = Math.exp(random.nextGaussian());
        }
        BinnedRows binned = bin(100, x);

        int[] sizes = new int[binned.binning().bins(0)];
        Arrays.stream(codes(binned)).forEach(code -> sizes[code]++);
        assertThat(sizes).hasSize(100).containsOnly(100);
    }

    @Test
    void heavyValueTakesOneBinAndLeavesTheRestToOthers() {
        double[][] x = new double[1000][1];
        for (int i = 500; i < 1000; i++) {
            x[i][0] = i; // half of the rows are 0
        }
        BinnedRows binned = bin(11, x);

        int[] sizes = new int[binned.binning().bins(0)];
        Arrays.stream(codes(binned)).forEach(code -> sizes[code]++);
        assertThat(sizes).containsExactly(500, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
    }

    @Test
    void weightOfTwoEqualsTheRowTwice() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] x = new double[300][1];
        double[][] doubled = new double[500][1];
        double[] weights = new double[300];
        for (int i = 0; i < 300; i++) {
            x[i][0] = random.nextInt(120);
            weights[i] = i < 200 ? 2 : 1;
            doubled[i][0] = x[i][0];
            if (i < 200) {
                doubled[300 + i][0] = x[i][0];
            }
        }
        Dataset weighted = Dataset.unlabeled(x).withWeights(weights);

        Binning a = Binning.of(weighted, 20, Workers.serial());
        Binning b = Binning.of(Dataset.unlabeled(doubled), 20, Workers.serial());

        assertThat(thresholds(a)).containsExactly(thresholds(b));
    }

    @Test
    void codesAndThresholdsSayTheSameWithinAnUlp() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] x = new double[400][1];
        for (int i = 0; i < 400; i++) {
            double v = random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
            x[i][0] = i % 2 == 0 ? v : Math.nextUp(x[i - 1][0]);
        }
        BinnedRows binned = bin(255, x);
        FeatureBins bins = binned.binning().feature(0);

        for (int b = 0; b + 1 < bins.size(); b++) {
            double t = bins.threshold(b);
            assertThat(bins.code(t)).isEqualTo(b);
            assertThat(bins.code(Math.nextUp(t))).isEqualTo(b + 1);
        }
        for (int i = 0; i < 400; i++) {
            int code = binned.code(i, 0);
            assertThat(x[i][0] <= bins.threshold(code)).isTrue();
            assertThat(code == 0 || x[i][0] > bins.threshold(code - 1)).isTrue();
        }
    }

    @Test
    void midpointLiesBetweenEvenWhereNothingDoes() {
        assertThat(FeatureBins.midpoint(1, Math.nextUp(1.0))).isEqualTo(1);
        assertThat(FeatureBins.midpoint(Math.nextDown(1.0), 1)).isEqualTo(Math.nextDown(1.0));
        assertThat(FeatureBins.midpoint(0, Double.MIN_VALUE)).isEqualTo(0);
        assertThat(FeatureBins.midpoint(Double.MIN_VALUE, 2 * Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(FeatureBins.midpoint(-Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(0);
        assertThat(FeatureBins.midpoint(1e308, 1.7e308)).isBetween(1e308, 1.7e308);
    }

    @Test
    void levelsGetABinEach() {
        FeatureBins bins = FeatureBins.categorical(new double[] {2, 1, 5}, 255);

        assertThat(bins.size()).isEqualTo(3);
        assertThat(new int[] {bins.code(0), bins.code(1), bins.code(2), bins.code(Double.NaN)})
                .containsExactly(0, 1, 2, 3);
        assertThat(bins.threshold(2)).isEqualTo(2);
        assertThat(bins.threshold(-1)).isEqualTo(-1);
    }

    @Test
    void heaviestLevelsKeepABinAndOthersShareOne() {
        FeatureBins bins = FeatureBins.categorical(new double[] {2, 7, 5, 1, 7}, 4);

        assertThat(bins.size()).isEqualTo(4);
        assertThat(bins.levels()).isEqualTo(3);
        assertThat(new int[] {bins.code(0), bins.code(1), bins.code(2), bins.code(3), bins.code(4)})
                .containsExactly(3, 0, 1, 3, 2);
        assertThat(new double[] {bins.threshold(0), bins.threshold(1), bins.threshold(2)})
                .containsExactly(1, 2, 4);
    }

    @Test
    void levelThatNeverOccursSharesTheLastBin() {
        FeatureBins bins = FeatureBins.categorical(new double[] {2, 0, 5}, 255);

        assertThat(bins.levels()).isEqualTo(2);
        assertThat(bins.code(1)).isEqualTo(2);
        assertThat(bins.code(Double.NaN)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 256, -3})
    void refusesNumbersOfBinsThatDoNotFitAByte(int bins) {
        assertThatThrownBy(() -> bin(bins, column(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bins must be in 2 … 255, but was " + bins);
    }

    private static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    }

    private static BinnedRows bin(int bins, double[][] x) {
        Dataset data = Dataset.of(Rows.dense(x), Missing.KEEP, new double[x.length]);
        return Binning.of(data, bins, Workers.serial()).encode(data.features(), Workers.serial());
    }

    private static int[] codes(BinnedRows binned) {
        int[] codes = new int[binned.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = binned.code(i, 0);
        }
        return codes;
    }

    private static double[] thresholds(Binning binning) {
        double[] thresholds = new double[binning.bins(0) - 1];
        for (int b = 0; b < thresholds.length; b++) {
            thresholds[b] = binning.feature(0).threshold(b);
        }
        return thresholds;
    }
}
