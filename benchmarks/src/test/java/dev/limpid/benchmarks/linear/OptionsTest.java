package dev.limpid.benchmarks.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void whatIsNoOptionIsACase() {
        Options options = Options.parse("trace", "-rounds", "7", "memory", "-warm");

        assertThat(options.cases()).containsExactly("trace", "memory");
        assertThat(options.rounds()).isEqualTo(7);
        assertThat(options.forks()).isFalse();
        assertThat(options.cold()).isEmpty();
    }

    @Test
    void quickHasFewRowsAndRounds() {
        Options options = Options.parse("-quick");

        assertThat(options.rows()).isEqualTo(20_000);
        assertThat(options.rounds()).isEqualTo(1);
        assertThat(options.samples()).isEqualTo(1);
    }

    @Test
    void aJvmOfItsOwnGetsTheSameDataAndWhatWasFound() {
        Options options = Options.parse("-rows", "500", "-peerdata", "folder", "-details");
        double found = options.settings().get("trace/least", () -> 0.1 + 0.2);

        List<String> words = options.data("trace", "-cold", "limpid");
        words.addAll(options.settings().words());
        Options there = Options.parse(words.toArray(String[]::new));

        assertThat(there.cases()).containsExactly("trace");
        assertThat(there.cold()).contains("limpid");
        assertThat(there.rows()).isEqualTo(500);
        assertThat(there.peerData()).contains(Path.of("folder"));
        assertThat(there.settings().get("trace/least", () -> -1)).isEqualTo(found);
    }

    @Test
    void peersElsewhereHaveCaseNameAndSeconds() {
        assertThat(Options.parse("-peer", "lasso-path/glmnet-4.1=5.9").elsewhere())
                .containsExactly(new Options.Elsewhere("lasso-path", "glmnet-4.1", 5.9, ""));
        assertThatThrownBy(() -> Options.parse("-peer", "glmnet=5.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("peer must be CASE/NAME=SECONDS, but was glmnet=5.9");
    }

    @Test
    void anOptionWithoutItsWordIsRefused() {
        assertThatThrownBy(() -> Options.parse("-rows"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-rows must be followed by a word, but is the last one");
        assertThatThrownBy(() -> Options.parse("-setting", "trace"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting must be NAME=NUMBER, but was trace");
    }
}
