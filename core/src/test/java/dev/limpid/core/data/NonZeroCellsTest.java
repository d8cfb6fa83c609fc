package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonZeroCellsTest {

    private static final double[][] CELLS = {{0, 2, 0, -1}, {0, 0, 0, 0}, {Double.MIN_VALUE, 0, 3, 0}};

    /** The same cells, with a stored 0 in row 0. */
    private static final Rows SPARSE = Rows.sparse(
            4, new int[] {0, 3, 3, 5}, new int[] {1, 2, 3, 0, 2}, new double[] {2, 0, -1, Double.MIN_VALUE, 3});

    @Test
    void sparseRowsVisitTheCellsThatDenseRowsVisit() {
        for (int i = 0; i < CELLS.length; i++) {
            assertThat(visited(SPARSE, i)).isEqualTo(visited(Rows.dense(CELLS), i));
        }
    }

    @Test
    void cellsAreVisitedFromLeftToRightWithoutZeros() {
        assertThat(visited(SPARSE, 0)).containsExactly("1: 2.0", "3: -1.0");
        assertThat(visited(SPARSE, 1)).isEmpty();
    }

    @Test
    void onlySparseStorageSaysThatItIsSparse() {
        assertThat(SPARSE.isSparse()).isTrue();
        assertThat(SPARSE.select(1, 0).isSparse()).isTrue();
        assertThat(Rows.dense(CELLS).isSparse()).isFalse();
    }

    private static List<String> visited(Rows rows, int row) {
        List<String> cells = new ArrayList<>();
        rows.forEachNonZero(row, (column, cell) -> cells.add(column + ": " + cell));
        return cells;
    }
}
