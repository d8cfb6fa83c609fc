package dev.limpid.core.sampler.structured;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.internal.sampling.Epoch;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Mini-batches of whole groups, without replacement: in each epoch all groups once, in a new random order.
 *
 * <pre>
 *   at the start of an epoch: o ← a random order of the G groups              (1)
 *   batch ← all units of the next b groups of o                               (2)  fraction b/G
 * </pre>
 *
 * <p>For units that are alike within a group, such as rows of one patient, and for statistics that need a group whole. Each group
 * is as likely in each batch, so that the sum over a batch estimates b/G of the sum over all, exactly, however much the groups
 * differ in size.
 *
 * <p><b>References</b>
 * <ol><li>W. G. Cochran (1977): Sampling Techniques, chapter 9A: Cluster Sampling with Clusters of Unequal Sizes.</ol>
 *
 * @param groupsPerBatch b; ≥ 1
 * @since 0.1.0
 */
public record GroupSampler(int groupsPerBatch) implements Sampler {

    /** Checks the range. */
    public GroupSampler {
        Draws.atLeastOne("groupsPerBatch", groupsPerBatch);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        Draws.requireGroups(name(), population.hasGroups());
        int[][] members = memory.derived("members", int[][].class, () -> Members.of(n, population::group));
        int[] groups = nextGroups(members.length, groupsPerBatch, memory, random);
        int[] units =
                Arrays.stream(groups).flatMap(g -> Arrays.stream(members[g])).toArray(); // (2)
        return Batch.of(units, (double) groups.length / members.length);
    }

    /** The next groups of the epoch's order. */
    static int[] nextGroups(int count, int size, Memory memory, RandomGenerator random) {
        Epoch epoch = Epoch.of(memory, random, "order");
        int[] order = memory.derived("order", int[].class, () -> order(count, epoch)); // (1)
        int from = epoch.position();
        int to = from + Math.min(size, count - from);
        epoch.move(to < count ? to : 0);
        return Arrays.copyOfRange(order, from, to);
    }

    private static int[] order(int count, Epoch epoch) {
        return Draws.shuffle(Draws.identity(count), count, Seeds.of(epoch.seed(), epoch.place()));
    }

    @Override
    public boolean isWithoutReplacement() {
        return true;
    }

    @Override
    public Set<Structure> keeps() {
        return Set.of(Structure.GROUPS);
    }

    @Override
    public String formula() {
        return "all units of " + groupsPerBatch + " groups a step, each group once an epoch";
    }

    @Override
    public String source() {
        return "W. G. Cochran (1977): Sampling Techniques";
    }
}
