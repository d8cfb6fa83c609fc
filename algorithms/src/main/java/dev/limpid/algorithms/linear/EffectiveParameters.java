package dev.limpid.algorithms.linear;

import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The trace of (B + P)⁻¹·B over the coefficients that aren't 0, for {@link PenaltySeries#degreesOfFreedom}.
 *
 * <pre>
 *   B = Σᵢ c·vᵢ·hᵢ·aᵢ·aᵢᵀ                          (1)  a the columns of A: those that aren't 0, and 1 for the intercept
 *   B + P = L·Lᵀ                                   (2)  P from the strong convexity of the penalty
 *   df = |A| − Σⱼ Pⱼⱼ·((B + P)⁻¹)ⱼⱼ                 (3)
 * </pre>
 */
final class EffectiveParameters {

    private EffectiveParameters() {}

    static double of(LinearFit fit, LinearSpec spec, double[] theta) {
        Block w = fit.smooth().blocks().get(LinearHypothesis.WEIGHTS);
        int[] chosen = IntStream.range(0, theta.length)
                .filter(j -> j < w.offset() || j >= w.end() || theta[j] != 0)
                .toArray();
        Penalty inner = fit.penalties(spec).scaled(spec.penalty());
        Optional<LinearDesign> design =
                fit.smooth() instanceof LinearSum sum ? sum.design() : Optional.<LinearDesign>empty();
        boolean shrinks = inner instanceof SeparablePenalty separable
                && Arrays.stream(chosen).anyMatch(j -> convexity(separable, w, j) > 0);
        if (!shrinks || design.isEmpty() || !(spec.loss() instanceof ScalarLoss loss)) {
            return chosen.length;
        }
        double[] p = Arrays.stream(chosen)
                .mapToDouble(j -> convexity((SeparablePenalty) inner, w, j))
                .toArray();
        return trace(matrix(design.get(), loss, theta, chosen), p);
    }

    private static double convexity(SeparablePenalty penalty, Block w, int j) {
        return j >= w.offset() && j < w.end() ? penalty.strongConvexity(j - w.offset()) : 0;
    }

    private static double[][] matrix(LinearDesign design, ScalarLoss loss, double[] theta, int[] chosen) {
        int n = design.size();
        double[] f = design.scores(theta)[0];
        double[] root = new double[n];
        for (int i = 0; i < n; i++) {
            double h = loss.curvature(design.targets().get(0).at(i), f[i]);
            root[i] = Math.sqrt(design.factor() * design.weights().at(i) * h);
        }
        double[][] a = new double[chosen.length][n];
        for (int k = 0; k < chosen.length; k++) {
            if (chosen[k] < design.x().columns()) {
                design.x().copyColumn(chosen[k], 0, n, a[k]);
            } else {
                Arrays.fill(a[k], 1);
            }
            for (int i = 0; i < n; i++) {
                a[k][i] *= root[i];
            }
        }
        double[][] b = new double[a.length][a.length];
        for (int k = 0; k < a.length; k++) {
            for (int l = 0; l <= k; l++) {
                for (int i = 0; i < n; i++) {
                    b[k][l] += a[k][i] * a[l][i]; // (1)
                }
            }
        }
        return b;
    }

    private static double trace(double[][] b, double[] p) {
        int m = p.length;
        for (int k = 0; k < m; k++) {
            b[k][k] += p[k];
        }
        for (int j = 0; j < m; j++) { // (2)
            for (int k = 0; k < j; k++) {
                b[j][j] -= b[j][k] * b[j][k];
            }
            b[j][j] = b[j][j] > 0 ? Math.sqrt(b[j][j]) : Double.POSITIVE_INFINITY; // a direction that is in the others
            for (int i = j + 1; i < m; i++) {
                for (int k = 0; k < j; k++) {
                    b[i][j] -= b[i][k] * b[j][k];
                }
                b[i][j] /= b[j][j];
            }
        }
        double df = m;
        for (int j = 0; j < m; j++) {
            double[] x = new double[m]; // L⁻¹·eⱼ, whose square is a diagonal entry of the inverse
            for (int i = j; i < m; i++) {
                double sum = i == j ? 1 : 0;
                for (int k = j; k < i; k++) {
                    sum -= b[i][k] * x[k];
                }
                x[i] = sum / b[i][i];
            }
            double inverse = Arrays.stream(x).map(v -> v * v).sum();
            df -= p[j] * inverse; // (3)
        }
        return df;
    }
}
