package dev.limpid.core.loss.survival;

import dev.limpid.core.loss.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of one time, and sums over those at risk then, in units of exp(M), M their largest score, so that nothing
 * overflows. Fields have the letters of {@link CoxLoss}.
 */
final class RiskSet {

    /** Rows of this time without an event, and with one. */
    final int[] censored;

    final int[] events;

    /** M. */
    final double top;
    /** d. */
    final double d;
    /** D·e^{−M}. */
    final double tied;
    /** R·e^{−M}. */
    final double rest;
    /** ωₗ, and 1 − cₗ, for each l. */
    private final double[] omega;

    private final double[] kept;

    private RiskSet(Unit unit, int[] censored, int[] events, double top, double rest, Ties ties) {
        this.censored = censored;
        this.events = events;
        this.top = top;
        this.rest = rest;
        double count = 0;
        double sum = 0;
        for (int i : events) {
            count += unit.w()[i];
            sum += unit.w()[i] * Math.exp(unit.f()[i] - top);
        }
        d = count;
        tied = sum;
        int terms = ties == Ties.BRESLOW || count <= 1 ? (events.length == 0 ? 0 : 1) : (int) Math.ceil(count);
        omega = new double[terms];
        kept = new double[terms];
        for (int l = 0; l < terms; l++) {
            omega[l] = terms == 1 ? d : Math.min(1, d - l);
            kept[l] = terms == 1 ? 1 : 1 - l / d;
        }
    }

    /** The times of a unit, the latest first. */
    static List<RiskSet> of(Unit unit, Ties ties) {
        double[] time = unit.y()[0];
        Integer[] order = new Integer[unit.size()];
        Arrays.setAll(order, i -> i);
        // Scores and weights break ties, so that the sums are the same for any order of the rows.
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(i -> -time[i])
                        .thenComparingDouble(i -> unit.f()[i])
                        .thenComparingDouble(i -> unit.w()[i]));
        List<RiskSet> sets = new ArrayList<>();
        double top = Double.NEGATIVE_INFINITY;
        double rest = 0;
        for (int from = 0, to = 0; from < order.length; from = to) {
            while (to < order.length && time[order[to]] == time[order[from]]) {
                to++;
            }
            int[] rows = Arrays.stream(order, from, to).mapToInt(i -> i).toArray();
            int[] events = Arrays.stream(rows).filter(i -> unit.y()[1][i] == 1).toArray();
            int[] others = Arrays.stream(rows).filter(i -> unit.y()[1][i] != 1).toArray();
            double highest = top;
            for (int i : rows) {
                highest = Math.max(highest, unit.f()[i]);
            }
            rest = rest * (rest == 0 ? 0 : Math.exp(top - highest)) + sum(unit, others, highest);
            top = highest;
            sets.add(new RiskSet(unit, others, events, top, rest, ties));
            rest += sum(unit, events, top);
        }
        return sets;
    }

    private static double sum(Unit unit, int[] rows, double top) {
        double sum = 0;
        for (int i : rows) {
            sum += unit.w()[i] * Math.exp(unit.f()[i] - top);
        }
        return sum;
    }

    /** Sₗ·e^{−M}. */
    private double s(int l) {
        return rest + kept[l] * tied;
    }

    /** Σₗ ωₗ·log(Sₗ·e^{−M}), accurate where a single row makes nearly all of S. */
    double logs() {
        double sum = 0;
        for (int l = 0; l < omega.length; l++) {
            sum += omega[l] * (s(l) > 0.5 ? Math.log1p(rest + (kept[l] * tied - 1)) : Math.log(s(l)));
        }
        return sum;
    }

    /** Σₗ ωₗ·(1 − cₗ)^power / (Sₗ·e^{−M})^root. */
    double sum(int power, int root) {
        double sum = 0;
        for (int l = 0; l < omega.length; l++) {
            double s = s(l);
            sum += omega[l] * (power == 0 ? 1 : power == 1 ? kept[l] : kept[l] * kept[l]) / (root == 1 ? s : s * s);
        }
        return sum;
    }
}
