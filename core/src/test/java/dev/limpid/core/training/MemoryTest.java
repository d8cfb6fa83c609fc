package dev.limpid.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void arraysAreRememberedAndZeroAtFirst() {
        Memory memory = Memory.empty();

        assertThat(memory.has("m")).isFalse();
        memory.array("m", 2)[1] = 5;

        assertThat(memory.has("m")).isTrue();
        assertThat(memory.array("m", 2)).containsExactly(0, 5);
    }

    @Test
    void scopesKeepNamesApart() {
        Memory memory = Memory.empty();
        memory.scope("update").put("t", 1);
        memory.scope("sampler").put("t", 2);

        assertThat(memory.snapshot()).containsOnlyKeys("sampler.t", "update.t");
        assertThat(memory.scope("update").snapshot()).containsOnlyKeys("t");
        assertThat(memory.scope("sampler").number("t", 0)).isEqualTo(2);
        assertThat(memory.number("t", 7)).isEqualTo(7);
    }

    @Test
    void snapshotsAreCopiesBothWays() {
        Memory memory = Memory.empty();
        memory.put("m", 1, 2);
        var snapshot = memory.snapshot();
        Memory restored = Memory.of(snapshot);
        memory.array("m", 2)[0] = 9;
        restored.array("m", 2)[1] = 8;

        assertThat(snapshot.get("m")).containsExactly(1, 2);
        assertThat(memory.array("m", 2)).containsExactly(9, 2);
        assertThat(restored.array("m", 2)).containsExactly(1, 8);
    }

    @Test
    void arraysOfAnotherLengthAreRefused() {
        Memory memory = Memory.empty();
        memory.scope("update").put("m", 1, 2);

        assertThatThrownBy(() -> memory.scope("update").array("m", 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "memory 'update.m' must have length 3, but has 2; resume with the spec and data it was saved from");
    }

    @Test
    void derivedThingsAreComputedOnceUntilForgottenAndNeverSaved() {
        Memory memory = Memory.empty().scope("sampler");
        AtomicInteger computed = new AtomicInteger();

        assertThat(memory.derived("order", Integer.class, computed::incrementAndGet))
                .isEqualTo(1);
        assertThat(memory.derived("order", Integer.class, computed::incrementAndGet))
                .isEqualTo(1);
        memory.forget("order");
        assertThat(memory.derived("order", Integer.class, computed::incrementAndGet))
                .isEqualTo(2);
        assertThat(memory.snapshot()).isEmpty();
    }

    @Test
    void aDerivedThingMayBeDerivedFromAnother() {
        Memory memory = Memory.empty();

        int order =
                memory.derived("order", Integer.class, () -> 10 * memory.derived("members", Integer.class, () -> 7));

        assertThat(order).isEqualTo(70);
        assertThat(memory.derived("members", Integer.class, () -> 8)).isEqualTo(7);
    }
}
