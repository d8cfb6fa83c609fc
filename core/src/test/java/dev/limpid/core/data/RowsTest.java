package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of storage gives what the definitions in the interface give. */
class RowsTest {

    private static final double ULP = Math.ulp(1.0);

    /** Ranges that begin or end at a tile's border, or don't; short ones; empty ones. */
    private static final int[][] RANGES = {
        {0, 0},
        {0, 1},
        {7, 8},
        {0, 512},
        {512, 1024},
        {0, 1300},
        {3, 600},
        {500, 530},
        {511, 513},
        {700, 1299},
        {1299, 1300}
    };

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void holdsTheCells(Storage storage) {
        assertSameCells(storage.fast(), storage.plain());
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void dotIsTheSumOfProducts(Storage storage) {
        double[] w = numbers(storage.plain().columns(), 2);

        for (int i = 0; i < storage.plain().size(); i++) {
            assertThat(storage.fast().dot(i, w))
                    .isCloseTo(storage.plain().dot(i, w), within(bound(storage.plain(), i, w)));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void addGivesTheBitsOfTheDefinition(Storage storage) {
        for (int i : new int[] {0, 511, 512, 1299}) {
            double[] fast = numbers(storage.plain().columns(), 3);
            double[] plain = fast.clone();

            storage.fast().add(i, -0.75, fast);
            storage.plain().add(i, -0.75, plain);

            assertThat(fast).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void timesIsTheDotOfEachRowAddedToWhatIsThere(Storage storage) {
        double[] w = numbers(storage.plain().columns(), 4);
        for (int[] range : RANGES) {
            double[] fast = numbers(1400, 5);
            double[] plain = fast.clone();
            double[] before = fast.clone();

            storage.fast().times(range[0], range[1], w, fast);
            storage.plain().times(range[0], range[1], w, plain);

            int length = range[1] - range[0];
            for (int i = 0; i < fast.length; i++) {
                double tolerance =
                        i < length ? bound(storage.plain(), range[0] + i, w) + 4 * ULP * Math.abs(before[i]) : 0;
                assertThat(fast[i]).isCloseTo(plain[i], within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void aRowScoredAloneGetsTheBitsItGetsAmongOthers(Storage storage) {
        double[] w = numbers(storage.plain().columns(), 6);
        double[] all = new double[1300];
        storage.fast().times(0, 1300, w, all);

        for (int[] range : RANGES) {
            double[] part = new double[range[1] - range[0]];

            storage.fast().times(range[0], range[1], w, part);

            for (int i = 0; i < part.length; i++) {
                assertThat(part[i])
                        .isEqualTo(all[range[0] + i])
                        .isEqualTo(storage.fast().dot(range[0] + i, w));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void transposedTimesIsTheSumOfRows(Storage storage) {
        for (int[] range : RANGES) {
            double[] g = numbers(range[1] - range[0], 7);
            double[] fast = numbers(storage.plain().columns(), 8);
            double[] plain = fast.clone();
            double[] sizes = absolute(fast);
            absolute(storage.plain()).transposedTimes(range[0], range[1], absolute(g), sizes);

            storage.fast().transposedTimes(range[0], range[1], g, fast);
            storage.plain().transposedTimes(range[0], range[1], g, plain);

            for (int j = 0; j < fast.length; j++) {
                assertThat(fast[j]).isCloseTo(plain[j], within(4 * (g.length + 1) * ULP * sizes[j]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void addGramAddsToTheLowerTriangle(Storage storage) {
        int d = storage.plain().columns();
        for (int[] range : RANGES) {
            double[] h = numbers(range[1] - range[0], 9);
            double[][] fast = triangle(d);
            double[][] plain = triangle(d);
            double[][] sizes = triangle(d);
            absolute(storage.plain()).addGram(range[0], range[1], absolute(h), sizes);

            storage.fast().addGram(range[0], range[1], h, fast);
            storage.plain().addGram(range[0], range[1], h, plain);

            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++) {
                    assertThat(fast[j][k]).isCloseTo(plain[j][k], within(4 * (h.length + 1) * ULP * sizes[j][k]));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void copiesColumnsAndRows(Storage storage) {
        for (int[] range : RANGES) {
            for (int j = 0; j < storage.plain().columns(); j++) {
                double[] fast = numbers(1300, 10);
                double[] plain = fast.clone();

                storage.fast().copyColumn(j, range[0], range[1], fast);
                storage.plain().copyColumn(j, range[0], range[1], plain);

                assertThat(fast).isEqualTo(plain);
            }
        }
        assertThat(storage.fast().row(777)).isEqualTo(storage.plain().row(777));
    }

    @ParameterizedTest
    @MethodSource("dev.limpid.core.data.Storage#all")
    void selectPicksRowsInTheGivenOrder(Storage storage) {
        SplittableRandom random = new SplittableRandom(11);
        int[] rows = random.ints(900, 0, 1300).toArray();

        Rows picked = storage.fast().select(rows);

        assertSameCells(picked, storage.plain().select(rows));
        assertThat(picked).hasSameClassAs(storage.fast());
        assertThat(storage.fast().select().size()).isZero();
        assertThatThrownBy(() -> storage.fast().select(0, 1300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must be in [0, 1300), but rows[1] was 1300");
        assertThatThrownBy(() -> storage.fast().select(-1)).hasMessage("rows must be in [0, 1300), but rows[0] was -1");
    }

    @Test
    void missingCellsStayInTheirRow() {
        double[][] x = Storage.matrix(600, 5);
        x[300][2] = Double.NaN;
        double[] out = new double[600];

        Rows.dense(x).times(0, 600, numbers(5, 1), out);

        for (int i = 0; i < 600; i++) {
            assertThat(Double.isNaN(out[i])).isEqualTo(i == 300);
        }
    }

    @Test
    void laterChangesOfTheArraysDontReachTheRows() {
        double[][] x = {{1, 2}, {3, 4}};
        float[][] f = {{1, 2}, {3, 4}};
        double[] column = {1, 3};
        double[] values = {5};
        Rows dense = Rows.dense(x);
        Rows floats = Rows.dense(f);
        Rows columns = Rows.ofColumns(column);
        Rows sparse = Rows.sparse(1, new int[] {0, 1}, new int[] {0}, values);

        x[0][0] = 9;
        f[0][0] = 9;
        column[0] = 9;
        values[0] = 9;

        assertThat(dense.get(0, 0)).isEqualTo(1);
        assertThat(floats.get(0, 0)).isEqualTo(1);
        assertThat(columns.get(0, 0)).isEqualTo(1);
        assertThat(sparse.get(0, 0)).isEqualTo(5);
    }

    @Test
    void refusesRaggedRowsAndColumns() {
        assertThatThrownBy(() -> Rows.dense(new double[][] {{1, 2}, {3, 4}, {5}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("X must have rows of equal length, but X[0] has 2 cells and X[2] has 1");
        assertThatThrownBy(() -> Rows.dense(new float[][] {{1}, {3, 4}}))
                .hasMessage("X must have rows of equal length, but X[0] has 1 cells and X[1] has 2");
        assertThatThrownBy(() -> Rows.ofColumns(new double[2], new double[3]))
                .hasMessage("columns must be of equal length, but column 0 has 2 cells and column 1 has 3");
        assertThatThrownBy(Rows::ofColumns).hasMessage("columns must be at least one, but there are none");
    }

    @Test
    void refusesSparseRowsThatBreakARule() {
        int[] one = {0};
        double[] five = {5};
        assertThatThrownBy(() -> Rows.sparse(1, new int[] {0, 1}, new int[] {0, 1}, five))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("indices and values must be of equal length, but there are 2 indices and 1 values");
        assertThatThrownBy(() -> Rows.sparse(1, new int[0], one, five))
                .hasMessage("starts must begin with 0, but is empty");
        assertThatThrownBy(() -> Rows.sparse(1, new int[] {1, 1}, one, five))
                .hasMessage("starts must begin with 0, but starts[0] was 1");
        assertThatThrownBy(() -> Rows.sparse(1, new int[] {0, 1, 0}, one, five))
                .hasMessage("starts must never fall, but starts[1] was 1 and starts[2] was 0");
        assertThatThrownBy(() -> Rows.sparse(1, new int[] {0, 2}, one, five))
                .hasMessage("starts must end with the number of values 1, but ends with 2");
        assertThatThrownBy(() -> Rows.sparse(1, new int[] {0, 1}, new int[] {1}, five))
                .hasMessage("indices must be in [0, 1), but row 0 has 1");
        assertThatThrownBy(() -> Rows.sparse(3, new int[] {0, 2}, new int[] {2, 2}, new double[] {1, 1}))
                .hasMessage("indices must rise within a row, but row 0 has 2 after 2");
        assertThatThrownBy(() -> Rows.sparse(1, new int[] {0, 1}, one, new double[] {Double.NaN}))
                .hasMessage(
                        "X must be finite, but X[0][0] was NaN; sparse rows can't hold missing cells, use dense ones for them");
    }

    private static double[] numbers(int length, long seed) {
        return new SplittableRandom(seed).doubles(length, -3, 3).toArray();
    }

    private static double[][] triangle(int d) {
        double[][] gram = new double[d][];
        for (int j = 0; j < d; j++) {
            gram[j] = new double[j + 1];
        }
        return gram;
    }

    private static double[] absolute(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    private static Rows absolute(Rows rows) {
        double[][] x = new double[rows.size()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = absolute(rows.row(i));
        }
        return new Storage.Plain(x);
    }

    /** Rounding bound of a sum of d products in any order: 4·d·ulp times the sum of their sizes. */
    private static double bound(Rows plain, int row, double[] w) {
        double sizes = 0;
        for (int j = 0; j < w.length; j++) {
            sizes += Math.abs(plain.get(row, j) * w[j]);
        }
        return 4 * w.length * ULP * sizes;
    }

    private static void assertSameCells(Rows fast, Rows plain) {
        assertThat(fast.size()).isEqualTo(plain.size());
        assertThat(fast.columns()).isEqualTo(plain.columns());
        for (int i = 0; i < plain.size(); i++) {
            for (int j = 0; j < plain.columns(); j++) {
                assertThat(fast.get(i, j)).isEqualTo(plain.get(i, j));
            }
        }
    }
}
