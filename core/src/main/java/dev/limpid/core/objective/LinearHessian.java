package dev.limpid.core.objective;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;

/**
 * The Hessian of a linear risk, from the second derivatives of its loss.
 *
 * <pre>
 *   Hᵢₖₗ = ∂²ℓ/∂fₖ∂fₗ at (yᵢ, fᵢ(θ))                  (1)  once
 *   f(v) = X·V + b(v)                                 (2)  the change of the scores in the direction v
 *   ∇²F·v = (1/W)·X̃ᵀ·g,  gᵢₖ = vᵢ·Σₗ Hᵢₖₗ·fᵢₗ(v)       (3)  one pass over the data for each product
 *   ∂²F/∂wⱼₖ² = (1/W)·Σᵢ vᵢ·Hᵢₖₖ·x̃ᵢⱼ²                 (4)  one pass, if the diagonal is asked for
 * </pre>
 *
 * <p>with vᵢ the weights of the rows and X̃ = (X, 1) with an intercept.
 */
final class LinearHessian implements HessianProduct {

    private final LinearRisk risk;
    private final int outputs;
    private final double[][][] h; // [k][l][i], l ≤ k

    private LinearHessian(LinearRisk risk) {
        this.risk = risk;
        this.outputs = risk.loss.scores();
        this.h = new double[outputs][][];
        for (int k = 0; k < outputs; k++) {
            h[k] = new double[k + 1][risk.rows.size()];
        }
    }

    /** The exact Hessian where the loss states its second derivatives, else differences of gradients. */
    static HessianProduct of(LinearRisk risk, double[] t) {
        if (!isStated(risk)) {
            return HessianProducts.byDifferences(risk, t);
        }
        LinearHessian hessian = new LinearHessian(risk);
        hessian.computeRows(t);
        return hessian;
    }

    private static boolean isStated(LinearRisk risk) {
        try {
            double[] y = risk.rows.targets.stream()
                    .mapToDouble(column -> column.at(0))
                    .toArray();
            int k = risk.loss.scores();
            if (risk.loss instanceof ScalarLoss scalar) {
                scalar.secondDerivative(y[0], 0);
            } else if (risk.loss instanceof VectorLoss vector) {
                vector.secondDerivative(y, new double[k], new double[k][k]);
            }
            return true;
        } catch (UnsupportedOperationException notStated) {
            return false;
        }
    }

    private void computeRows(double[] t) {
        risk.counter.visit(risk.rows.size());
        Theta theta = Theta.of(risk.hypothesis, t);
        risk.rows.walk(risk.rows.all(), 1, outputs, LinearRisk.Scalars::new, (tile, sum) -> {
            theta.scores(tile, risk.rows);
            double[] y = new double[tile.y.length];
            double[] f = new double[outputs];
            double[][] second = new double[outputs][outputs];
            for (int i = 0; i < tile.size; i++) {
                column(tile.y, i, y);
                column(tile.f, i, f);
                if (risk.loss instanceof ScalarLoss scalar) {
                    second[0][0] = scalar.secondDerivative(y[0], f[0]); // (1)
                } else if (risk.loss instanceof VectorLoss vector) {
                    vector.secondDerivative(y, f, second); // (1)
                }
                for (int k = 0; k < outputs; k++) {
                    for (int l = 0; l <= k; l++) {
                        h[k][l][tile.from + i] = tile.w[i] * second[k][l];
                    }
                }
            }
        });
    }

    private static void column(double[][] x, int i, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = x[k][i];
        }
    }

    @Override
    public void times(double[] v, double[] out) {
        risk.counter.gradient(risk.rows.size());
        Theta direction = Theta.of(risk.hypothesis, v);
        Theta sums = risk.rows.walk(risk.rows.all(), v.length, outputs, direction::zeros, (tile, sum) -> {
            direction.scoreChanges(tile, risk.rows); // (2)
            for (int k = 0; k < outputs; k++) {
                for (int i = 0; i < tile.size; i++) {
                    double g = 0;
                    for (int l = 0; l < outputs; l++) {
                        g += h[Math.max(k, l)][Math.min(k, l)][tile.from + i] * tile.f[l][i];
                    }
                    tile.g[k][i] = g;
                }
            }
            sum.addGradient(tile, risk.rows); // (3)
        });
        sums.write(out, risk.rows.totalWeight);
    }

    @Override
    public boolean diagonal(double[] out) {
        risk.counter.visit(risk.rows.size());
        Theta shape = Theta.of(risk.hypothesis, out);
        Theta sums = risk.rows.walk(risk.rows.all(), out.length, outputs, shape::zeros, (tile, sum) -> {
            for (int k = 0; k < outputs; k++) {
                System.arraycopy(h[k][k], tile.from, tile.g[k], 0, tile.size);
            }
            sum.addSquares(tile, risk.rows); // (4)
        });
        sums.write(out, risk.rows.totalWeight);
        return true;
    }
}
