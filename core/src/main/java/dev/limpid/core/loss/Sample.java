package dev.limpid.core.loss;

import dev.limpid.core.data.Values;
import java.util.List;

/**
 * Rows that share an unknown shift: what {@code bestShift} looks at. The rows of a data set for the start score, the rows
 * of a leaf for its value.
 *
 * @param targets T target columns, each of length n
 * @param scores K scores, each of length n
 * @param weights weights wᵢ &gt; 0, length n
 * @since 0.1.0
 */
public record Sample(List<Values> targets, List<Values> scores, Values weights) {

    /** Copies the lists and checks the lengths. */
    public Sample {
        targets = List.copyOf(targets);
        scores = List.copyOf(scores);
        for (Values column : targets) {
            requireSameSize(column, weights);
        }
        for (Values column : scores) {
            requireSameSize(column, weights);
        }
    }

    /**
     * A sample with one target and one score a row.
     *
     * @param y targets
     * @param f scores, as many
     * @param w weights, as many
     * @return the sample
     */
    public static Sample of(double[] y, double[] f, double[] w) {
        return new Sample(List.of(Values.of(y)), List.of(Values.of(f)), Values.of(w));
    }

    /**
     * Returns the number of rows.
     *
     * @return n
     */
    public int size() {
        return weights.size();
    }

    /**
     * Returns the first target of a row.
     *
     * @param i the row
     * @return yᵢ
     */
    public double y(int i) {
        return targets.get(0).at(i);
    }

    /**
     * Returns the first score of a row.
     *
     * @param i the row
     * @return fᵢ
     */
    public double f(int i) {
        return scores.get(0).at(i);
    }

    /**
     * Returns the weight of a row.
     *
     * @param i the row
     * @return wᵢ
     */
    public double w(int i) {
        return weights.at(i);
    }

    /**
     * Tells whether all rows have the same scores, as at the start of a fit: many best shifts have a closed form then.
     *
     * @return whether each of the K scores is one number for all rows
     */
    public boolean sameScores() {
        for (Values column : scores) {
            for (int i = 1; i < column.size(); i++) {
                if (column.at(i) != column.at(0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void requireSameSize(Values column, Values weights) {
        if (column.size() != weights.size()) {
            throw new IllegalArgumentException("targets, scores and weights must have the same length, but have "
                    + column.size() + " and " + weights.size());
        }
    }
}
