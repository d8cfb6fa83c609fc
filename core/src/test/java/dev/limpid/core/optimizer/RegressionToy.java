package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.parameter.Blocks;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** (1/n)·Σᵢ ρ(rᵢ), rᵢ = ⟨xᵢ, θ⟩ − yᵢ, written as plainly as can be: what the optimizers are tried on. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RegressionToy(
        double[][] x,
        double[] y,
        DoubleUnaryOperator rho,
        DoubleUnaryOperator slope,
        DoubleUnaryOperator curvature,
        String kink)
        implements Curved {

    static RegressionToy squares(double[][] x, double[] y) {
        return new RegressionToy(x, y, r -> r * r / 2, r -> r, r -> 1, "");
    }

    /** Pinball loss τ·|r| above the fit, (1 − τ)·|r| below, with the MM weight of Hunter and Lange (2000). */
    static RegressionToy quantile(double[][] x, double[] y, double tau) {
        return new RegressionToy(
                x,
                y,
                r -> r >= 0 ? (1 - tau) * r : -tau * r,
                r -> r > 0 ? 1 - tau : r < 0 ? -tau : 0.5 - tau,
                r -> 1 / (2 * Math.abs(r)),
                "QuantileLoss");
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(x[0].length);
    }

    private double residual(int i, double[] t) {
        return Vectors.dot(x[i], t) - y[i];
    }

    @Override
    public double value(double[] t) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += rho.applyAsDouble(residual(i, t));
        }
        return sum / y.length;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        Arrays.fill(g, 0);
        for (int i = 0; i < y.length; i++) {
            Vectors.add(g, slope.applyAsDouble(residual(i, t)) / y.length, x[i]);
        }
        return value(t);
    }

    @Override
    public double quadratic(double[] t, double cap, double[] g, double[][] b) {
        for (int j = 0; j < g.length; j++) {
            Arrays.fill(b[j], 0, j + 1, 0);
        }
        for (int i = 0; i < y.length; i++) {
            double h = Math.min(cap, curvature.applyAsDouble(residual(i, t))) / y.length;
            for (int j = 0; j < g.length; j++) {
                for (int k = 0; k <= j; k++) {
                    b[j][k] += h * x[i][j] * x[i][k];
                }
            }
        }
        return gradient(t, g);
    }

    @Override
    public double typicalCurvature(double[] t) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += 1 / Math.sqrt(curvature.applyAsDouble(residual(i, t)));
        }
        return Math.pow(sum / y.length, -2);
    }

    @Override
    public boolean needsCap() {
        return !kink.isEmpty();
    }

    @Override
    public String kink() {
        return kink;
    }
}
