package dev.limpid.core.penalty.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.Penalty;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    /** A matrix (1, 3; 2, 4) in the middle of six numbers. */
    private static final Block BLOCK = new Block("weights", 1, 2, 2, Role.WEIGHTS);

    private static final double[] T = {9, 3, 0, -4, 0.5, -7};

    private static double[] prox(Penalty penalty, double... t) {
        double[] z = t.clone();
        penalty.prox(z, BLOCK, 0.7);
        return z;
    }

    private static double[] lowest(LinearMinimizationOracle set, double... g) {
        double[] s = {9, 0, 0, 0, 0, -7};
        set.linearMinimum(g, BLOCK, s);
        return s;
    }

    @Test
    void projectionsByHand() {
        assertThat(prox(NonNegative.of(), T)).containsExactly(9, 3, 0, 0, 0.5, -7);
        assertThat(prox(Box.of(-1, 1), T)).containsExactly(9, 1, 0, -1, 0.5, -7);
        assertThat(prox(Box.of(new double[] {4, -1, -5, 0}, new double[] {5, 1, 0, 0}), T))
                .containsExactly(9, 4, 0, -4, 0, -7);
        assertThat(prox(Simplex.of(1), T)).containsExactly(9, 1, 0, 0, 0, -7);
        assertThat(prox(L1Ball.of(3), T)).containsExactly(9, 1, 0, -2, 0, -7);
        assertThat(prox(L2Ball.of(2.5), 9, 3, 0, -4, 0, -7)).containsExactly(9, 1.5, 0, -2, 0, -7);
        assertThat(prox(L2Ball.of(6), T)).isEqualTo(T);
    }

    /** A diagonal matrix has the absolute values of its diagonal as singular values: (3, 4) goes to (1, 2). */
    @Test
    void theNuclearBallIsTheL1BallOfSingularValues() {
        double[] diagonal = {9, 3, 0, 0, -4, -7};

        assertThat(prox(NuclearBall.of(3), diagonal)).containsExactly(new double[] {9, 1, 0, 0, -2, -7}, within(1e-15));
        assertThat(prox(NuclearBall.of(7), diagonal)).isEqualTo(diagonal);
        assertThat(lowest(NuclearBall.of(3), diagonal))
                .containsExactly(new double[] {9, 0, 0, 0, 3, -7}, within(1e-15));
        assertThat(lowest(NuclearBall.of(3), new double[6])).containsExactly(9, 0, 0, 0, 0, -7);
    }

    @Test
    void lowestPointsByHand() {
        assertThat(lowest(Box.of(-1, 2), T)).containsExactly(9, -1, -1, 2, -1, -7);
        assertThat(lowest(Simplex.of(5), T)).containsExactly(9, 0, 0, 5, 0, -7);
        assertThat(lowest(L1Ball.of(5), T)).containsExactly(9, 0, 0, 5, 0, -7);
        assertThat(lowest(L1Ball.of(5), 9, 3, 0, 2, 1, -7)).containsExactly(9, -5, 0, 0, 0, -7);
        assertThat(lowest(L2Ball.of(5), 9, 3, 0, -4, 0, -7))
                .containsExactly(new double[] {9, -3, 0, 4, 0, -7}, within(1e-15));
        assertThat(lowest(L2Ball.of(5), new double[6])).containsExactly(9, 0, 0, 0, 0, -7);
    }

    @Test
    void theFirstOfSeveralLowestPointsIsTaken() {
        assertThat(lowest(Simplex.of(1), new double[6])).containsExactly(9, 1, 0, 0, 0, -7);
        assertThat(lowest(L1Ball.of(1), new double[6])).containsExactly(9, 1, 0, 0, 0, -7);
    }

    @Test
    void valuesAreZeroInsideUpToRoundingAndInfiniteOutside() {
        double[] shares = {9, 0.25, 0.25, 0.25, 0.25 + 1e-10, -7};
        double[] off = {9, 0.25, 0.25, 0.25, 0.25 + 1e-8, -7};

        assertThat(Simplex.of(1).value(shares, BLOCK)).isZero();
        assertThat(L1Ball.of(1).value(shares, BLOCK)).isZero();
        assertThat(L2Ball.of(0.5).value(shares, BLOCK)).isZero();
        assertThat(Box.of(0, 0.25).value(shares, BLOCK)).isZero();
        assertThat(NuclearBall.of(0.5).value(shares, BLOCK)).isZero(); // rank 1, σ = ½
        assertThat(Simplex.of(1).value(off, BLOCK)).isInfinite();
        assertThat(Simplex.of(1).value(new double[] {9, -0.5, 0.5, 0.5, 0.5, -7}, BLOCK))
                .isInfinite();
        assertThat(L1Ball.of(1).value(off, BLOCK)).isInfinite();
        assertThat(L2Ball.of(0.5).value(off, BLOCK)).isInfinite();
        assertThat(Box.of(0, 0.25).value(off, BLOCK)).isInfinite();
        assertThat(NuclearBall.of(0.5).value(off, BLOCK)).isInfinite();
        assertThat(NonNegative.of().value(T, BLOCK)).isInfinite();
    }

    @Test
    void whatIsNotANumberIsNoPlaceAtAll() {
        double[] nan = {9, 0, Double.NaN, 0, 0, -7};

        for (Penalty set : new Penalty[] {
            NonNegative.of(), Box.of(0, 1), Simplex.of(1), L1Ball.of(1), L2Ball.of(1), NuclearBall.of(1)
        }) {
            assertThat(set.value(nan, BLOCK)).as(set.name()).isNaN();
            assertThat(prox(set, nan)[2]).as(set.name()).isNaN();
        }
    }

    @Test
    void boxesWithoutEndHaveNoLowestPoint() {
        assertThat(Box.of(-1, 1).bounded()).isTrue();
        assertThat(Box.of(-1, Double.POSITIVE_INFINITY).bounded()).isFalse();
        assertThat(Box.of(new double[] {0, Double.NEGATIVE_INFINITY}, new double[] {1, 1})
                        .bounded())
                .isFalse();
    }

    @Test
    void boxesAreComparedCopiedAndShown() {
        double[] lower = {0, 1};
        Box box = Box.of(lower, new double[] {2, 3});
        lower[0] = 9;

        assertThat(box)
                .isEqualTo(Box.of(new double[] {0, 1}, new double[] {2, 3}))
                .isNotEqualTo(Box.of(0, 1));
        assertThat(box).hasSameHashCodeAs(Box.of(new double[] {0, 1}, new double[] {2, 3}));
        assertThat(box).hasToString("Box[lower=[0.0, 1.0], upper=[2.0, 3.0]]");
        assertThat(box.formula("w")).isEqualTo("[l ≤ w ≤ u]");
        assertThat(Box.of(0, 1).formula("w")).isEqualTo("[0.0 ≤ w ≤ 1.0]");
        assertThat(Box.of(0, 1).recipe().headline())
                .isEqualTo("Box(lower = 0.0, upper = 1.0): 0 if l ≤ x ≤ u, else +∞");
    }

    @Test
    void formulasShowTheSetInAnObjective() {
        assertThat(NonNegative.of().formula("w")).isEqualTo("[w ≥ 0]");
        assertThat(Simplex.of(1).formula("w")).isEqualTo("[w ≥ 0, Σw = 1.0]");
        assertThat(L1Ball.of(2).formula("w")).isEqualTo("[‖w‖₁ ≤ 2.0]");
        assertThat(L2Ball.of(2).formula("w")).isEqualTo("[‖w‖ ≤ 2.0]");
        assertThat(NuclearBall.of(2).formula("W")).isEqualTo("[‖W‖⁎ ≤ 2.0]");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThatThrownBy(() -> Simplex.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("radius must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> L1Ball.of(Double.NaN)).hasMessage("radius must be finite and > 0, but was NaN");
        assertThatThrownBy(() -> L2Ball.of(-1)).hasMessage("radius must be finite and > 0, but was -1.0");
        assertThatThrownBy(() -> NuclearBall.of(Double.POSITIVE_INFINITY))
                .hasMessage("radius must be finite and > 0, but was Infinity");
        assertThatThrownBy(() -> Box.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lower must be <= upper with a number between them, but were 1.0 and 0.0");
        assertThatThrownBy(() -> Box.of(new double[] {0, Double.NaN}, new double[] {1, 1}))
                .hasMessage("lower[1] must be <= upper[1] with a number between them, but were NaN and 1.0");
        assertThatThrownBy(() -> Box.of(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .hasMessage("lower must be <= upper with a number between them, but were Infinity and Infinity");
        assertThatThrownBy(() -> Box.of(new double[1], new double[2]))
                .hasMessage("lower and upper must have the same length, but have lengths 1 and 2");
        String length =
                "lower and upper must have length 4 (one pair per number of block 'weights'), but have length 2";
        Box two = Box.of(new double[2], new double[2]);
        assertThatThrownBy(() -> two.value(T, BLOCK)).hasMessage(length);
        assertThatThrownBy(() -> two.prox(T.clone(), BLOCK, 1)).hasMessage(length);
        assertThatThrownBy(() -> two.linearMinimum(T, BLOCK, new double[6])).hasMessage(length);
        Block none = new Block("none", 0, 0, 1, Role.WEIGHTS);
        assertThatThrownBy(() -> Simplex.of(1).check(none))
                .hasMessage("block 'none' must have numbers that can add up to 1.0, but has none");
    }

    /** Columns of several sizes don't keep Frank–Wolfe from a box: u = s∘w is at a corner where w is. */
    @Test
    void aScaledBoxIsASetToo() {
        Block three = new Block("w", 1, 3, 1, Role.WEIGHTS);
        Penalty scaled =
                Box.of(new double[] {-1, 0, 2}, new double[] {3, 0.5, 4}).scaledBy(new double[] {2, 8, 0.5});
        double[] corner = {9, 9, 9, 9, 9};

        assertThat(scaled).isInstanceOfSatisfying(LinearMinimizationOracle.class, set -> {
            set.linearMinimum(new double[] {7, -1, 2, 0.1, 7}, three, corner);
            assertThat(set.bounded()).isTrue();
        });

        assertThat(corner).containsExactly(9, 6, 0, 1, 9);
        assertThat(scaled.value(corner, three)).isZero();
        assertThat(Box.of(0, Double.POSITIVE_INFINITY).scaledBy(new double[] {2}))
                .isInstanceOfSatisfying(
                        LinearMinimizationOracle.class,
                        set -> assertThat(set.bounded()).isFalse());
    }
}
