package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/** Computes {@link FitMeasures}; the numbers in comments are those of its lines. */
final class Measures {

    private final Derivatives information;
    private final Optional<Family> family;
    private final Dataset data;
    private final Loss loss;
    private final Layout layout;
    private final double weight;

    Measures(Derivatives information, Optional<Family> family, Dataset data, Loss loss, Layout layout) {
        this.information = information;
        this.family = family;
        this.data = data;
        this.loss = loss;
        this.layout = layout;
        this.weight = data.weights().sum();
    }

    /** What is summed over rows. */
    private interface OfRow {
        double of(double[] y, double[] f);
    }

    private double sum(OfRow part, double @org.jspecify.annotations.Nullable [] shift) {
        double sum = 0;
        double low = 0;
        for (int i = 0; i < data.size(); i++) {
            double[] f = shift == null ? information.scores(i) : constant(i, shift);
            double term = data.weights().at(i) * part.of(information.targets(i), f);
            double next = sum + term;
            double rest = next - sum;
            low += (sum - (next - rest)) + (term - rest);
            sum = next;
        }
        return sum + low;
    }

    private double[] constant(int i, double[] shift) {
        double[] f = shift.clone();
        for (int k = 0; k < f.length && !data.offsets().isEmpty(); k++) {
            f[k] += data.offsets().get(k).at(i);
        }
        return f;
    }

    /**
     * Computes all.
     *
     * @param scaled whether φ is estimated whatever the family knows
     */
    FitMeasures compute(boolean scaled) {
        int p = information.factor().rank();
        double degrees = weight - p;
        double condition = information.factor().condition();
        double nan = Double.NaN;
        if (family.isEmpty()) {
            return new FitMeasures(
                    data.size(),
                    weight,
                    p,
                    degrees,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    nan,
                    0,
                    nan,
                    condition);
        }
        Family known = family.get();
        boolean estimated = scaled || known.estimatesDispersion();
        double pearson = sum(known::pearson, null);
        double phi = !estimated ? 1 : degrees > 0 ? pearson / degrees : nan; // (2)
        double deviance = sum(known::deviance, null); // (1)
        int free = layout.intercept() ? layout.outputs() - layout.base() : 0;
        double[] constant = layout.intercept() ? shift() : new double[layout.outputs()];
        double nullDeviance = sum(known::deviance, constant);
        double atPhi = known.name().equals("Gaussian") ? deviance / weight : known.estimatesDispersion() ? phi : 1;
        double logLikelihood = sum((y, f) -> known.logLikelihood(y, f, atPhi), null);
        int tested = p - free;
        double gain = Double.isNaN(deviance)
                ? 2 * (logLikelihood - sum((y, f) -> known.logLikelihood(y, f, atPhi), constant)) // (5′)
                : nullDeviance - deviance;
        double statistic = tested < 1 ? nan : gain / (estimated ? tested * phi : 1);
        return new FitMeasures(
                data.size(),
                weight,
                p,
                degrees,
                phi,
                pearson,
                logLikelihood,
                deviance,
                nullDeviance,
                1 - deviance / nullDeviance, // (3)
                1 - deviance / degrees / (nullDeviance / (weight - free)),
                2 * p - 2 * logLikelihood, // (6)
                p * Math.log(weight) - 2 * logLikelihood,
                statistic,
                Math.max(0, tested),
                pValue(statistic, tested, degrees, estimated),
                condition);
    }

    private static double pValue(double statistic, int tested, double degrees, boolean estimated) {
        if (!(statistic >= 0) || (estimated && !(degrees > 0))) {
            return Double.NaN;
        }
        if (statistic == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return estimated
                ? FDistribution.of(tested, degrees).survivalProbability(statistic) // (4)
                : ChiSquaredDistribution.of(tested).survivalProbability(statistic); // (5)
    }

    /** The best constant scores. */
    private double[] shift() {
        List<Values> offsets = data.offsets().isEmpty()
                ? Collections.nCopies(layout.outputs(), Values.constant(0, data.size()))
                : data.offsets();
        Sample sample = new Sample(data.targets(), offsets, data.weights());
        double[] shift = new double[layout.outputs()];
        if (loss instanceof ScalarLoss scalar) {
            shift[0] = scalar.bestShift(sample);
        } else if (loss instanceof VectorLoss vector) {
            vector.bestShift(sample, shift);
        }
        return shift;
    }
}
