package dev.limpid.algorithms.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.criterion.Criterion;
import dev.limpid.core.criterion.GradientCriterion;
import dev.limpid.core.criterion.NewtonCriterion;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {

    private static final NewtonCriterion NEWTON = new NewtonCriterion(0.5);
    private static final TreeSettings SMALL = new TreeSettings(8, TreeSettings.UNLIMITED_DEPTH, 10, 0);

    @Test
    void firstSplitIsTheBestByBruteForce() {
        for (int seed = 0; seed < 20; seed++) {
            Problem problem = new Problem(200, seed);
            GrownTree grown = problem.grow(SMALL.withMaxLeaves(2), NEWTON, Workers.serial());

            double best = bruteForce(problem, all(200), SMALL.minLeafWeight());

            assertThat(grown.tree().gain(0)).as("seed %d", seed).isCloseTo(best, within(1e-9 * best));
        }
    }

    @Test
    void treeIsThatOfAPlainTwinThatSearchesAllRowsForEachSplit() {
        for (int seed = 0; seed < 20; seed++) {
            Problem problem = new Problem(200, seed);
            GrownTree grown = problem.grow(SMALL, NEWTON, Workers.serial());
            List<int[]> leaves = twin(problem, SMALL);

            assertThat(grown.tree().leaves()).isEqualTo(leaves.size());
            for (int[] leaf : leaves) {
                int node = grown.leaves()[leaf[0]];
                assertThat(IntStream.range(0, 200)
                                .filter(i -> grown.leaves()[i] == node)
                                .toArray())
                        .as("seed %d", seed)
                        .containsExactly(leaf);
                double[] s = problem.sum(leaf);
                assertThat(grown.tree().value(node)).isCloseTo(NEWTON.leaf(s, 0), within(1e-12));
                assertThat(grown.tree().weight(node)).isCloseTo(s[0], within(1e-12));
            }
        }
    }

    @Test
    void rowsFallIntoTheLeafThatTheRulesSay() {
        Problem problem = new Problem(500, 7);
        int[] sample = IntStream.range(0, 500).filter(i -> i % 3 != 0).toArray();
        GrownTree grown = problem.grower(SMALL, NEWTON, Workers.serial()).grow(problem.statistics, sample);

        for (int i = 0; i < 500; i++) {
            assertThat(grown.leaves()[i]).isEqualTo(grown.tree().leaf(problem.x[i]));
        }
    }

    @Test
    void sampleDecidesTheTreeAndOtherRowsDoNot() {
        Problem problem = new Problem(300, 8);
        int[] sample = IntStream.range(0, 300).filter(i -> i % 3 != 0).toArray();
        TreeGrower grower = problem.grower(SMALL, NEWTON, Workers.serial());
        Tree tree = grower.grow(problem.statistics, sample).tree();

        double[] changed = problem.statistics.clone();
        for (int i = 0; i < 300; i += 3) {
            changed[3 * i + 1] += 100;
        }

        assertThat(grower.grow(changed, sample).tree()).isEqualTo(tree);
        assertThat(tree.weight(0)).isEqualTo(problem.sum(sample)[0]);
    }

    @Test
    void numberOfThreadsDoesNotMatter() {
        Problem problem = new Problem(70_000, 9);
        Tree serial =
                problem.grow(SMALL.withMaxLeaves(31), NEWTON, Workers.serial()).tree();
        try (Workers two = Workers.of(2)) {
            assertThat(problem.grow(SMALL.withMaxLeaves(31), NEWTON, two).tree())
                    .isEqualTo(serial);
        }
        assertThat(serial.leaves()).isEqualTo(31);
    }

    @Test
    void leavesHaveTheirWeightAndTreesTheirSize() {
        Problem problem = new Problem(2000, 10);

        Tree wide = problem.grow(new TreeSettings(1000, 4, 30, 0), NEWTON, Workers.serial())
                .tree();
        Tree picky = problem.grow(SMALL.withMaxLeaves(1000).withMinGain(3), NEWTON, Workers.serial())
                .tree();

        assertThat(wide.depth()).isEqualTo(4);
        for (int node = 0; node < wide.nodes(); node++) {
            assertThat(wide.weight(node)).isGreaterThanOrEqualTo(30);
        }
        assertThat(picky.leaves()).isBetween(2, 100);
        for (int node = 0; node < picky.nodes(); node++) {
            assertThat(picky.isLeaf(node) || picky.gain(node) > 3).isTrue();
        }
    }

    @Test
    void gainIsWhatTheScoresOfTheChildrenAreMore() {
        Problem problem = new Problem(1000, 11);
        GrownTree grown = problem.grow(SMALL, NEWTON, Workers.serial());
        Tree tree = grown.tree();

        for (int node = 0; node < tree.nodes(); node++) {
            if (!tree.isLeaf(node)) {
                double expected = score(problem, grown, tree.left(node))
                        + score(problem, grown, tree.right(node))
                        - score(problem, grown, node);
                assertThat(tree.gain(node)).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void equalGradientsAreNotSplitByRounding() {
        Problem problem = new Problem(500, 12);
        for (int i = 0; i < 500; i++) {
            problem.statistics[3 * i + 1] = 0.1 * problem.statistics[3 * i];
            problem.statistics[3 * i + 2] = 0.3 * problem.statistics[3 * i];
        }

        Tree tree =
                problem.grow(SMALL, new NewtonCriterion(0), Workers.serial()).tree();

        assertThat(tree.leaves()).isEqualTo(1);
        assertThat(tree.value(0)).isCloseTo(-1 / 3.0, within(1e-12));
    }

    @Test
    void ofTwoEqualColumnsTheFirstIsTaken() {
        Problem problem = new Problem(400, 13);
        for (double[] row : problem.x) {
            row[1] = row[0];
        }

        Tree tree =
                problem.grow(SMALL.withMaxLeaves(100), NEWTON, Workers.serial()).tree();

        for (int node = 0; node < tree.nodes(); node++) {
            assertThat(tree.feature(node)).isNotEqualTo(1);
        }
    }

    @Test
    void missingValuesUnseenInTrainingFollowTheHeavierChild() {
        double[][] x = {{1}, {1}, {1}, {5}};
        double[] statistics = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -9, 1};
        List<Column> columns = List.of(Column.numeric("x"));
        Dataset data = Dataset.of(x, 0, 0, 0, 0);
        BinnedRows binned = Binning.of(data, 255, Workers.serial()).encode(data.features(), Workers.serial());

        Tree tree = new TreeGrower(binned, columns, SMALL.withMinLeafWeight(1), NEWTON, Workers.serial())
                .grow(statistics, all(4))
                .tree();

        assertThat(tree.predict(Double.NaN)).isEqualTo(tree.predict(1)).isNotEqualTo(tree.predict(5));
        assertThat(tree.rule(0, true)).isEqualTo("x ≤ 3");
    }

    @Test
    void valuesCanBeSplitFromMissingOnes() {
        double[][] x = {{1}, {2}, {3}, {Double.NaN}, {Double.NaN}};
        double[] statistics = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -9, 1, 1, -9, 1};
        Dataset data = Dataset.of(Rows.dense(x), Missing.KEEP, new double[5]);
        BinnedRows binned = Binning.of(data, 255, Workers.serial()).encode(data.features(), Workers.serial());

        TreeSettings settings = SMALL.withMinLeafWeight(1).withMaxLeaves(2);
        List<Column> columns = List.of(Column.numeric("x"));
        Tree tree = new TreeGrower(binned, columns, settings, new NewtonCriterion(0), Workers.serial())
                .grow(statistics, all(5))
                .tree();

        assertThat(tree.rule(0, true)).isEqualTo("x is not missing");
        assertThat(tree.rule(0, false)).isEqualTo("x is missing");
        assertThat(tree.predict(1e300)).isEqualTo(-1);
        assertThat(tree.predict(Double.NaN)).isEqualTo(9);
    }

    @Test
    void criterionWithMoreStatisticsGivesTheSameTree() {
        Problem problem = new Problem(1000, 14);
        Wide wide = new Wide(NEWTON);
        double[] statistics = new double[4 * 1000];
        for (int i = 0; i < 1000; i++) {
            double[] s = problem.statistics;
            wide.statistics(s[3 * i], s[3 * i + 1], s[3 * i + 2], statistics, 4 * i);
        }

        Tree narrow = problem.grow(SMALL, NEWTON, Workers.serial()).tree();
        Tree same = problem.grower(SMALL, wide, Workers.serial())
                .grow(statistics, all(1000))
                .tree();

        assertThat(same).isEqualTo(narrow);
    }

    /** NewtonCriterion with a fourth number that it doesn't need. */
    private record Wide(NewtonCriterion newton) implements GradientCriterion {
        @Override
        public int width() {
            return 4;
        }

        @Override
        public void statistics(double w, double g, double h, double[] out, int at) {
            newton.statistics(w, g, h, out, at);
            out[at + 3] = g * g;
        }

        @Override
        public double score(double[] s, int at) {
            return newton.score(s, at);
        }

        @Override
        public double leaf(double[] s, int at) {
            return newton.leaf(s, at);
        }
    }

    private static int[] all(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static double score(Problem problem, GrownTree grown, int node) {
        Tree tree = grown.tree();
        int[] rows = IntStream.range(0, problem.x.length)
                .filter(i -> IntStream.of(tree.path(problem.x[i])).anyMatch(step -> step == node))
                .toArray();
        return NEWTON.score(problem.sum(rows), 0);
    }

    /** Splits the leaf with the largest gain until there are enough, trying every split of every leaf. */
    private static List<int[]> twin(Problem problem, TreeSettings settings) {
        List<int[]> leaves = new ArrayList<>(List.of(all(problem.x.length)));
        while (leaves.size() < settings.maxLeaves()) {
            int[] largest = null;
            double gain = 0;
            for (int[] leaf : leaves) {
                double best = bruteForce(problem, leaf, settings.minLeafWeight());
                if (best > gain) {
                    gain = best;
                    largest = leaf;
                }
            }
            if (largest == null) {
                break;
            }
            double wanted = gain;
            int[] rows = largest;
            IntPredicate side = problem.sides(rows).stream()
                    .filter(s -> problem.gain(rows, s, settings.minLeafWeight()) == wanted)
                    .findFirst()
                    .orElseThrow();
            leaves.remove(rows);
            leaves.add(IntStream.of(rows).filter(side).toArray());
            leaves.add(IntStream.of(rows).filter(side.negate()).toArray());
        }
        return leaves;
    }

    private static double bruteForce(Problem problem, int[] rows, double minLeafWeight) {
        return problem.sides(rows).stream()
                .mapToDouble(side -> problem.gain(rows, side, minLeafWeight))
                .max()
                .orElse(0);
    }

    /** Two numeric columns, one of whole numbers with missing cells, one categorical with missing cells. */
    private static final class Problem {

        private final double[][] x;
        private final double[] statistics; // w, g, h
        private final List<Column> columns = List.of(
                Column.numeric("a"),
                Column.numeric("b"),
                Column.numeric("count"),
                Column.categorical("level", List.of("red", "green", "blue", "black")));

        Problem(int n, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            x = new double[n][4];
            statistics = new double[3 * n];
            for (int i = 0; i < n; i++) {
                x[i][0] = random.nextGaussian();
                x[i][1] = random.nextDouble();
                x[i][2] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(6);
                x[i][3] = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(4);
                double level = Double.isNaN(x[i][3]) ? 2 : x[i][3];
                double count = Double.isNaN(x[i][2]) ? 4 : x[i][2];
                double w = 0.5 + random.nextDouble();
                statistics[3 * i] = w;
                statistics[3 * i + 1] = w * (x[i][0] + (level == 1 ? 1 : 0) - 0.3 * count + random.nextGaussian());
                statistics[3 * i + 2] = w * (0.1 + random.nextDouble());
            }
        }

        TreeGrower grower(TreeSettings settings, Criterion criterion, Workers workers) {
            Schema schema = new Schema(columns, List.of("y"), List.of());
            Dataset data = Dataset.of(Rows.dense(x), schema, Missing.KEEP, new double[x.length]);
            BinnedRows binned = Binning.of(data, 255, workers).encode(data.features(), workers);
            return new TreeGrower(binned, columns, settings, criterion, workers);
        }

        GrownTree grow(TreeSettings settings, Criterion criterion, Workers workers) {
            return grower(settings, criterion, workers).grow(statistics, all(x.length));
        }

        double[] sum(int[] rows) {
            double[] sum = new double[3];
            for (int row : rows) {
                for (int c = 0; c < 3; c++) {
                    sum[c] += statistics[3 * row + c];
                }
            }
            return sum;
        }

        double gain(int[] rows, IntPredicate side, double minLeafWeight) {
            double[] left = sum(IntStream.of(rows).filter(side).toArray());
            double[] right = sum(IntStream.of(rows).filter(side.negate()).toArray());
            return left[0] >= minLeafWeight && right[0] >= minLeafWeight
                    ? NEWTON.score(left, 0) + NEWTON.score(right, 0) - NEWTON.score(sum(rows), 0)
                    : Double.NEGATIVE_INFINITY;
        }

        /** Every way to split: at each value and level, with the missing values on either side, and alone. */
        List<IntPredicate> sides(int[] rows) {
            List<IntPredicate> sides = new ArrayList<>();
            for (int column = 0; column < 4; column++) {
                int j = column;
                boolean equality = columns.get(j).isCategorical();
                for (double t :
                        IntStream.of(rows).mapToDouble(i -> x[i][j]).distinct().toArray()) {
                    sides.add(i -> equality ? x[i][j] == t : x[i][j] <= t);
                    sides.add(i -> Double.isNaN(x[i][j]) || (equality ? x[i][j] == t : x[i][j] <= t));
                }
                sides.add(i -> Double.isNaN(x[i][j]));
            }
            return sides;
        }
    }
}
