package dev.limpid.testkit.declaration;

import java.util.Objects;

/**
 * What the author of a sampler states about it. What the sampler says itself ({@code isBiased()},
 * {@code isWithoutReplacement()}, {@code usesFeedback()}) is not repeated here.
 *
 * <pre>{@code
 * SamplerDeclaration.nothing().drawing(SamplerDeclaration.Chances.EQUAL).withBatchSize(32)
 * }</pre>
 *
 * @param chances how often units come
 * @param batchSize units in a batch; only the last batch of an epoch without replacement may have fewer; 0 if nothing is stated
 * @since 0.1.0
 */
public record SamplerDeclaration(Chances chances, int batchSize) {

    /** How often units come, counted without the weights of the batch. */
    public enum Chances {
        /** Nothing stated. */
        UNSTATED,
        /** Each as often as any other. */
        EQUAL,
        /** In proportion to the weights of the population. */
        BY_WEIGHT
    }

    private static final SamplerDeclaration NOTHING = new SamplerDeclaration(Chances.UNSTATED, 0);

    /** Checks the size. */
    public SamplerDeclaration {
        Objects.requireNonNull(chances, "chances");
        if (!(batchSize >= 0)) {
            throw new IllegalArgumentException("batchSize must be >= 0, but was " + batchSize);
        }
    }

    /**
     * States nothing.
     *
     * @return the declaration to begin with
     */
    public static SamplerDeclaration nothing() {
        return NOTHING;
    }

    /**
     * States how often units come.
     *
     * @param newChances the chances
     * @return the declaration with it
     */
    public SamplerDeclaration drawing(Chances newChances) {
        return new SamplerDeclaration(newChances, batchSize);
    }

    /**
     * States how many units a batch has.
     *
     * @param units the number; &ge; 1
     * @return the declaration with it
     */
    public SamplerDeclaration withBatchSize(int units) {
        return new SamplerDeclaration(chances, units);
    }
}
