package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Puts a summary together. */
final class SummaryWork {

    private final Layout layout;
    private final Loss loss;
    private final Dataset data;
    private final double[] theta;
    private final LinearInference.Settings settings;
    private final StandardErrors errors;
    private final Information information;
    private final FitMeasures measures;
    private final double[][] covariance;

    SummaryWork(Layout layout, Loss loss, Dataset given, double[] theta, LinearInference.Settings settings) {
        this.layout = layout;
        this.loss = loss;
        this.data = given.positiveWeights();
        this.theta = theta;
        this.settings = settings;
        this.errors = settings.errors()
                .orElse(settings.family().isPresent() ? StandardErrors.model() : StandardErrors.hc1())
                .forRows(given);
        requireErrors();
        this.information = new Information(layout, loss, data, theta);
        this.measures = new Measures(information, settings.family(), data, loss, layout)
                .compute(errors.kind() == StandardErrors.Kind.SCALED);
        this.covariance = covariance();
    }

    private void requireErrors() {
        if (errors.kind().needsLeverage() && !(loss instanceof ScalarLoss)) {
            throw new IllegalArgumentException("HC2 and HC3 need the leverage of rows with one score each, but "
                    + loss.name() + " has " + loss.scores() + ": use hc0 or hc1");
        }
        boolean known = settings.family().isPresent();
        if (!known && !errors.kind().isRobust()) {
            throw new IllegalArgumentException("standard errors " + errors + " need a family, but that of "
                    + loss.name() + " isn't known: use hc0 or hc1, or name the family");
        }
        if (errors.kind() == StandardErrors.Kind.SCALED && settings.family().isPresent()) {
            double[] y = new double[loss.targets()];
            for (int t = 0; t < y.length; t++) {
                y[t] = data.targets().get(t).at(0);
            }
            if (Double.isNaN(settings.family().get().pearson(y, new double[loss.scores()]))) {
                throw new IllegalArgumentException("the dispersion needs a target with residuals, but the family is "
                        + settings.family().get().name() + ": use model, hc0 or hc1");
            }
        }
    }

    private double[][] covariance() {
        double[][] matrix;
        if (errors.kind().isRobust()) {
            matrix = new Sandwich(information, data).covariance(errors);
        } else {
            matrix = information.factor().inverseGram();
            for (double[] row : matrix) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= measures.dispersion();
                }
            }
        }
        BitSet unknown = information.isMinimum() ? information.factor().dependent() : all(matrix.length);
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k < matrix.length; k++) {
                if (unknown.get(j) || unknown.get(k)) {
                    matrix[j][k] = Double.NaN;
                }
            }
        }
        return matrix;
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet();
        all.set(0, size);
        return all;
    }

    /**
     * Looks for columns that weren't used because they depend on others: their coefficients are 0, and the rank is the same
     * without them.
     *
     * @return those columns; empty if there are none
     */
    BitSet idleColumns() {
        BitSet idle = new BitSet();
        if (information.factor().dependent().isEmpty() || !information.isMinimum()) {
            return idle;
        }
        List<Layout.Place> places = layout.places();
        idle.set(0, layout.features());
        places.stream()
                .filter(place -> layout.estimate(theta, place) != 0)
                .forEach(place -> idle.clear(place.feature()));
        int[] others = IntStream.range(0, places.size())
                .filter(a -> !idle.get(places.get(a).feature()))
                .toArray();
        boolean useless = idle.cardinality() < layout.features()
                && information.rankOf(others) == information.factor().rank();
        return useless ? idle : new BitSet();
    }

    Summary summary() {
        List<CoefficientRow> rows = new ArrayList<>();
        for (int k = layout.base(); k < layout.outputs(); k++) {
            int output = k;
            if (layout.intercept()) {
                rows.add(row(k, layout.features(), "intercept"));
            }
            if (k < layout.slopes()) {
                settings.listed()
                        .forEach(item -> rows.add(
                                item.column() < 0
                                        ? CoefficientRow.absent(output, item.name(), item.note())
                                        : row(output, item.column(), item.name())));
            }
        }
        List<String> outputs =
                IntStream.range(0, layout.outputs()).mapToObj(this::outputName).toList();
        List<String> warnings = new Warnings(this).all();
        return new Summary(
                settings.title(),
                settings.family().map(Family::name).orElse(""),
                errors,
                settings.confidence(),
                usesT(),
                outputs,
                rows,
                names(),
                covariance,
                measures,
                warnings);
    }

    String outputName(int k) {
        if (loss.classes() != layout.outputs()) {
            return "score " + k;
        }
        List<String> names = data.schema().classNames();
        return names.isEmpty() ? Integer.toString(k) : names.get(k);
    }

    /** The names of the estimated coefficients, in the order of the covariance. */
    List<String> names() {
        return layout.places().stream().map(this::name).toList();
    }

    private String name(Layout.Place place) {
        String name = place.feature() == layout.features()
                ? "intercept"
                : data.schema().columns().get(place.feature()).name();
        return layout.outputs() == 1 ? name : outputName(place.output()) + ": " + name;
    }

    private boolean usesT() {
        return errors.kind() == StandardErrors.Kind.SCALED
                || errors.kind() == StandardErrors.Kind.CLUSTERED
                || settings.family().map(Family::estimatesDispersion).orElse(false);
    }

    private ContinuousDistribution distribution() {
        if (errors.kind() == StandardErrors.Kind.CLUSTERED) {
            long clusters = Arrays.stream(errors.clusters()).distinct().count();
            return TDistribution.of(clusters - 1.0);
        }
        return usesT() && measures.residualDegrees() > 0
                ? TDistribution.of(measures.residualDegrees())
                : NormalDistribution.of(0, 1);
    }

    private CoefficientRow row(int output, int feature, String name) {
        Layout.Place place = new Layout.Place(output, feature);
        int at = layout.places().indexOf(place);
        double estimate = layout.estimate(theta, place);
        double error = Math.sqrt(covariance[at][at]);
        if (Double.isNaN(error) && information.factor().dependent().get(at)) {
            return new CoefficientRow(
                    output, name, estimate, error, error, error, error, error, "depends on other columns");
        }
        ContinuousDistribution distribution = distribution();
        double statistic = estimate / error;
        double p = Double.isNaN(statistic)
                ? Double.NaN
                : Math.min(1, 2 * distribution.survivalProbability(Math.abs(statistic)));
        double reach = distribution.inverseSurvivalProbability((1 - settings.confidence()) / 2) * error;
        return new CoefficientRow(output, name, estimate, error, statistic, p, estimate - reach, estimate + reach, "");
    }

    Layout layout() {
        return layout;
    }

    Loss loss() {
        return loss;
    }

    Dataset data() {
        return data;
    }

    Information information() {
        return information;
    }

    FitMeasures measures() {
        return measures;
    }

    LinearInference.Settings settings() {
        return settings;
    }

    StandardErrors errors() {
        return errors;
    }
}
