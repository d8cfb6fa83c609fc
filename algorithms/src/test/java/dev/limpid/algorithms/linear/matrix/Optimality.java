package dev.limpid.algorithms.linear.matrix;

import java.util.SplittableRandom;

/**
 * Whether a point is a minimum, by definition and with plain code, so that optimizers which agree on a wrong point are found out.
 *
 * <pre>
 *   G(θ) = L·(θ − prox of Ω at θ − ∇S(θ)/L with step 1/L)        (1)  prox-gradient mapping: ∇F without a prox, 0 at a minimum
 *   θ ← θ − G(θ)/L, L doubled until F falls                      (2)  descent, to see how far F falls from here
 *   θ + r·u, u drawn, r = 1, ¼, 1/16 …                           (3)  the same where S has kinks
 * </pre>
 */
final class Optimality {

    /** L as a part of the curvature at 0, which may be less than elsewhere. */
    private static final double BOUND = 4;

    /** The same for penalties that bend: a prox with a long step jumps from one of their minima to another. */
    private static final double BENT = 64;

    private static final int STEPS = 200;
    private static final int TRIES = 400;

    /** Steps of a prox in (3) that only bring a point back into a set. */
    private static final double PROJECTION = 1e-12;

    private final Problem problem;
    private final PlainObjective f;
    private final double l;
    private final double first;

    Optimality(Problem problem) {
        this.problem = problem;
        this.f = problem.objective();
        this.l = (problem.penalty().convex() ? BOUND : BENT) * f.curvature();
        double[] g = new double[f.size()];
        f.smooth(new double[f.size()], g);
        this.first = Math.max(largest(g), mapping(new double[f.size()]));
    }

    /** Returns the largest entry of (1) at θ, as a part of the larger of it and the gradient at 0. */
    double residual(double[] theta) {
        return mapping(theta) / first;
    }

    private double mapping(double[] theta) {
        double[] g = new double[f.size()];
        f.smooth(theta, g);
        double[] next = step(theta, g, l);
        for (int j = 0; j < next.length; j++) {
            next[j] = l * (theta[j] - next[j]); // (1)
        }
        return largest(next);
    }

    private double[] step(double[] theta, double[] g, double bound) {
        double[] next = theta.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] -= g[j] / bound;
        }
        f.prox(next, 1 / bound);
        return next;
    }

    /** Returns by how much F can be lowered from a point by plain steps. */
    double fall(double[] theta) {
        double before = f.value(theta);
        double after = problem.isSmooth() ? descended(theta) : searched(theta);
        return before - after;
    }

    private double descended(double[] start) {
        double[] theta = start;
        double value = f.value(theta);
        double bound = l;
        for (int k = 0; k < STEPS; k++) {
            double[] g = new double[f.size()];
            f.smooth(theta, g);
            double[] next = step(theta, g, bound);
            double below = f.value(next);
            if (below < value) {
                theta = next;
                value = below; // (2)
            } else {
                bound *= 2;
            }
        }
        return value;
    }

    private double searched(double[] theta) {
        SplittableRandom random = new SplittableRandom(12);
        double least = f.value(theta);
        double[] best = theta;
        for (int k = 0; k < TRIES; k++) {
            double r = Math.scalb(1.0, -2 * (k % 12));
            double[] other = best.clone();
            for (int j = 0; j < other.length; j++) {
                other[j] += f.isFree(j) ? r * random.nextGaussian() : 0; // (3)
            }
            f.prox(other, PROJECTION);
            double value = f.value(other);
            if (value < least) {
                least = value;
                best = other;
            }
        }
        return least;
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
