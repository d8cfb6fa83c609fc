package dev.limpid.algorithms.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.training.Memory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    private static final Column SIZE = Column.numeric("size");
    private static final Column SIDE = Column.categorical("side", List.of("l", "r"));
    private static final Schema SCHEMA = new Schema(List.of(SIZE, SIDE), List.of("y"), List.of("no", "yes"));

    private static Dataset data(Schema schema, double... y) {
        return Dataset.of(Rows.dense(new double[][] {{5, 0}, {7, 1}}), schema, Missing.REFUSE, y);
    }

    /** A memory that another JVM may have written: all it knows is numbers. */
    private static Memory begun() {
        Memory memory = Memory.empty();
        Fingerprint.require(memory, "spec", data(SCHEMA, 0, 1));
        return Memory.of(memory.snapshot());
    }

    static Stream<Schema> others() {
        return Stream.of(
                new Schema(List.of(Column.numeric("length"), SIDE), List.of("y"), List.of("no", "yes")),
                new Schema(List.of(SIZE, Column.numeric("side")), List.of("y"), List.of("no", "yes")),
                new Schema(
                        List.of(SIZE, Column.categorical("side", List.of("r", "l"))),
                        List.of("y"),
                        List.of("no", "yes")),
                new Schema(List.of(SIDE, SIZE), List.of("y"), List.of("no", "yes")),
                new Schema(List.of(SIZE, SIDE), List.of("z"), List.of("no", "yes")),
                new Schema(List.of(SIZE, SIDE), List.of("y"), List.of("yes", "no")));
    }

    @Test
    void theSameSpecAndDataAreTaken() {
        assertThatCode(() -> Fingerprint.require(begun(), "spec", data(SCHEMA, 0, 1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("others")
    void anotherNameLevelOrderOrClassIsRefused(Schema other) {
        Dataset data = other.columns().get(0).equals(SIDE)
                ? Dataset.of(Rows.dense(new double[][] {{0, 5}, {1, 7}}), other, Missing.REFUSE, new double[] {0, 1})
                : data(other, 0, 1);

        assertThatThrownBy(() -> Fingerprint.require(begun(), "spec", data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "memory must come from a run of the same spec, but loss, penalty, optimizer, seed or the names of"
                                + " columns differ: resume with the spec that it was begun with");
    }

    @Test
    void anotherSpecIsRefused() {
        assertThatThrownBy(() -> Fingerprint.require(begun(), "other", data(SCHEMA, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("memory must come from a run of the same spec, but ");
    }

    @Test
    void otherTargetsAreRefused() {
        assertThatThrownBy(() -> Fingerprint.require(begun(), "spec", data(SCHEMA, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory must come from a run on the same data, but its targets or weights differ");
    }
}
