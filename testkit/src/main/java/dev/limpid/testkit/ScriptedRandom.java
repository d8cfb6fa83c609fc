package dev.limpid.testkit;

import java.util.random.RandomGenerator;

/**
 * A source of randomness that says what it is told to, so that a test can force a branch.
 *
 * <p>The script is a list of fractions in [0, 1). Each draw uses up one: {@code nextDouble()} returns it, {@code nextInt(n)}
 * returns ⌊fraction·n⌋, {@code nextBoolean()} whether it is at least ½, {@code nextGaussian()} the quantile of the normal
 * distribution at it, {@code nextExponential()} that of the exponential distribution.
 *
 * <pre>{@code
 * Sampler sampler = new BootstrapSampler();
 * Batch batch = sampler.next(Population.of(4), Feedback.none(), Memory.empty(), ScriptedRandom.of(0, 0.25, 0.5, 0.99));
 * assertThat(batch.unit(3)).isEqualTo(3);  // ⌊0.99·4⌋
 * }</pre>
 *
 * <p>A test that draws more than the script holds fails with a sentence, unless the script is {@link #repeating}.
 *
 * @since 0.1.0
 */
public final class ScriptedRandom implements RandomGenerator {

    private final double[] script;
    private final boolean repeats;
    private int drawn;

    private ScriptedRandom(double[] script, boolean repeats) {
        if (script.length == 0) {
            throw new IllegalArgumentException("script must have at least one fraction, but is empty");
        }
        for (int i = 0; i < script.length; i++) {
            if (!(script[i] >= 0 && script[i] < 1)) {
                throw new IllegalArgumentException("script must be in [0, 1), but script[" + i + "] was " + script[i]);
            }
        }
        this.script = script.clone();
        this.repeats = repeats;
    }

    /**
     * Draws the fractions one after another, and then no more.
     *
     * @param fractions the script, each in [0, 1)
     * @return the source
     */
    public static ScriptedRandom of(double... fractions) {
        return new ScriptedRandom(fractions, false);
    }

    /**
     * Draws the fractions one after another, and begins again at the end.
     *
     * @param fractions the script, each in [0, 1)
     * @return the source
     */
    public static ScriptedRandom repeating(double... fractions) {
        return new ScriptedRandom(fractions, true);
    }

    /**
     * Returns how many draws were made.
     *
     * @return the number of draws
     */
    public int drawn() {
        return drawn;
    }

    private double next() {
        if (drawn >= script.length && !repeats) {
            throw new IllegalStateException("script must have a fraction for each draw, but ended after "
                    + script.length + "; write more, or use" + " repeating");
        }
        return script[drawn++ % script.length];
    }

    @Override
    public double nextDouble() {
        return next();
    }

    @Override
    public float nextFloat() {
        return Math.min((float) next(), Math.nextDown(1f));
    }

    @Override
    public boolean nextBoolean() {
        return next() >= 0.5;
    }

    @Override
    public int nextInt() {
        return (int) ((long) Math.floor(next() * 0x1p32) + Integer.MIN_VALUE);
    }

    @Override
    public int nextInt(int bound) {
        return nextInt(0, bound);
    }

    @Override
    public int nextInt(int origin, int bound) {
        return (int) nextLong(origin, bound);
    }

    @Override
    public long nextLong() {
        return (long) Math.floor((next() - 0.5) * 0x1p64);
    }

    @Override
    public long nextLong(long bound) {
        return nextLong(0, bound);
    }

    @Override
    public long nextLong(long origin, long bound) {
        if (!(origin < bound)) {
            throw new IllegalArgumentException("bound must be > origin " + origin + ", but was " + bound);
        }
        return Math.min(bound - 1, origin + (long) Math.floor(next() * ((double) bound - origin)));
    }

    @Override
    public double nextExponential() {
        return -Math.log1p(-next());
    }

    /**
     * Returns the quantile of the normal distribution at the next fraction, by bisection of its distribution function.
     *
     * @return the quantile; −38 or so for the fraction 0
     */
    @Override
    public double nextGaussian() {
        double fraction = next();
        double low = -38;
        double high = 38;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < fraction) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), where that converges fast; 0 or 1 beyond. */
    private static double normal(double x) {
        if (Math.abs(x) > 8) {
            return x < 0 ? 0 : 1;
        }
        double term = x;
        double sum = x;
        for (int k = 3; k < 300; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
