package dev.limpid.core.penalty.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import org.junit.jupiter.api.Test;

/** Groups, sequences and matrices. */
class StructuredPenaltiesTest {

    /** Three features of two scores, in the middle of eight numbers: the columns are (3, 6, 1) and (4, 8, −2). */
    private static final Block BLOCK = new Block("weights", 1, 3, 2, Role.WEIGHTS);

    private static final double[] T = {9, 3, 6, 1, 4, 8, -2, -7};

    private static final double ROUNDING = 1e-14;

    private static double[] prox(Penalty penalty, double step) {
        double[] z = T.clone();
        penalty.prox(z, BLOCK, step);
        return z;
    }

    /** Rows (3, 4), (6, 8), (1, −2) have lengths 5, 10, √5; with λ = 2, weights √2 and step √2, the threshold is 4. */
    @Test
    void theMultiTaskLassoShrinksRows() {
        GroupLassoPenalty rows = GroupLassoPenalty.of(2, Groups.eachRow());

        assertThat(rows.value(T, BLOCK)).isCloseTo(2 * Math.sqrt(2) * (15 + Math.sqrt(5)), within(ROUNDING * 50));
        assertThat(prox(rows, Math.sqrt(2)))
                .containsExactly(new double[] {9, 0.6, 3.6, 0, 0.8, 4.8, 0, -7}, within(ROUNDING));
    }

    @Test
    void groupsOfRowsHaveAllTheirColumns() {
        Groups pairs = Groups.ofRows(new int[] {2, 0}, new int[] {1});
        GroupLassoPenalty penalty = GroupLassoPenalty.of(1, pairs);

        assertThat(pairs.count(BLOCK)).isEqualTo(2);
        assertThat(pairs.size(BLOCK, 0)).isEqualTo(4);
        assertThat(new int[] {
                    pairs.position(BLOCK, 0, 0),
                    pairs.position(BLOCK, 0, 1),
                    pairs.position(BLOCK, 0, 2),
                    pairs.position(BLOCK, 0, 3)
                })
                .containsExactly(3, 1, 6, 4);
        assertThat(penalty.value(T, BLOCK)).isCloseTo(2 * Math.sqrt(30) + Math.sqrt(2) * 10, within(ROUNDING * 20));
    }

    @Test
    void columnsAndPositionsAreGroupsToo() {
        Groups columns = Groups.eachColumn().withWeights(1, 3);
        Groups positions = Groups.ofPositions(new int[] {0, 3}).withWeights(2);

        assertThat(GroupLassoPenalty.of(1, columns).value(T, BLOCK))
                .isCloseTo(Math.sqrt(46) + 3 * Math.sqrt(84), within(ROUNDING * 30));
        assertThat(GroupLassoPenalty.of(1, positions).value(T, BLOCK)).isEqualTo(10);
        assertThat(prox(GroupLassoPenalty.of(1, positions), 1))
                .containsExactly(new double[] {9, 1.8, 6, 1, 2.4, 8, -2, -7}, within(ROUNDING));
    }

    @Test
    void groupsOfOneNumberAreTheLasso() {
        Groups single = Groups.ofPositions(
                new int[] {0}, new int[] {1}, new int[] {2}, new int[] {3}, new int[] {4}, new int[] {5});
        double[] lasso = T.clone();
        L1Penalty.of(0.7).prox(lasso, BLOCK, 2);

        assertThat(prox(GroupLassoPenalty.of(0.7, single), 2)).containsExactly(lasso, within(ROUNDING));
        assertThat(prox(SparseGroupLassoPenalty.of(0.7, 1, Groups.eachRow()), 2))
                .containsExactly(lasso);
        assertThat(prox(SparseGroupLassoPenalty.of(0.7, 0, Groups.eachRow()), 2))
                .containsExactly(prox(GroupLassoPenalty.of(0.7, Groups.eachRow()), 2));
    }

