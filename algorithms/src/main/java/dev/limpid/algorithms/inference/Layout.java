package dev.limpid.algorithms.inference;

import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.LocationHypothesis;
import java.util.ArrayList;
import java.util.List;

/**
 * Where coefficients of linear scores stand: a slope of score k for each feature j if k &lt; slopes, then its intercept, j = d.
 *
 * @param features d
 * @param slopes how many scores depend on the row
 * @param outputs number of scores K
 * @param intercept whether scores have an intercept
 * @param base the first score that is free: 1 where score 0 is the reference of the others, else 0
 */
record Layout(int features, int slopes, int outputs, boolean intercept, int base) {

    /** Coefficient j of score k. */
    record Place(int output, int feature) {}

    static Layout of(Hypothesis hypothesis) {
        if (hypothesis instanceof LinearHypothesis linear) {
            return new Layout(linear.features(), linear.outputs(), linear.outputs(), linear.intercept(), 0);
        }
        if (hypothesis instanceof LocationHypothesis location) {
            return new Layout(location.features(), 1, location.outputs(), true, 0);
        }
        throw new IllegalArgumentException("inference needs linear scores, but the hypothesis is "
                + hypothesis.getClass().getSimpleName()
                + ": use LinearHypothesis or LocationHypothesis, or draw bootstrap samples");
    }

    Layout withReference() {
        return new Layout(features, slopes, outputs, intercept, 1);
    }

    /** The coefficients, score by score. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int k = base; k < outputs; k++) {
            for (int j = 0; j < features && k < slopes; j++) {
                places.add(new Place(k, j));
            }
            if (intercept) {
                places.add(new Place(k, features));
            }
        }
        return places;
    }

    /** Where it stands in θ. */
    private int position(int k, int j) {
        return j < features ? k * features + j : slopes * features + k;
    }

    /** The coefficient as it counts: less that of the reference. */
    double estimate(double[] theta, Place place) {
        double reference = base == 0 ? 0 : theta[position(0, place.feature())];
        return theta[position(place.output(), place.feature())] - reference;
    }

    /**
     * Score k of a row, fₖ = Σⱼ wⱼₖ·xⱼ + bₖ + oₖ, summed as if with twice the digits: residuals of ill-conditioned columns need
     * them (T. Ogita, S. M. Rump, S. Oishi (2005), Accurate Sum and Dot Product, algorithm 5.3).
     */
    double score(double[] theta, double[] x, int k, double offset) {
        double sum = offset;
        double low = 0;
        for (int j = 0; j <= features; j++) {
            if (j < features ? k >= slopes : !intercept) {
                continue;
            }
            double w = theta[position(k, j)];
            double cell = j < features ? x[j] : 1;
            double product = w * cell;
            double next = sum + product;
            double part = next - sum;
            low += (sum - (next - part)) + (product - part) + Math.fma(w, cell, -product);
            sum = next;
        }
        return sum + low;
    }
}
