package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** New rows in another order, with other codes, come out as the model knows them, or are refused. */
class ConformTest {

    private static final Column AGE = Column.numeric("age");
    private static final Column SEASON = Column.categorical("season", List.of("spring", "summer", "winter"));
    private static final Schema MODEL = new Schema(List.of(AGE, SEASON), List.of("y"), List.of("no", "yes"));

    private static Dataset data(Rows x, Column... columns) {
        return Dataset.of(x, new Schema(List.of(columns), List.of(), List.of()), Missing.KEEP);
    }

    @Test
    void theSameColumnsAreLeftAlone() {
        Dataset data = data(Rows.dense(new double[][] {{30, 1}}), AGE, SEASON);

        assertThat(data.conform(MODEL)).isSameAs(data);
    }

    @Test
    void columnsAreMatchedByNameAndLevelsByName() {
        Column season = Column.categorical("season", List.of("winter", "monsoon", "spring"));
        Rows x = Rows.dense(new double[][] {{0, 30}, {2, 40}, {Double.NaN, 50}});

        for (Rows rows : List.of(x, FloatTiles.rounded(x))) {
            Dataset data = data(rows, season, AGE).withWeights(1, 2, 3).conform(MODEL);

            assertThat(data.schema().columns()).isEqualTo(MODEL.columns());
            assertThat(data.features()).hasSameClassAs(rows);
            assertThat(data.row(0)).hasToString("age = 30, season = winter");
            assertThat(data.row(1)).hasToString("age = 40, season = spring");
            assertThat(data.row(2)).hasToString("age = 50, season = missing");
            assertThat(data.weights()).isEqualTo(Values.of(1, 2, 3));
            assertThat(data.hasMissing()).isTrue();
        }
    }

    @Test
    void rowsWithoutNamesAreMatchedByPosition() {
        Dataset data = Dataset.unlabeled(new double[][] {{30, 2}}).conform(MODEL);

        assertThat(data.row(0)).hasToString("age = 30, season = winter");
        assertThatThrownBy(() -> Dataset.unlabeled(new double[][] {{30, 3}}).conform(MODEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'season' must hold codes of levels in [0, 3), but X[0][1] was 3.0");
    }

    @Test
    void sparseRowsStaySparse() {
        Schema model = new Schema(
                List.of(Column.numeric("c"), Column.numeric("a"), Column.numeric("b")), List.of(), List.of());
        Rows x = Rows.sparse(3, new int[] {0, 2, 2, 5}, new int[] {0, 2, 0, 1, 2}, new double[] {1, 2, 3, 4, 5});

        Dataset data = data(x, Column.numeric("a"), Column.numeric("b"), Column.numeric("c"))
                .conform(model);

        assertThat(data.features()).isInstanceOf(SparseRows.class);
        assertThat(data.features().row(0)).containsExactly(2, 1, 0);
        assertThat(data.features().row(1)).containsExactly(0, 0, 0);
        assertThat(data.features().row(2)).containsExactly(5, 3, 4);
        assertThat(data.features().dot(2, new double[] {100, 10, 1})).isEqualTo(534);
    }

    @Test
    void aMissingUnknownOrDifferentColumnIsRefused() {
        Rows one = Rows.dense(new double[][] {{0}});
        Rows two = Rows.dense(new double[][] {{0, 0}});
        Rows three = Rows.dense(new double[][] {{0, 0, 0}});

        refused("X must have 2 columns [age, season] as in the model, but has 3", Dataset.unlabeled(new double[1][3]));
        refused("X must have column 'season' as in the model, but its columns are [age]", data(one, AGE));
        refused(
                "X must have column 'season' as in the model, but its columns are [age, Season]",
                data(two, AGE, Column.numeric("Season")));
        refused(
                "column must be one of [age, season] as in the model, but was 'id'; drop it",
                data(three, Column.numeric("id"), SEASON, AGE));
        refused(
                "column 'season' must be categorical as in the model, but is numeric",
                data(two, AGE, Column.numeric("season")));
        refused(
                "column 'age' must be numeric as in the model, but is categorical",
                data(two, Column.categorical("age", List.of("30")), SEASON));
        refused(
                "level of column 'season' must be one of [spring, summer, winter] as in the model, but was 'monsoon' in row 1",
                data(
                        Rows.dense(new double[][] {{1, 0}, {1, 1}}),
                        AGE,
                        Column.categorical("season", List.of("winter", "monsoon"))));
    }

    private static void refused(String message, Dataset data) {
        assertThatThrownBy(() -> data.conform(MODEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void classesAreMatchedByName() {
        double[][] x = {{1}, {2}, {3}};

        Dataset same = Dataset.of(x, "yes", "no", "yes").conformTargets(MODEL);
        Dataset other = Dataset.of(x, "yes", "yes", "yes").conformTargets(MODEL);
        Dataset codes = Dataset.of(x, 1, 0, 1).conformTargets(MODEL);

        assertThat(same.targets()).containsExactly(Values.of(1, 0, 1));
        assertThat(other.targets()).containsExactly(Values.of(1, 1, 1));
        assertThat(codes.targets()).containsExactly(Values.of(1, 0, 1));
        assertThat(other.schema().classNames()).containsExactly("no", "yes");
    }

    @Test
    void otherTargetsAreRefused() {
        double[][] x = {{1}, {2}};
        Schema numeric = new Schema(List.of(AGE), List.of("y"), List.of());

        assertThatThrownBy(() -> Dataset.of(x, "no", "maybe").conformTargets(MODEL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class must be one of [no, yes] as in the model, but y[1] was 'maybe'");
        assertThatThrownBy(() -> Dataset.of(x, 0, 2).conformTargets(MODEL))
                .hasMessage("y must hold the code of a class, an integer in [0, 2), but y[1] was 2.0");
        assertThatThrownBy(() -> Dataset.of(x, "a", "b").conformTargets(numeric))
                .hasMessage("target must be numeric as in the model, but has classes [a, b]");
        assertThatThrownBy(() -> Dataset.unlabeled(x).conformTargets(MODEL))
                .hasMessage("targets must be 1 [y] as in the model, but there are 0");
    }
}
