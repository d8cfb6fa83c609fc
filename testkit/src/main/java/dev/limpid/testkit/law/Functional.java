package dev.limpid.testkit.law;

/**
 * What number of a distribution of targets a loss asks for: the number that {@code mean(bestShift)} has to be.
 *
 * <p>Value and gradient of a quantile loss with its level mistaken for 1 − level agree with each other; only the number that
 * it predicts tells.
 *
 * <p>Source: W. K. Newey and J. L. Powell (1987), Asymmetric least squares estimation and testing; T. Gneiting (2011), Making
 * and evaluating point forecasts.
 *
 * @param kind which number
 * @param level its level in (0, 1), where it has one
 * @since 0.1.0
 */
public record Functional(Kind kind, double level) {

    /** Which number. */
    public enum Kind {
        /** Nothing stated. */
        NONE,
        /** The mean, Σwᵢyᵢ / Σwᵢ. */
        MEAN,
        /** A number with the share {@code level} of the weight at or below it. */
        QUANTILE,
        /** The number e with level·Σwᵢ(yᵢ − e)₊ = (1 − level)·Σwᵢ(e − yᵢ)₊. */
        EXPECTILE
    }

    /** Nothing stated. */
    public static final Functional NONE = new Functional(Kind.NONE, 0.5);

    /** Checks the level. */
    public Functional {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), but was " + level);
        }
    }

    /**
     * The mean: squared, logistic, Poisson loss.
     *
     * @return the functional
     */
    public static Functional mean() {
        return new Functional(Kind.MEAN, 0.5);
    }

    /**
     * The median: absolute loss.
     *
     * @return the functional
     */
    public static Functional median() {
        return quantile(0.5);
    }

    /**
     * A quantile: quantile loss, whose rows under the forecast weigh 1 − level and over it level.
     *
     * @param level share of the targets at or below it
     * @return the functional
     */
    public static Functional quantile(double level) {
        return new Functional(Kind.QUANTILE, level);
    }

    /**
     * An expectile: squared loss that weighs targets above the forecast with level and those below with 1 − level.
     *
     * @param level weight of targets above
     * @return the functional
     */
    public static Functional expectile(double level) {
        return new Functional(Kind.EXPECTILE, level);
    }

    /**
     * Measures on which side of the functional a number lies.
     *
     * @param number a candidate
     * @param y targets
     * @param w their weights
     * @return share of the weight that pulls up minus the share that pulls down: 0 at the functional, &gt; 0 below it,
     *     &lt; 0 above it; at a jump, 0 if the jump crosses 0
     */
    public double pull(double number, double[] y, double[] w) {
        double up = 0;
        double down = 0;
        double tie = 0;
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            double size = kind == Kind.QUANTILE ? 1 : Math.abs(y[i] - number);
            boolean tied = Math.abs(y[i] - number) <= 1e-7 * Math.max(1, Math.abs(number));
            total += w[i] * size;
            tie += tied ? w[i] * size : 0;
            up += !tied && y[i] > number ? w[i] * size : 0;
            down += !tied && y[i] < number ? w[i] * size : 0;
        }
        double pull = level * up - (1 - level) * down;
        double reach = pull > 0 ? (1 - level) * tie : level * tie;
        return total == 0 ? 0 : Math.signum(pull) * Math.max(0, Math.abs(pull) - reach) / total;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "nothing stated";
            case MEAN -> "the mean";
            case QUANTILE -> level == 0.5 ? "the median" : "the " + level + "-quantile";
            case EXPECTILE -> "the " + level + "-expectile";
        };
    }
}
