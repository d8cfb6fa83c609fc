package dev.limpid.testkit.broken;

import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.sampler.Batch;
import dev.limpid.testkit.law.ObjectiveLaws;
import java.util.stream.Stream;

/** Bugs of the catalogue in sums and means over rows, which are the objective's: a loss knows neither n nor a penalty. */
final class CatalogueReductions {

    private static final int N = BrokenObjectives.LeastSquares.Y.length;

    private CatalogueReductions() {}

    /** Value and gradient of all rows, each with a factor of its own. */
    private static class Scaled extends BrokenObjectives.LeastSquares {
        private final double ofValue;
        private final double ofGradient;

        Scaled(double ofValue, double ofGradient) {
            this.ofValue = ofValue;
            this.ofGradient = ofGradient;
        }

        @Override
        public double value(double[] t) {
            return at(t, Batch.range(0, N, 1), new double[t.length], ofValue);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            at(t, Batch.range(0, N, 1), g, ofGradient);
            return value(t);
        }
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                Mutant.of(
                                "gradient averaged, value summed",
                                new Scaled(1, 1.0 / N),
                                ObjectiveLaws.GRADIENT,
                                "a factor (2, 1/n, Σw)")
                        .as("B-LOSS-011"),
                Mutant.of(
                                "2/n in the value, 1 in the gradient",
                                new Scaled(2.0 / N, 1),
                                ObjectiveLaws.GRADIENT,
                                "a factor (2, 1/n, Σw)")
                        .as("B-LOSS-012"),
                Mutant.of(
                                "batches summed",
                                new BrokenObjectives.LeastSquares() {
                                    @Override
                                    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                        return at(t, batch, g, 1);
                                    }
                                },
                                ObjectiveLaws.BATCHES,
                                "a batch is divided by its own size or weight, or by nothing, instead of fraction·W")
                        .as("B-LOSS-013"),
                Mutant.of(
                                "batches divided by one less",
                                new BrokenObjectives.LeastSquares() {
                                    @Override
                                    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                        return at(t, batch, g, 1 / (batch.fraction() * N - 1));
                                    }
                                },
                                ObjectiveLaws.BATCHES,
                                "a batch is divided by its own size or weight, or by nothing, instead of fraction·W")
                        .as("B-LOSS-029"),
                Mutant.of(
                                "mean of a run over one row too many",
                                new BrokenObjectives.LeastSquares() {
                                    @Override
                                    public double value(double[] t) {
                                        return at(t, Batch.range(0, N, 1), new double[t.length], 1.0 / (N + 1));
                                    }
                                },
                                ObjectiveLaws.CALLS,
                                "a penalty or a mean is in one of the two only")
                        .as("B-LOSS-065"),
                Mutant.of(
                                "penalty in the loss and again as decay",
                                new BrokenObjectives.LeastSquares() {
                                    @Override
                                    public double gradient(double[] t, double[] g) {
                                        double value = super.gradient(t, g);
                                        for (int j = 0; j < t.length; j++) {
                                            g[j] += RIDGE * t[j];
                                        }
                                        return value;
                                    }
                                },
                                ObjectiveLaws.GRADIENT,
                                "or a term (the penalty) is in one of the two only")
                        .as("B-PENA-018"));
    }
}
