package dev.limpid.core.penalty.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.AdaptiveLassoPenalty;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.constraint.Simplex;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PenaltySumTest {

    private static final Block BLOCK = new Block("weights", 0, 4, 1, Role.WEIGHTS);
    private static final double[] T = {3, -0.5, 0.25, 1};
    private static final Groups PAIRS = Groups.ofRows(new int[] {0, 1}, new int[] {2, 3});

    private static double[] prox(Penalty penalty, double step) {
        double[] z = T.clone();
        penalty.prox(z, BLOCK, step);
        return z;
    }

    @Test
    void lassoPlusRidgeIsTheElasticNet() {
        Penalty sum = PenaltySum.of(L2Penalty.of(0.6), L1Penalty.of(0.2));
        Penalty net = ElasticNetPenalty.of(0.8, 0.25);

        assertThat(prox(sum, 1.5)).containsExactly(prox(net, 1.5), within(1e-15));
        assertThat(sum.value(T, BLOCK)).isCloseTo(net.value(T, BLOCK), within(1e-15));
        assertThat(prox(PenaltySum.of(net), 1.5)).containsExactly(prox(net, 1.5), within(1e-15));
    }

    @Test
    void mixturesAreTheSumOfTheirParts() {
        assertThat(prox(PenaltySum.of(GroupLassoPenalty.of(0.3, PAIRS), L1Penalty.of(0.1)), 2))
                .containsExactly(prox(SparseGroupLassoPenalty.of(0.4, 0.25, PAIRS), 2), within(1e-15));
        assertThat(prox(PenaltySum.of(L1Penalty.of(0.1), TotalVariationPenalty.of(0.3)), 2))
                .containsExactly(prox(FusedLassoPenalty.of(0.4, 0.25), 2), within(1e-15));
    }

    @Test
    void theOrderInWhichTermsAreGivenDoesNotMatter() {
        Penalty one =
                PenaltySum.of(NonNegative.of(), GroupLassoPenalty.of(0.3, PAIRS), L1Penalty.of(0.1), L2Penalty.of(1));
        Penalty other =
                PenaltySum.of(L2Penalty.of(1), L1Penalty.of(0.1), NonNegative.of(), GroupLassoPenalty.of(0.3, PAIRS));

        assertThat(prox(one, 0.7)).containsExactly(prox(other, 0.7));
        assertThat(one).hasToString(other.toString());
    }

    @Test
    void aSumOfSeparablePenaltiesIsSeparable() {
        Penalty separable = PenaltySum.of(NonNegative.of(), McpPenalty.of(0.1), L2Penalty.of(1));

        assertThat(separable).isInstanceOf(SeparablePenalty.class);
        assertThat(separable.convex()).isFalse();
        assertThat(((SeparablePenalty) separable).strongConvexity(0)).isZero();
        assertThat(((SeparablePenalty) PenaltySum.of(L1Penalty.of(1), ElasticNetPenalty.of(1, 0.25), L2Penalty.of(2)))
                        .strongConvexity(0))
                .isEqualTo(2.75);
        assertThat(PenaltySum.of(L1Penalty.of(1), L2Ball.of(1))).isNotInstanceOf(SeparablePenalty.class);
        assertThat(PenaltySum.of(NoPenalty.of()).value(T, BLOCK)).isZero();
        assertThat(prox(PenaltySum.of(), 1)).isEqualTo(T);
    }

    @Test
    void aSumAllowsWhatAllItsTermsAllow() {
        SeparablePenalty sum = (SeparablePenalty) PenaltySum.of(L1Penalty.of(1), Box.of(-2, 3));

        assertThat(sum.lower(0)).isEqualTo(-2);
        assertThat(sum.upper(0)).isEqualTo(3);
        assertThat(((SeparablePenalty) PenaltySum.of(L1Penalty.of(1), L2Penalty.of(1))).lower(0))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void sumsSayWhatTheyConsistOf() {
        Penalty sum = PenaltySum.of(NonNegative.of(), L1Penalty.of(0.5), L2Penalty.of(0.25));

        assertThat(sum.name()).isEqualTo("L1Penalty + NonNegative + L2Penalty");
        assertThat(sum.formula("w")).isEqualTo("0.5·‖w‖₁ + [w ≥ 0] + 0.25/2·‖w‖²");
        assertThat(sum).hasToString("PenaltySum[L1Penalty[strength=0.5], NonNegative[], L2Penalty[strength=0.25]]");
        assertThat(sum.recipe().toString())
                .contains("term 1: L1Penalty(strength = 0.5): λ·‖x‖₁")
                .contains("term 3: L2Penalty(strength = 0.25): λ/2·‖x‖²");
    }

    @Test
    void aBlockThatATermDoesNotFitIsRefused() {
        SeparablePenalty adaptive =
                (SeparablePenalty) PenaltySum.of(AdaptiveLassoPenalty.of(0.5, 1, 2), L2Penalty.of(1));

        String length = "weights must have length 4 (one weight per number of block 'weights'), but has length 2";
        assertThatThrownBy(() -> adaptive.check(BLOCK)).hasMessage(length);
        assertThatThrownBy(() -> adaptive.value(T, BLOCK)).hasMessage(length);
        assertThatThrownBy(() -> adaptive.scaledBy(new double[] {1, 1, 1, 1}).value(T, BLOCK))
                .hasMessage(length);
    }

    static Stream<List<Penalty>> refused() {
        return Stream.of(
                List.of(TotalVariationPenalty.of(1), GroupLassoPenalty.of(1, PAIRS)),
                List.of(GroupLassoPenalty.of(1, PAIRS), GroupLassoPenalty.of(1, Groups.eachRow())),
                List.of(Simplex.of(1), L1Penalty.of(1)),
                List.of(NuclearNormPenalty.of(1), L1Penalty.of(1)),
                List.of(L0Penalty.of(1), McpPenalty.of(1)),
                List.of(McpPenalty.of(1), Box.of(0.5, 1)),
                List.of(Box.of(0, 1), NonNegative.of()),
                List.of(Box.of(1, 2), L2Ball.of(1)),
                List.of(TotalVariationPenalty.of(1), Box.of(new double[4], new double[4])),
                List.of(TotalVariationPenalty.of(1), AdaptiveLassoPenalty.of(1, 1, 2, 3, 4)),
                List.of(L0Penalty.of(1), L2Ball.of(1)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void sumsWithoutAKnownProxAreRefusedWithWhatToUse(List<Penalty> terms) {
        String names = terms.get(0).name() + " + " + terms.get(1).name();

        assertThatThrownBy(() -> PenaltySum.of(terms.toArray(Penalty[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "terms must have a sum whose prox is known, but that of " + names + " is not: attach one with "
                                + "penalized(block, penalty), the others with split(block, penalty), and use Admm");
    }
}
