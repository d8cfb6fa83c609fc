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
 * Mini-batches without replacement that hold each label in the share that it has of all units: the units are dealt out like
 * cards.
 *
 * <pre>
 *   B = ⌈n / b⌉                                                               (1)  batches in an epoch
 *   at the start of an epoch: o ← the units, label by label;
 *     labels, and units within a label, in random order                       (2)
 *   batch t ← the units at places i of o with i mod B = r(t)                  (3)  r: a random order of 0 … B − 1
 * </pre>
 *
 * <p>Units of a label lie side by side in o, so that a batch gets ⌊nₗ/B⌋ or ⌈nₗ/B⌉ of the nₗ units of each label, and ⌊n/B⌋ or
 * ⌈n/B⌉ units in all. Each unit is in each batch with probability 1/B, the fraction of every batch.
 *
 * <p>Where units of a label are alike, gradients are less noisy than those of {@link dev.limpid.core.sampler.ShuffledSampler}: what
 * is left is the noise within labels.
 *
 * <p><b>References</b>
 * <ol><li>P. Zhao, T. Zhang (2014): Accelerating Minibatch Stochastic Gradient Descent using Stratified Sampling. arXiv:1405.3080
 *     (with strata of its own and independent draws; here without replacement).</ol>
 *
 * @param batchSize b, the size of the largest batch; ≥ 1
 * @since 0.1.0
 */
public record StratifiedSampler(int batchSize) implements Sampler {

    /** Checks the range. */
    public StratifiedSampler {
        Draws.atLeastOne("batchSize", batchSize);
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        int n = Draws.requireUnits(name(), population.size());
        Draws.requireLabels(name(), population.hasLabels());
        int batches = (n - 1) / batchSize + 1; // (1)
        Epoch epoch = Epoch.of(memory, random, "order", "turns");
        int[] order = memory.derived("order", int[].class, () -> order(members(population, memory), epoch)); // (2)
        int[] turns = memory.derived("turns", int[].class, () -> turns(batches, epoch));
        int t = epoch.position();
        int[] units = new int[(n - 1 - turns[t]) / batches + 1];
        Arrays.setAll(units, k -> order[turns[t] + k * batches]); // (3)
        epoch.move((t + 1) % batches);
        return Batch.of(units, 1.0 / batches);
    }

    private static int[][] members(Population population, Memory memory) {
        return memory.derived("members", int[][].class, () -> Members.of(population.size(), population::label));
    }

    private static int[] order(int[][] members, Epoch epoch) {
        RandomGenerator random = Seeds.of(epoch.seed(), epoch.place(), 0);
        return Arrays.stream(Draws.shuffle(Draws.identity(members.length), members.length, random))
                .flatMap(l -> Arrays.stream(Draws.shuffle(members[l].clone(), members[l].length, random)))
                .toArray();
    }

    private static int[] turns(int batches, Epoch epoch) {
        return Draws.shuffle(Draws.identity(batches), batches, Seeds.of(epoch.seed(), epoch.place(), 1));
    }

    @Override
    public boolean isWithoutReplacement() {
        return true;
    }

    @Override
    public Set<Structure> keeps() {
        return Set.of(Structure.PROPORTIONS);
    }

    @Override
    public String formula() {
        return "≤ " + batchSize + " units a step, each once an epoch, each label in its share";
    }

    @Override
    public String source() {
        return "P. Zhao, T. Zhang (2014): Accelerating Minibatch Stochastic Gradient Descent using Stratified Sampling";
    }
}
