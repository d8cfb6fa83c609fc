package dev.limpid.testkit.broken;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.PenaltyLaws;
import java.util.stream.Stream;

/** False declarations of penalties that are right otherwise; and true ones. */
final class BrokenPenaltyDeclarations {

    private static final PenaltyDeclaration PENALTY = PenaltyDeclaration.nothing();

    private BrokenPenaltyDeclarations() {}

    private static Mutant<?> penalty(
            String name, Penalty penalty, PenaltyDeclaration declares, Law<PenaltySubject> law, String cause) {
        return Mutant.of(name, new PenaltySubject(penalty, declares), law, cause);
    }

    /** λ·max(x, 0): numbers below 0 cost nothing. */
    private record OneSided() implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return 0.3 * Math.max(x, 0);
        }

        @Override
        public double prox(double z, int j, double step) {
            return z < 0 ? z : Math.max(z - 0.3 * step, 0);
        }
    }

    /** Stops on the way to the box. */
    private record HalfWay() implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return Math.abs(x) <= 1 ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public double prox(double z, int j, double step) {
            return z + Math.min(1, step) * (Math.max(-1, Math.min(1, z)) - z);
        }
    }

    /** Keeps what is below the threshold and drops the rest. */
    private record Reversed() implements Penalty {
        @Override
        public double value(double[] t, Block b) {
            return 0;
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            for (int j = b.offset(); j < b.end(); j++) {
                z[j] = 0;
            }
        }
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                penalty(
                        "a norm that is declared a square",
                        new L1Penalty(0.3),
                        PENALTY.withDegree(2),
                        PenaltyLaws.DEGREE,
                        "a root or a square is missing"),
                penalty(
                        "a square that is declared a norm",
                        new L2Penalty(0.3),
                        PENALTY.withDegree(1),
                        PenaltyLaws.DEGREE,
                        "a root or a square is missing or too many"),
                penalty(
                        "numbers below 0 left out",
                        new OneSided(),
                        PENALTY.withSymmetry(),
                        PenaltyLaws.SYMMETRIC,
                        "an absolute value or signum is missing"),
                penalty(
                        "shrinking declared as thresholding",
                        new L2Penalty(0.3),
                        PENALTY.withSparsity(),
                        PenaltyLaws.SPARSE,
                        "numbers are shrunk, not thresholded"),
                penalty(
                        "everything set to 0",
                        new Reversed(),
                        PENALTY.withSparsity(),
                        PenaltyLaws.SPARSE,
                        "the comparison with the threshold is the wrong way round"),
                penalty(
                        "a cost declared a constraint",
                        new L1Penalty(0.3),
                        PENALTY.asConstraint(),
                        PenaltyLaws.CONSTRAINT,
                        "a cost in place of a constraint"),
                penalty(
                        "a projection that stops on the way",
                        new HalfWay(),
                        PENALTY.asConstraint(),
                        PenaltyLaws.CONSTRAINT,
                        "the projection depends on the step"));
    }

    private static Awkward<?> penalty(Penalty penalty, PenaltyDeclaration declares) {
        return Awkward.of(
                Awkward.nameOf(penalty) + ", declared", new PenaltySubject(penalty, declares), PenaltyLaws.all());
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                penalty(new L1Penalty(0.3), PENALTY.withDegree(1).withSymmetry().withSparsity()),
                penalty(new L2Penalty(0.3), PENALTY.withDegree(2).withSymmetry()),
                penalty(
                        new BrokenPenalties.GroupLasso(),
                        PENALTY.withDegree(1).withSymmetry().withSparsity()),
                penalty(new OneSided(), PENALTY.withDegree(1)),
                penalty(new BrokenPenalties.Box(), PENALTY.withSymmetry().asConstraint()));
    }
}
