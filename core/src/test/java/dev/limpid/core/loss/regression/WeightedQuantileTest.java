package dev.limpid.core.loss.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightedQuantileTest {

    private static double[] ones(int n) {
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1);
        return w;
    }

    @Test
    void isTheMiddleOfAnOddNumberAndHalfWayInAnEvenOne() {
        assertThat(WeightedQuantile.of(new double[] {3, 1, 2}, ones(3), 0.5)).isEqualTo(2);
        assertThat(WeightedQuantile.of(new double[] {4, 1, 3, 2}, ones(4), 0.5)).isEqualTo(2.5);
        assertThat(WeightedQuantile.of(new double[] {7}, ones(1), 0.9)).isEqualTo(7);
    }

    @Test
    void isTheFirstWhoseWeightExceedsTheLevel() {
        double[] x = {1, 2, 3, 4, 5};

        assertThat(WeightedQuantile.of(x, ones(5), 0.7)).isEqualTo(4); // C(3) = 3 < 3.5 < C(4)
        assertThat(WeightedQuantile.of(x, ones(5), 0.6)).isEqualTo(3.5); // C(3) = 3 = 0.6·5
        assertThat(WeightedQuantile.of(x, new double[] {1, 1, 1, 1, 6}, 0.5)).isEqualTo(5);
    }

    @Test
    void seesATieThroughTheRoundingOfTheWeights() {
        // ten weights of 0.1 add to 0.9999999999999999; three of them to 0.30000000000000004
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] w = new double[10];
        java.util.Arrays.fill(w, 0.1);

        assertThat(WeightedQuantile.of(x, w, 0.3)).isEqualTo(2.5);
        assertThat(WeightedQuantile.of(x, w, 0.7)).isEqualTo(6.5);
    }

    @Test
    void turnsIntoItselfWhenAllSignsDo() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(20).toArray();
        double[] negative = java.util.Arrays.stream(x).map(v -> -v).toArray();

        assertThat(WeightedQuantile.of(negative, ones(20), 0.5)).isEqualTo(-WeightedQuantile.of(x, ones(20), 0.5));
        assertThat(WeightedQuantile.of(negative, ones(20), 0.25)).isEqualTo(-WeightedQuantile.of(x, ones(20), 0.75));
    }

    @Test
    void minimisesThePinballLoss() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 50; round++) {
            double[] x = random.doubles(15).map(v -> Math.rint(8 * v)).toArray(); // with repeated numbers
            double[] w = random.doubles(15).map(v -> 0.2 + v).toArray();
            double level = 0.05 + 0.9 * random.nextDouble();
            double q = WeightedQuantile.of(x, w, level);

            for (double other : x) {
                assertThat(total(x, w, level, q)).isLessThanOrEqualTo(total(x, w, level, other) + 1e-13);
            }
        }
    }

    private static double total(double[] x, double[] w, double level, double q) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += w[i] * new QuantileLoss(level).value(x[i], q);
        }
        return sum;
    }
}
