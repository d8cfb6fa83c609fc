package dev.limpid.testkit;

import dev.limpid.core.data.Dataset;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Data drawn from a model whose parameters are known, to see whether a fit finds them.
 *
 * <pre>{@code
 * KnownTruth truth = KnownTruth.poisson(5000, 3, seed);
 * double[] found = fit(truth.data());
 * assertThat(found[0]).isCloseTo(truth.weights()[0], within(4 / Math.sqrt(5000)));
 * }</pre>
 *
 * <p>In all of them s = b + ⟨w, x⟩ with xⱼ and wⱼ from the standard normal distribution, w divided by √p so that s has variance
 * of about 1, and b = 0.5. The same seed gives the same data.
 *
 * @param data features and targets
 * @param weights w
 * @param intercept b
 * @param formula how targets follow from s
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record KnownTruth(Dataset data, double[] weights, double intercept, String formula) {

    private static final double INTERCEPT = 0.5;

    /** Copies the weights. */
    public KnownTruth {
        weights = weights.clone();
    }

    /**
     * Returns w.
     *
     * @return a copy
     */
    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** Draws the target of a row from its score. */
    @FunctionalInterface
    private interface Law {
        double[] draw(double s, double[] x, RandomGenerator random);
    }

    /**
     * y = s + noise·ε, ε from the standard normal distribution.
     *
     * @param n rows, &ge; 1
     * @param p columns, &ge; 1
     * @param noise standard deviation of the noise, &ge; 0
     * @param seed seed
     * @return the data with their truth
     */
    public static KnownTruth linear(int n, int p, double noise, long seed) {
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("noise must be finite and >= 0, but was " + noise);
        }
        return of(n, p, seed, "y = s + " + noise + "·ε", (s, x, random) ->
                new double[] {s + noise * random.nextGaussian()});
    }

    /**
     * y = 1 with chance 1/(1 + e⁻ˢ), else 0.
     *
     * @param n rows, &ge; 1
     * @param p columns, &ge; 1
     * @param seed seed
     * @return the data with their truth
     */
    public static KnownTruth logistic(int n, int p, long seed) {
        return of(n, p, seed, "P(y = 1) = 1/(1 + e⁻ˢ)", (s, x, random) ->
                new double[] {random.nextDouble() * (1 + Math.exp(-s)) < 1 ? 1 : 0});
    }

    /**
     * y from the Poisson distribution of mean eˢ.
     *
     * @param n rows, &ge; 1
     * @param p columns, &ge; 1
     * @param seed seed
     * @return the data with their truth
     */
    public static KnownTruth poisson(int n, int p, long seed) {
        return of(n, p, seed, "y ~ Poisson(eˢ)", (s, x, random) -> new double[] {count(Math.exp(s), random)});
    }

    /**
     * y = s + (1 + |x₀|)·(e − Q), e of mean 1 from the exponential distribution, whose quantile at the level is Q: the share
     * {@code level} of the targets lies below s, for each x, and the spread depends on x.
     *
     * @param n rows, &ge; 1
     * @param p columns, &ge; 1
     * @param level level of the quantile, in (0, 1)
     * @param seed seed
     * @return the data with their truth
     */
    public static KnownTruth quantile(int n, int p, double level, long seed) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
        }
        double q = -Math.log1p(-level);
        return of(n, p, seed, "P(y <= s) = " + level, (s, x, random) ->
                new double[] {s + (1 + Math.abs(x[0])) * (random.nextExponential() - q)});
    }

    /**
     * Two targets, a time and whether it is that of an event: the event comes at a time from the exponential distribution of
     * hazard eˢ, and is not seen after a time from that of hazard ½.
     *
     * @param n rows, &ge; 1
     * @param p columns, &ge; 1
     * @param seed seed
     * @return the data with their truth; a Cox model has no intercept
     */
    public static KnownTruth survival(int n, int p, long seed) {
        return of(n, p, seed, "hazard eˢ, censored with hazard ½", (s, x, random) -> {
            double event = random.nextExponential() / Math.exp(s);
            double end = random.nextExponential() / 0.5;
            return new double[] {Math.min(event, end), event <= end ? 1 : 0};
        });
    }

    private static KnownTruth of(int n, int p, long seed, String formula, Law law) {
        if (n < 1 || p < 1) {
            throw new IllegalArgumentException("n and p must be >= 1, but were " + n + " and " + p);
        }
        RandomGenerator random = new SplittableRandom(seed);
        double[] w = new double[p];
        for (int j = 0; j < p; j++) {
            w[j] = random.nextGaussian() / Math.sqrt(p);
        }
        double[][] x = new double[n][p];
        double[][] targets = new double[0][];
        for (int i = 0; i < n; i++) {
            double s = INTERCEPT;
            for (int j = 0; j < p; j++) {
                x[i][j] = random.nextGaussian();
                s += w[j] * x[i][j];
            }
            double[] y = law.draw(s, x[i], random);
            targets = i == 0 ? new double[y.length][n] : targets;
            for (int t = 0; t < y.length; t++) {
                targets[t][i] = y[t];
            }
        }
        return new KnownTruth(Dataset.unlabeled(x).withTargets(targets), w, INTERCEPT, formula);
    }

    /** Draws from the Poisson distribution: how many exponential times of mean 1 fit into a mean. */
    private static double count(double mean, RandomGenerator random) {
        int count = -1;
        for (double time = 0; time <= mean; time += random.nextExponential()) {
            count++;
        }
        return count;
    }
}
