package dev.limpid.testkit.broken;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.HessianProduct;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.training.OracleCount;
import dev.limpid.testkit.declaration.HypothesisSubject;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.HypothesisLaws;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.ObjectiveLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Penalties, objectives and hypotheses with the faults that are left: each makes another rule of the diagnosis speak. */
final class RuleParts {

    private RuleParts() {}

    static Stream<Mutant<?>> mutants() {
        return Stream.of(penalties(), objectives(), hessians(), hypotheses()).flatMap(mutants -> mutants);
    }

    private static Mutant<?> fault(String name, Penalty penalty, Law<PenaltySubject> law, String cause) {
        return Mutant.of(name, PenaltySubject.of(penalty), law, cause);
    }

    private static Stream<Mutant<?>> penalties() {
        return Stream.of(
                fault(
                        "coordinates with another threshold than the block",
                        new BrokenPenalties.Lasso() {
                            @Override
                            public double prox(double z, int j, double step) {
                                return 0.9 * super.prox(z, j, step);
                            }

                            @Override
                            public void prox(double[] z, Block b, double step) {
                                for (int j = b.offset(); j < b.end(); j++) {
                                    z[j] = super.prox(z[j], j - b.offset(), step);
                                }
                            }
                        },
                        PenaltyLaws.SEPARABLE,
                        "one of the two is overridden with another formula"),
                fault(
                        "a gradient with the wrong sign",
                        new BrokenPenalties.Ridge() {
                            @Override
                            public void addGradient(double[] t, Block b, double[] g) {
                                double[] right = new double[g.length];
                                super.addGradient(t, b, right);
                                Arrays.setAll(g, j -> g[j] - right[j]);
                            }
                        },
                        PenaltyLaws.GRADIENT,
                        "Likely cause: the sign."),
                fault(
                        "absolute values in place",
                        new BrokenPenalties.Lasso() {
                            @Override
                            public double value(double[] t, Block b) {
                                Arrays.setAll(t, j -> Math.abs(t[j]));
                                return super.value(t, b);
                            }
                        },
                        PenaltyLaws.STATELESS,
                        "the array is used as scratch space; copy it first"),
                fault(
                        "a prox that doubles",
                        new BrokenPenalties.Lasso() {
                            @Override
                            public double prox(double z, int j, double step) {
                                return 2 * z;
                            }
                        },
                        PenaltyLaws.CONVEX,
                        "drives no two points apart"),
                Mutant.of(
                        "nothing, declared to be of degree 1",
                        new PenaltySubject(
                                new NoPenalty(), PenaltyDeclaration.nothing().withDegree(1)),
                        PenaltyLaws.DEGREE,
                        "All values looked at are 0."));
    }

    private static Mutant<?> bowl(String name, String cause, BrokenObjectives.Bowl bowl) {
        return Mutant.of(name, bowl, ObjectiveLaws.GRADIENT, cause);
    }

    private static Mutant<?> hessian(String name, String cause, Times times) {
        BrokenObjectives.Bowl bowl = new BrokenObjectives.Bowl() {
            @Override
            public HessianProduct hessian(double[] t) {
                return (v, out) -> times.of(t, v, out);
            }
        };
        return Mutant.of(name, bowl, ObjectiveLaws.HESSIAN, cause);
    }

    /** out = H(θ)·v. */
    @FunctionalInterface
    private interface Times {
        void of(double[] t, double[] v, double[] out);
    }

    /** The right one: vⱼ ↦ (j + 1)·vⱼ. */
    private static Stream<Mutant<?>> hessians() {
        return Stream.of(
                hessian(
                        "half the Hessian",
                        "a factor (2, 1/n, a weight) or a term",
                        (t, v, out) -> Arrays.setAll(out, j -> (j + 1) * v[j] / 2)),
                hessian(
                        "the Hessian of the negative",
                        "Likely cause: the sign.",
                        (t, v, out) -> Arrays.setAll(out, j -> -(j + 1) * v[j])),
                hessian(
                        "products that add up",
                        "times adds to out instead of overwriting it",
                        (t, v, out) -> Arrays.setAll(out, j -> out[j] + (j + 1) * v[j])),
                hessian("a direction as scratch space", "v is used as scratch space", (t, v, out) -> {
                    Arrays.setAll(v, j -> (j + 1) * v[j]);
                    System.arraycopy(v, 0, out, 0, out.length);
                }),
                Mutant.of(
                        "half the diagonal of the Hessian",
                        new BrokenObjectives.Bowl() {
                            @Override
                            public HessianProduct hessian(double[] t) {
                                return new HalfDiagonal();
                            }
                        },
                        ObjectiveLaws.HESSIAN,
                        "is in the products only"),
                Mutant.of("a point that is not copied", new Quartic(false), ObjectiveLaws.HESSIAN, "hessian copies it"),
                Mutant.of(
                        "straight lines",
                        new Quartic(true),
                        ObjectiveLaws.HESSIAN,
                        "All second derivatives looked at are 0."));
    }

