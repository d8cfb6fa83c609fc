package dev.limpid.testkit.broken;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Line;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import dev.limpid.testkit.declaration.HypothesisSubject;
import dev.limpid.testkit.law.HypothesisLaws;
import dev.limpid.testkit.law.ObjectiveLaws;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Objectives and hypotheses with one fault each. */
final class BrokenObjectives {

    private BrokenObjectives() {}

    /** F(t) = (1/n)·Σᵢ ½(⟨xᵢ, t⟩ − yᵢ)² + ½·0.1·‖t‖², by hand. */
    static class LeastSquares implements FiniteSum {
        static final double RIDGE = 0.1;
        static final double[][] X = {{1, 2, 0}, {0.5, -1, 1}, {2, 0.3, -1}, {-1, 1, 0.7}, {0.2, 0.1, 1.5}};
        static final double[] Y = {1, -2, 0.5, 3, 0.1};

        @Override
        public Blocks blocks() {
            return Blocks.single(3);
        }

        @Override
        public Population units() {
            return Population.of(Y.length);
        }

        @Override
        public double value(double[] t) {
            return LeastSquares.at(t, Batch.range(0, Y.length, 1), new double[3], 1.0 / Y.length);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            return gradient(t, Batch.range(0, Y.length, 1), g, FeedbackSink.NONE);
        }

        @Override
        public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
            return at(t, batch, g, 1 / (batch.fraction() * Y.length));
        }

