package dev.limpid.algorithms.inference;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A test of whether all coefficients are 0.
 *
 * @param name {@code likelihood ratio}, {@code Wald} or {@code score}
 * @param statistic χ², NaN if it can't be had
 * @param degrees its degrees of freedom
 * @param pValue chance of such a statistic or a larger one if all coefficients are 0
 * @since 0.1.0
 */
public record GlobalTest(String name, double statistic, int degrees, double pValue) {

    static GlobalTest of(String name, double statistic, int degrees) {
        double p = statistic >= 0 && degrees > 0
                ? ChiSquaredDistribution.of(degrees).survivalProbability(statistic)
                : Double.NaN;
        return new GlobalTest(name, statistic, degrees, p);
    }
}
