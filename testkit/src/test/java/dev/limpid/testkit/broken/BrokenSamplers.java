package dev.limpid.testkit.broken;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.SamplerLaws;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Samplers with one fault each, and odd ones that are right. */
final class BrokenSamplers {

    @FunctionalInterface
    private interface Draw {
        Batch next(Population population, Memory memory, RandomGenerator random);
    }

    private record Made(String name, boolean isWithoutReplacement, boolean isBiased, Draw draw) implements Sampler {
        @Override
        public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
            return draw.next(population, memory, random);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mutant<SamplerSubject> fault(Sampler sampler, Law<SamplerSubject> law, String cause) {
        return Mutant.of(sampler.toString(), SamplerSubject.of(sampler), law, cause);
    }

    private static Mutant<SamplerSubject> drawing(String name, Law<SamplerSubject> law, String cause, Draw draw) {
        return fault(new Made(name, false, false, draw), law, cause);
    }

    private static Mutant<SamplerSubject> shuffling(String name, Law<SamplerSubject> law, String cause, Draw draw) {
        return fault(new Made(name, true, false, draw), law, cause);
    }

    /** Pairs of units in a shuffled order; swaps i with what the operator gives for (i, n). */
    private static Draw shuffle(IntBinaryOperator bound, int step) {
        return (population, memory, random) -> {
            int n = population.size();
            double[] order = memory.array("order", n);
            double[] position = memory.array("position", 1);
            if (position[0] == 0) {
                for (int i = 0; i < n; i++) {
                    order[i] = i;
                }
                for (int i = n - 1; i > 0; i--) {
                    int j = random.nextInt(Math.max(1, bound.applyAsInt(i, n)));
                    double kept = order[i];
                    order[i] = order[j];
                    order[j] = kept;
                }
            }
            int from = (int) position[0];
            int to = Math.min(n, from + 2);
            int[] units = new int[to - from];
            for (int k = 0; k < units.length; k++) {
                units[k] = (int) order[from + k];
            }
            position[0] = from + step >= n ? 0 : from + step;
            return Batch.of(units, (double) units.length / n);
        };
    }

    private static Batch one(int unit, int n) {
        return Batch.of(new int[] {unit}, 1.0 / n);
    }

    private static int byWeight(Population population, double goal) {
        double sum = 0;
        int last = 0;
        for (int u = 0; u < population.size(); u++) {
            sum += population.weight(u);
            if (goal < sum) {
                return u;
            }
            last = population.weight(u) > 0 ? u : last;
        }
        return last;
    }

    private static double total(Population population) {
        double sum = 0;
        for (int u = 0; u < population.size(); u++) {
            sum += population.weight(u);
        }
        return sum;
    }

