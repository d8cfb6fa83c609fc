package dev.limpid.algorithms.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Coefficients with their errors, measures of fit, and what there is to be said against them. Prints as a table.
 *
 * @since 0.1.0
 */
public final class Summary {

    private final String title;
    private final String family;
    private final StandardErrors errors;
    private final double confidence;
    private final boolean usesT;
    private final List<String> outputs;
    private final List<CoefficientRow> rows;
    private final List<String> names;
    private final double[][] covariance;
    private final FitMeasures measures;
    private final List<String> warnings;

    Summary(
            String title,
            String family,
            StandardErrors errors,
            double confidence,
            boolean usesT,
            List<String> outputs,
            List<CoefficientRow> rows,
            List<String> names,
            double[][] covariance,
            FitMeasures measures,
            List<String> warnings) {
        this.title = title;
        this.family = family;
        this.errors = errors;
        this.confidence = confidence;
        this.usesT = usesT;
        this.outputs = List.copyOf(outputs);
        this.rows = List.copyOf(rows);
        this.names = List.copyOf(names);
        this.covariance = covariance;
        this.measures = measures;
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
     * Returns how standard errors were estimated.
     *
     * @return the estimate
     */
    public StandardErrors errors() {
        return errors;
    }

    /**
     * Returns what should be known before the numbers are believed.
     *
     * @return sentences; empty if nothing was found
     */
    public List<String> warnings() {
        return warnings;
    }

    String title() {
        return title;
    }

    String family() {
        return family;
    }

    double confidence() {
        return confidence;
    }

    boolean usesT() {
        return usesT;
    }

    List<String> outputs() {
        return outputs;
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
