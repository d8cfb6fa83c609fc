package dev.limpid.benchmarks.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastHeapTest {

    private static final long GRAIN = 100;

    @ParameterizedTest
    @ValueSource(longs = {101, 999, 1_000, 123_456_789, 1_000_000_000})
    void whatSufficesIsFoundToAGrain(long needed) {
        long found = LeastHeap.bytes(GRAIN, 1_000_000_000, bytes -> bytes >= needed);

        assertThat(found).isBetween(needed, needed + GRAIN);
    }

    @Test
    void theGrainIsTheLeastThatIsTried() {
        List<Long> tried = new ArrayList<>();

        assertThat(LeastHeap.bytes(GRAIN, 1_000, tried::add)).isEqualTo(GRAIN);
        assertThat(tried).containsExactly(GRAIN);
    }

    @Test
    void failuresAreFewBytesAndSuccessesFew() {
        List<Long> successes = new ArrayList<>();

        LeastHeap.bytes(1, 1 << 30, bytes -> bytes >= 1_000 && successes.add(bytes));

        assertThat(successes).hasSizeLessThanOrEqualTo(10); // 1,024, then at most once a halving of 512
        assertThat(successes).allMatch(bytes -> bytes <= 1_024);
    }

    @Test
    void whereNothingSufficesTheHeapIsTooSmall() {
        assertThatThrownBy(() -> LeastHeap.bytes(GRAIN, 1_000, bytes -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1000 bytes must suffice, but don't: give the JVM a larger heap");
    }
}
