package dev.limpid.testkit.broken;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.testkit.broken.BrokenObjectives.Bowl;
import dev.limpid.testkit.broken.BrokenObjectives.LeastSquares;
import dev.limpid.testkit.law.ObjectiveLaws;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bugs of objectives in the catalogue that no other file of mutants has. */
final class CatalogueObjectives {

    private CatalogueObjectives() {}

    private static double ridge(double tj) {
        return 0.5 * LeastSquares.RIDGE * tj * tj;
    }

    private static double[] weightsOf(Batch batch) {
        return IntStream.range(0, batch.size()).mapToDouble(batch::weight).toArray();
    }

    private static int[] unitsOf(Batch batch) {
        return IntStream.range(0, batch.size()).map(batch::unit).toArray();
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(values(), batches()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant<?>> values() {
        return Stream.of(
                Mutant.of(
                        "B-OBJE-001 the gradient of the penalty without λ",
                        new LeastSquares() {
                            @Override
                            public double gradient(double[] t, double[] g) {
                                double value = super.gradient(t, g);
                                Arrays.setAll(g, j -> g[j] + (1 - RIDGE) * t[j]);
                                return value;
                            }
                        },
                        ObjectiveLaws.GRADIENT,
                        "a term (the penalty) is in one of the two only"),
                Mutant.of(
                        "B-OBJE-002 the value without the penalty",
                        new LeastSquares() {
                            @Override
                            public double value(double[] t) {
                                return super.value(t)
                                        - Arrays.stream(t)
                                                .map(CatalogueObjectives::ridge)
                                                .sum();
                            }
                        },
                        ObjectiveLaws.CALLS,
                        "a penalty or a mean is in one of the two only"),
                Mutant.of(
                        "B-OBJE-003 the likelihood for its negative",
                        new Bowl() {
                            @Override
                            public double value(double[] t) {
                                return -super.value(t);
                            }
                        },
                        ObjectiveLaws.GRADIENT,
                        "the gradient has the opposite sign"),
                Mutant.of(
                        "B-OBJE-011 a bound without its entropy",
                        new Bowl() {
                            @Override
                            public double quadratic(double[] t, double cap, double[] g, double[][] b) {
                                return super.quadratic(t, cap, g, b) - Math.log1p(t[0] * t[0]);
                            }
                        },
                        ObjectiveLaws.QUADRATIC,
                        "quadratic leaves out a term that gradient has"),
                Mutant.of(
                        "B-OBJE-014 two outputs: summed by value, averaged by gradient",
                        new Bowl() {
                            @Override
                            public double value(double[] t) {
                                return 2 * super.value(t);
                            }
                        },
                        ObjectiveLaws.CALLS,
                        "a penalty or a mean is in one of the two only"),
                Mutant.of(
                        "B-OBJE-017 a penalty in both phases of a difference",
                        new Bowl() {
                            @Override
                            public Curved penalized(String block, SmoothPenalty penalty) {
                                return this; // Ω − Ω
                            }
                        },
                        ObjectiveLaws.SUMS,
                        "loses a term, or counts one twice"),
                Mutant.of(
                        "B-OBJE-019 the intercept spared by value, its neighbour by gradient",
                        new LeastSquares() {
                            @Override
                            public double value(double[] t) {
                                return super.value(t) - ridge(t[0]);
                            }

                            @Override
                            public double gradient(double[] t, double[] g) {
                                double value = super.gradient(t, g);
                                g[1] -= RIDGE * t[1];
                                return value - ridge(t[0]);
                            }
                        },
                        ObjectiveLaws.GRADIENT,
                        "a single wrong coordinate is an index slip"));
    }

    private static Stream<Mutant<?>> batches() {
        return Stream.of(
                Mutant.of(
                        "B-OBJE-008 the mean weight times the mean gradient",
                        new LeastSquares() {
                            @Override
                            public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                double[] w = weightsOf(batch);
                                Arrays.fill(w, Arrays.stream(w).average().orElse(1));
                                return super.gradient(t, Batch.of(unitsOf(batch), w, batch.fraction()), g, feedback);
                            }
                        },
                        ObjectiveLaws.BATCHES,
                        "batch weights are left out"),
                Mutant.of(
                        "B-OBJE-016 a mean over weights that are not 0",
                        new LeastSquares() {
                            @Override
                            public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                long some = Arrays.stream(weightsOf(batch))
                                        .filter(w -> w > 0)
                                        .count();
                                return at(t, batch, g, 1 / Math.max(1, (double) some));
                            }
                        },
                        ObjectiveLaws.BATCHES,
                        "a batch is divided by its own size or weight"),
                Mutant.of(
                        "B-OPTI-050 gradients cleared with each part of a batch",
                        new LeastSquares() {
                            @Override
                            public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                double value = super.gradient(t, batch, g, feedback);
                                int last = batch.size() - 1;
                                if (last > 0) {
                                    int[] unit = {batch.unit(last)};
                                    double[] weight = {batch.weight(last)};
                                    super.gradient(t, Batch.of(unit, weight, batch.fraction()), g, feedback);
                                }
                                return value;
                            }
                        },
                        ObjectiveLaws.BATCHES,
                        "parts of a batch overwrite one another"));
    }
}
