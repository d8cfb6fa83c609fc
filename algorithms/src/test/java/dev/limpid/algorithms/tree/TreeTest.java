package dev.limpid.algorithms.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {

    private static final List<Column> COLUMNS =
            List.of(Column.numeric("hour"), Column.categorical("season", List.of("winter", "summer")));

    /** hour ≤ 6.5 → 1; else season = winter or missing → 2; else hour missing → 3, hour there → 4. */
    private static Tree tree() {
        Nodes splits = new Nodes(7);
        splits.split(0, 0, false, 6.5, 1);
        splits.missing(0, false, true);
        splits.split(2, 1, true, 0, 3);
        splits.missing(2, true, true);
        splits.split(4, 0, false, Double.POSITIVE_INFINITY, 5);
        splits.missing(4, false, true);
        double[] gains = {8, 0, 5, 0, 2, 0, 0};
        System.arraycopy(gains, 0, splits.gain, 0, 7);
        return new Tree(COLUMNS, splits, new double[] {9, 1, 9, 2, 9, 4, 3}, new double[] {10, 4, 6, 1, 5, 3, 2});
    }

    @Test
    void rowsFollowTheRules() {
        Tree tree = tree();

        assertThat(tree.predict(6.5, 1)).isEqualTo(1);
        assertThat(tree.predict(Math.nextUp(6.5), 0)).isEqualTo(2);
        assertThat(tree.predict(7, Double.NaN)).isEqualTo(2);
        assertThat(tree.predict(7, 1)).isEqualTo(4);
        assertThat(tree.predict(Double.NaN, 1)).isEqualTo(3);
        assertThat(tree.path(Double.NaN, 1)).containsExactly(0, 2, 4, 6);
        assertThat(tree.leaf(7, 0)).isEqualTo(3);
    }

    @Test
    void blocksGetTheSameAsRowsOneByOne() {
        Tree tree = tree();
        double[][] byColumn = {{6, 7, 7, Double.NaN}, {1, 0, 1, 1}};
        double[] out = {100, 100, 100, 100};

        tree.addTo(4, byColumn, out);

        assertThat(out).containsExactly(101, 102, 104, 103);
    }

    @Test
    void shapeIsTold() {
        assertThat(tree().nodes()).isEqualTo(7);
        assertThat(tree().leaves()).isEqualTo(4);
        assertThat(tree().depth()).isEqualTo(3);
        assertThat(tree().isLeaf(2)).isFalse();
        assertThat(tree().left(2)).isEqualTo(3);
        assertThat(tree().right(2)).isEqualTo(4);
        assertThat(tree().feature(1)).isEqualTo(-1);
        assertThat(tree().gain(0)).isEqualTo(8);
        assertThat(tree().weight(4)).isEqualTo(5);
        assertThat(tree().threshold(0)).isEqualTo(6.5);
        assertThat(tree().missingLeft(2)).isTrue();
    }

    @Test
    void printsItsRules() {
        assertThat(tree()).hasToString("""
                all rows: 9.00000 (weight 10.0000)
                  hour ≤ 6.5: leaf 1.00000 (weight 4.00000)
                  hour > 6.5 or missing: 9.00000 (weight 6.00000)
                    season = winter or missing: leaf 2.00000 (weight 1.00000)
                    season ≠ winter: 9.00000 (weight 5.00000)
                      hour is not missing: leaf 4.00000 (weight 3.00000)
                      hour is missing: leaf 3.00000 (weight 2.00000)""");
    }

    @Test
    void numbersHoldAllOfATree() {
        assertThat(Tree.of(COLUMNS, tree().toArray())).isEqualTo(tree()).hasSameHashCodeAs(tree());
        assertThat(Tree.of(COLUMNS, tree().toArray())).hasToString(tree().toString());
    }

    @Test
    void refusesNumbersThatAreNoTree() {
        assertThatThrownBy(() -> Tree.of(COLUMNS, new double[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("array must hold 7 numbers per node, but has length 6");
    }

    @Test
    void nodesGetTheMeanOfTheirLeaves() {
        double[] values = {0, 10, 0, 20, 0, 30, 40};
        double[] weights = {0, 4, 0, 1, 0, 3, 2};

        Tree tree = tree().withLeaves(values, weights);

        assertThat(tree.value(4)).isEqualTo(34);
        assertThat(tree.value(2)).isEqualTo((20 + 90 + 80) / 6.0);
        assertThat(tree.value(0)).isEqualTo((40 + 20 + 90 + 80) / 10.0);
        assertThat(tree.weight(0)).isEqualTo(10);
        assertThat(tree.predict(1, 1)).isEqualTo(10);
    }
}
