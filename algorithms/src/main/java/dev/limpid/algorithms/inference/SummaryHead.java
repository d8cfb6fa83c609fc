package dev.limpid.algorithms.inference;

import java.util.List;

/**
 * What a summary says above its coefficients.
 *
 * @param title what was fitted
 * @param family the distribution; empty if it is unknown
 * @param weight what the sum of weights counts
 * @param hazards whether coefficients are logarithms of ratios of hazards
 * @param errors how standard errors were estimated
 * @param information of which second derivatives
 * @param confidence of intervals
 * @param usesT whether statistics have t distributions
 * @param outputs names of the scores
 */
record SummaryHead(
        String title,
        String family,
        String weight,
        boolean hazards,
        StandardErrors errors,
        Information information,
        double confidence,
        boolean usesT,
        List<String> outputs) {}
