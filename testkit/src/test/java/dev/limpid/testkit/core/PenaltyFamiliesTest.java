package dev.limpid.testkit.core;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.core.penalty.AdaptiveLassoPenalty;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.ScadPenalty;
import dev.limpid.core.penalty.SeparablePenalty;
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
import dev.limpid.testkit.contract.PenaltyContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folded, structured and summed penalties and the constraints obey the laws, on a block of three rows and two columns. */
class PenaltyFamiliesTest {

    private static final Groups PAIRS = Groups.ofPositions(new int[] {0, 5}, new int[] {2, 1, 3});

    static Stream<Penalty> separable() {
        return Stream.of(
                L0Penalty.of(0.4),
                L0Penalty.of(0),
                McpPenalty.of(0.3),
                McpPenalty.of(0.3, 0.2),
                McpPenalty.of(1, 5),
                ScadPenalty.of(0.3),
                ScadPenalty.of(1, 2.1),
                ScadPenalty.of(0.5, 11),
                AdaptiveLassoPenalty.of(0.3, 1, 2, 0.5, 0, 1, Double.POSITIVE_INFINITY),
                NonNegative.of(),
                Box.of(-1, 0.5),
                Box.of(0.25, 0.25),
                Box.of(-0.3, Double.POSITIVE_INFINITY),
                Box.of(new double[] {-1, 0, 1, 2, -6, -0.1}, new double[] {1, 0, 4, 2.5, -5, 0.1}));
    }

    static Stream<Penalty> structured() {
        return Stream.of(
                GroupLassoPenalty.of(0.3, Groups.eachRow()),
                GroupLassoPenalty.of(0.3, Groups.eachColumn()),
                GroupLassoPenalty.of(0.3, Groups.ofRows(new int[] {0, 2}, new int[] {1})),
                GroupLassoPenalty.of(0.3, PAIRS),
                GroupLassoPenalty.of(0.3, PAIRS.withWeights(0, 2)),
                SparseGroupLassoPenalty.of(0.4, 0.3, Groups.eachRow()),
                SparseGroupLassoPenalty.of(0.4, 0, PAIRS),
                SparseGroupLassoPenalty.of(0.4, 1, PAIRS),
                NuclearNormPenalty.of(0.3),
                NuclearNormPenalty.of(0),
                TotalVariationPenalty.of(0.3),
                TotalVariationPenalty.of(0),
                FusedLassoPenalty.of(0.4, 0.3));
    }

    static Stream<Penalty> sets() {
        return Stream.of(
                Simplex.of(1),
                Simplex.of(30),
                L1Ball.of(1),
                L1Ball.of(20),
                L2Ball.of(1),
                L2Ball.of(20),
                NuclearBall.of(1),
                NuclearBall.of(20));
    }

    static Stream<Penalty> sums() {
        AdaptiveLassoPenalty adaptive = AdaptiveLassoPenalty.of(0.3, 1, 2, 0.5, 0, 1, 3);
        GroupLassoPenalty group = GroupLassoPenalty.of(0.3, PAIRS);
        return Stream.of(
                PenaltySum.of(L1Penalty.of(0.3), L2Penalty.of(0.5)),
                PenaltySum.of(),
                PenaltySum.of(NoPenalty.of(), NoPenalty.of()),
                PenaltySum.of(L2Penalty.of(0.5), L2Penalty.of(0.2)),
                PenaltySum.of(NonNegative.of(), L1Penalty.of(0.3)),
                PenaltySum.of(Box.of(0.2, 1.5), ElasticNetPenalty.of(0.5, 0.4), adaptive),
                PenaltySum.of(McpPenalty.of(0.3), L2Penalty.of(0.2)),
                PenaltySum.of(NonNegative.of(), McpPenalty.of(0.3, 1.5), L1Penalty.of(0.1), L2Penalty.of(0.2)),
                PenaltySum.of(NonNegative.of(), ScadPenalty.of(0.3), adaptive),
                PenaltySum.of(NonNegative.of(), L0Penalty.of(0.3), L1Penalty.of(0.2)),
                PenaltySum.of(group, L1Penalty.of(0.2), NonNegative.of(), L2Penalty.of(0.3)),
                PenaltySum.of(L2Ball.of(2), group, adaptive, NonNegative.of()),
                PenaltySum.of(SparseGroupLassoPenalty.of(0.3, 0.5, Groups.eachRow()), L1Penalty.of(0.1)),
                PenaltySum.of(TotalVariationPenalty.of(0.3), L1Penalty.of(0.1), NonNegative.of(), L2Penalty.of(0.2)),
                PenaltySum.of(Box.of(-0.2, 0.7), FusedLassoPenalty.of(0.3, 0.5)),
                PenaltySum.of(L2Ball.of(1), TotalVariationPenalty.of(0.3)),
                PenaltySum.of(NuclearNormPenalty.of(0.3), L2Ball.of(2), L2Penalty.of(0.1)),
                PenaltySum.of(Simplex.of(2), L2Penalty.of(0.5)),
                PenaltySum.of(PenaltySum.of(L1Penalty.of(0.1), L2Penalty.of(0.1)), NonNegative.of(), L2Penalty.of(1)));
    }

    static Stream<Penalty> allSeparable() {
        return Stream.concat(separable(), sums().filter(SeparablePenalty.class::isInstance));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"separable", "structured", "sets", "sums"})
    void obeysItsLaws(Penalty penalty) {
        assertThat(penalty).obeysItsLaws();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allSeparable")
    void obeysItsLawsAsAPenaltyOfScaledParameters(SeparablePenalty penalty) {
        assertThat(penalty.scaledBy(new double[] {1, 2, 0.1, 3, 0.7, 1})).obeysItsLaws();
    }

    @Nested
    class Mcp implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return McpPenalty.of(0.3);
        }
    }

    @Nested
    class GroupLasso implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return GroupLassoPenalty.of(0.3, Groups.eachRow());
        }
    }

    @Nested
    class SimplexTest implements PenaltyContract {
        @Override
        public Penalty newPenalty() {
            return Simplex.of(1);
        }
    }
}
