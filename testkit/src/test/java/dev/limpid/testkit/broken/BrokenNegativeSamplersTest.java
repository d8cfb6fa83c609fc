package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThatNegatives;

import dev.limpid.core.sampler.negative.Candidates;
import dev.limpid.core.sampler.negative.Negative;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.NegativeSamplerLaws;
import java.util.Comparator;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers of negatives with one fault each, and odd ones that are right. */
class BrokenNegativeSamplersTest {

    private record Made(String title, NegativeSampler sampler) implements NegativeSampler {
        @Override
        public Negative next(Candidates candidates, int positive, Memory memory, RandomGenerator random) {
            return sampler.next(candidates, positive, memory, random);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private static boolean isNegative(Candidates c, int positive, int item) {
        return item != positive && !c.isPositive(item);
    }

    private static Negative item(int item) {
        return new Negative(item, 1, 1);
    }

    private static int[] negatives(Candidates c, int positive) {
        int[] items = IntStream.range(0, c.size())
                .filter(j -> isNegative(c, positive, j))
                .toArray();
        if (items.length == 0) {
            throw new IllegalArgumentException("all items are right: leave the context out");
        }
        return items;
    }

    private static Mutant<NegativeSampler> fault(NegativeSampler sampler, Law<NegativeSampler> law, String cause) {
        return Mutant.of(sampler.toString(), sampler, law, cause);
    }

    static Stream<Mutant<NegativeSampler>> mutants() {
        Random own = new Random(5);
        return Stream.of(
                fault(
                        new Made("all items", (c, p, m, r) -> item(r.nextInt(c.size()))),
                        NegativeSamplerLaws.NEGATIVES,
                        "those that are right are not drawn again"),
                fault(
                        new Made("knows the others only", (c, p, m, r) -> {
                            int j = r.nextInt(c.size());
                            for (int i = 0; i < c.size() && c.isPositive(j); i++) {
                                j = (j + 1) % c.size();
                            }
                            return item(j);
                        }),
                        NegativeSamplerLaws.NEGATIVES,
                        "compare with the right item"),
                fault(
                        new Made("items from 1", (c, p, m, r) -> {
                            int[] left = negatives(c, p);
                            return item(left[r.nextInt(left.length)] + 1);
                        }),
                        NegativeSamplerLaws.NEGATIVES,
                        "items count from 1"),
                fault(
                        new Made("the neighbour of a right item", (c, p, m, r) -> {
                            int j = r.nextInt(negatives(c, p).length + c.size()) % c.size();
                            while (!isNegative(c, p, j)) {
                                j = (j + 1) % c.size();
                            }
                            return item(j);
                        }),
                        NegativeSamplerLaws.EVEN,
                        "its neighbour is taken"),
                fault(
                        new Made("draws for ever", (c, p, m, r) -> {
                            int j = r.nextInt(c.size());
                            for (int i = 0; i < 5_000_000 && !isNegative(c, p, j); i++) {
                                j = r.nextInt(c.size());
                            }
                            return item(j);
                        }),
                        NegativeSamplerLaws.SCARCE,
                        "a loop that draws until an item is not positive"),
                fault(
                        new Made("gives up after ten", (c, p, m, r) -> {
                            int j = r.nextInt(c.size());
                            for (int i = 0; i < 10 && !isNegative(c, p, j); i++) {
                                j = r.nextInt(c.size());
                            }
                            return item(j);
                        }),
                        NegativeSamplerLaws.SCARCE,
                        "after some draws in vain, look which are left"),
                fault(
                        new Made("a generator of its own", (c, p, m, r) -> {
                            int[] left = negatives(c, p);
                            return item(left[own.nextInt(left.length)]);
                        }),
                        NegativeSamplerLaws.SAME_SEED,
                        "a generator of its own"),
                fault(
                        new Made("keeps the items of the first context", (c, p, m, r) -> {
                            int[] left = m.derived("left", int[].class, () -> negatives(c, p));
                            int place = r.nextInt(left.length);
                            m.forget(place % 2 == 0 ? "left" : "");
                            return item(left[place]);
                        }),
                        NegativeSamplerLaws.SAME_SEED,
                        "something of one context is kept for the next"),
                fault(
                        new Made("a fixed seed", (c, p, m, r) -> {
                            int[] left = negatives(c, p);
                            double step = ++m.array("step", 1)[0];
                            return item(left[new Random((long) step).nextInt(left.length)]);
                        }),
                        NegativeSamplerLaws.SEED,
                        "a generator with a fixed seed"));
    }

    static Stream<NegativeSampler> right() {
        return Stream.of(
                new Made(
                        "the hardest of all",
                        (c, p, m, r) -> item(IntStream.of(negatives(c, p))
                                .boxed()
                                .max(Comparator.comparingDouble(c::score))
                                .orElseThrow())),
                new Made("the hardest of four", (c, p, m, r) -> {
                    int[] left = negatives(c, p);
                    int best = left[r.nextInt(left.length)];
                    for (int trial = 1; trial < 4; trial++) {
                        int other = left[r.nextInt(left.length)];
                        best = c.score(other) > c.score(best) ? other : best;
                    }
                    return new Negative(best, 1, 4);
                }),
                new Made("by popularity, with weights that undo it", (c, p, m, r) -> {
                    int[] left = negatives(c, p);
                    int j = left[Toss.by(left.length, i -> c.popularity(left[i]), r)];
                    double sum = IntStream.of(left).mapToDouble(c::popularity).sum();
                    return new Negative(j, sum / left.length / c.popularity(j), 1);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void isNotBlamed(NegativeSampler sampler) {
        assertThatNegatives(sampler).obeysItsLaws();
    }
}
