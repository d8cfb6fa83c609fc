package dev.limpid.testkit.broken;

import static dev.limpid.testkit.broken.MoreBrokenSamplers.epochs;
import static dev.limpid.testkit.broken.Toss.one;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Structure;
import dev.limpid.testkit.broken.MoreBrokenSamplers.Fault;
import dev.limpid.testkit.law.SamplerLaws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Samplers that overlook labels, groups or times. Ids are those of the bug catalogue. */
final class BrokenStructures {

    private BrokenStructures() {}

    private static List<Integer> withLabel(Population p, int label) {
        return IntStream.range(0, p.size())
                .filter(u -> p.label(u) == label)
                .boxed()
                .toList();
    }

    /** Shares of labels are kept, but the units are permuted after their labels were looked up. */
    private static Batch strataOutOfStep(Population p, RandomGenerator random) {
        int n = p.size();
        int[] permuted = Toss.shuffled(n, random);
        List<Integer> units = new ArrayList<>();
        for (int label = 0; label < 3; label++) {
            List<Integer> members = withLabel(p, label);
            for (int k = 0; k < Math.max(1, members.size() / 4) && k < members.size(); k++) {
                units.add(permuted[members.get(k)]);
            }
        }
        return Batch.of(units.stream().mapToInt(u -> u).toArray(), (double) units.size() / n);
    }

    static int[] byTime(Population p) {
        return IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparingDouble(p::time))
                .mapToInt(u -> u)
                .toArray();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        MadeSampler.of("B-SAMP-035 strata and units out of step", (p, f, m, r) -> strataOutOfStep(p, r))
                                .keeping(Structure.PROPORTIONS),
                        SamplerLaws.PROPORTIONS,
                        "units and their labels are out of step"),
                new Fault(
                        MadeSampler.of("shuffled, declared stratified", epochs(12, Toss::shuffled))
                                .withoutReplacement()
                                .keeping(Structure.PROPORTIONS),
                        SamplerLaws.PROPORTIONS,
                        "the batch is cut without regard to labels"),
                new Fault(
                        MadeSampler.of("B-SAMP-040 resampled, but the original is handed on", (p, f, m, r) -> {
                                    int[] resampled = new int[p.size()];
                                    Arrays.setAll(resampled, k -> {
                                        List<Integer> members = withLabel(p, p.label(r.nextInt(p.size())));
                                        return members.get(r.nextInt(members.size()));
                                    });
                                    return Batch.range(0, resampled.length, 1);
                                })
                                .keeping(Structure.BALANCE),
                        SamplerLaws.BALANCE,
                        "in proportion to the size of their class"),
                new Fault(
                        MadeSampler.of("batches cut through groups", (p, f, m, r) -> {
                                    int n = p.size();
                                    Integer[] byGroup =
                                            IntStream.range(0, n).boxed().toArray(Integer[]::new);
                                    Arrays.sort(byGroup, Comparator.comparingInt(p::group));
                                    int[] order = Arrays.stream(byGroup)
                                            .mapToInt(u -> u)
                                            .toArray();
                                    int from = r.nextInt(n);
                                    return Toss.slice(order, from, Math.min(n, from + 4));
                                })
                                .biased()
                                .keeping(Structure.GROUPS),
                        SamplerLaws.GROUPS,
                        "batches are cut between units instead of between groups"),
                new Fault(
                        MadeSampler.of("two units of a group", (p, f, m, r) -> {
                                    int[] units = Arrays.copyOf(Toss.shuffled(p.size(), r), Math.min(5, p.size()));
                                    return Batch.of(units, (double) units.length / p.size());
                                })
                                .keeping(Structure.ONE_PER_GROUP),
                        SamplerLaws.ONE_PER_GROUP,
                        "units are drawn from all that are left"),
                new Fault(
                        MadeSampler.of("in the order of the data, declared that of time", epochs(4, (n, r) -> {
                                    return IntStream.range(0, n).toArray();
                                }))
                                .keeping(Structure.ORDER),
                        SamplerLaws.ORDER,
                        "in the order of the data or shuffled instead of sorted by time"),
                new Fault(
                        MadeSampler.of("windows that leave gaps", (p, f, m, r) -> {
                                    int n = p.size();
                                    int[] order = byTime(p);
                                    double[] position = m.array("position", 1);
                                    int from = (int) position[0];
                                    position[0] = from + 3 < n ? from + 3 : 0;
                                    return Toss.slice(order, from, Math.min(n, from + 2));
                                })
                                .biased()
                                .keeping(Structure.ORDER),
                        SamplerLaws.ORDER,
                        "a window moves on by more than its width"),
                new Fault(
                        MadeSampler.of("labels that nobody asked for", (p, f, m, r) -> {
                            List<Integer> members = withLabel(p, p.label(r.nextInt(p.size())));
                            return one(members.get(r.nextInt(members.size())), p.size());
                        }),
                        SamplerLaws.REFUSAL,
                        "must ask hasLabels()"),
                new Fault(
                        MadeSampler.of("pairs, also of a single unit", (p, f, m, r) -> {
                            int u = r.nextInt(p.size());
                            return Batch.of(new int[] {u, u == 0 ? 1 : u - 1}, 2.0 / p.size());
                        }),
                        SamplerLaws.REFUSAL,
                        "refuse with an IllegalArgumentException"));
    }
}
