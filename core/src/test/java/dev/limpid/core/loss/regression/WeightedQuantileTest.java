package dev.limpid.core.loss.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
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

    /** The definition, sorted by a comparator of objects. */
    private static double boxed(double[] x, double[] w, double level) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        double total = 0;
        for (int i : order) {
            total += w[i];
        }
        double goal = level * total;
        double tolerance = 2 * x.length * Math.ulp(total);
        double below = 0;
        for (int k = 0; k < order.length - 1; k++) {
            below += w[order[k]];
            if (Math.abs(below - goal) <= tolerance) {
                return 0.5 * x[order[k]] + 0.5 * x[order[k + 1]];
            }
            if (below > goal) {
                return x[order[k]];
            }
        }
        return x[order[order.length - 1]];
    }

    @Test
    void givesTheBitsOfTheDefinition() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 2000; round++) {
            int n = 1 + random.nextInt(round % 10 == 0 ? 300 : 40);
            boolean ties = round % 2 == 0;
            boolean equalWeights = round % 3 == 0;
            double[] x = random.doubles(n, -4, 4)
                    .map(v -> ties ? 0.5 * Math.rint(v) : v) // with 0.0 and −0.0
                    .toArray();
            double[] w =
                    random.doubles(n).map(v -> equalWeights ? 0.1 : round(v)).toArray();
            double level = round % 5 == 0 ? 0.5 : random.nextDouble(0.01, 0.99);

            assertThat(Double.doubleToRawLongBits(WeightedQuantile.of(x, w, level)))
                    .as("round %d", round)
                    .isEqualTo(Double.doubleToRawLongBits(boxed(x, w, level)));
        }
    }

    /** Tenths have sums that depend on the order. */
    private static double round(double v) {
        return 0.1 * (1 + Math.rint(9 * v));
    }

    @Test
    void leavesItsInputsAlone() {
        double[] x = {3, 1, 2};
        double[] w = {1, 2, 3};

        WeightedQuantile.of(x, w, 0.5);

        assertThat(x).containsExactly(3, 1, 2);
        assertThat(w).containsExactly(1, 2, 3);
    }
}
