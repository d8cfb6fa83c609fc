package dev.limpid.testkit.broken;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What made samplers share. */
final class Toss {

    private Toss() {}

    static Batch one(int unit, int n) {
        return Batch.of(new int[] {unit}, 1.0 / n);
    }

    static Batch one(int unit, double weight, int n) {
        return Batch.of(new int[] {unit}, new double[] {weight}, 1.0 / n);
    }

    static double sum(int n, IntToDoubleFunction q) {
        return IntStream.range(0, n).mapToDouble(q).sum();
    }

    /** A unit in proportion to q. */
    static int by(int n, IntToDoubleFunction q, RandomGenerator random) {
        double goal = random.nextDouble() * sum(n, q);
        double sum = 0;
        int last = 0;
        for (int u = 0; u < n; u++) {
            sum += q.applyAsDouble(u);
            if (goal < sum) {
                return u;
            }
            last = q.applyAsDouble(u) > 0 ? u : last;
        }
        return last;
    }

    static int[] shuffled(int n, RandomGenerator random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /** The units, those with the largest gradients first, unknown ones before all. */
    static int[] byGradient(Population population, Feedback feedback) {
        return IntStream.range(0, population.size())
                .boxed()
                .sorted((u, v) -> Double.compare(gradient(feedback, v), gradient(feedback, u)))
                .mapToInt(u -> u)
                .toArray();
    }

    static double gradient(Feedback feedback, int unit) {
        return Double.isNaN(feedback.gradient(unit)) ? 1 : feedback.gradient(unit);
    }

    static Batch slice(int[] order, int from, int to) {
        return Batch.of(Arrays.copyOfRange(order, from, to), (double) (to - from) / order.length);
    }
}
