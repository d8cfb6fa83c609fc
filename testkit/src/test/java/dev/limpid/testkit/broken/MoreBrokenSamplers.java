package dev.limpid.testkit.broken;

import static dev.limpid.testkit.broken.Toss.one;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.SamplerLaws;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * More samplers with one fault each: orders, weights and feedback. Those that overlook labels,
 * groups or times are in {@link BrokenStructures}. Ids are those of the bug catalogue.
 */
final class MoreBrokenSamplers {

    private MoreBrokenSamplers() {}

    record Fault(MadeSampler sampler, Law<SamplerSubject> law, String cause) {
        @Override
        public String toString() {
            return sampler + " → " + law.id();
        }
    }

    /** Makes an order of n units in an epoch. */
    @FunctionalInterface
    interface Order {
        int[] of(int n, RandomGenerator random);
    }

    /** Batches of b units of an order that is made for each epoch. */
    static MadeSampler.Draw epochs(int b, Order order) {
        return (population, feedback, memory, random) -> {
            int n = population.size();
            double[] kept = memory.array("order", n);
            double[] position = memory.array("position", 1);
            if (position[0] == 0) {
                int[] drawn = order.of(n, random);
                Arrays.setAll(kept, i -> drawn[i]);
            }
            int from = (int) position[0];
            int to = Math.min(n, from + b);
            position[0] = to % n;
            return Toss.slice(Arrays.stream(kept).mapToInt(u -> (int) u).toArray(), from, to);
        };
    }

    private static int[] lastStays(int n, RandomGenerator random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 2; i > 0; i--) {
            Toss.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    /** Insertion sort by a comparator that tosses a coin. */
    private static int[] coinComparator(int n, RandomGenerator random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = 1; i < n; i++) {
            for (int j = i; j > 0 && random.nextBoolean(); j--) {
                Toss.swap(order, j, j - 1);
            }
        }
        return order;
    }

    /** A choice of k of n by a reservoir whose index is drawn in [0, t − 1) instead of [0, t). */
    private static Batch reservoir(int n, int k, RandomGenerator random) {
        int[] kept = IntStream.range(0, Math.min(k, n)).toArray();
        for (int t = kept.length; t < n; t++) {
            int j = random.nextInt(t); // the fault: t + 1
            if (j < k) {
                kept[j] = t;
            }
        }
        return Batch.of(kept, (double) kept.length / n);
    }

    private static int roundedSums(Population p, RandomGenerator random) {
        int n = p.size();
        float total = (float) Toss.sum(n, p::weight) * 0.999999f;
        float sum = 0;
        double z = random.nextDouble();
        int u = 0;
        while (u < n && z >= (sum += (float) p.weight(u) * 0.999999f) / total * 0.99999) {
            u++;
        }
        return u;
    }

    private static Batch goss(Population p, int[] order, double factor, boolean sorted, RandomGenerator random) {
        int n = p.size();
        int top = n / 4;
        int other = Math.max(1, n / 4);
        int[] rest = Arrays.copyOfRange(order, top, n);
        int[] mixed = sorted
                ? rest
                : Arrays.stream(Toss.shuffled(rest.length, random))
                        .map(i -> rest[i])
                        .toArray();
        int[] units = new int[top + other];
        double[] weights = new double[units.length];
        for (int k = 0; k < units.length; k++) {
            units[k] = k < top ? order[k] : mixed[k - top];
            weights[k] = k < top ? 1 : factor * (n - top) / other;
        }
        return Batch.of(units, weights, 1);
    }

    static Stream<Fault> faults() {
        return Stream.of(orders(), weights(), BrokenStructures.faults(), feedback())
                .flatMap(s -> s);
    }

    private static Stream<Fault> orders() {
        return Stream.of(
                new Fault(
                        MadeSampler.of("B-SAMP-002 the epoch's number is the seed", (p, f, m, r) -> {
                                    double[] epoch = m.array("epoch", 1);
                                    double[] position = m.array("position", 1);
                                    epoch[0] += position[0] == 0 ? 1 : 0;
                                    return epochs(3, (n, x) -> Toss.shuffled(n, new SplittableRandom((long) epoch[0])))
                                            .next(p, f, m, r);
                                })
                                .withoutReplacement(),
                        SamplerLaws.SEED,
                        "a generator with a fixed seed"),
                new Fault(
                        MadeSampler.of(
                                "B-SAMP-004 the seed is left aside unless another setting is on", (p, f, m, r) -> {
                                    boolean reshuffle = false;
                                    double step = ++m.array("step", 1)[0];
                                    RandomGenerator random = reshuffle ? r : new SplittableRandom(1000 + (long) step);
                                    return one(random.nextInt(p.size()), p.size());
                                }),
                        SamplerLaws.SEED,
                        "use the one that is handed in"),
                new Fault(
                        MadeSampler.of("B-SAMP-018 the last unit never moves", epochs(2, MoreBrokenSamplers::lastStays))
                                .withoutReplacement(),
                        SamplerLaws.SHUFFLE,
                        "the shuffle is not even"),
                new Fault(
                        MadeSampler.of("B-SAMP-019 sorted by a coin", epochs(2, MoreBrokenSamplers::coinComparator))
                                .withoutReplacement(),
                        SamplerLaws.SHUFFLE,
                        "the shuffle is not even"),
                new Fault(
                        MadeSampler.of("B-SAMP-048 begins the epoch again when resumed", (p, f, m, r) -> {
                                    int n = p.size();
                                    int[] position = m.derived("position", int[].class, () -> new int[1]);
                                    int from = position[0];
                                    position[0] = (from + 1) % n;
                                    return one(from, n);
                                })
                                .withoutReplacement(),
                        SamplerLaws.RESUME,
                        "the position in the epoch or its order is not kept in the memory"),
                new Fault(
                        MadeSampler.of("empty Poisson batches", (p, f, m, r) -> {
                            int[] units = IntStream.range(0, p.size())
                                    .filter(u -> r.nextDouble() < 0.2)
                                    .toArray();
                            return Batch.of(units, 0.2);
                        }),
                        SamplerLaws.RANGE,
                        "an empty last batch"));
    }

