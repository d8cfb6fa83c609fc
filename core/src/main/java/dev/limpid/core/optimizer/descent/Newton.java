package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Cholesky;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.HessianProduct;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.search.ArmijoSearch;
import dev.limpid.core.search.Search;
import dev.limpid.core.training.Memory;

/**
 * Newton's method, kept on the way down by a multiple of the identity: iteratively reweighted least squares for a
 * {@link Curved} objective, whose matrix B it takes.
 *
 * <pre>
 *   B = that of the Curved view, else ∇²F(θ), column by column from products      (1)
 *   τ ← 0; while B + τ·I isn't positive definite: τ ← max(10·τ, 10⁻¹⁰·max|Bⱼₖ|)      (2)  begins beyond −minⱼ Bⱼⱼ
 *   d = −(B + τ·I)⁻¹·g                                                            (3)
 * </pre>
 *
 * <p>Near a minimum with a positive definite Hessian the digits that are right double with each step. Cost per step: one
 * matrix, or p products with the Hessian (which cost two gradients each where the objective has only the default), and O(p³).
 * For kinked losses and their caps use {@link dev.limpid.core.optimizer.MajorizeMinimize}; for many parameters
 * {@link dev.limpid.core.optimizer.trust.Tron}, which never forms the matrix.
 *
 * <p><b>References</b>
 * <ol><li>J. Nocedal, S. J. Wright (2006): Numerical Optimization, 2nd edition, algorithm 3.3.</ol>
 *
 * @since 0.1.0
 */
public record Newton() implements Direction<Smooth> {

    private static final double FIRST_SHIFT = 1e-10;

    private static final double GROWTH = 10;

    @Override
    public Need<Smooth> needs() {
        return new Need<>(Smooth.class, true, "a smooth objective");
    }

    @Override
    public double at(Smooth objective, double[] theta, double[] g, double[] d, Memory memory) {
        double[][] b = matrix(objective, theta); // (1)
        double largest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < d.length; j++) {
            d[j] = -g[j];
            least = Math.min(least, b[j][j]);
            for (int k = 0; k <= j; k++) {
                largest = Math.max(largest, Math.abs(b[j][k]));
            }
        }
        if (!(largest > 0 && Double.isFinite(largest))) {
            return 1 / Vectors.norm(g); // no curvature at all: straight down
        }
        double tau = least > 0 ? 0 : -least + FIRST_SHIFT * largest;
        Cholesky factor = factor(b, tau);
        while (!factor.aliased().isEmpty() && tau <= 2 * d.length * largest) {
            tau = Math.max(GROWTH * tau, FIRST_SHIFT * largest); // (2)
            factor = factor(b, tau);
        }
        if (!factor.aliased().isEmpty()) {
            return 1 / Vectors.norm(g); // entries that are not finite
        }
        factor.solve(d); // (3)
        return 1;
    }

    private static double[][] matrix(Smooth objective, double[] theta) {
        int p = theta.length;
        double[][] b = new double[p][];
        if (objective instanceof Curved curved && !curved.needsCap()) {
            for (int j = 0; j < p; j++) {
                b[j] = new double[j + 1];
            }
            curved.quadratic(theta, Double.POSITIVE_INFINITY, new double[p], b);
            return b;
        }
        HessianProduct hessian = objective.hessian(theta);
        for (int j = 0; j < p; j++) {
            double[] axis = new double[p];
            axis[j] = 1;
            b[j] = new double[p];
            hessian.times(axis, b[j]);
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < j; k++) {
                b[j][k] = (b[j][k] + b[k][j]) / 2; // differences are symmetric up to their error only
            }
        }
        return b;
    }

    private static Cholesky factor(double[][] b, double tau) {
        double[][] shifted = new double[b.length][];
        for (int j = 0; j < b.length; j++) {
            shifted[j] = java.util.Arrays.copyOf(b[j], j + 1);
            shifted[j][j] += tau;
        }
        return new Cholesky(shifted);
    }

    @Override
    public Search search() {
        return ArmijoSearch.defaults();
    }

    @Override
    public String formula() {
        return "d = −(B + τ·I)⁻¹·∇F(θ)";
    }

    @Override
    public String source() {
        return "J. Nocedal, S. J. Wright (2006): Numerical Optimization, algorithm 3.3";
    }
}
