package dev.limpid.algorithms.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeSettingsTest {

    private final TreeSettings settings = TreeSettings.defaults();

    @Test
    void copiesChangeOneSetting() {
        assertThat(settings.withMaxLeaves(7)
                        .withMaxDepth(3)
                        .withMinLeafWeight(0.5)
                        .withMinGain(2))
                .isEqualTo(new TreeSettings(7, 3, 0.5, 2));
    }

    @Test
    void refusesATreeWithoutASplit() {
        assertThatThrownBy(() -> settings.withMaxLeaves(1)).hasMessage("maxLeaves must be >= 2, but was 1");
        assertThatThrownBy(() -> settings.withMaxDepth(0)).hasMessage("maxDepth must be >= 1, but was 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesALeafWithoutWeight(double weight) {
        assertThatThrownBy(() -> settings.withMinLeafWeight(weight))
                .hasMessage("minLeafWeight must be finite and > 0, but was " + weight);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesANegativeGain(double gain) {
        assertThatThrownBy(() -> settings.withMinGain(gain))
                .hasMessage("minGain must be finite and >= 0, but was " + gain);
    }
}
