package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetTest {

    private static final double NAN = Double.NaN;
    private static final double[][] X = {{1, 10}, {2, 20}, {3, 30}, {4, 40}};
    private static final double[] Y = {0, 1, 2, 1};

    @Test
    void arraysWithoutNamesGetDefaultOnes() {
        Dataset one = Dataset.of(X, Y);
        Dataset two = one.withTargets(Y, new double[4]);

        assertThat(one.schema().columns()).containsExactly(Column.numeric("x0"), Column.numeric("x1"));
        assertThat(one.schema().targets()).containsExactly("y");
        assertThat(one.schema().classNames()).isEmpty();
        assertThat(two.schema().targets()).containsExactly("y0", "y1");
        assertThat(two.targets()).containsExactly(Values.of(Y), Values.of(0, 0, 0, 0));
        assertThat(one.weights()).isEqualTo(Values.of(1, 1, 1, 1));
        assertThat(one.offsets()).isEmpty();
        assertThat(one.groups()).isEmpty();
        assertThat(one.hasMissing()).isFalse();
        assertThat(one.row(2)).hasToString("x0 = 3, x1 = 30");
    }

    @Test
    void rowsWithoutTargetsHaveNone() {
        assertThat(Dataset.unlabeled(X).targets()).isEmpty();
        assertThat(Dataset.unlabeled(X).schema().targets()).isEmpty();
    }

    @Test
    void floatArraysAreStoredAsFloat() {
        Dataset data = Dataset.of(new float[][] {{0.1f}, {2}}, 1, 2);

        assertThat(data.features()).isInstanceOf(FloatTiles.class);
        assertThat(data.features().get(0, 0)).isEqualTo((double) 0.1f);
        assertThat(Dataset.of(new double[][] {{0.1}, {2}}, 1, 2)
                        .withFloatStorage()
                        .features()
                        .get(0, 0))
                .isEqualTo((double) 0.1f);
        assertThat(data.withFloatStorage()).isSameAs(data);
    }

    @Test
    void labelsGetCodesInAlphabeticalOrderWhateverTheirOrderInTheData() {
        Dataset data = Dataset.of(X, "no", "yes", "no", "maybe");

        assertThat(data.schema().classNames()).containsExactly("maybe", "no", "yes");
        assertThat(data.targets()).containsExactly(Values.of(1, 2, 1, 0));
    }

    @Test
    void labelsThatAreNumbersGetCodesInNumericOrder() {
        assertThat(Dataset.of(X, "10", "9", "-1", "9").schema().classNames()).containsExactly("-1", "9", "10");
    }

    @Test
    void classesNameTheCodesOfATarget() {
        Dataset data = Dataset.of(X, Y).withClasses("a", "b", "c");

        assertThat(data.schema().classNames()).containsExactly("a", "b", "c");
        assertThat(data.targets()).containsExactly(Values.of(Y));
    }

    @Test
    void aChangeOfOnePartLeavesTheOthers() {
        Dataset data = Dataset.of(X, Y)
                .withNames("a", "b")
                .withTargetNames("t")
                .withWeights(1, 0, 2, 3)
                .withOffsets(new double[] {5, 6, 7, 8})
                .withGroups(0, 0, 1, 1)
                .withFloatStorage();

        assertThat(data.schema().columns()).containsExactly(Column.numeric("a"), Column.numeric("b"));
        assertThat(data.schema().targets()).containsExactly("t");
        assertThat(data.targets()).containsExactly(Values.of(Y));
        assertThat(data.weights()).isEqualTo(Values.of(1, 0, 2, 3));
        assertThat(data.offsets()).containsExactly(Values.of(5, 6, 7, 8));
        assertThat(data.groups()).containsExactly(0, 0, 1, 1);
        assertThat(data.withFeatures(Rows.ofColumns(Y), List.of(Column.numeric("c")))
                        .weights())
                .isEqualTo(data.weights());
    }

    @Test
    void selectTakesEverythingAlong() {
        Dataset data = Dataset.of(X, Y)
                .withWeights(1, 0, 2, 3)
                .withOffsets(new double[] {5, 6, 7, 8})
                .withGroups(0, 0, 1, 1);

        Dataset picked = data.select(3, 0, 3);

        assertThat(picked.size()).isEqualTo(3);
        assertThat(picked.features().row(0)).containsExactly(4, 40);
        assertThat(picked.targets()).containsExactly(Values.of(1, 0, 1));
        assertThat(picked.weights()).isEqualTo(Values.of(3, 1, 3));
        assertThat(picked.offsets()).containsExactly(Values.of(8, 5, 8));
        assertThat(picked.groups()).containsExactly(1, 0, 1);
        assertThat(data.slice(1, 3).targets()).containsExactly(Values.of(1, 2));
    }

    @Test
    void positiveWeightsDropsRowsOfWeightZero() {
        Dataset data = Dataset.of(X, Y);

        assertThat(data.positiveWeights()).isSameAs(data);
        assertThat(data.withWeights(0, 1, 0, 2).positiveWeights().targets()).containsExactly(Values.of(1, 1));
    }

    @Test
    void missingCellsAreKeptAndCountedOnDemand() {
        Rows x = Rows.dense(new double[][] {{1, NAN, 0}, {NAN, NAN, 0}, {3, 30, 0}});

        Dataset data = Dataset.of(x, Missing.KEEP, new double[] {1, 2, 3});

        assertThat(data.hasMissing()).isTrue();
        assertThat(data.missingCells()).isEqualTo(Map.of("x0", 1, "x1", 2));
        assertThat(data.missingCells().keySet()).containsExactly("x0", "x1");
        assertThat(data.row(0)).hasToString("x0 = 1, x1 = missing, x2 = 0");
        assertThat(data.select(2).hasMissing()).isFalse();
        assertThat(data.select(2, 0).hasMissing()).isTrue();
        assertThat(data.select(2).missingCells()).isEmpty();
    }

    @Test
    void categoricalColumnsHoldCodes() {
        Dataset data = Dataset.of(new double[][] {{1, 7}, {0, 8}}, 1, 2)
                .withNames("season", "t")
                .withCategorical("season", "spring", "autumn");

        assertThat(data.row(0)).hasToString("season = autumn, t = 7");
        assertThat(data.schema().columns().get(0).isCategorical()).isTrue();
    }

    static Stream<Arguments> badInput() {
        Dataset data = Dataset.of(X, Y);
        return Stream.of(
                bad(
                        "X must be finite, but X[1][0] (column 'x0') was NaN; keep missing cells with Missing.KEEP, or keep and then fill them with an Imputer",
                        () -> Dataset.of(new double[][] {{1}, {NAN}}, 1, 2)),
                bad(
                        "X must be finite, but X[0][1] (column 'x1') was Infinity",
                        () -> Dataset.of(new double[][] {{1, Double.POSITIVE_INFINITY}}, 1)),
                bad(
                        "X must be finite, but X[0][0] (column 'x0') was -Infinity",
                        () -> Dataset.of(Rows.dense(new double[][] {{Double.NEGATIVE_INFINITY}}), Missing.KEEP)),
                bad(
                        "X must be finite, but X[0][0] (column 'x0') was Infinity",
                        () -> Dataset.of(new double[][] {{1e300}}, 1).withFloatStorage()),
                bad(
                        "X must have rows of equal length, but X[0] has 2 cells and X[1] has 1",
                        () -> Dataset.of(new double[][] {{1, 2}, {3}}, 1, 2)),
                bad(
                        "X must have at least one row and one column, but has shape [0, 0]",
                        () -> Dataset.of(new double[0][], new double[0])),
                bad(
                        "X must have at least one row and one column, but has shape [2, 0]",
                        () -> Dataset.of(new double[2][0], 1, 2)),
                bad("X and y must have the same number of rows, but X has 4 and y has 3", () -> Dataset.of(X, 1, 2, 3)),
                bad(
                        "X and y1 must have the same number of rows, but X has 4 and y1 has 1",
                        () -> data.withTargets(Y, new double[1])),
                bad("y must be finite, but y[2] was NaN", () -> Dataset.of(X, 1, 2, NAN, 4)),
                bad("y must be finite, but y[0] was Infinity", () -> Dataset.of(X, Double.POSITIVE_INFINITY, 2, 3, 4)),
                bad("X and y must have the same number of rows, but X has 4 and y has 1", () -> Dataset.of(X, "a")),
                bad("targets must be at least one, but there are none", data::withTargets),
                bad(
                        "y must hold the code of a class, an integer in [0, 2), but y[2] was 2.0",
                        () -> data.withClasses("a", "b")),
                bad(
                        "y must hold the code of a class, an integer in [0, 2), but y[1] was 0.5",
                        () -> Dataset.of(X, 0, 0.5, 0, 0).withClasses("a", "b")),
                bad(
                        "y must hold the code of a class, an integer in [0, 2), but y[0] was -1.0",
                        () -> Dataset.of(X, -1, 1, 0, 0).withClasses("a", "b")),
                bad(
                        "target must be one to have classes, but there are 0",
                        () -> Dataset.unlabeled(X).withClasses("a", "b")),
                bad("classes must have different names, but 'a' occurs twice", () -> data.withClasses("a", "b", "a")),
                bad("names must have length 2 (one per column of X), but was [a]", () -> data.withNames("a")),
                bad("columns must have different names, but 'a' occurs twice", () -> data.withNames("a", "a")),
                bad("name of a column must not be empty", () -> data.withNames("a", "")),
                bad("names must have length 1 (one per target), but was [s, t]", () -> data.withTargetNames("s", "t")),
                bad("column must be one of [x0, x1], but was 'x2'", () -> data.withCategorical("x2", "a")),
                bad(
                        "column 'x0' must hold codes of levels in [0, 3), but X[2][0] was 3.0",
                        () -> data.withCategorical("x0", "a", "b", "c")),
                bad("weights must have length 4 (one per row of X), but has length 1", () -> data.withWeights(1)),
                bad("weights must be finite and >= 0, but weights[1] was -1.0", () -> data.withWeights(1, -1, 1, 1)),
                bad("weights must be finite and >= 0, but weights[3] was NaN", () -> data.withWeights(1, 1, 1, NAN)),
                bad(
                        "weights must be finite and >= 0, but weights[0] was Infinity",
                        () -> data.withWeights(Double.POSITIVE_INFINITY, 1, 1, 1)),
                bad("weights must not all be 0, but all 4 are", () -> data.withWeights(0, 0, 0, 0)),
                bad(
                        "weights must not all be 0, but all 1 are",
                        () -> data.withWeights(0, 1, 1, 1).slice(0, 1).positiveWeights()),
                bad(
                        "offsets[1] must have length 4 (one per row of X), but has length 3",
                        () -> data.withOffsets(Y, new double[3])),
                bad(
                        "offsets[0] must be finite, but offsets[0][1] was NaN",
                        () -> data.withOffsets(new double[] {1, NAN, 1, 1})),
                bad("groups must have length 4 (one per row of X), but has length 2", () -> data.withGroups(1, 2)),
                bad("rows must be in [0, 4), but rows[1] was 4", () -> data.select(0, 4)),
                bad("rows must hold at least one position, but is empty", data::select),
                bad("range of rows must be within [0, 4) and not empty, but was [2, 5)", () -> data.slice(2, 5)),
                bad("range of rows must be within [0, 4) and not empty, but was [2, 2)", () -> data.slice(2, 2)),
                bad(
                        "features must have shape [4, 1], but have shape [4, 2]",
                        () -> data.withFeatures(Rows.dense(X), List.of(Column.numeric("a")))),
                bad(
                        "X must be finite, but X[0][0] (column 'a') was NaN; keep missing cells with Missing.KEEP, or keep and then fill them with an Imputer",
                        () -> data.withFeatures(
                                Rows.ofColumns(new double[] {NAN, 1, 2, 3}), List.of(Column.numeric("a")))),
                bad(
                        "X must have 1 columns (one per column of the schema), but has 2",
                        () -> Dataset.of(
                                Rows.dense(X),
                                new Schema(List.of(Column.numeric("a")), List.of(), List.of()),
                                Missing.REFUSE)),
                bad(
                        "targets must be 1 (one per name in [t]), but there are 2",
                        () -> Dataset.of(
                                Rows.dense(X),
                                new Schema(data.schema().columns(), List.of("t"), List.of()),
                                Missing.REFUSE,
                                Y,
                                Y)));
    }

    private static Arguments bad(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void badInputIsRefusedWithItsPosition(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void laterChangesOfTheArraysDontReachTheDataSet() {
        double[] y = Y.clone();
        double[] w = {1, 1, 1, 1};
        int[] groups = {1, 2, 3, 4};
        Dataset data = Dataset.of(X, y).withWeights(w).withOffsets(y).withGroups(groups);

        y[0] = 9;
        w[0] = 9;
        groups[0] = 9;
        data.groups()[1] = 9;

        assertThat(data.targets()).containsExactly(Values.of(Y));
        assertThat(data.weights().at(0)).isEqualTo(1);
        assertThat(data.offsets().get(0).at(0)).isZero();
        assertThat(data.groups()).containsExactly(1, 2, 3, 4);
    }
}
