package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Line;
import dev.limpid.core.objective.Smooth;

/** An objective along a direction as far as the bounds allow; +∞ beyond, without asking. */
final class BoundedLine implements Line {

    private final Smooth smooth;
    private final Bounds bounds;
    private final double[] theta;
    private final double[] d;
    private final double longest;
    private final Point zero;
    private final double[] point;
    private final double[] g;

    BoundedLine(Smooth smooth, Bounds bounds, double[] theta, double[] d, Point zero) {
        this.smooth = smooth;
        this.bounds = bounds;
        this.theta = theta;
        this.d = d;
        this.zero = zero;
        this.longest = Math.max(1, bounds.longest(theta, d, Double.POSITIVE_INFINITY)); // x̄ itself is feasible
        this.point = theta.clone();
        this.g = new double[d.length];
    }

    @Override
    public Point at(double alpha) {
        if (alpha == 0) {
            return zero;
        }
        if (!(alpha <= longest)) {
            return new Point(alpha, Double.POSITIVE_INFINITY, Double.NaN);
        }
        move(alpha);
        double value = smooth.gradient(point, g);
        return new Point(alpha, value, Vectors.dot(g, d));
    }

    private void move(double alpha) {
        for (int j = 0; j < point.length; j++) {
            point[j] = bounds.clamp(theta[j] + alpha * d[j], j); // rounding must not lead out
        }
    }

    /** θ + α·d, and ∇S there. */
    void take(Point found, double[] next, double[] gNext) {
        double[] last = point.clone();
        move(found.alpha());
        if (!java.util.Arrays.equals(last, point)) {
            smooth.gradient(point, g);
        }
        Vectors.copy(point, next);
        Vectors.copy(g, gNext);
    }
}
