package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Vectors;

/**
 * Line (3) of {@link LevenbergMarquardt}: argmin ‖J·s + r‖² + λ·‖D·s‖² within ‖D·s‖ ≤ Δ.
 *
 * <pre>
 *   J = Q·R,  c = −Qᵀ·r                                                   (1)
 *   λ = 0 if R is regular, else 10⁻¹⁶;  done if ‖D·s‖ ≤ 1.1·Δ              (2)
 *   else, from λ = max(λ, 10⁻³·u), repeat:
 *     (R, √λ·D) = P·S,  s = S⁻¹·(Pᵀ·(c, 0))                               (3)
 *     φ = ‖D·s‖ − Δ;  done if |φ| ≤ 0.1·Δ                                  (4)
 *     φ′ = −‖S⁻ᵀ·D²·s‖² / ‖D·s‖                                           (5)
 *     l ← max(l, λ − φ/φ′),  u ← λ if φ &lt; 0                               (6)
 *     λ ← λ − (‖D·s‖/Δ)·(φ/φ′), kept in [l, u]                             (7)  Newton on 1/‖D·s‖ − 1/Δ
 * </pre>
 *
 * <p>with u = ‖D⁻¹·Jᵀ·r‖/Δ at first, as ‖D·s‖ ≤ ‖D⁻¹·Jᵀ·r‖/λ. Where a column depends on others, its place on the
 * diagonal of R holds rounding and is set to 0, and the 10⁻¹⁶ of (2) keeps the step from running along that direction, which the residuals
 * don't feel.
 */
final class DampedLeastSquares {

    private static final double NEAR = 0.1;

    private static final int MOST_TRIES = 30;

    /** Part of a column's norm that rounding leaves of a column that depends on others. */
    private static final double DEPENDENT = 1e-13;

    /** Damping of a Jacobian whose columns depend on one another: the square of half the digits. */
    private static final double LEAST = 1e-16;

    private final double[] scale;
    private final double[][] r;
    private final double[] c;
    private final double[] slopes; // D⁻¹·Jᵀ·r
    private final boolean regular;
    private double lambda;
    private double[] step;

    /** Factors the Jacobian in place; the residuals are copied. */
    DampedLeastSquares(double[][] jacobian, double[] residuals, double[] scale) {
        int p = scale.length;
        this.scale = scale;
        this.slopes = new double[p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < residuals.length; i++) {
                slopes[j] += jacobian[i][j] * residuals[i];
            }
            slopes[j] /= scale[j];
        }
        double[] rotated = residuals.clone();
        Householder.factor(jacobian, rotated); // (1)
        this.r = new double[p][];
        this.c = new double[p];
        for (int j = 0; j < p; j++) {
            r[j] = j < jacobian.length ? jacobian[j].clone() : new double[p];
            c[j] = j < jacobian.length ? -rotated[j] : 0;
        }
        this.step = new double[p];
        this.regular = regularize();
    }

    /** Solves within a radius, from the λ of the step before. */
    void solve(double radius, double before) {
        if (regular) {
            double[] newton = c.clone();
            Householder.backward(r, newton);
            if (scaledNorm(newton) <= (1 + NEAR) * radius) {
                lambda = 0; // (2)
                step = newton;
                return;
            }
        } else {
            lambda = LEAST;
            damped();
            if (scaledNorm(step) <= (1 + NEAR) * radius) {
                return; // (2)
            }
        }
        double upper = Vectors.norm(slopes) / radius;
        double lower = 0;
        lambda = Math.min(Math.max(before, 1e-3 * upper), upper);
        for (int k = 0; k < MOST_TRIES; k++) {
            double[][] s = damped(); // (3)
            double norm = scaledNorm(step);
            double phi = norm - radius;
            if (Math.abs(phi) <= NEAR * radius || upper - lower <= 1e-12 * upper) { // (4)
                return;
            }
            double[] z = new double[step.length];
            for (int j = 0; j < z.length; j++) {
                z[j] = scale[j] * scale[j] * step[j];
            }
            Householder.forwardTransposed(s, z);
            double newton = phi * norm / Vectors.dot(z, z); // −φ/φ′ (5)
            lower = Math.max(lower, lambda + newton); // (6)
            upper = phi < 0 ? Math.min(upper, lambda) : upper;
            double next = lambda + norm / radius * newton; // (7)
            lambda = next > lower && next < upper ? next : between(lower, upper);
        }
    }

    private static double between(double lower, double upper) {
        return lower > 0 ? Math.sqrt(lower) * Math.sqrt(upper) : 1e-3 * upper;
    }

    /** Solves with the current λ; returns the triangle S. */
    private double[][] damped() {
        int p = scale.length;
        double[][] stacked = new double[2 * p][];
        double[] right = new double[2 * p];
        for (int j = 0; j < p; j++) {
            stacked[j] = r[j].clone();
            right[j] = c[j];
            stacked[p + j] = new double[p];
            stacked[p + j][j] = Math.sqrt(lambda) * scale[j];
        }
        Householder.factor(stacked, right);
        step = java.util.Arrays.copyOf(right, p);
        Householder.backward(stacked, step);
        return stacked;
    }

    /** Puts 0 on the diagonal where a column depends on those before it: what is there is rounding. Returns whether none does. */
    private boolean regularize() {
        boolean regular = true;
        for (int j = 0; j < r.length; j++) {
            double column = 0;
            for (int i = 0; i <= j; i++) {
                column += r[i][j] * r[i][j];
            }
            if (!(Math.abs(r[j][j]) > DEPENDENT * Math.sqrt(column))) {
                r[j][j] = 0;
                regular = false;
            }
        }
        return regular;
    }

    double[] step() {
        return step;
    }

    double lambda() {
        return lambda;
    }

    /** ‖D·s‖. */
    double scaledNorm(double[] s) {
        double sum = 0;
        for (int j = 0; j < s.length; j++) {
            sum += scale[j] * s[j] * scale[j] * s[j];
        }
        return Math.sqrt(sum);
    }

    /** ‖J·s‖² = ‖R·s‖². */
    double linearFall() {
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            double row = 0;
            for (int j = i; j < r.length; j++) {
                row += r[i][j] * step[j];
            }
            sum += row * row;
        }
        return sum;
    }
}
