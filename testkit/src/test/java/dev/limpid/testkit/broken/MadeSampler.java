package dev.limpid.testkit.broken;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A sampler that is one function and some declarations. */
record MadeSampler(
        String title,
        Draw draw,
        boolean isWithoutReplacement,
        boolean isBiased,
        boolean usesFeedback,
        Set<Structure> keeps)
        implements Sampler {

    /** The one method of a sampler. */
    @FunctionalInterface
    interface Draw {
        Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random);
    }

    static MadeSampler of(String title, Draw draw) {
        return new MadeSampler(title, draw, false, false, false, Set.of());
    }

    MadeSampler withoutReplacement() {
        return new MadeSampler(title, draw, true, isBiased, usesFeedback, keeps);
    }

    MadeSampler biased() {
        return new MadeSampler(title, draw, isWithoutReplacement, true, usesFeedback, keeps);
    }

    MadeSampler withFeedback() {
        return new MadeSampler(title, draw, isWithoutReplacement, isBiased, true, keeps);
    }

    MadeSampler keeping(Structure structure) {
        return new MadeSampler(title, draw, isWithoutReplacement, isBiased, usesFeedback, Set.of(structure));
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        return draw.next(population, feedback, memory, random);
    }

    @Override
    public String toString() {
        return title;
    }
}