    /** The right products, and half the diagonal. */
    private static final class HalfDiagonal implements HessianProduct {
        @Override
        public void times(double[] v, double[] out) {
            Arrays.setAll(out, j -> (j + 1) * v[j]);
        }

        @Override
        public boolean diagonal(double[] out) {
            Arrays.setAll(out, j -> (j + 1) / 2.0);
            return true;
        }
    }

    /** F(t) = Σⱼ tⱼ⁴, or Σⱼ tⱼ if it is straight. */
    private record Quartic(boolean straight) implements Smooth {
        @Override
        public Blocks blocks() {
            return Blocks.single(3);
        }

        @Override
        public double value(double[] t) {
            return Arrays.stream(t).map(x -> straight ? x : x * x * x * x).sum();
        }

        @Override
        public double gradient(double[] t, double[] g) {
            Arrays.setAll(g, j -> straight ? 1 : 4 * t[j] * t[j] * t[j]);
            return value(t);
        }

        @Override
        public HessianProduct hessian(double[] t) {
            return (v, out) -> Arrays.setAll(out, j -> straight ? 0 : 12 * t[j] * t[j] * v[j]);
        }
    }

    private static Stream<Mutant<?>> objectives() {
        return Stream.of(
                bowl("a flat bowl", "All derivatives looked at are 0.", new BrokenObjectives.Bowl() {
                    @Override
                    public double value(double[] t) {
                        return 1;
                    }

                    @Override
                    public double gradient(double[] t, double[] g) {
                        Arrays.fill(g, 0);
                        return 1;
                    }
                }),
                bowl("a gradient that is kept", "gradient does not write to g.", new BrokenObjectives.Bowl() {
                    @Override
                    public double gradient(double[] t, double[] g) {
                        return super.gradient(t, new double[3]);
                    }
                }),
                bowl(
                        "twice the gradient, added",
                        "gradient adds to g; it has to overwrite it.",
                        new BrokenObjectives.Bowl() {
                            @Override
                            public double gradient(double[] t, double[] g) {
                                double[] right = new double[3];
                                double value = super.gradient(t, right);
                                Arrays.setAll(g, j -> g[j] + 2 * right[j]);
                                return value;
                            }
                        }),
                Mutant.of(
                        "gradients that are not counted",
                        new BrokenObjectives.Bowl() {
                            private int values;

                            @Override
                            public double value(double[] t) {
                                values++;
                                return super.value(t);
                            }

                            @Override
                            public OracleCount count() {
                                return new OracleCount(values, 0, 0, 0);
                            }
                        },
                        ObjectiveLaws.COUNT,
                        "gradients are counted elsewhere"),
                Mutant.of(
                        "batches of half the size that they have",
                        new BrokenObjectives.LeastSquares() {
                            @Override
                            public double gradient(double[] t, double[] g) {
                                return at(t, Batch.range(0, Y.length, 1), g, 1.0 / Y.length);
                            }

                            @Override
                            public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                                return at(t, batch, g, 2 / (batch.fraction() * Y.length));
                            }
                        },
                        ObjectiveLaws.BATCHES,
                        "all units as a batch of fraction 1"));
    }

    /** A linear map whose scores or pullback are changed. */
    private record Map3(double scores, double pullback, boolean scratches) implements Hypothesis {
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
            Arrays.setAll(t, j -> random.nextGaussian());
        }

        @Override
        public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
            Pass pass = RIGHT.forward(t, x, batch, f);
            f[0] = Arrays.stream(f[0]).map(score -> scores * score).toArray();
            t[0] *= scratches ? 2 : 1;
            return new Pass() {
                @Override
                public void pullback(double[][] g, double[] grad) {
                    double[] right = new double[grad.length];
                    pass.pullback(g, right);
                    Arrays.setAll(grad, j -> grad[j] + pullback * right[j]);
                }

                @Override
                public void pushforward(double[] v, double[][] df) {
                    pass.pushforward(v, df);
                }
            };
        }
    }

    private static HypothesisSubject on(Map3 map) {
        double[][] x = {{1, 2}, {0, -1}, {3, 0.5}};
        return new HypothesisSubject(map, Dataset.unlabeled(x).features());
    }

    private static Stream<Mutant<?>> hypotheses() {
        return Stream.of(
                Mutant.of(
                        "twice the pullback",
                        on(new Map3(1, 2, false)),
                        HypothesisLaws.PULLBACK,
                        "pullback is of another map than forward"),
                Mutant.of(
                        "scores of 0",
                        on(new Map3(0, 0, false)),
                        HypothesisLaws.PULLBACK,
                        "No parameter has an effect on a score."),
                Mutant.of(
                        "parameters scaled in place",
                        on(new Map3(1, 1, true)),
                        HypothesisLaws.ROWS,
                        "θ was changed by forward"));
    }
}
