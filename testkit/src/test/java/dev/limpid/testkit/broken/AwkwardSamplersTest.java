package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.broken.Toss.one;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.Structure;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers that look wrong and are right. */
class AwkwardSamplersTest {

    private static int[] twice(int... units) {
        return IntStream.concat(IntStream.of(units), IntStream.of(units)).toArray();
    }

    /** One unit of each label, weighted by how many it speaks for. */
    private static Batch oneOfEachLabel(Population p, RandomGenerator random) {
        if (!p.hasLabels()) {
            throw new IllegalArgumentException("this sampler needs labels: use data with classes");
        }
        TreeMap<Integer, int[]> members = new TreeMap<>();
        for (int u = 0; u < p.size(); u++) {
            int label = p.label(u);
            members.computeIfAbsent(
                    label,
                    l -> IntStream.range(0, p.size())
                            .filter(v -> p.label(v) == l)
                            .toArray());
        }
        int[] units = members.values().stream()
                .mapToInt(m -> m[random.nextInt(m.length)])
                .toArray();
        double[] weights = members.values().stream().mapToDouble(m -> m.length).toArray();
        return Batch.of(units, weights, 1);
    }

    static Stream<Sampler> right() {
        return Stream.of(plain(), withMemory(), withFeedback()).flatMap(s -> s);
    }

    private static Stream<Sampler> plain() {
        return Stream.of(
                MadeSampler.of("each draw twice, for two augmentations", (p, f, m, r) -> {
                    int[] units = twice(r.nextInt(p.size()), r.nextInt(p.size()));
                    return Batch.of(units, 4.0 / p.size());
                }),
                MadeSampler.of("antithetic pairs", (p, f, m, r) -> {
                    int u = r.nextInt(p.size());
                    return Batch.of(new int[] {u, p.size() - 1 - u}, 2.0 / p.size());
                }),
                MadeSampler.of("very unequal chances", (p, f, m, r) -> {
                    int n = p.size();
                    int u = Toss.by(n, v -> 1 + 50.0 * (v % 2), r);
                    return one(u, Toss.sum(n, v -> 1 + 50.0 * (v % 2)) / n / (1 + 50.0 * (u % 2)), n);
                }),
                MadeSampler.of("entries of weight 0", (p, f, m, r) -> {
                    int n = p.size();
                    return Batch.of(new int[] {r.nextInt(n), r.nextInt(n)}, new double[] {1, 0}, 1.0 / n);
                }),
                MadeSampler.of("every other unit, from a random start", (p, f, m, r) -> {
                    int start = r.nextInt(2);
                    int[] units = IntStream.range(0, p.size())
                            .filter(u -> u % 2 == start % p.size())
                            .toArray();
                    return Batch.of(p.size() == 1 ? new int[1] : units, p.size() == 1 ? 1 : 0.5);
                }),
                MadeSampler.of("a huge fraction", (p, f, m, r) -> {
                    return Batch.of(new int[] {r.nextInt(p.size())}, new double[] {1e9 * p.size()}, 1e9);
                }),
                MadeSampler.of("one unit of each label", (p, f, m, r) -> oneOfEachLabel(p, r)),
                MadeSampler.of(
                                "some units on purpose never",
                                (p, f, m, r) -> one(r.nextInt((p.size() + 1) / 2), p.size()))
                        .biased());
    }

    private static Stream<Sampler> withMemory() {
        return Stream.of(
                MadeSampler.of("the same batch three times", (p, f, m, r) -> {
                    double[] state = m.array("echo", 2);
                    state[1] = state[0] % 3 == 0 ? r.nextInt(p.size()) : state[1];
                    state[0]++;
                    return one((int) state[1], p.size());
                }),
                MadeSampler.of("batches that grow", (p, f, m, r) -> {
                    int size = (int) Math.min(50, ++m.array("step", 1)[0]);
                    int[] units = r.ints(size, 0, p.size()).toArray();
                    return Batch.of(units, (double) size / p.size());
                }),
                MadeSampler.of("all units in each fifth step", (p, f, m, r) -> {
                    return m.array("step", 1)[0]++ % 5 == 0
                            ? Batch.range(0, p.size(), 1)
                            : one(r.nextInt(p.size()), p.size());
                }),
                MadeSampler.of("shuffled by sorting random keys", (p, f, m, r) -> {
                            int n = p.size();
                            double[] keys = m.array("keys", n);
                            double[] position = m.array("position", 1);
                            if (position[0] == 0) {
                                Arrays.setAll(keys, u -> r.nextDouble());
                            }
                            int[] order = IntStream.range(0, n)
                                    .boxed()
                                    .sorted((u, v) -> Double.compare(keys[u], keys[v]))
                                    .mapToInt(u -> u)
                                    .toArray();
                            int from = (int) position[0];
                            int to = Math.min(n, from + 2);
                            position[0] = to % n;
                            return Toss.slice(order, from, to);
                        })
                        .withoutReplacement(),
                MadeSampler.of("a wrapper with a memory of its own name", (p, f, m, r) -> {
                            if (p.size() == 1) {
                                return Batch.range(0, 1, 1);
                            }
                            return ShuffledSampler.of(2).next(p, f, m.scope("inner"), r);
                        })
                        .withoutReplacement(),
                MadeSampler.of("backwards in the order of the data", (p, f, m, r) -> {
                            double[] position = m.array("position", 1);
                            int u = p.size() - 1 - (int) position[0];
                            position[0] = (position[0] + 1) % p.size();
                            return Batch.range(u, u + 1, 1.0 / p.size());
                        })
                        .withoutReplacement(),
                MadeSampler.of("time order with overlap", (p, f, m, r) -> {
                            double[] position = m.array("position", 1);
                            int[] order = BrokenStructures.byTime(p);
                            int from = (int) position[0];
                            int to = Math.min(p.size(), from + 4);
                            position[0] = to == p.size() ? 0 : from + 1;
                            return Toss.slice(order, from, to);
                        })
                        .biased()
                        .keeping(Structure.ORDER));
    }

    private static Stream<Sampler> withFeedback() {
        return Stream.of(
                MadeSampler.of("by the root of the gradient", (p, f, m, r) -> {
                            int n = p.size();
                            int u = Toss.by(n, v -> Math.sqrt(Toss.gradient(f, v)), r);
                            double sum = Toss.sum(n, v -> Math.sqrt(Toss.gradient(f, v)));
                            return one(u, sum / n / Math.sqrt(Toss.gradient(f, u)), n);
                        })
                        .withFeedback(),
                MadeSampler.of("easy units first, biased on purpose", (p, f, m, r) -> {
                            int[] order = Toss.byGradient(p, f);
                            int from = order.length / 2;
                            return Batch.of(
                                    new int[] {order[from + r.nextInt(order.length - from)]}, 1.0 / order.length);
                        })
                        .withFeedback()
                        .biased());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void isNotBlamed(Sampler sampler) {
        assertThat(sampler).obeysItsLaws();
    }
}
