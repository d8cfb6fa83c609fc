package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.DesignColumns;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.training.Workers;
import java.util.Arrays;

/**
 * What runs of {@link CoordinateDescent} know of a sum over rows with linear scores, whatever its penalty: columns, their
 * products, gradients; and slope and curvature of each row for the scores it was shown last.
 *
 * <pre>
 *   ρᵢ = c·∂(vᵢ·ℓ)/∂fᵢ,   hᵢ = c·(curvature of row i, with its weight)      (1)
 *   Lⱼ = h̄·Σᵢ aᵢⱼ²,       h̄ the mean of h                                   (2)
 * </pre>
 */
final class Landscape {

    private final LinearDesign design;
    private final LossKernel kernel;
    private final double[][] y;
    private final double[] weights;
    private final double[] squares;
    private final double[][] h;
    private final double[][] rho;
    final DesignColumns columns;
    final KnownGradients gradients;
    final GramCache gram;

    Landscape(LinearDesign design, Workers workers) {
        int outputs = design.hypothesis().outputs();
        this.design = design;
        this.kernel = design.kernel();
        this.y = design.y();
        this.weights = design.weights().toArray();
        this.columns = new DesignColumns(design, workers);
        this.squares = columns.squares();
        this.h = new double[outputs][design.size()];
        this.rho = new double[outputs][design.size()];
        this.gradients = new KnownGradients(columns, squares);
        this.gram = new GramCache(columns, workers);
    }

    int rows() {
        return design.size();
    }

    /** f = A·θ + o, from the columns that aren't multiplied by 0. */
    void scores(double[] theta, double[][] f) {
        for (int k = 0; k < design.offsets().size(); k++) {
            design.offsets().get(k).copy(0, rows(), f[k]);
        }
        addTimes(theta, f);
    }

    /** u ← u + A·d. */
    void addTimes(double[] d, double[][] u) {
        for (int j = 0; j < d.length; j++) {
            if (d[j] != 0) {
                columns.add(j, d[j], u);
            }
        }
    }

    /** Looks at scores: S, with (1); h is 1 times the weights where the loss is flat for every row. */
    double look(double[][] f) {
        double s = kernel.quadratic(rows(), y, f, weights, rho, h);
        for (int k = 0; k < h.length; k++) {
            boolean flat = Arrays.stream(h[k]).allMatch(x -> x == 0);
            for (int i = 0; i < h[k].length; i++) {
                rho[k][i] *= design.factor();
                h[k][i] = design.factor() * (flat ? weights[i] : h[k][i]); // (1)
            }
        }
        gradients.at(rho);
        return design.factor() * s;
    }

    /** S at f + α·u. */
    double ahead(double[][] f, double alpha, double[][] u) {
        double[][] there = new double[f.length][];
        for (int k = 0; k < f.length; k++) {
            there[k] = f[k].clone();
            Vectors.add(there[k], alpha, u[k]);
        }
        return design.factor() * kernel.value(rows(), y, there, weights);
    }

    double[][] h() {
        return h;
    }

    double[] lipschitz() {
        double mean = 0;
        for (double[] hk : h) {
            mean += Arrays.stream(hk).sum() / ((double) hk.length * h.length);
        }
        double[] l = new double[squares.length];
        for (int j = 0; j < l.length; j++) {
            l[j] = mean * squares[j]; // (2)
        }
        return l;
    }
}