    /** λρs = 1 leaves rows (2, 3), (5, 7), (0, −1); then lengths √13, √74, 1 against λ(1 − ρ)·√2·s = √2. */
    @Test
    void theSparseGroupLassoThresholdsThenShrinks() {
        double a = 1 - Math.sqrt(2 / 13.0);
        double b = 1 - Math.sqrt(2 / 74.0);

        assertThat(prox(SparseGroupLassoPenalty.of(2, 0.5, Groups.eachRow()), 1))
                .containsExactly(new double[] {9, 2 * a, 5 * b, 0, 3 * a, 7 * b, 0, -7}, within(ROUNDING));
    }

    /** |6 − 3| + |1 − 6| + |8 − 4| + |−2 − 8|: columns are sequences of their own. */
    @Test
    void totalVariationGoesDownEachColumn() {
        TotalVariationPenalty penalty = TotalVariationPenalty.of(0.5);

        assertThat(penalty.value(T, BLOCK)).isEqualTo(0.5 * 22);
        assertThat(prox(penalty, 2)).containsExactly(new double[] {9, 4, 4, 2, 5, 6, -1, -7}, within(ROUNDING));
        assertThat(FusedLassoPenalty.of(1, 0.5).value(T, BLOCK)).isEqualTo(0.5 * 22 + 0.5 * 24);
        assertThat(prox(FusedLassoPenalty.of(1, 0.5), 2))
                .containsExactly(new double[] {9, 3, 3, 1, 4, 5, 0, -7}, within(ROUNDING));
    }

    /** The matrix (1, 2; 3, 4; 5, 6), its threshold 1: numpy 1.24.2, numpy.linalg.svd. */
    @Test
    void theNuclearNormShrinksSingularValues() {
        double[] t = {9, 1, 3, 5, 2, 4, 6, -7};
        double[] expected = {
            9,
            1.2142077776276274,
            2.772049710254787,
            4.329891642881947,
            1.5380561684765206,
            3.5113991482670897,
            5.4847421280576585,
            -7
        };
        double value = NuclearNormPenalty.of(2).value(t, BLOCK);

        NuclearNormPenalty.of(2).prox(t, BLOCK, 0.5);

        assertThat(value).isCloseTo(2 * (9.525518091565107 + 0.5143005806586443), within(ROUNDING * 20));
        assertThat(t).containsExactly(expected, within(ROUNDING));
        assertThat(NuclearNormPenalty.of(1).value(new double[] {9, 0, 0, Double.NaN, 0, 0, 0, -7}, BLOCK))
                .isNaN();
    }

    @Test
    void numbersInNoGroupAreLeftAlone() {
        assertThat(prox(GroupLassoPenalty.of(100, Groups.ofRows(new int[] {1})), 1))
                .containsExactly(9, 3, 0, 1, 4, 0, -2, -7);
    }

    @Test
    void groupsAreComparedCopiedAndShown() {
        int[] list = {0, 1};
        Groups groups = Groups.ofRows(list, new int[] {2});
        list[0] = 2;

        assertThat(groups).isEqualTo(Groups.ofRows(new int[] {0, 1}, new int[] {2}));
        assertThat(groups).hasSameHashCodeAs(Groups.ofRows(new int[] {0, 1}, new int[] {2}));
        assertThat(groups).isNotEqualTo(Groups.ofPositions(new int[] {0, 1}, new int[] {2}));
        assertThat(groups).isNotEqualTo(groups.withWeights(1, 1));
        assertThat(groups).hasToString("rows [[0, 1], [2]]");
        assertThat(groups.withWeights(1, 2)).hasToString("rows [[0, 1], [2]] with weights [1.0, 2.0]");
        assertThat(Groups.eachRow()).hasToString("each row");
        assertThat(Groups.eachColumn()).hasToString("each column");
        assertThat(Groups.ofPositions(new int[] {4})).hasToString("positions [[4]]");
        assertThat(GroupLassoPenalty.of(0.5, Groups.eachRow()).recipe().headline())
                .isEqualTo("GroupLassoPenalty(strength = 0.5, groups = each row): λ·Σ_G v_G·‖x_G‖");
    }

