package dev.limpid.testkit.broken;

import static dev.limpid.testkit.broken.BrokenPenalties.STRENGTH;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.broken.BrokenPenalties.GroupLasso;
import dev.limpid.testkit.broken.BrokenPenalties.Lasso;
import dev.limpid.testkit.broken.BrokenPenalties.Ridge;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.PenaltyLaws;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bugs of the catalogue in penalties, as far as no other file has them already. */
final class CataloguePenalties {

    private static final String ANOTHER_FORMULA =
            "another formula than value's: a factor 2, shrinking before thresholding, or a branch left out";

    private CataloguePenalties() {}

    private static Mutant<PenaltySubject> prox(String id, String name, Penalty penalty) {
        return Mutant.of(name, PenaltySubject.of(penalty), PenaltyLaws.PROX, ANOTHER_FORMULA)
                .as(id);
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                prox("B-PENA-002", "sorted L1 that pools no neighbours", new SortedL1()),
                prox("B-PENA-003", "group with a free coordinate, shrunk as a whole", new FreeCoordinate()),
                Mutant.of(
                                "penalty added for its gradient",
                                PenaltySubject.of(new Ridge() {
                                    @Override
                                    public void addGradient(double[] t, Block b, double[] g) {
                                        for (int j = b.offset(); j < b.end(); j++) {
                                            g[j] += STRENGTH * t[j] * t[j];
                                        }
                                    }
                                }),
                                PenaltyLaws.GRADIENT,
                                "addGradient and value are of different formulas")
                        .as("B-PENA-006"),
                prox("B-PENA-012", "strength 0 that shrinks", new Lasso() {
                    @Override
                    public double value(double x, int j) {
                        return 0 * x;
                    }
                }),
                prox("B-PENA-015", "projected after the group is shrunk", new ShrunkThenProjected()),
                prox("B-PENA-016", "root of the group's size left out", new RootLeftOut()),
                Mutant.of(
                                "slope of 0 taken for 1",
                                new PenaltySubject(
                                        new Lasso() {
                                            @Override
                                            public double prox(double z, int j, double step) {
                                                return z - STRENGTH * step * (z >= 0 ? 1 : -1);
                                            }
                                        },
                                        PenaltyDeclaration.nothing().withSparsity()),
                                PenaltyLaws.SPARSE,
                                "x − threshold·sign(x) has to stop at exactly 0")
                        .as("B-PENA-019"));
    }

    /** Σᵢ λᵢ·|x|₍ᵢ₎, largest first, λᵢ falling by steps of 0.1. */
    private static final class SortedL1 implements Penalty {
        private static int[] largestFirst(double[] t, Block b) {
            return IntStream.range(b.offset(), b.end())
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> -Math.abs(t[j])))
                    .mapToInt(j -> j)
                    .toArray();
        }

        @Override
        public double value(double[] t, Block b) {
            int[] order = largestFirst(t, b);
            double sum = 0;
            for (int i = 0; i < order.length; i++) {
                sum += 0.1 * (order.length - i) * Math.abs(t[order[i]]);
            }
            return sum;
        }

        /** Thresholds by rank and leaves it at that, even where the order is upset. */
        @Override
        public void prox(double[] z, Block b, double step) {
            int[] order = largestFirst(z, b);
            for (int i = 0; i < order.length; i++) {
                double x = z[order[i]];
                z[order[i]] = Math.signum(x) * Math.max(Math.abs(x) - 0.1 * (order.length - i) * step, 0);
            }
        }
    }

    /** λ·‖x without its first number‖₂. */
    private static final class FreeCoordinate implements Penalty {
        private static double norm(double[] t, Block b) {
            double square = 0;
            for (int j = b.offset() + 1; j < b.end(); j++) {
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

    /** λ·‖x‖₂ for x ≥ 0, +∞ elsewhere. */
    private static final class ShrunkThenProjected extends GroupLasso {
        @Override
        public double value(double[] t, Block b) {
            for (int j = b.offset(); j < b.end(); j++) {
                if (t[j] < 0) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return super.value(t, b);
        }

        /** Shrinks by the norm of all numbers, though only the positive ones stay. */
        @Override
        public void prox(double[] z, Block b, double step) {
            super.prox(z, b, step);
            for (int j = b.offset(); j < b.end(); j++) {
                z[j] = Math.max(0, z[j]);
            }
        }
    }

    /** λ·√m·‖x‖₂ for m numbers; its prox knows nothing of √m. */
    private static final class RootLeftOut extends GroupLasso {
        @Override
        public double value(double[] t, Block b) {
            return Math.sqrt(b.end() - b.offset()) * super.value(t, b);
        }
    }
}
