package dev.limpid.core.loss.survival;

import dev.limpid.core.explain.Part;
import dev.limpid.core.loss.Jet;

/**
 * The distribution of z = (log T − μ)/σ in an accelerated failure time model: what {@link AftLoss} makes a loss of.
 *
 * <p>Write it with the operations of {@link Jet}, and derivatives come out exact. Built in are {@link #weibull()},
 * {@link #logLogistic()} and {@link #logNormal()}.
 *
 * @since 0.1.0
 */
public interface LogTime extends Part {

    /**
     * Returns −log of the density.
     *
     * @param z standardised log time as a variable
     * @return −log φ(z), growing without end to both sides
     */
    Jet event(Jet z);

    /**
     * Returns −log of the probability to last longer.
     *
     * @param z standardised log time as a variable
     * @return −log S(z): from 0 at −∞ to +∞
     */
    Jet censored(Jet z);

    /**
     * Returns the median.
     *
     * @return z with S(z) = ½
     */
    double median();

    /**
     * Times with a Weibull distribution of shape 1/σ: z has the density e^{z − exp z}. With σ = 1 it is exponential.
     *
     * @return −log φ = eᶻ − z, −log S = eᶻ
     */
    static LogTime weibull() {
        return LogTimes.WEIBULL;
    }

    /**
     * Times with a log-logistic distribution: odds to last longer fall as a power of time.
     *
     * @return −log φ = z + 2·log(1 + e⁻ᶻ), −log S = log(1 + eᶻ)
     */
    static LogTime logLogistic() {
        return LogTimes.LOG_LOGISTIC;
    }

    /**
     * Times with a log-normal distribution.
     *
     * @return −log φ = ½z² + ½·log 2π, −log S = −log Φ(−z)
     */
    static LogTime logNormal() {
        return LogTimes.LOG_NORMAL;
    }
}