    @Test
    void formulasShowTheNumbersInAnObjective() {
        assertThat(GroupLassoPenalty.of(0.5, Groups.eachRow()).formula("W")).isEqualTo("0.5·Σ_G v_G·‖W_G‖");
        assertThat(SparseGroupLassoPenalty.of(0.5, 0.25, Groups.eachRow()).formula("W"))
                .isEqualTo("0.5·(0.25·‖W‖₁ + (1 − 0.25)·Σ_G v_G·‖W_G‖)");
        assertThat(TotalVariationPenalty.of(0.5).formula("w")).isEqualTo("0.5·Σⱼ |wⱼ₊₁ − wⱼ|");
        assertThat(FusedLassoPenalty.of(0.5, 0.25).formula("w"))
                .isEqualTo("0.5·(0.25·‖w‖₁ + (1 − 0.25)·Σⱼ |wⱼ₊₁ − wⱼ|)");
        assertThat(NuclearNormPenalty.of(0.5).formula("W")).isEqualTo("0.5·‖W‖⁎");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatThrownBy(() -> GroupLassoPenalty.of(-1, Groups.eachRow()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strength must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> SparseGroupLassoPenalty.of(1, 1.5, Groups.eachRow()))
                .hasMessage("ratio must be in [0, 1], but was 1.5");
        assertThatThrownBy(() -> FusedLassoPenalty.of(1, Double.NaN))
                .hasMessage("ratio must be in [0, 1], but was NaN");
        assertThatThrownBy(() -> TotalVariationPenalty.of(Double.NaN))
                .hasMessage("strength must be finite and >= 0, but was NaN");
        assertThatThrownBy(() -> NuclearNormPenalty.of(Double.POSITIVE_INFINITY))
                .hasMessage("strength must be finite and >= 0, but was Infinity");
    }

    @Test
    void refusesGroupsThatOverlapOrFitNoBlock() {
        assertThatThrownBy(() -> Groups.ofRows(new int[] {0, 1}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must not be empty, but rows[1] is");
        assertThatThrownBy(() -> Groups.ofPositions(new int[] {0, 1}, new int[] {2, 1}))
                .hasMessage("positions must be in one group each, but positions[1] holds 1 again");
        assertThatThrownBy(() -> Groups.ofPositions(new int[] {0, -1}))
                .hasMessage("positions must be >= 0, but positions[0] holds -1");
        assertThatThrownBy(() -> Groups.eachRow().withWeights(1, Double.NaN))
                .hasMessage("weights must be finite and >= 0, but weights[1] was NaN");
        assertThatThrownBy(() -> Groups.ofRows(new int[] {0}).withWeights(1, 2))
                .hasMessage("weights must have one number for each group, 1, but has length 2");
        assertThatThrownBy(() -> Groups.eachRow().withWeights())
                .hasMessage("weights must have one number for each group, but has length 0");
        assertThatThrownBy(() -> GroupLassoPenalty.of(1, Groups.eachRow().withWeights(1, 2))
                        .value(T, BLOCK))
                .hasMessage("weights must have length 3 (one weight per group of block 'weights'), but has length 2");
        assertThatThrownBy(() ->
                        GroupLassoPenalty.of(1, Groups.ofRows(new int[] {1, 3})).prox(T.clone(), BLOCK, 1))
                .hasMessage("rows must be below 3, where block 'weights' ends, but one was 3");
        assertThatThrownBy(() -> SparseGroupLassoPenalty.of(1, 0.5, Groups.ofPositions(new int[] {6}))
                        .check(BLOCK))
                .hasMessage("positions must be below 6, where block 'weights' ends, but one was 6");
    }
}
