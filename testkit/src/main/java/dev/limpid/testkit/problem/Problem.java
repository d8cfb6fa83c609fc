package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Objective;
import java.util.Objects;

/**
 * A problem with a known answer.
 *
 * @param name its name in the literature
 * @param formula F(x) in one line
 * @param objective F, with the views that it can offer
 * @param start where to start from
 * @param minimiser a point where F is smallest
 * @param minimum F there
 * @param convex whether F is convex, so that every method has to get there
 * @param source where it was published; empty for common knowledge
 * @param otherMinima values of F at local minima that are known besides, those at infinity too; mostly empty
 * @param <V> what the objective offers
 * @since 0.1.0
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out; problems are not compared
public record Problem<V extends Objective>(
        String name,
        String formula,
        V objective,
        double[] start,
        double[] minimiser,
        double minimum,
        boolean convex,
        String source,
        double... otherMinima) {

    /** Copies the arrays and checks their lengths. */
    public Problem {
        Objects.requireNonNull(objective, "objective");
        start = start.clone();
        minimiser = minimiser.clone();
        otherMinima = otherMinima.clone();
        int p = objective.blocks().size();
        if (start.length != p || minimiser.length != p) {
            throw new IllegalArgumentException("start and minimiser must have length " + p
                    + " (one number per parameter), but have lengths " + start.length + " and " + minimiser.length);
        }
    }

    /**
     * Returns where to start from.
     *
     * @return a copy
     */
    @Override
    public double[] start() {
        return start.clone();
    }

    /**
     * Returns a point where F is smallest.
     *
     * @return a copy
     */
    @Override
    public double[] minimiser() {
        return minimiser.clone();
    }

    /**
     * Returns values of F at local minima that are known besides.
     *
     * @return a copy, mostly empty
     */
    @Override
    public double[] otherMinima() {
        return otherMinima.clone();
    }

    /**
     * Measures how much of the way down from the start is left at a point.
     *
     * @param t the point
     * @return (F(t) − minimum) / (F(start) − minimum): 1 at the start, 0 at a minimum
     */
    public double gap(double[] t) {
        return (objective.value(t) - minimum) / (objective.value(start()) - minimum);
    }

    /**
     * Measures how much of the way down from the start to the nearest known minimum is left at a point.
     *
     * @param t the point
     * @return the least of |F(t) − m| / |F(start) − m| over the minimum and the other minima m that lie below the start
     */
    public double gapToNearest(double[] t) {
        double value = objective.value(t);
        double first = objective.value(start());
        double gap = Math.abs(value - minimum) / (first - minimum);
        for (double m : otherMinima) {
            gap = m < first ? Math.min(gap, Math.abs(value - m) / (first - m)) : gap;
        }
        return gap;
    }

    @Override
    public String toString() {
        return name;
    }
}
