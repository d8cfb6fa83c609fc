package dev.limpid.algorithms.linear.matrix;

import dev.limpid.core.penalty.AdaptiveLassoPenalty;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.ScadPenalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L1Ball;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.constraint.NuclearBall;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.FusedLassoPenalty;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.penalty.structured.NuclearNormPenalty;
import dev.limpid.core.penalty.structured.PenaltySum;
import dev.limpid.core.penalty.structured.SparseGroupLassoPenalty;
import dev.limpid.core.penalty.structured.TotalVariationPenalty;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Every penalty and constraint of the library, as strong as makes a difference on the small data sets. */
final class PenaltyAxis {

    /**
     * A level of the axis.
     *
     * @param name how cells call it
     * @param of Ω for a model of so many coefficients
     */
    record PenaltyLevel(String name, IntFunction<Penalty> of) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Groups GROUPS = Groups.ofRows(new int[] {0, 1}, new int[] {2}, new int[] {3});

    static final List<PenaltyLevel> LEVELS = List.of(
            of(NoPenalty.of()),
            of(L2Penalty.of(0.05)),
            of(L1Penalty.of(0.05)),
            of(ElasticNetPenalty.of(0.1, 0.5)),
            new PenaltyLevel(
                    "AdaptiveLassoPenalty",
                    size -> AdaptiveLassoPenalty.of(
                            0.05,
                            IntStream.range(0, size)
                                    .mapToDouble(j -> 0.5 + j % 3)
                                    .toArray())),
            of(L0Penalty.of(0.01)),
            of(McpPenalty.of(0.1)),
            of(ScadPenalty.of(0.1)),
            of(GroupLassoPenalty.of(0.05, GROUPS)),
            of(SparseGroupLassoPenalty.of(0.1, 0.5, GROUPS)),
            of(FusedLassoPenalty.of(0.05, 0.5)),
            of(TotalVariationPenalty.of(0.05)),
            of(NuclearNormPenalty.of(0.05)),
            of(NonNegative.of()),
            of(Box.of(-0.2, 0.3)),
            new PenaltyLevel(
                    "Box of its own for each",
                    size -> Box.of(
                            IntStream.range(0, size)
                                    .mapToDouble(j -> j % 3 == 0 ? Double.NEGATIVE_INFINITY : -0.1 * j)
                                    .toArray(),
                            IntStream.range(0, size)
                                    .mapToDouble(j -> j % 2 == 0 ? 0.4 : Double.POSITIVE_INFINITY)
                                    .toArray())),
            of(L1Ball.of(0.5)),
            of(L2Ball.of(0.4)),
            of(Simplex.of(0.8)),
            of(NuclearBall.of(0.4)),
            new PenaltyLevel("sum of L1 and NonNegative", size -> PenaltySum.of(L1Penalty.of(0.02), NonNegative.of())),
            new PenaltyLevel("sum of L2 and Box", size -> PenaltySum.of(L2Penalty.of(0.1), Box.of(-0.2, 0.3))),
            new PenaltyLevel(
                    "sum of GroupLasso, NonNegative and L2",
                    size -> PenaltySum.of(GroupLassoPenalty.of(0.03, GROUPS), NonNegative.of(), L2Penalty.of(0.05))));

    private PenaltyAxis() {}

    private static PenaltyLevel of(Penalty penalty) {
        return new PenaltyLevel(penalty.getClass().getSimpleName(), size -> penalty);
    }
}
