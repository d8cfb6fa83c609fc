package dev.limpid.algorithms.inference;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The thresholds of ordinal regression in place of the intercepts that they are made of, with errors by the delta method.
 *
 * <pre>
 *   t₀ = −b₀,   tₖ = tₖ₋₁ + log(1 + e^{bₖ})                          (1)
 *   ∂tₖ/∂b₀ = −1,   ∂tₖ/∂bⱼ = σ(bⱼ) for 1 ≤ j ≤ k                     (2)
 *   covariance of (w, t) = J·V·Jᵀ                                    (3)
 * </pre>
 */
final class Thresholds {

    private final int slopes;
    private final double[] estimates;
    private final double[][] jacobian;

    private Thresholds(int slopes, double[] fitted) {
        this.slopes = slopes;
        this.estimates = fitted.clone();
        this.jacobian = new double[fitted.length][fitted.length];
        for (int a = 0; a < slopes; a++) {
            jacobian[a][a] = 1;
        }
        for (int a = slopes; a < fitted.length; a++) {
            boolean first = a == slopes;
            estimates[a] = first ? -fitted[a] : estimates[a - 1] + Scores.softplus(fitted[a]); // (1)
            jacobian[a][slopes] = -1;
            for (int b = slopes + 1; b <= a; b++) {
                jacobian[a][b] = Scores.sigmoid(fitted[b]); // (2)
            }
        }
    }

    /** Whether scores are one that depends on the row and gaps that don't. */
    static boolean apply(Loss loss, Layout layout) {
        return loss.getClass() == CumulativeLogitLoss.class && layout.slopes() == 1 && layout.outputs() > 1;
    }

    static Thresholds of(Layout layout, double[] theta) {
        double[] fitted = layout.places().stream()
                .mapToDouble(place -> layout.estimate(theta, place))
                .toArray();
        return new Thresholds(layout.features(), fitted);
    }

    /** w, then t. */
    double[] estimates() {
        return estimates;
    }

    /** {@code 0|1}, {@code 1|2}, … */
    List<String> names(List<String> classes) {
        return IntStream.range(0, estimates.length - slopes)
                .mapToObj(k -> (classes.isEmpty() ? k : classes.get(k)) + "|"
                        + (classes.isEmpty() ? k + 1 : classes.get(k + 1)))
                .toList();
    }

    /** J·V·Jᵀ; NaN stays where it is. */
    double[][] covariance(double[][] v) {
        return product(product(jacobian, v), transposed(jacobian)); // (3)
    }

    private static double[][] product(double[][] x, double[][] y) {
        double[][] out = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                for (int j = 0; j < x.length; j++) {
                    out[i][j] += x[i][k] == 0 || y[k][j] == 0 ? 0 : x[i][k] * y[k][j];
                }
            }
        }
        return out;
    }

    private static double[][] transposed(double[][] x) {
        double[][] out = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                out[j][i] = x[i][j];
            }
        }
        return out;
    }
}
