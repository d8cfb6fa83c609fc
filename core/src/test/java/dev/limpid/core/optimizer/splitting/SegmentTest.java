package dev.limpid.core.optimizer.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Line;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private int evaluations;

    private Line.Point minimum(DoubleUnaryOperator value, DoubleUnaryOperator slope, double most) {
        Line line = alpha -> {
            evaluations++;
            return new Line.Point(alpha, value.applyAsDouble(alpha), slope.applyAsDouble(alpha));
        };
        Line.Point zero = new Line.Point(0, value.applyAsDouble(0), slope.applyAsDouble(0));
        return Segment.minimum(line, zero, most);
    }

    @Test
    void aParabolaIsMinimisedInTwoLooks() {
        Line.Point found = minimum(a -> (a - 0.3) * (a - 0.3), a -> 2 * (a - 0.3), 1);

        assertThat(found.alpha()).isCloseTo(0.3, within(1e-15));
        assertThat(evaluations).isEqualTo(2);
    }

    @Test
    void theEndIsTakenWhereTheLineStillFallsThere() {
        assertThat(minimum(a -> -a, a -> -1, 0.7).alpha()).isEqualTo(0.7);
        assertThat(evaluations).isEqualTo(1);
    }

    /** cosh(a − 0.01) − 1 over [0, 20]: at the end it is 10⁸ times as steep as at 0. */
    @Test
    void anEndThatIsFarTooSteepIsLeftBehind() {
        Line.Point found = minimum(a -> Math.cosh(a - 0.01), a -> Math.sinh(a - 0.01), 20);

        assertThat(found.alpha()).isCloseTo(0.01, within(1e-4 * 0.01));
        assertThat(evaluations).isLessThan(60);
    }

    @Test
    void anEndThatIsNotFiniteIsLeftBehind() {
        Line.Point found = minimum(
                a -> a < 0.5 ? (a - 0.2) * (a - 0.2) : Double.NaN, a -> a < 0.5 ? 2 * (a - 0.2) : Double.NaN, 1);

        assertThat(found.alpha()).isCloseTo(0.2, within(1e-4));
    }

    /** 3·a⁴ − 6·a³ + 2·a² − 0.1·a falls to a ≈ 0.03, rises over a hill, and falls at 0.25 again, where it is above 0. */
    @Test
    void aPointBeyondAHillIsNotTaken() {
        DoubleUnaryOperator value = a -> a * (a * (a * (3 * a - 6) + 2) - 0.1);
        DoubleUnaryOperator slope = a -> a * (a * (12 * a - 18) + 4) - 0.1;

        Line.Point found = minimum(value, slope, 0.25);

        assertThat(found.alpha()).isBetween(0.028, 0.03);
        assertThat(found.slope()).isCloseTo(0, within(1e-5));
    }

    @Test
    void aLineThatDoesNotFallIsNotFollowed() {
        assertThat(minimum(a -> a * a, a -> 2 * a, 1).alpha()).isZero();
        assertThat(evaluations).isZero();
    }
}
