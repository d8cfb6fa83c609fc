package dev.limpid.core.sampler.structured;

import dev.limpid.core.internal.sampling.Draws;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One unit of each of b groups: no two units of a batch have a group in common. In each epoch all groups come once, in a new
 * random order.
 *
 * <pre>
 *   for each of the next b groups g
 *     u ← one of the n_g units of g, each with probability 1/n_g              (1)
 *     weight = n_g                                                            (2)  fraction b/G
 * </pre>
 *
 * <p>For units that are alike within a group, where a second one would say little new. The unit speaks for its whole group (2), so
 * that the objective is the same as with any other sampler.
 *
 * <p><b>References</b>
 * <ol><li>W. G. Cochran (1977): Sampling Techniques, chapter 11: Subsampling with Units of Unequal Sizes.</ol>
 *
 * @param groupsPerBatch b; ≥ 1
 * @since 0.1.0
 */
public record OnePerGroupSampler(int groupsPerBatch) implements Sampler {

    /** Checks the range. */
    public OnePerGroupSampler {
        Draws.atLeastOne("groupsPerBatch", groupsPerBatch);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        Draws.requireGroups(name(), population.hasGroups());
        int[][] members = memory.derived("members", int[][].class, () -> Members.of(n, population::group));
        int[] groups = GroupSampler.nextGroups(members.length, groupsPerBatch, memory, random);
        int[] units = new int[groups.length];
        double[] weights = new double[groups.length];
        for (int k = 0; k < groups.length; k++) {
            int[] g = members[groups[k]];
            units[k] = g[random.nextInt(g.length)]; // (1)
            weights[k] = g.length; // (2)
        }
        return Batch.of(units, weights, (double) groups.length / members.length);
    }

    @Override
    public Set<Structure> keeps() {
        return Set.of(Structure.ONE_PER_GROUP);
    }

    @Override
    public String formula() {
        return "one unit of each of " + groupsPerBatch + " groups a step, for all of its group";
    }

    @Override
    public String source() {
        return "W. G. Cochran (1977): Sampling Techniques";
    }
}
