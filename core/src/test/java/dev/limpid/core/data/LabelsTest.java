package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void namesAreSortedOnceEach() {
        assertThat(Labels.sorted(List.of("b", "a", "b", "C"))).containsExactly("C", "a", "b");
    }

    @Test
    void numbersAreSortedByNumberAndEqualOnesByText() {
        assertThat(Labels.sorted(List.of("10", "9", "1.0", "-2", "1"))).containsExactly("-2", "1", "1.0", "9", "10");
        assertThat(Labels.sorted(List.of("10", "9", "x"))).containsExactly("10", "9", "x");
    }

    @Test
    void codesAreThePositionsOfTheNames() {
        assertThat(Labels.codes(List.of("b", "a", "b"), List.of("a", "b"))).containsExactly(1, 0, 1);
        assertThatThrownBy(() -> Labels.codes(List.of("a", "c"), List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be one of [a, b], but label 1 was 'c'");
    }
}