    private static Stream<Fault> weights() {
        return Stream.of(
                new Fault(
                        MadeSampler.of("B-SAMP-024 reservoir without the item itself", (p, f, m, r) -> {
                            return reservoir(p.size(), 3, r);
                        }),
                        SamplerLaws.UNBIASED,
                        "unequal chances"),
                new Fault(
                        MadeSampler.of("B-SAMP-029 cumulated weights end below 1", (p, f, m, r) -> {
                            int u = roundedSums(p, r);
                            double w = Toss.sum(p.size(), p::weight) / p.size();
                            return one(u, u < p.size() ? w / p.weight(u) : 1, p.size());
                        }),
                        SamplerLaws.RANGE,
                        "a cumulated sum that ends below 1 by rounding"),
                new Fault(
                        MadeSampler.of("B-OBJE-009 the last batch scaled as if it were full", (p, f, m, r) -> {
                                    Batch batch = epochs(3, Toss::shuffled).next(p, f, m, r);
                                    int[] units = IntStream.range(0, batch.size())
                                            .map(batch::unit)
                                            .toArray();
                                    return Batch.of(units, 3.0 / p.size());
                                })
                                .withoutReplacement(),
                        SamplerLaws.UNBIASED,
                        "fraction is not what the weighted batch stands for"),
                new Fault(
                        MadeSampler.of("B-SAMP-031 alias table that always gives the base", (p, f, m, r) -> {
                            int u = r.nextInt(p.size());
                            return one(u, Toss.sum(p.size(), p::weight) / p.size() / p.weight(u), p.size());
                        }),
                        SamplerLaws.UNBIASED,
                        "weights do not undo the chances"),
                new Fault(
                        MadeSampler.of("B-SAMP-032 drawn by the square of the weight", (p, f, m, r) -> {
                            int u = Toss.by(p.size(), v -> p.weight(v) * p.weight(v), r);
                            return one(u, Toss.sum(p.size(), p::weight) / p.size() / p.weight(u), p.size());
                        }),
                        SamplerLaws.UNBIASED,
                        "weights do not undo the chances"),
                new Fault(
                        MadeSampler.of("B-SAMP-033 by weight, declared without replacement", (p, f, m, r) -> {
                                    int[] units = new int[Math.min(4, p.size())];
                                    Arrays.setAll(units, k -> Toss.by(p.size(), p::weight, r));
                                    return Batch.of(units, (double) units.length / p.size());
                                })
                                .withoutReplacement(),
                        SamplerLaws.EPOCHS,
                        "units are drawn with replacement"),
                new Fault(
                        MadeSampler.of("Poisson, drawn again while empty, without the correction", (p, f, m, r) -> {
                            int[] units = new int[0];
                            for (int trial = 0; units.length == 0; trial++) {
                                boolean give = trial > 50;
                                units = IntStream.range(0, p.size())
                                        .filter(u -> give || r.nextDouble() < 0.2)
                                        .toArray();
                            }
                            return Batch.of(units, 0.2);
                        }),
                        SamplerLaws.UNBIASED,
                        "fraction is not what the weighted batch stands for"));
    }

    private static Stream<Fault> feedback() {
        return Stream.of(
                new Fault(
                        MadeSampler.of("GOSS without its factor", (p, f, m, r) -> {
                                    int n = p.size();
                                    double other = Math.max(1, n / 4);
                                    return goss(p, Toss.byGradient(p, f), other / (n - n / 4), false, r);
                                })
                                .withFeedback(),
                        SamplerLaws.UNBIASED,
                        "units are drawn with unequal chances"),
                new Fault(
                        MadeSampler.of("GOSS that takes the next largest for the others", (p, f, m, r) -> {
                                    return goss(p, Toss.byGradient(p, f), 1, true, r);
                                })
                                .withFeedback(),
                        SamplerLaws.UNBIASED,
                        "weights do not undo the chances"),
                new Fault(
                        MadeSampler.of("GOSS with the smallest gradients on top", (p, f, m, r) -> {
                                    int[] order = Toss.byGradient(p, f);
                                    int n = order.length;
                                    return goss(
                                            p,
                                            IntStream.range(0, n)
                                                    .map(i -> order[n - 1 - i])
                                                    .toArray(),
                                            1,
                                            false,
                                            r);
                                })
                                .withFeedback(),
                        SamplerLaws.FEEDBACK,
                        "units are sorted the wrong way round"),
                new Fault(
                        MadeSampler.of("gradients that are computed and forgotten", (p, f, m, r) -> {
                                    int[] order = Toss.byGradient(p, f);
                                    return one(r.nextInt(order.length), p.size());
                                })
                                .withFeedback(),
                        SamplerLaws.FEEDBACK,
                        "what is computed from it is not used"),
                new Fault(
                        MadeSampler.of("by gradient, weights of a uniform draw", (p, f, m, r) -> {
                                    return one(Toss.by(p.size(), u -> Toss.gradient(f, u), r), p.size());
                                })
                                .withFeedback(),
                        SamplerLaws.UNBIASED,
                        "units are drawn with unequal chances and without weights that undo it"));
    }

    static Stream<Mutant<SamplerSubject>> mutants() {
        return faults().map(fault ->
                Mutant.of(fault.sampler.toString(), SamplerSubject.of(fault.sampler), fault.law, fault.cause));
    }
}
