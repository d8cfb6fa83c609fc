package dev.limpid.core.optimizer.variance;

import dev.limpid.core.data.Rows;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * θ for a ridge of one strength, ω(t) = μ/2·t², on sparse rows as they lie: u = μ·θ, so that θ alone is kept, and a step is a
 * product with a row and a multiple of it.
 *
 * <p>Held to {@link SeparablePoint} by {@code SdcaSparseTest}.
 */
final class RidgePoint implements DualPoint {

    private final Rows x;
    private final List<double[]> offsets;
    private final double mu;
    private final double interceptMu; // 0 without an intercept
    private final double[] theta;
    private final double[] w; // θ itself without an intercept
    private double b;

    private RidgePoint(LinearDesign design, double mu, double interceptMu, double[] theta) {
        this.x = design.x();
        this.offsets = design.offsets().stream().map(o -> o.toArray()).toList();
        this.mu = mu;
        this.interceptMu = interceptMu;
        this.theta = theta;
        this.w = interceptMu > 0 ? Arrays.copyOf(theta, x.columns()) : theta;
        this.b = interceptMu > 0 ? theta[x.columns()] : 0;
    }

    /** Returns the point; empty if rows or penalty are of another kind. */
    static Optional<DualPoint> of(LinearDesign design, SeparablePenalty penalty, double[] theta) {
        int d = design.x().columns();
        if (!design.x().isSparse() || d == 0) {
            return Optional.empty();
        }
        double mu = penalty.squareStrength(0);
        for (int j = 0; j < d; j++) {
            if (!(penalty.squareStrength(j) == mu)) {
                return Optional.empty();
            }
        }
        double interceptMu = design.hypothesis().intercept() ? penalty.squareStrength(d) : 0;
        return Double.isNaN(interceptMu)
                ? Optional.empty()
                : Optional.of(new RidgePoint(design, mu, interceptMu, theta));
    }

    @Override
    public double score(int i) {
        double start = offsets.isEmpty() ? b : b + offsets.get(0)[i];
        return start + x.dot(i, w);
    }

    @Override
    public double square(int i) {
        double[] sum = new double[1];
        x.forEachNonZero(i, (j, cell) -> sum[0] += cell * cell);
        return sum[0] / mu + (interceptMu > 0 ? 1 / interceptMu : 0);
    }

    @Override
    public void move(int i, double change) {
        x.add(i, change / mu, w);
        b += interceptMu > 0 ? change / interceptMu : 0;
    }

    @Override
    public void restore(double[] changes) {
        Arrays.fill(w, 0);
        b = 0;
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] != 0) {
                move(i, changes[i]);
            }
        }
        finish();
    }

    /** μ/2·‖θ‖². */
    @Override
    public double conjugate() {
        double sum = 0;
        for (double t : w) {
            sum += t * t;
        }
        return 0.5 * (mu * sum + interceptMu * b * b);
    }

    @Override
    public void finish() {
        if (w != theta) {
            System.arraycopy(w, 0, theta, 0, w.length);
            theta[w.length] = b;
        }
    }
}
