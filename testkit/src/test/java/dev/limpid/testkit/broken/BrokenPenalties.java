package dev.limpid.testkit.broken;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.PenaltyLaws;
import java.util.stream.Stream;

/** Penalties with one fault each, and odd ones that are right. */
final class BrokenPenalties {

    static final double STRENGTH = 0.3;

    private BrokenPenalties() {}

    private static Mutant<PenaltySubject> fault(String name, Penalty penalty, Law<PenaltySubject> law, String cause) {
        return Mutant.of(name, PenaltySubject.of(penalty), law, cause);
    }

    /** The lasso's two methods, to be changed by anonymous classes. */
    static class Lasso implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return STRENGTH * Math.abs(x);
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.signum(z) * Math.max(Math.abs(z) - STRENGTH * step, 0);
        }
    }

    static class Ridge implements SmoothPenalty, SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return 0.5 * STRENGTH * x * x;
        }

        @Override
        public double prox(double z, int j, double step) {
            return z / (1 + STRENGTH * step);
        }

        @Override
        public void addGradient(double[] t, Block b, double[] g) {
            for (int j = b.offset(); j < b.end(); j++) {
                g[j] += STRENGTH * t[j];
            }
        }

        @Override
        public void addCurvature(double[] t, Block b, double[] c) {
            for (int j = b.offset(); j < b.end(); j++) {
                c[j] += STRENGTH;
            }
        }
    }

    static Stream<Mutant<PenaltySubject>> mutants() {
        return Stream.of(
                fault(
                        "negative value",
                        new Lasso() {
                            @Override
                            public double value(double x, int j) {
                                return STRENGTH * (Math.abs(x) - 1);
                            }
                        },
                        PenaltyLaws.VALUE,
                        "Ω is a cost and ≥ 0"),
                fault(
                                "threshold without the step",
                                new Lasso() {
                                    @Override
                                    public double prox(double z, int j, double step) {
                                        return super.prox(z, j, 1);
                                    }
                                },
                                PenaltyLaws.PROX,
                                "the step is left out: the threshold is strength·step, not strength")
                        .as("B-PENA-001"),
                fault(
                        "ridge prox with the square of the step",
                        new Ridge() {
                            @Override
                            public double prox(double z, int j, double step) {
                                return z / (1 + STRENGTH * step * step);
                            }
                        },
                        PenaltyLaws.PROX,
                        "it is right for step 1 only"),
                fault(
                        "ridge prox with a factor 2",
                        new Ridge() {
                            @Override
                            public double prox(double z, int j, double step) {
                                return z / (1 + 2 * STRENGTH * step);
                            }
                        },
                        PenaltyLaws.PROX,
                        "another formula than value's: a factor 2"),
                fault(
                                "elastic net that shrinks before it thresholds",
                                new Lasso() {
                                    @Override
                                    public double value(double x, int j) {
                                        return STRENGTH * (Math.abs(x) + 0.5 * x * x);
                                    }

                                    @Override
                                    public double prox(double z, int j, double step) {
                                        return super.prox(z / (1 + STRENGTH * step), j, step);
                                    }
                                },
                                PenaltyLaws.PROX,
                                "shrinking before thresholding")
                        .as("B-PENA-011"),
                fault(
                        "a norm that is 0",
                        new GroupLasso() {
                            @Override
                            public void prox(double[] z, Block b, double step) {
                                double shrink = Math.max(0, 1 - STRENGTH * step / norm(z, b));
                                for (int j = b.offset(); j < b.end(); j++) {
                                    z[j] *= norm(z, b) == 0 ? 0.0 / 0 : shrink;
                                }
                            }
                        },
                        PenaltyLaws.PROX,
                        "a 0/0 (a norm that is 0)"),
                fault(
                        "ridge prox for a lasso",
                        new Lasso() {
                            @Override
                            public double prox(double z, int j, double step) {
                                return z / (1 + STRENGTH * step);
                            }
                        },
                        PenaltyLaws.SUBGRADIENT,
                        "prox is that of another penalty"),
                fault(
                                "intercept penalised",
                                new Lasso() {
                                    @Override
                                    public double value(double[] t, Block b) {
                                        double sum = 0;
                                        for (double x : t) {
                                            sum += STRENGTH * Math.abs(x);
                                        }
                                        return sum;
                                    }
                                },
                                PenaltyLaws.BLOCK,
                                "the loop runs over all parameters, the intercept among them")
                        .as("B-PENA-007"),
                fault(
                                "intercept shrunk",
                                new Lasso() {
                                    @Override
                                    public void prox(double[] z, Block b, double step) {
                                        for (int j = 0; j < z.length; j++) {
                                            z[j] = prox(z[j], j, step);
                                        }
                                    }
                                },
                                PenaltyLaws.BLOCK,
                                "the loop runs over all parameters, the intercept among them")
                        .as("B-PENA-008"),
                fault(
                        "block form with another strength",
                        new Lasso() {
                            @Override
                            public double value(double[] t, Block b) {
                                return 2 * super.value(t, b);
                            }
                        },
                        PenaltyLaws.SEPARABLE,
                        "one of the two is overridden with another formula"),
                fault(
                        "gradient with a factor 2",
                        new Ridge() {
                            @Override
                            public void addGradient(double[] t, Block b, double[] g) {
                                super.addGradient(t, b, g);
                                super.addGradient(t, b, g);
                            }
                        },
                        PenaltyLaws.GRADIENT,
                        "a factor 2: λ/2·‖x‖² has the gradient λ·x"),
                fault(
                        "gradient overwritten",
                        new Ridge() {
                            @Override
                            public void addGradient(double[] t, Block b, double[] g) {
                                for (int j = b.offset(); j < b.end(); j++) {
                                    g[j] = STRENGTH * t[j];
                                }
                            }
                        },
                        PenaltyLaws.GRADIENT,
                        "addGradient overwrites g; it has to add to it"),
                fault(
                        "curvature too small",
                        new Ridge() {
                            @Override
                            public void addCurvature(double[] t, Block b, double[] c) {
                                c[b.offset()] += STRENGTH;
                            }
                        },
                        PenaltyLaws.CURVATURE,
                        "addCurvature adds too little"),
                fault(
                        "convexity declared by mistake",
                        new Lasso() {
                            @Override
                            public double value(double x, int j) {
                                return Math.sqrt(Math.abs(x));
                            }
                        },
                        PenaltyLaws.CONVEX,
                        "Ω is not convex; let convex() return false"),
                fault(
                        "shrinks without a step",
                        new Lasso() {
                            @Override
                            public double prox(double z, int j, double step) {
                                return 0.9 * z;
                            }
                        },
                        PenaltyLaws.SMALL_STEP,
                        "the prox goes to z as the step goes to 0"),
                fault(
                        "NaN becomes 0",
                        new Lasso() {
                            @Override
                            public double prox(double z, int j, double step) {
                                double s = STRENGTH * step;
                                return z > s ? z - s : z < -s ? z + s : 0;
                            }
                        },
                        PenaltyLaws.NAN,
                        "comparisons with NaN are all false"),
                fault(
                        "a counter",
                        new Lasso() {
                            private int calls;

                            @Override
                            public double value(double x, int j) {
                                return super.value(x, j) * (1 + 1e-9 * ++calls);
                            }
                        },
                        PenaltyLaws.STATELESS,
                        "a field remembers something between calls"));
    }

    /** λ·‖x‖₂ over the whole block. */
    static class GroupLasso implements Penalty {
        static double norm(double[] t, Block b) {
            double square = 0;
            for (int j = b.offset(); j < b.end(); j++) {
                square += t[j] * t[j];
            }
            return Math.sqrt(square);
        }

        @Override
        public double value(double[] t, Block b) {
            return STRENGTH * norm(t, b);
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            double norm = norm(z, b);
            double keep = norm <= STRENGTH * step ? 0 : 1 - STRENGTH * step / norm;
            for (int j = b.offset(); j < b.end(); j++) {
                z[j] *= keep;
            }
        }
    }

    /** λ for each number that isn't 0: not convex, its prox jumps. */
    private record L0(double strength) implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return x == 0 ? 0 : strength;
        }

        @Override
        public double prox(double z, int j, double step) {
            return z * z <= 2 * strength * step ? 0 * z : z;
        }

        @Override
        public boolean convex() {
            return false;
        }
    }

    /** 0 in [−1, 1], +∞ outside. */
    record Box() implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return Math.abs(x) <= 1 ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.max(-1, Math.min(1, z));
        }
    }

    /** A lasso that leaves every second number alone. */
    private record Weighted() implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return j % 2 * Math.abs(x);
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.signum(z) * Math.max(Math.abs(z) - j % 2 * step, 0);
        }
    }

    static Stream<Awkward<PenaltySubject>> right() {
        return Stream.<Penalty>of(
                        new GroupLasso(), new L0(0.4), new Box(), new Weighted(), new L1Penalty(0), new L1Penalty(1e-6))
                .map(penalty -> Awkward.of(Awkward.nameOf(penalty), PenaltySubject.of(penalty), PenaltyLaws.all()));
    }
}
