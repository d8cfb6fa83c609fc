package dev.limpid.core.sampler;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Sources of randomness that depend on a seed and a place alone, such as the number of a step: so neither threads nor a resumed
 * run change what is drawn.
 *
 * <pre>
 *   state ← seed;  for each number p of the place: state ← mix(state + p·γ + γ)
 * </pre>
 *
 * <p>with mix and γ = ⌊2⁶⁴/golden ratio⌋ as in SplitMix64.
 *
 * <p><b>References</b>
 * <ol><li>G. L. Steele, D. Lea, C. H. Flood (2014): Fast Splittable Pseudorandom Number Generators. OOPSLA.</ol>
 *
 * @since 0.1.0
 */
public final class Seeds {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /**
     * Returns a source of randomness of its own for a place.
     *
     * @param seed the run's seed
     * @param place where in the run, from the whole to the part: step, class, tree
     * @return a generator that starts anew
     */
    public static RandomGenerator of(long seed, long... place) {
        long state = mix(seed);
        for (long p : place) {
            state = mix(state + p * GAMMA + GAMMA);
        }
        return new SplittableRandom(state);
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
