package dev.limpid.algorithms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedRowsTest {

    /** kind = a, kind = b, size, side = l, side = r. */
    private static final Encoding ENCODING = new Encoding(new Schema(
            List.of(
                    Column.categorical("kind", List.of("a", "b")),
                    Column.numeric("size"),
                    Column.categorical("side", List.of("l", "r"))),
            List.of(),
            List.of()));

    private static final double[][] ENCODED = {{1, 0, 5, 1, 0}, {0, 1, 0, 0, 1}, {1, 0, 0, 1, 0}};

    static Stream<Rows> storages() {
        return Stream.of(
                Rows.dense(new double[][] {{0, 5, 0}, {1, 0, 1}, {0, 0, 0}}),
                Rows.sparse(3, new int[] {0, 1, 3, 3}, new int[] {1, 0, 2}, new double[] {5, 1, 1}));
    }

    @Test
    void aPositionIsTheColumnThatItsCoefficientMultiplies() {
        assertThat(ENCODING.numbers(1)).isEqualTo(Column.numeric("kind = b"));
        assertThat(ENCODING.numbers(2)).isSameAs(ENCODING.columns().get(1));
        assertThat(ENCODING.names())
                .isEqualTo(IntStream.range(0, ENCODING.size())
                        .mapToObj(position -> ENCODING.numbers(position).name())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("storages")
    void levelsBecomeIndicatorsEvenWhereTheirCodeIsZero(Rows raw) {
        Rows x = EncodedRows.of(raw, ENCODING);

        assertThat(x.size()).isEqualTo(3);
        assertThat(x.columns()).isEqualTo(5);
        assertThat(x.isSparse()).isTrue();
        for (int i = 0; i < 3; i++) {
            double[] visited = new double[5];
            double[] added = {1, 1, 1, 1, 1};
            int row = i;
            x.forEachNonZero(i, (j, cell) -> visited[j] = cell);
            x.add(i, 2, added);
            assertThat(visited).isEqualTo(ENCODED[i]);
            assertThat(x.row(i)).isEqualTo(ENCODED[i]);
            assertThat(added)
                    .containsExactly(Stream.of(0, 1, 2, 3, 4)
                            .mapToDouble(j -> 1 + 2 * ENCODED[row][j])
                            .toArray());
        }
        assertThat(x.dot(0, new double[] {1, 10, 100, 1000, 10000})).isEqualTo(1 + 500 + 1000);
        assertThat(x.select(2, 1).row(1)).isEqualTo(ENCODED[1]);
    }

    @ParameterizedTest
    @MethodSource("storages")
    void cellsAreVisitedFromLeftToRight(Rows raw) {
        StringBuilder order = new StringBuilder();

        EncodedRows.of(raw, ENCODING).forEachNonZero(0, (j, cell) -> order.append(j));

        assertThat(order).hasToString("023");
    }

    @Test
    void numericColumnsStayAsTheyAre() {
        Encoding numeric = new Encoding(new Schema(List.of(Column.numeric("a")), List.of(), List.of()));
        Rows raw = Rows.dense(new double[][] {{3}});

        assertThat(EncodedRows.of(raw, numeric)).isSameAs(raw);
        assertThat(numeric.isLevel(0)).isFalse();
        assertThat(ENCODING.isLevel(1)).isTrue();
        assertThat(ENCODING.isLevel(2)).isFalse();
        assertThat(ENCODING.columnOf(4)).isEqualTo(2);
    }
}
