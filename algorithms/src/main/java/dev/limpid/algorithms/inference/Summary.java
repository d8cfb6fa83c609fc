package dev.limpid.algorithms.inference;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Coefficients with their errors, measures of fit, and what there is to be said against them. Prints as a table.
 *
 * @since 0.1.0
 */
public final class Summary {

    private final SummaryHead head;
    private final List<CoefficientRow> rows;
    private final List<String> names;
    private final double[][] covariance;
    private final FitMeasures measures;
    private final List<GlobalTest> tests;
    private final OptionalDouble concordance;
    private final List<String> warnings;

    Summary(
            SummaryHead head,
            List<CoefficientRow> rows,
            List<String> names,
            double[][] covariance,
            FitMeasures measures,
            List<GlobalTest> tests,
            OptionalDouble concordance,
            List<String> warnings) {
        this.head = head;
        this.rows = List.copyOf(rows);
        this.names = List.copyOf(names);
        this.covariance = covariance;
        this.measures = measures;
        this.tests = List.copyOf(tests);
        this.concordance = concordance;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Returns all coefficients, those that weren't estimated with a note.
     *
     * @return for each score its intercept first, then its columns; scores that others refer to are left out
     */
    public List<CoefficientRow> coefficients() {
        return rows;
    }

    /**
     * Returns a coefficient of the only score.
     *
     * @param name a column, {@code column = level}, or {@code intercept}
     * @return the coefficient
     * @throws IllegalArgumentException if there is none of this name, or several
     */
    public CoefficientRow coefficient(String name) {
        List<CoefficientRow> found =
                rows.stream().filter(row -> row.name().equals(name)).toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("there are " + found.size() + " coefficients of name '" + name
                    + "', one for each score: use coefficient(output, name)");
        }
        return only(found, name);
    }

    /**
     * Returns a coefficient of one of several scores.
     *
     * @param output which score k, in [0, K)
     * @param name a column, {@code column = level}, or {@code intercept}
     * @return the coefficient
     * @throws IllegalArgumentException if there is none
     */
    public CoefficientRow coefficient(int output, String name) {
        return only(
                rows.stream()
                        .filter(row -> row.output() == output && row.name().equals(name))
                        .toList(),
                name);
    }

    private CoefficientRow only(List<CoefficientRow> found, String name) {
        if (found.isEmpty()) {
            throw new IllegalArgumentException("name must be one of "
                    + rows.stream().map(CoefficientRow::name).distinct().toList() + ", but was '" + name + "'");
        }
        return found.get(0);
    }

    /**
     * Names the coefficients that were estimated.
     *
     * @return names in the order of {@link #covariance}, {@code class: column} where there are several scores
     */
    public List<String> covarianceNames() {
        return names;
    }

    /**
     * Returns the covariance of the coefficients that were estimated.
     *
     * @return a copy, symmetric; NaN where a coefficient isn't determined
     */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns how well the model fits.
     *
     * @return the measures
     */
    public FitMeasures measures() {
        return measures;
    }

    /**
     * Returns the tests of all coefficients together that the likelihood of a loss of groups has, Cox's above all.
     *
     * @return likelihood ratio, Wald and score test, in this order; empty for losses of rows, whose test {@link #measures} has,
     *     and where there is no likelihood
     */
    public List<GlobalTest> tests() {
        return tests;
    }

    /**
     * Returns Harrell's C: of pairs of rows of which one had its event first, the part in which it had the higher score.
     *
     * @return C of Cox's loss, in [0, 1], ties of scores counting a half; empty for others
     */
    public OptionalDouble concordance() {
        return concordance;
    }

    /**
     * Returns which second derivatives standard errors were made of.
     *
     * @return observed or expected
     */
    public Information information() {
        return head.information();
    }

    /**
     * Returns how standard errors were estimated.
     *
     * @return the estimate
     */
    public StandardErrors errors() {
        return head.errors();
    }

    /**
     * Returns what should be known before the numbers are believed.
     *
     * @return sentences; empty if nothing was found
     */
    public List<String> warnings() {
        return warnings;
    }

    SummaryHead head() {
        return head;
    }

    /**
     * Prints the table.
     *
     * @return measures, coefficients, warnings
     */
    @Override
    public String toString() {
        return new SummaryTable(this).toString();
    }
}
