package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class NdArraysTest {

    /** Matrices in every order and type, whole and cut out of others; more rows than a tile. */
    static Stream<Named<INDArray>> matrices() {
        INDArray doubles = Nd4j.linspace(DataType.DOUBLE, -1, 0.25, 1200 * 7).reshape(1200, 7);
        INDArray floats = doubles.castTo(DataType.FLOAT);
        return Stream.of(
                Named.of("double, rows first", doubles),
                Named.of("double, columns first", doubles.dup('f')),
                Named.of(
                        "double, transposed",
                        doubles.dup('f').reshape('f', 7, 1200).transpose()),
                Named.of("double, some columns", doubles.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 5))),
                Named.of("double, some rows", doubles.get(NDArrayIndex.interval(3, 1100), NDArrayIndex.all())),
                Named.of(
                        "double, columns first, some rows",
                        doubles.dup('f').get(NDArrayIndex.interval(3, 1100), NDArrayIndex.all())),
                Named.of("double, every third row", doubles.get(NDArrayIndex.interval(0, 3, 1200), NDArrayIndex.all())),
                Named.of("double, one column", doubles.get(NDArrayIndex.all(), NDArrayIndex.interval(4, 5))),
                Named.of("double, one row", doubles.get(NDArrayIndex.interval(9, 10), NDArrayIndex.all())),
                Named.of("float, rows first", floats),
                Named.of("float, columns first", floats.dup('f')),
                Named.of("float, some columns", floats.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 5))),
                Named.of("int", doubles.castTo(DataType.INT32)),
                Named.of("long, columns first", doubles.dup('f').castTo(DataType.INT64)));
    }

    @ParameterizedTest(autoCloseArguments = false) // some are views of others
    @MethodSource("matrices")
    void matricesAreCopiedCellByCell(INDArray x) {
        Rows rows = Rows.fromNd4j(x);

        assertThat(rows.size()).isEqualTo(x.rows());
        assertThat(rows.columns()).isEqualTo(x.columns());
        assertThat(rows).isInstanceOf(x.dataType() == DataType.FLOAT ? FloatTiles.class : DoubleTiles.class);
        double[] column = new double[rows.size()];
        for (int j = 0; j < rows.columns(); j++) {
            rows.copyColumn(j, 0, rows.size(), column);
            for (int i = 0; i < column.length; i += i % 100 == 0 ? 1 : 33) {
                assertThat(column[i]).as("[%d][%d]", i, j).isEqualTo(x.getDouble(i, j));
            }
        }
    }

    @Test
    void rowsGoOutAndComeBack() {
        double[][] x = {{1, -2.5, 1e300}, {Double.MIN_VALUE, 0.1, -0.0}};

        Rows rows = Rows.fromNd4j(Nd4j.createFromArray(x));

        assertThat(rows.row(0)).isEqualTo(x[0]);
        assertThat(rows.row(1)).isEqualTo(x[1]);
    }

    @Test
    void targetsHaveOneColumnOrSeveral() {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        INDArray y = Nd4j.createFromArray(new double[][] {{1, 10}, {2, 20}, {3, 30}});

        assertThat(Dataset.fromNd4j(x, Nd4j.createFromArray(1.0, 2.0, 3.0)).targets())
                .containsExactly(Values.of(1, 2, 3));
        assertThat(Dataset.fromNd4j(x, Nd4j.createFromArray(1, 2, 3)).targets()).containsExactly(Values.of(1, 2, 3));
        assertThat(Dataset.fromNd4j(x, y.getColumn(1)).targets()).containsExactly(Values.of(10, 20, 30));
        assertThat(Dataset.fromNd4j(x, y.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 1)))
                        .targets())
                .containsExactly(Values.of(1, 2, 3));
        assertThat(Dataset.fromNd4j(x, y).targets()).containsExactly(Values.of(1, 2, 3), Values.of(10, 20, 30));
        assertThat(Dataset.fromNd4j(x, y).schema().targets()).containsExactly("y0", "y1");
        assertThat(Dataset.fromNd4j(x).targets()).isEmpty();
    }

    @Test
    void laterChangesOfTheMatrixDontReachTheRows() {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});
        Rows rows = Rows.fromNd4j(x);

        x.putScalar(0, 0, 9);

        assertThat(rows.get(0, 0)).isEqualTo(1);
    }

    @Test
    void otherShapesAndCellsAreRefused() {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}});

        assertThatThrownBy(() -> Rows.fromNd4j(Nd4j.createFromArray(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("X must be a matrix of shape [n, d], but has shape [2]; reshape it first");
        assertThatThrownBy(() -> Dataset.fromNd4j(x, Nd4j.create(DataType.DOUBLE, 2, 1, 1)))
                .hasMessage("y must have shape [n] or [n, T], but has shape [2, 1, 1]");
        assertThatThrownBy(() -> Dataset.fromNd4j(x, Nd4j.createFromArray(1.0, 2.0, 3.0)))
                .hasMessage("X and y must have the same number of rows, but X has 2 and y has 3");
        assertThatThrownBy(() -> Dataset.fromNd4j(Nd4j.createFromArray(new double[][] {{1, Double.NaN}})))
                .hasMessage(
                        "X must be finite, but X[0][1] (column 'x1') was NaN; keep missing cells with Missing.KEEP, or keep and then fill them with an Imputer");
    }
}
