package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
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
    private final Settings settings;
    private final StandardErrors errors;
    private final Derivatives derivatives;
    private final FitMeasures measures;
    private final double[] estimates;
    private final double[][] covariance;
    private final List<GlobalTest> tests;

    SummaryWork(Layout layout, Loss loss, Dataset given, double[] theta, Settings settings) {
        this.layout = layout;
        this.loss = loss;
        this.data = given.positiveWeights();
        this.theta = theta;
        this.settings = settings;
        this.errors = settings.errors().orElseGet(this::usual).forRows(given);
        ErrorRules.check(errors, settings, loss, data);
        this.estimates = layout.places().stream()
                .mapToDouble(place -> layout.estimate(theta, place))
                .toArray();
        if (loss instanceof UnitLoss units) {
            UnitDerivatives at = new UnitDerivatives(layout, units, data, theta);
            ErrorRules.check(errors, at, loss, data);
            UnitMeasures ofUnits = new UnitMeasures(at, layout, units, data, theta, settings.likelihood());
            this.derivatives = at;
            this.measures = ofUnits.compute();
            this.covariance = covariance();
            this.tests = ofUnits.tests(estimates, covariance, errors.kind().isRobust());
        } else {
            this.derivatives = new RowDerivatives(layout, loss, data, theta, settings.information());
            this.measures = new Measures(derivatives, settings.family(), data, loss, layout)
                    .compute(errors.kind() == StandardErrors.Kind.SCALED);
            this.covariance = covariance();
            this.tests = List.of();
        }
    }

    private StandardErrors usual() {
        return isLikelihood()
                ? StandardErrors.model()
                : isOfUnits() ? StandardErrors.clustered() : StandardErrors.hc1();
    }

    boolean isOfUnits() {
        return loss instanceof UnitLoss;
    }

    /** Whether the loss is known to be the likelihood of something. */
    boolean isLikelihood() {
        return isOfUnits() ? settings.likelihood() : settings.family().isPresent();
    }

    private double[][] covariance() {
        double[][] matrix;
        if (errors.kind().isRobust()) {
            matrix = new Sandwich(derivatives, data).covariance(errors);
        } else {
            matrix = derivatives.factor().inverseGram();
            for (double[] row : matrix) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= measures.dispersion();
                }
            }
        }
        BitSet unknown = derivatives.isMinimum() ? derivatives.factor().dependent() : all(matrix.length);
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
        if (derivatives.factor().dependent().isEmpty() || !derivatives.isMinimum()) {
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
                && derivatives.rankOf(others) == derivatives.factor().rank();
        return useless ? idle : new BitSet();
    }

    Summary summary() {
        boolean ordinal = Thresholds.apply(loss, layout);
        String weight = isSurvival() ? "Events" : isOfUnits() ? "Mass of groups" : "Sum of weights";
        SummaryHead head = new SummaryHead(
                settings.title(),
                familyName(),
                weight,
                isSurvival(),
                errors,
                settings.information(),
                settings.confidence(),
                usesT(),
                ordinal ? List.of("") : outputs());
        return new Summary(
                head,
                ordinal ? ordinalRows() : rows(),
                ordinal ? ordinalNames() : names(),
                ordinal ? Thresholds.of(layout, theta).covariance(covariance) : covariance,
                measures,
                tests,
                isSurvival() ? OptionalDouble.of(Concordance.of(data, firstScores())) : OptionalDouble.empty(),
                new Warnings(this).all());
    }

    private String familyName() {
        return isOfUnits()
                ? (isLikelihood() ? "partial likelihood" : "")
                : settings.family().map(Family::name).orElse("");
    }

    private boolean isSurvival() {
        return loss instanceof CoxLoss;
    }

    private double[] firstScores() {
        return IntStream.range(0, data.size())
                .mapToDouble(i -> derivatives.scores(i)[0])
                .toArray();
    }

    private List<String> outputs() {
        return IntStream.range(0, layout.outputs()).mapToObj(this::outputName).toList();
    }

    private List<CoefficientRow> rows() {
        List<CoefficientRow> rows = new ArrayList<>();
        for (int k = layout.base(); k < layout.outputs(); k++) {
            if (layout.intercept()) {
                rows.add(row(k, layout.features(), "intercept"));
            }
            if (k < layout.slopes()) {
                addSlopes(k, rows);
            }
        }
        return rows;
    }

    private void addSlopes(int output, List<CoefficientRow> rows) {
        settings.listed()
                .forEach(item -> rows.add(
                        item.column() < 0
                                ? CoefficientRow.absent(output, item.name(), item.note())
                                : row(output, item.column(), item.name())));
    }

    /** Slopes, then thresholds. */
    private List<CoefficientRow> ordinalRows() {
        List<CoefficientRow> rows = new ArrayList<>();
        addSlopes(0, rows);
        Thresholds thresholds = Thresholds.of(layout, theta);
        double[][] v = thresholds.covariance(covariance);
        List<String> names = ordinalNames();
        for (int a = layout.features(); a < v.length; a++) {
            rows.add(row(0, names.get(a), thresholds.estimates()[a], Math.sqrt(v[a][a]), ""));
        }
        return rows;
    }

    private List<String> ordinalNames() {
        List<String> names = new ArrayList<>(
                data.schema().columns().stream().map(Column::name).toList());
        names.addAll(Thresholds.of(layout, theta).names(data.schema().classNames()));
        return names;
    }

    String outputName(int k) {
        if (loss.getClass() == AftLoss.class) {
            return k == 0 ? "log time" : "log scale";
        }
        if (loss.classes() != layout.outputs()) {
            return "score " + k;
        }
        List<String> names = data.schema().classNames();
        return names.isEmpty() ? Integer.toString(k) : names.get(k);
    }

    /** The names of the estimated coefficients, in the order of their places. */
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
                || (errors.kind() == StandardErrors.Kind.CLUSTERED && !isOfUnits())
                || settings.family().map(Family::estimatesDispersion).orElse(false);
    }

    private ContinuousDistribution distribution() {
        if (errors.kind() == StandardErrors.Kind.CLUSTERED && !isOfUnits()) {
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
        String note =
                derivatives.isMinimum() && derivatives.factor().dependent().get(at) ? "depends on other columns" : "";
        return row(output, name, layout.estimate(theta, place), Math.sqrt(covariance[at][at]), note);
    }

    private CoefficientRow row(int output, String name, double estimate, double error, String note) {
        double statistic = estimate / error;
        if (!note.isEmpty() || Double.isNaN(statistic)) {
            double nan = Double.NaN;
            return new CoefficientRow(output, name, estimate, error, nan, nan, nan, nan, note);
        }
        ContinuousDistribution distribution = distribution();
        double p = Math.min(1, 2 * distribution.survivalProbability(Math.abs(statistic)));
        double reach = distribution.inverseSurvivalProbability((1 - settings.confidence()) / 2) * error;
        return new CoefficientRow(
                output, name, estimate, error, statistic, p, estimate - reach, estimate + reach, note);
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

    Derivatives information() {
        return derivatives;
    }

    FitMeasures measures() {
        return measures;
    }

    Settings settings() {
        return settings;
    }

    StandardErrors errors() {
        return errors;
    }
}
