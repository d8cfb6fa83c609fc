package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Harrell's C: how often, of two rows, the one with the higher score has its event first.
 *
 * <pre>
 *   pairs   (i, j) of a stratum, i with an event, tⱼ &gt; tᵢ or tⱼ = tᵢ without an event, each of weight wᵢ·wⱼ
 *   C       = (pairs with fᵢ &gt; fⱼ + ½·pairs with fᵢ = fⱼ)/pairs
 * </pre>
 *
 * <p>O(n·log n): from the last time to the first, with weights of the rows seen in a Fenwick tree by rank of score.
 *
 * <p><b>References</b>
 * <ol><li>F. E. Harrell, R. M. Califf, D. B. Pryor, K. L. Lee, R. A. Rosati (1982): Evaluating the Yield of Medical Tests.
 *     Journal of the American Medical Association 247(18).</ol>
 */
final class Concordance {

    private final Dataset data;
    private final double[] score;
    private double agreeing;
    private double tied;
    private double pairs;

    private Concordance(Dataset data, double[] score) {
        this.data = data;
        this.score = score;
    }

    /** C; NaN if no two rows can be compared. */
    static double of(Dataset data, double[] score) {
        Concordance sum = new Concordance(data, score);
        List<int[]> strata = UnitDerivatives.members(data);
        strata.forEach(sum::add);
        return sum.pairs > 0 ? (sum.agreeing + sum.tied / 2) / sum.pairs : Double.NaN;
    }

    private double time(int i) {
        return data.targets().get(0).at(i);
    }

    private boolean event(int i) {
        return data.targets().get(1).at(i) == 1;
    }

    private void add(int[] rows) {
        double[] ranks = Arrays.stream(rows)
                .mapToDouble(i -> score[i])
                .sorted()
                .distinct()
                .toArray();
        double[] tree = new double[ranks.length + 1];
        Integer[] order = Arrays.stream(rows).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -time(i)));
        for (int from = 0, to = 0; from < order.length; from = to) {
            while (to < order.length && time(order[to]) == time(order[from])) {
                to++;
            }
            int[] now = Arrays.stream(order, from, to).mapToInt(i -> i).toArray();
            Arrays.stream(now).filter(i -> !event(i)).forEach(i -> insert(tree, ranks, i));
            int[] events = Arrays.stream(now).filter(this::event).toArray();
            for (int i : events) {
                compare(tree, ranks, i);
            }
            for (int i : events) {
                insert(tree, ranks, i);
            }
        }
    }

    private void compare(double[] tree, double[] ranks, int i) {
        int rank = Arrays.binarySearch(ranks, score[i]) + 1;
        double w = data.weights().at(i);
        double below = sum(tree, rank - 1);
        double upTo = sum(tree, rank);
        agreeing += w * below;
        tied += w * (upTo - below);
        pairs += w * sum(tree, ranks.length);
    }

    private void insert(double[] tree, double[] ranks, int i) {
        int rank = Arrays.binarySearch(ranks, score[i]) + 1;
        for (int k = rank; k < tree.length; k += k & -k) {
            tree[k] += data.weights().at(i);
        }
    }

    /** The weight of rows of the first ranks. */
    private static double sum(double[] tree, int rank) {
        double sum = 0;
        for (int k = rank; k > 0; k -= k & -k) {
            sum += tree[k];
        }
        return sum;
    }
}
