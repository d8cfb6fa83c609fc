package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.DesignRows;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;

/** θ for any penalty that is a strongly convex sum over coordinates, by its prox; on a copy of X by rows. */
final class SeparablePoint implements DualPoint {

    /** μ·s, so large that 1/s beside μ is rounding. */
    private static final double LARGE = 0x1p53;

    private final DesignRows rows;
    private final SeparablePenalty penalty;
    private final double[] u;
    private final double[] theta;

    SeparablePoint(LinearDesign design, SeparablePenalty penalty, double[] u, double[] theta) {
        this.rows = new DesignRows(design);
        this.penalty = penalty;
        this.u = u;
        this.theta = theta;
    }

    @Override
    public double score(int i) {
        return rows.score(i, 0, theta);
    }

    @Override
    public double square(int i) {
        double sum = 0;
        for (int c = 0; c < rows.count(i); c++) {
            sum += rows.cell(i, c) * rows.cell(i, c) / penalty.strongConvexity(rows.position(i, c));
        }
        return sum;
    }

    @Override
    public void move(int i, double change) {
        for (int c = 0; c < rows.count(i); c++) {
            int j = rows.position(i, c);
            u[j] += change * rows.cell(i, c);
            theta[j] = argmax(j);
        }
    }

    /** Line (2). */
    private double argmax(int j) {
        double s = LARGE / penalty.strongConvexity(j);
        return penalty.prox(s * u[j], j, s);
    }

    @Override
    public void restore(double[] changes) {
        Arrays.fill(u, 0);
        for (int i = 0; i < changes.length; i++) {
            rows.add(i, 0, changes[i], u);
        }
        Arrays.setAll(theta, this::argmax);
    }

    @Override
    public double conjugate() {
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            sum += u[j] * theta[j] - penalty.value(theta[j], j);
        }
        return sum;
    }

    @Override
    public void finish() {
        // θ never lags
    }
}
