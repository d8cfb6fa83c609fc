package dev.limpid.testkit.declaration;

import dev.limpid.core.sampler.Sampler;
import java.util.Objects;

/**
 * A sampler under test.
 *
 * @param sampler the sampler
 * @param declares what is stated about it
 * @since 0.1.0
 */
public record SamplerSubject(Sampler sampler, SamplerDeclaration declares) {

    /** Checks that both are there. */
    public SamplerSubject {
        Objects.requireNonNull(sampler, "sampler");
        Objects.requireNonNull(declares, "declares");
    }

    /**
     * A sampler of which nothing is stated.
     *
     * @param sampler the sampler
     * @return the subject
     */
    public static SamplerSubject of(Sampler sampler) {
        return new SamplerSubject(sampler, SamplerDeclaration.nothing());
    }
}