    static Stream<Mutant<SamplerSubject>> mutants() {
        Random own = new Random(1);
        int[] field = new int[1];
        return Stream.of(
                drawing("B-SAMP-012 units from 1", SamplerLaws.RANGE, "units count from 0 to n − 1", (p, m, r) -> {
                    return one(1 + r.nextInt(p.size()), p.size());
                }),
                drawing("rounds up at the end", SamplerLaws.RANGE, "units count from 0 to n − 1", (p, m, r) -> {
                    return one((int) Math.round(r.nextDouble() * p.size()), p.size());
                }),
                drawing("empty batches", SamplerLaws.RANGE, "an empty last batch", (p, m, r) -> {
                    return r.nextInt(10) == 0 ? Batch.of(new int[0], 1) : one(r.nextInt(p.size()), p.size());
                }),
                drawing(
                        "wrong fraction",
                        SamplerLaws.UNBIASED,
                        "fraction is not what the weighted batch stands for",
                        (p, m, r) -> {
                            return Batch.of(new int[] {r.nextInt(p.size())}, 1);
                        }),
                drawing(
                        "by weight without importance weights",
                        SamplerLaws.UNBIASED,
                        "units are drawn with unequal chances and without weights that undo it",
                        (p, m, r) -> one(byWeight(p, r.nextDouble() * total(p)), p.size())),
                drawing(
                        "importance weights the wrong way round",
                        SamplerLaws.UNBIASED,
                        "weights do not undo the chances",
                        (p, m, r) -> {
                            int u = byWeight(p, r.nextDouble() * total(p));
                            double chance = p.weight(u) / total(p);
                            double[] weight = {chance * p.size()};
                            double expected = 0;
                            for (int k = 0; k < p.size(); k++) {
                                expected += p.weight(k) * p.weight(k) / (total(p) * total(p));
                            }
                            return Batch.of(new int[] {u}, weight, expected);
                        }),
                drawing("modulo bias", SamplerLaws.UNBIASED, "unequal chances", (p, m, r) -> {
                    return one(r.nextInt(p.size() + p.size() / 3) % p.size(), p.size());
                }),
                shuffling(
                        "B-SAMP-011 overlapping batches",
                        SamplerLaws.EPOCHS,
                        "batches overlap",
                        shuffle((i, n) -> i + 1, 1)),
                shuffling(
                        "B-SAMP-009 last batch filled up",
                        SamplerLaws.EPOCHS,
                        "filled up from the start",
                        (p, m, r) -> {
                            Batch batch = shuffle((i, n) -> i + 1, 2).next(p, m, r);
                            int last = batch.unit(batch.size() - 1);
                            return Batch.of(new int[] {batch.unit(0), last, last}, 3.0 / p.size());
                        }),
                shuffling("first unit never drawn", SamplerLaws.EPOCHS, "", (p, m, r) -> {
                    double[] position = m.array("position", 1);
                    position[0] = position[0] % (p.size() - 1) + 1;
                    return one((int) position[0], p.size());
                }),
                drawing(
                        "B-SAMP-003 a generator of its own",
                        SamplerLaws.SAME_SEED,
                        "a generator of its own",
                        (p, m, r) -> {
                            return one(own.nextInt(p.size()), p.size());
                        }),
                drawing("position in a field", SamplerLaws.SAME_SEED, "state is kept in a field", (p, m, r) -> {
                    return one(field[0]++ % p.size(), p.size());
                }),
                drawing("position that is not saved", SamplerLaws.RESUME, "is not kept in the memory", new Draw() {
                    private final Map<Memory, Integer> positions =
                            java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

                    @Override
                    public Batch next(Population p, Memory m, RandomGenerator r) {
                        return one(positions.merge(m, 1, Integer::sum) % p.size(), p.size());
                    }
                }),
                drawing("a fixed seed", SamplerLaws.SEED, "a generator with a fixed seed", (p, m, r) -> {
                    double step = ++m.array("step", 1)[0];
                    return one(new SplittableRandom((long) step).nextInt(p.size()), p.size());
                }),
                shuffling(
                        "B-SAMP-001 one order for all epochs",
                        SamplerLaws.SEED,
                        "the order is drawn once",
                        (p, m, r) -> {
                            double[] seed = m.array("seed", 1);
                            seed[0] = seed[0] == 0 ? 1 + r.nextInt(1 << 20) : seed[0];
                            return shuffle((i, n) -> i + 1, 2).next(p, m, new SplittableRandom((long) seed[0]));
                        }),
                shuffling(
                        "B-SAMP-016 Sattolo", SamplerLaws.SHUFFLE, "the shuffle is not even", shuffle((i, n) -> i, 2)),
                shuffling(
                        "B-SAMP-017 swaps with the full range",
                        SamplerLaws.SHUFFLE,
                        "the shuffle is not even",
                        shuffle((i, n) -> n, 2)),
                shuffling(
                        "B-SAMP-021 batches cut before they are shuffled",
                        SamplerLaws.SHUFFLE,
                        "batches are cut before they are shuffled",
                        (p, m, r) -> {
                            int n = p.size();
                            double[] left = m.array("left", n / 2);
                            double[] count = m.array("count", 1);
                            if (count[0] == 0) {
                                for (int b = 0; b < n / 2; b++) {
                                    left[b] = b;
                                }
                                count[0] = n / 2.0;
                            }
                            int pick = r.nextInt((int) count[0]);
                            int b = (int) left[pick];
                            left[pick] = left[(int) --count[0]];
                            return Batch.range(2 * b, 2 * b + 2, 2.0 / n);
                        }),
                drawing("weight 0 drawn", SamplerLaws.ZERO_WEIGHT, "≤ for <", (p, m, r) -> {
                    double goal = r.nextDouble() * total(p);
                    double sum = 0;
                    for (int u = 0; u < p.size(); u++) {
                        sum += p.weight(u);
                        if (goal <= sum) {
                            return one(u, p.size());
                        }
                    }
                    return one(0, p.size());
                }));
    }

    static Stream<Awkward<SamplerSubject>> right() {
        return Stream.<Sampler>of(
                        new Made("in order", true, false, (p, m, r) -> {
                            double[] position = m.array("position", 1);
                            int from = (int) position[0];
                            int to = Math.min(p.size(), from + 3);
                            position[0] = to % p.size();
                            return Batch.range(from, to, (double) (to - from) / p.size());
                        }),
                        new Made("the first half, biased on purpose", false, true, (p, m, r) -> {
                            return one(r.nextInt(1 + p.size() / 2), p.size());
                        }),
                        new Made("by weight, with importance weights", false, false, (p, m, r) -> {
                            int u = byWeight(p, r.nextDouble() * total(p));
                            return Batch.of(
                                    new int[] {u}, new double[] {total(p) / p.weight(u) / p.size()}, 1.0 / p.size());
                        }),
                        new Made("shuffled pairs", true, false, shuffle((i, n) -> i + 1, 2)))
                .map(sampler -> Awkward.of(sampler.toString(), SamplerSubject.of(sampler), SamplerLaws.all()));
    }
}
