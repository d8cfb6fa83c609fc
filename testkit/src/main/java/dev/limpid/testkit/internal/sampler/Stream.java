package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Drives a sampler as a run does: one memory, and a generator of its own for each step. */
final class Stream {

    /** Gradients of very different size. */
    record Known(int size) implements Feedback {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public double gradient(int unit) {
            return 0.1 + (unit * 7 % size) / (double) size;
        }

        @Override
        public double curvature(int unit) {
            return 0.5 + unit % 2;
        }
    }

    private final Sampler sampler;
    private final Population population;
    private final long seed;
    private Memory memory = Memory.empty();
    private boolean fed;
    private long step;

    Stream(Sampler sampler, Population population, long seed) {
        this.sampler = sampler;
        this.population = population;
        this.seed = seed;
    }

    /** Hands feedback to a sampler that uses it. */
    Stream fed() {
        fed = sampler.usesFeedback();
        return this;
    }

    /** Goes on where another stream stands, with a memory that is a copy. */
    Stream resumed(Stream other) {
        memory = Memory.of(other.memory.snapshot());
        step = other.step;
        return this;
    }

    Batch next() {
        step++;
        Feedback feedback = fed ? new Known(population.size()) : Feedback.none();
        return sampler.next(
                population,
                feedback,
                memory,
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step * 0xD1B54A32D192ED03L));
    }

    List<Batch> batches(int count) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(next());
        }
        return batches;
    }

    /** Units, weights and fractions of batches, one behind the other. */
    static double[] numbers(List<Batch> batches) {
        List<Double> numbers = new ArrayList<>();
        for (Batch batch : batches) {
            numbers.add(batch.fraction());
            for (int k = 0; k < batch.size(); k++) {
                numbers.add((double) batch.unit(k));
                numbers.add(batch.weight(k));
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Cuts the stream into epochs: a new one begins with the batch that holds a unit again.
     *
     * @param units number of units to draw in all
     */
    List<List<Batch>> epochs(long units) {
        List<List<Batch>> epochs = new ArrayList<>();
        List<Batch> epoch = new ArrayList<>();
        boolean[] seen = new boolean[population.size()];
        for (long drawn = 0; drawn < units; ) {
            Batch batch = next();
            drawn += Math.max(1, batch.size());
            if (anySeen(batch, seen)) {
                epochs.add(epoch);
                epoch = new ArrayList<>();
                java.util.Arrays.fill(seen, false);
            }
            for (int k = 0; k < batch.size(); k++) {
                seen[batch.unit(k)] = true;
            }
            epoch.add(batch);
        }
        return epochs;
    }

    private static boolean anySeen(Batch batch, boolean[] seen) {
        for (int k = 0; k < batch.size(); k++) {
            if (seen[batch.unit(k)]) {
                return true;
            }
        }
        return false;
    }
}
