package dev.limpid.benchmarks.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class DuelTest {

    private static final long MILLI = 1_000_000;

    private long now;
    private long firsts;
    private long seconds;

    /** Tasks that take 7 ms and {@code other} ms, times what the machine makes of it at the time. */
    private Duel duel(long other, LongUnaryOperator machine, long grain) {
        return new Duel(
                () -> {
                    now += 7 * machine.applyAsLong(now);
                    firsts++;
                },
                () -> {
                    now += other * machine.applyAsLong(now);
                    seconds++;
                },
                () -> now / grain * grain);
    }

    @Test
    void theRatioIsThatOfTheTasks() {
        Duel.Result result = duel(14, time -> MILLI, 1).samples(5, 0.1);

        assertThat(result.ratio()).isCloseTo(2, within(1e-12));
        assertThat(result.least()).isEqualTo(result.most());
        assertThat(firsts).isEqualTo(seconds);
    }

    @Test
    void eachTaskTakesTheSecondsOfASample() {
        assertThat(duel(7, time -> MILLI, 1).samples(3, 2).seconds()).isBetween(2.0, 2.1);
    }

    @Test
    void aClockOfAHundredthTellsTasksApartThatAreShorter() {
        Duel.Result result = duel(8, time -> MILLI, 10 * MILLI).samples(5, 2);

        // three readings of at most a grain each in two blocks of 1 s and one of 2 s
        assertThat(result.ratio()).isCloseTo(8.0 / 7, within(0.02));
    }

    @Test
    void aMachineThatSlowsDownFallsOnBoth() {
        Duel.Result result = duel(7, time -> MILLI + time / 10_000, 1).samples(5, 2);

        assertThat(result.ratio()).isCloseTo(1, within(0.01));
    }

    @Test
    void theLineHasMedianAndSpread() {
        assertThat(new Duel.Result(1.0123, 0.98, 1.055, 5, 2.345))
                .hasToString("ratio=1.012 spread=0.980..1.055 samples=5 seconds=2.35");
    }
}
