package dev.limpid.core.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void blocksFollowOneAnother() {
        Blocks blocks = new Blocks(List.of()).and("weights", 3, 2, Role.WEIGHTS).and("intercept", 1, 2, Role.INTERCEPT);

        assertThat(blocks.size()).isEqualTo(8);
        assertThat(blocks.get("intercept")).isEqualTo(new Block("intercept", 6, 1, 2, Role.INTERCEPT));
        assertThat(blocks.get("weights").end()).isEqualTo(6);
        assertThat(blocks.get("weights").size()).isEqualTo(6);
    }

    @Test
    void aVectorWithoutStructureIsOneBlock() {
        assertThat(Blocks.single(4).list()).containsExactly(new Block("theta", 0, 4, 1, Role.WEIGHTS));
        assertThat(Blocks.single(4).size()).isEqualTo(4);
        assertThat(new Blocks(List.of()).size()).isZero();
    }

    @Test
    void refusesWhatIsNoPartition() {
        Block first = new Block("a", 0, 2, 1, Role.WEIGHTS);
        assertThatThrownBy(() -> new Blocks(List.of(first, new Block("b", 3, 1, 1, Role.WEIGHTS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offset of block 'b' must be 2, but was 3");
        assertThatThrownBy(() -> new Blocks(List.of(first, new Block("a", 2, 1, 1, Role.WEIGHTS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names of blocks must differ, but were [a, a]");
        assertThatThrownBy(() -> new Blocks(List.of(first)).get("bias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block must be one of [a], but was 'bias'");
        assertThatThrownBy(() -> new Block("", 0, 1, 1, Role.WEIGHTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of a block must not be empty");
        assertThatThrownBy(() -> new Block("a", 0, -1, 1, Role.WEIGHTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("offset, rows and columns of block 'a' must be >= 0, but were 0, -1, 1");
    }
}
