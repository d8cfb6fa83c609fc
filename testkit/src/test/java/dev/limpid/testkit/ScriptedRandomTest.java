package dev.limpid.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScriptedRandomTest {

    @Test
    void givesTheFractionsInTheirOrder() {
        ScriptedRandom random = ScriptedRandom.of(0.25, 0.5);

        assertThat(random.nextDouble()).isEqualTo(0.25);
        assertThat(random.nextDouble()).isEqualTo(0.5);
        assertThat(random.drawn()).isEqualTo(2);
    }

    @Test
    void givesIntegersAtThatPartOfTheirRange() {
        ScriptedRandom random = ScriptedRandom.repeating(0, 0.5, Math.nextDown(1.0));

        assertThat(new int[] {random.nextInt(6), random.nextInt(6), random.nextInt(6)})
                .containsExactly(0, 3, 5);
        assertThat(new int[] {random.nextInt(-2, 2), random.nextInt(-2, 2), random.nextInt(-2, 2)})
                .containsExactly(-2, 0, 1);
        assertThat(new int[] {random.nextInt(), random.nextInt(), random.nextInt()})
                .containsExactly(Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        assertThat(new long[] {random.nextLong(), random.nextLong()}).containsExactly(Long.MIN_VALUE, 0);
        assertThat(random.nextLong(10)).isEqualTo(9);
        assertThat(new boolean[] {random.nextBoolean(), random.nextBoolean()}).containsExactly(false, true);
        assertThat(random.nextFloat()).isLessThan(1f);
    }

    @Test
    void givesQuantilesOfTheNormalAndTheExponentialDistribution() {
        double hundredth = 1e-2; // figures of any table, four digits

        assertThat(ScriptedRandom.of(0.5).nextGaussian()).isCloseTo(0, within(1e-12));
        assertThat(ScriptedRandom.of(0.975).nextGaussian()).isCloseTo(1.9600, within(hundredth * hundredth));
        assertThat(ScriptedRandom.of(0.025).nextGaussian()).isCloseTo(-1.9600, within(hundredth * hundredth));
        assertThat(ScriptedRandom.of(0.5).nextExponential()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void endsWithASentence() {
        ScriptedRandom random = ScriptedRandom.of(0.1);
        random.nextDouble();

        assertThatThrownBy(random::nextDouble)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "script must have a fraction for each draw, but ended after 1; write more, or use repeating");
    }

    @Test
    void refusesFractionsOutsideAndEmptyRanges() {
        assertThatThrownBy(() -> ScriptedRandom.of(0.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("script must be in [0, 1), but script[1] was 1.0");
        assertThatThrownBy(() -> ScriptedRandom.of(Double.NaN))
                .hasMessage("script must be in [0, 1), but script[0] was NaN");
        assertThatThrownBy(ScriptedRandom::of).hasMessage("script must have at least one fraction, but is empty");
        assertThatThrownBy(() -> ScriptedRandom.of(0.1).nextInt(0)).hasMessage("bound must be > origin 0, but was 0");
    }
}