        static double at(double[] t, Batch batch, double[] g, double scale) {
            Arrays.fill(g, 0);
            double value = 0;
            for (int k = 0; k < batch.size(); k++) {
                double[] x = X[batch.unit(k)];
                double r = -Y[batch.unit(k)];
                for (int j = 0; j < x.length; j++) {
                    r += x[j] * t[j];
                }
                double weight = batch.weight(k) * scale;
                value += weight * 0.5 * r * r;
                for (int j = 0; j < x.length; j++) {
                    g[j] += weight * r * x[j];
                }
            }
            for (int j = 0; j < t.length; j++) {
                value += 0.5 * RIDGE * t[j] * t[j];
                g[j] += RIDGE * t[j];
            }
            return value;
        }
    }

    /** F(t) = ½Σⱼ cⱼ·tⱼ² + 1 with c = (1, 2, 3). */
    static class Bowl implements Curved {
        @Override
        public Blocks blocks() {
            return Blocks.single(3);
        }

        @Override
        public double value(double[] t) {
            return gradient(t, new double[3]);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            double value = 1;
            for (int j = 0; j < 3; j++) {
                g[j] = (j + 1) * t[j];
                value += 0.5 * g[j] * t[j];
            }
            return value;
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] b) {
            for (int j = 0; j < 3; j++) {
                Arrays.fill(b[j], 0, j + 1, 0);
                b[j][j] = j + 1;
            }
            return gradient(t, g);
        }

        @Override
        public double typicalCurvature(double[] t) {
            return 1;
        }

        @Override
        public boolean needsCap() {
            return false;
        }
    }

    private static Stream<Mutant<?>> objectives() {
        return Stream.of(
                Mutant.of(
                        "sign",
                        new Bowl() {
                            @Override
                            public double gradient(double[] t, double[] g) {
                                double value = super.gradient(t, g);
                                Arrays.setAll(g, j -> -g[j]);
                                return value;
                            }
                        },
                        ObjectiveLaws.GRADIENT,
                        "the gradient has the opposite sign"),
                Mutant.of(
                                "penalty in the value only",
                                new Bowl() {
                                    @Override
                                    public double value(double[] t) {
                                        return super.value(t) + 0.3 * t[1] * t[1];
                                    }
                                },
                                ObjectiveLaws.GRADIENT,
                                "a term (the penalty) is in one of the two only")
                        .as("B-OBJE-005", "B-OPTI-060"),
                Mutant.of(
                        "gradient added",
                        new Bowl() {
                            @Override
                            public double gradient(double[] t, double[] g) {
                                double[] kept = g.clone();
                                double value = super.gradient(t, g);
                                Arrays.setAll(g, j -> g[j] + kept[j]);
                                return value;
                            }
                        },
                        ObjectiveLaws.CALLS,
                        "gradient adds to g instead of overwriting it"),
                Mutant.of(
                        "value of the gradient without a term",
                        new Bowl() {
                            @Override
                            public double gradient(double[] t, double[] g) {
                                return super.gradient(t, g) - 1;
                            }

                            @Override
                            public double value(double[] t) {
                                return super.value(t) + 1;
                            }
                        },
                        ObjectiveLaws.CALLS,
                        "a penalty or a mean is in one of the two only"),
                Mutant.of(
                        "θ as scratch space",
                        new Bowl() {
                            @Override
                            public double value(double[] t) {
                                double value = super.value(t);
                                t[0] *= 2;
                                return value;
                            }
                        },
                        ObjectiveLaws.CALLS,
                        "θ is used as scratch space"),
                Mutant.of(
                                "cache by the array",
                                new Bowl() {
                                    private double[] key = {};
                                    private double cached;

                                    @Override
                                    public double value(double[] t) {
                                        if (t != key) { // the fault: the same array may hold other numbers
                                            cached = super.value(t);
                                            key = t;
                                        }
                                        return cached;
                                    }
                                },
                                ObjectiveLaws.CALLS,
                                "a cache that is keyed by the array")
                        .as("B-OBJE-015"),
                Mutant.of(
                        "depends on the thread",
                        new Bowl() {
                            private final long home = Thread.currentThread().getId();

                            @Override
                            public double value(double[] t) {
                                return super.value(t) + (Thread.currentThread().getId() == home ? 0 : 1e-9);
                            }
                        },
                        ObjectiveLaws.THREADS,
                        "a field is used as scratch space"),
                Mutant.of(
                        "line without a term",
                        new Bowl() {
                            @Override
                            public Line along(double[] t, double[] d) {
                                Line plain = super.along(t, d);
                                return alpha -> {
                                    Line.Point point = plain.at(alpha);
                                    return new Line.Point(alpha, point.value() - 1, point.slope());
                                };
                            }
                        },
                        ObjectiveLaws.LINE,
                        "the line leaves out a term"),
                Mutant.of(
                        "sum that loses a term",
                        new Bowl() {
                            @Override
                            public Smooth plus(Smooth other) {
                                return this;
                            }
                        },
                        ObjectiveLaws.SUMS,
                        "loses a term, or counts one twice"),
                Mutant.of(
                                "batches divided by their own size",
                                new LeastSquares() {
                                    @Override
                                    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                        return at(t, batch, g, 1.0 / Math.max(1, batch.size()));
                                    }
                                },
                                ObjectiveLaws.BATCHES,
                                "a batch is divided by its own size or weight, or by nothing, instead of fraction·W")
                        .as("B-LOSS-061"),
                Mutant.of(
                                "batch weights left out",
                                new LeastSquares() {
                                    @Override
                                    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                        int[] units = new int[batch.size()];
                                        Arrays.setAll(units, batch::unit);
                                        return super.gradient(t, Batch.of(units, batch.fraction()), g, feedback);
                                    }
                                },
                                ObjectiveLaws.BATCHES,
                                "batch weights are left out")
                        .as("B-OPTI-055"),
                Mutant.of(
                        "matrix of half the Hessian",
                        new Bowl() {
                            @Override
                            public double quadratic(double[] t, double cap, double[] g, double[][] b) {
                                double value = super.quadratic(t, cap, g, b);
                                b[2][2] /= 2;
                                return value;
                            }
                        },
                        ObjectiveLaws.QUADRATIC,
                        "B is below the Hessian"),
                Mutant.of(
                        "gradient of the quadratic without a term",
                        new Bowl() {
                            @Override
                            public double quadratic(double[] t, double cap, double[] g, double[][] b) {
                                double value = super.quadratic(t, cap, g, b);
                                g[0] += 0.1;
                                return value;
                            }
                        },
                        ObjectiveLaws.QUADRATIC,
                        "quadratic leaves out a term that gradient has"),
                Mutant.of(
                        "a count that stands still",
                        new Bowl() {
                            @Override
                            public OracleCount count() {
                                return new OracleCount(1, 1, 0, 3);
                            }
                        },
                        ObjectiveLaws.COUNT,
                        "values are counted elsewhere"));
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                Awkward.of("a bowl by hand", new Bowl(), ObjectiveLaws.all()),
                Awkward.of("least squares by hand", new LeastSquares(), ObjectiveLaws.all()),
                Awkward.of("a map by hand", on(new Map2(false, false, false, false)), HypothesisLaws.all()));
    }

    /** A linear map with switches for its usual faults. */
    private record Map2(boolean overwrites, boolean other, boolean byPlace, boolean leavesOut) implements Hypothesis {
        private static final LinearHypothesis RIGHT = new LinearHypothesis(2, 1, true);

        @Override
        public Blocks blocks() {
            return RIGHT.blocks();
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public void start(RandomGenerator random, double[] t) {
            for (int j = leavesOut ? 1 : 0; j < t.length; j++) {
                t[j] = random.nextGaussian();
            }
        }

        @Override
        public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
            Batch rows = byPlace ? Batch.range(0, batch.size(), batch.fraction()) : batch;
            Pass pass = RIGHT.forward(t, x, rows, f);
            return new Pass() {
                @Override
                public void pullback(double[][] g, double[] grad) {
                    if (overwrites) {
                        Arrays.fill(grad, 0);
                    }
                    pass.pullback(g, grad);
                }

                @Override
                public void pushforward(double[] v, double[][] df) {
                    pass.pushforward(v, df);
                    df[0][0] *= other ? 2 : 1;
                }
            };
        }
    }

    private static HypothesisSubject on(Map2 map) {
        double[][] x = {{1, 2}, {0, -1}, {3, 0.5}};
        return new HypothesisSubject(map, Dataset.unlabeled(x).features());
    }

    private static Stream<Mutant<?>> hypotheses() {
        return Stream.of(
                Mutant.of(
                        "pullback that overwrites",
                        on(new Map2(true, false, false, false)),
                        HypothesisLaws.PULLBACK,
                        "pullback overwrites grad; it has to add to it."),
                Mutant.of(
                        "pushforward of another map",
                        on(new Map2(false, true, false, false)),
                        HypothesisLaws.ADJOINT,
                        "is of another map than pullback"),
                Mutant.of(
                        "rows by their place",
                        on(new Map2(false, false, true, false)),
                        HypothesisLaws.ROWS,
                        "rows are taken by their place in the batch instead of batch.unit(i)"),
                Mutant.of(
                        "a start that leaves numbers out",
                        on(new Map2(false, false, false, true)),
                        HypothesisLaws.START,
                        "start leaves parameters as they were"));
    }

    /** All objectives and hypotheses with a fault. */
    static Stream<Mutant<?>> mutants() {
        return Stream.concat(objectives(), hypotheses());
    }
}
