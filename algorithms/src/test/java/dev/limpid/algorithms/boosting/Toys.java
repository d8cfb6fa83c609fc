package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.tree.Tree;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.training.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** Small made-up data with numeric, categorical and missing cells, and comparisons of models. */
final class Toys {

    private static final List<Column> COLUMNS = List.of(
            Column.numeric("a"), Column.numeric("count"), Column.categorical("kind", List.of("red", "green", "blue")));

    private Toys() {}

    private static Dataset make(int n, long seed, ToDoubleBiFunction<double[], SplittableRandom> target) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][3];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = random.nextGaussian();
            x[i][1] = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(8);
            x[i][2] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(3);
            y[i] = target.applyAsDouble(x[i], random);
        }
        return Dataset.of(Rows.dense(x), new Schema(COLUMNS, List.of("y"), List.of()), Missing.KEEP, y);
    }

    private static double signal(double[] x) {
        double count = Double.isNaN(x[1]) ? 5 : x[1];
        return Math.sin(2 * x[0]) + 0.3 * count * (x[2] == 1 ? 1 : -0.5);
    }

    static Dataset numbers(int n, long seed) {
        return make(n, seed, (x, random) -> signal(x) + 0.3 * random.nextGaussian());
    }

    static Dataset classes(int n, long seed) {
        return make(n, seed, (x, random) -> random.nextDouble() < 1 / (1 + Math.exp(-2 * signal(x))) ? 1 : 0);
    }

    static Dataset threeClasses(int n, long seed) {
        return make(n, seed, (x, random) -> {
            double s = signal(x) + 0.3 * random.nextGaussian();
            return s < -0.7 ? 0 : s < 0.7 ? 1 : 2;
        });
    }

    static Dataset counts(int n, long seed) {
        return make(n, seed, (x, random) -> {
            double limit = Math.exp(-Math.exp(signal(x)));
            int count = 0;
            for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
                count++;
            }
            return count;
        });
    }

    /** Repeats each row as often as its weight says, the copies at the end; weights are 0, 1 and 2. */
    static Dataset repeated(Dataset data) {
        List<Integer> rows = new ArrayList<>();
        for (int times = 1; times <= 2; times++) {
            for (int i = 0; i < data.size(); i++) {
                if (data.weights().at(i) >= times) {
                    rows.add(i);
                }
            }
        }
        Dataset picked = data.select(rows.stream().mapToInt(i -> i).toArray());
        return picked.withWeights(
                IntStream.range(0, picked.size()).mapToDouble(i -> 1).toArray());
    }

    /** Gives rows the weights 0, 1 and 2. */
    static Dataset weighted(Dataset data, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return data.withWeights(IntStream.range(0, data.size())
                .mapToDouble(i -> random.nextInt(3))
                .toArray());
    }

    /** Returns the validation loss after a step. */
    static double validation(GradientBoosting model, int step) {
        return model.trace().step(step).numbers().getOrDefault(Step.VALIDATION, Double.NaN);
    }

    /** Asserts that two models are the same to the last bit. */
    static void assertSame(GradientBoosting actual, GradientBoosting expected) {
        assertThat(actual.start()).containsExactly(expected.start());
        for (int k = 0; k < expected.start().length; k++) {
            assertThat(actual.trees(k)).isEqualTo(expected.trees(k));
        }
    }

    /** Asserts that two models have the same splits, but for the first whose gains are tied within 1e-9, and near values. */
    static void assertSameSplits(GradientBoosting actual, GradientBoosting expected) {
        assertThat(actual.rounds()).isEqualTo(expected.rounds());
        for (int k = 0; k < expected.start().length; k++) {
            assertThat(actual.start()[k]).isCloseTo(expected.start()[k], within(1e-9));
        }
        for (int round = 0; round < expected.rounds(); round++) {
            for (int k = 0; k < expected.start().length; k++) {
                if (!sameSplits(actual.tree(round, k), expected.tree(round, k))) {
                    return; // trees after a tie may differ
                }
            }
        }
    }

    private static boolean sameSplits(Tree actual, Tree expected) {
        for (int node = 0; node < Math.min(actual.nodes(), expected.nodes()); node++) {
            boolean same = actual.feature(node) == expected.feature(node)
                    && actual.threshold(node) == expected.threshold(node)
                    && actual.missingLeft(node) == expected.missingLeft(node);
            if (!same) {
                assertThat(actual.gain(node)).isCloseTo(expected.gain(node), within(1e-9 * expected.gain(node)));
                return false;
            }
            assertThat(actual.value(node)).isCloseTo(expected.value(node), within(1e-9));
            assertThat(actual.weight(node)).isEqualTo(expected.weight(node));
        }
        assertThat(actual.nodes()).isEqualTo(expected.nodes());
        return true;
    }
}
