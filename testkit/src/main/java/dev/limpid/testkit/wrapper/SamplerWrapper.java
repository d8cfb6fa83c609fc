package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.internal.Text;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Passes all calls on; subclasses change some. */
class SamplerWrapper implements Sampler {

    final Sampler sampler;

    SamplerWrapper(Sampler sampler) {
        this.sampler = Objects.requireNonNull(sampler, "sampler");
    }

    @Override
    public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
        return sampler.next(population, feedback, memory, random);
    }

    @Override
    public boolean usesFeedback() {
        return sampler.usesFeedback();
    }

    @Override
    public boolean isBiased() {
        return sampler.isBiased();
    }

    @Override
    public boolean isWithoutReplacement() {
        return sampler.isWithoutReplacement();
    }

    @Override
    public Set<Structure> keeps() {
        return sampler.keeps();
    }

    @Override
    public String name() {
        return sampler.name();
    }

    @Override
    public String formula() {
        return sampler.formula();
    }

    @Override
    public String source() {
        return sampler.source();
    }

    @Override
    public Recipe recipe() {
        return sampler.recipe();
    }

    @Override
    public String toString() {
        return Text.nameOf(sampler);
    }
}
