package dev.limpid.core.loss.ranking;

import dev.limpid.core.loss.Unit;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of a unit's rows and the discounts of their ranks; a row of weight w takes up w ranks. Letters as in
 * {@link LambdaRankLoss}.
 */
final class Ranking {

    /** Ranks that are added up one by one; more than any unit should have. */
    private static final double MOST = 1e7;

    private final Unit unit;
    private final double[] discounts;

    /** dᵢ. */
    final double[] discount;

    /** The largest discounted cumulative gain, of the rows in the order of their targets. */
    final double ideal;

    Ranking(Unit unit, int truncation, String loss) {
        this.unit = unit;
        double ranks = Arrays.stream(unit.w()).sum();
        if (!(ranks <= MOST)) {
            throw new IllegalArgumentException("weights of a unit must sum to at most " + (long) MOST + " for " + loss
                    + ", because a row of weight w takes up w ranks, but sum to " + ranks
                    + "; divide all weights by a number");
        }
        discounts = discounts((int) Math.ceil(ranks) + 1, truncation);
        double[] y = unit.y()[0];
        discount = discount((i, j) -> {
            int byScore = Double.compare(unit.f()[j], unit.f()[i]);
            return byScore != 0 ? byScore : Double.compare(y[i], y[j]);
        });
        double[] best = discount((i, j) -> Double.compare(y[j], y[i]));
        double sum = 0;
        for (int i = 0; i < best.length; i++) {
            sum += unit.w()[i] * gain(y[i]) * best[i];
        }
        ideal = sum;
    }

    /** 2ʸ − 1. */
    static double gain(double y) {
        return Math.pow(2, y) - 1;
    }

    /** The discounts of the ranks up to r, added up, at r. */
    private static double[] discounts(int ranks, int truncation) {
        double[] sums = new double[ranks + 1];
        for (int r = 1; r <= ranks; r++) {
            sums[r] = sums[r - 1] + (r <= truncation ? Math.log(2) / Math.log(1.0 + r) : 0);
        }
        return sums;
    }

    /** The mean discount of each row's ranks; rows that compare equal share theirs. */
    private double[] discount(Comparator<Integer> order) {
        Integer[] rows = new Integer[unit.size()];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, order);
        double[] mean = new double[rows.length];
        double a = 0;
        for (int from = 0, to = 0; from < rows.length; from = to) {
            double b = a;
            while (to < rows.length && order.compare(rows[from], rows[to]) == 0) {
                b += unit.w()[rows[to]];
                to++;
            }
            double shared = (upTo(b) - upTo(a)) / (b - a);
            for (int i = from; i < to; i++) {
                mean[rows[i]] = shared;
            }
            a = b;
        }
        return mean;
    }

    /** The discounts of the first x ranks, added up; of a part of a rank, that part. */
    private double upTo(double x) {
        int whole = Math.min((int) x, discounts.length - 2);
        return discounts[whole] + (x - whole) * (discounts[whole + 1] - discounts[whole]);
    }
}
