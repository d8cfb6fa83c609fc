package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.optimizer.exact.TallQr;
import java.util.Arrays;
import java.util.List;

/**
 * First and second derivatives of the summed loss by the coefficients, at a point.
 *
 * <pre>
 *   s = Σᵢ vᵢ·gᵢ,  gᵢ = (∂ℓ/∂fₖ·x̃ᵢ)ₖ,  x̃ = (x, 1)                       (1)
 *   H = Σᵢ vᵢ·(∂²ℓ/∂fₖ∂fₗ) ⊗ x̃ᵢ·x̃ᵢᵀ                                      (2)
 *   H = RᵀR                                                              (3)
 * </pre>
 *
 * <p>For one score whose second derivatives are nowhere negative, (3) is the QR factorisation of the rows √(vᵢ·∂²ℓ/∂f²)·x̃ᵢ,
 * and H, whose condition number is the square of that of R, is never formed.
 */
final class Information {

    /** Part of its column at which a pivot of (3) counts as 0: of rows, and of H, which has half the digits. */
    private static final double OF_ROWS = 1e-13;

    private static final double OF_MATRIX = 1e-7;

    private final Layout layout;
    private final Loss loss;
    private final Dataset data;
    private final double[] scores; // row by row
    private final List<Layout.Place> places;
    private final double[] gradient;
    private final TallQr factor;
    private final boolean minimum;
    private final TallQr.RowBlocks source;
    private final int size;
    private final double tolerance;

    Information(Layout layout, Loss loss, Dataset data, double[] theta) {
        this.layout = layout;
        this.loss = loss;
        this.data = data;
        this.scores = allScores(layout, data, theta);
        this.places = layout.places();
        this.gradient = sumOfGradients();
        double[] h = loss instanceof ScalarLoss scalar ? second(scalar) : new double[] {-1};
        if (Arrays.stream(h).allMatch(second -> second >= 0)) {
            this.source = (from, to, out) -> rows(h, from, to, out);
            this.size = data.size();
            this.tolerance = OF_ROWS;
            this.minimum = true;
        } else {
            double[][] l = hessian();
            this.minimum = Root.take(l);
            this.source = (from, to, out) -> {
                for (int j = 0; j < out.length; j++) {
                    System.arraycopy(l[j], from, out[j], 0, to - from); // row j of L is column j of R
                }
            };
            this.size = l.length;
            this.tolerance = OF_MATRIX;
        }
        this.factor = TallQr.of(size, places.size(), source, tolerance); // (3)
    }

    private static double[] allScores(Layout layout, Dataset data, double[] theta) {
        int outputs = layout.outputs();
        double[] f = new double[data.size() * outputs];
        for (int i = 0; i < data.size(); i++) {
            double[] x = data.features().row(i);
            for (int k = 0; k < outputs; k++) {
                double offset =
                        data.offsets().isEmpty() ? 0 : data.offsets().get(k).at(i);
                f[i * outputs + k] = layout.score(theta, x, k, offset);
            }
        }
        return f;
    }

    /** Scores of row i. */
    double[] scores(int i) {
        return Arrays.copyOfRange(scores, i * layout.outputs(), (i + 1) * layout.outputs());
    }

    /** Targets of row i. */
    double[] targets(int i) {
        double[] y = new double[data.targets().size()];
        Arrays.setAll(y, t -> data.targets().get(t).at(i));
        return y;
    }

    private double[] slope(int i) {
        double[] out = new double[layout.outputs()];
        if (loss instanceof ScalarLoss scalar) {
            out[0] = scalar.gradient(targets(i)[0], scores(i)[0]);
        } else {
            ((VectorLoss) loss).gradient(targets(i), scores(i), out);
        }
        return out;
    }

    /** gᵢ, for weight 1. */
    double[] gradient(int i) {
        double[] x = data.features().row(i);
        double[] slope = slope(i);
        double[] g = new double[places.size()];
        for (int a = 0; a < g.length; a++) {
            Layout.Place place = places.get(a);
            g[a] = slope[place.output()] * cell(x, place.feature());
        }
        return g;
    }

    private double cell(double[] x, int j) {
        return j < layout.features() ? x[j] : 1;
    }

    private double[] sumOfGradients() {
        double[] sum = new double[places.size()];
        for (int i = 0; i < data.size(); i++) {
            double[] g = gradient(i);
            for (int a = 0; a < sum.length; a++) {
                sum[a] += data.weights().at(i) * g[a]; // (1)
            }
        }
        return sum;
    }

    private double[] second(ScalarLoss scalar) {
        double[] h = new double[data.size()];
        for (int i = 0; i < h.length; i++) {
            h[i] = scalar.secondDerivative(targets(i)[0], scores(i)[0]);
        }
        return h;
    }

    private void rows(double[] h, int from, int to, double[][] out) {
        for (int i = from; i < to; i++) {
            double root = Math.sqrt(data.weights().at(i) * h[i]);
            double[] x = data.features().row(i);
            for (int a = 0; a < out.length; a++) {
                out[a][i - from] = root * cell(x, places.get(a).feature());
            }
        }
    }

    /** The lower triangle of H. */
    private double[][] hessian() {
        double[][] sum = new double[places.size()][];
        Arrays.setAll(sum, a -> new double[places.size()]);
        double[][] second = new double[layout.outputs()][layout.outputs()];
        for (int i = 0; i < data.size(); i++) {
            second(i, second);
            double[] x = data.features().row(i);
            for (int a = 0; a < sum.length; a++) {
                int k = places.get(a).output();
                double vx = data.weights().at(i) * cell(x, places.get(a).feature());
                for (int b = 0; b <= a; b++) {
                    Layout.Place other = places.get(b);
                    sum[a][b] += vx * second[k][other.output()] * cell(x, other.feature()); // (2)
                }
            }
        }
        return sum;
    }

    private void second(int i, double[][] out) {
        if (loss instanceof ScalarLoss scalar) {
            out[0][0] = scalar.secondDerivative(targets(i)[0], scores(i)[0]);
        } else {
            ((VectorLoss) loss).secondDerivative(targets(i), scores(i), out);
        }
    }

    /** s. */
    double[] gradient() {
        return gradient;
    }

    /** R of (3). */
    TallQr factor() {
        return factor;
    }

    /** The rank of some of the columns of R. */
    int rankOf(int[] columns) {
        return TallQr.of(size, columns.length, (from, to, out) -> pick(columns, from, to, out), tolerance)
                .rank();
    }

    private void pick(int[] columns, int from, int to, double[][] out) {
        double[][] all = new double[places.size()][to - from];
        source.copy(from, to, all);
        for (int a = 0; a < columns.length; a++) {
            System.arraycopy(all[columns[a]], 0, out[a], 0, to - from);
        }
    }

    /** Whether H is positive semidefinite, as at a minimum. */
    boolean isMinimum() {
        return minimum;
    }

    /** ∂²ℓ/∂f²·x̃ᵀ·H⁻¹·x̃ of a row of weight 1. */
    double leverage(int i) {
        double h = ((ScalarLoss) loss).secondDerivative(targets(i)[0], scores(i)[0]);
        double[] x = data.features().row(i);
        double[] row = new double[places.size()];
        Arrays.setAll(row, a -> cell(x, places.get(a).feature()));
        return h * factor.leverage(row);
    }
}
