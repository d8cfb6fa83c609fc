package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;

/**
 * Derivatives of a loss of rows.
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
final class RowDerivatives extends Derivatives {

    /** Part of its column at which a pivot of (3) counts as 0. */
    private static final double OF_ROWS = 1e-13;

    private final Loss loss;
    private final Information information;
    private final double[] gradient;
    private final Factor factored;

    RowDerivatives(Layout layout, Loss loss, Dataset data, double[] theta, Information information) {
        super(layout, data, theta);
        this.loss = loss;
        this.information = information;
        this.gradient = sumOfGradients();
        double[] h = loss instanceof ScalarLoss scalar ? second(scalar) : new double[] {-1};
        this.factored = Arrays.stream(h).allMatch(second -> second >= 0)
                ? Factor.ofRows((from, to, out) -> rows(h, from, to, out), data.size(), places.size(), OF_ROWS)
                : Factor.ofMatrix(hessian()); // (3)
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

    @Override
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

    private double second(ScalarLoss scalar, int i) {
        double f = scores(i)[0];
        return information == Information.EXPECTED
                ? scalar.expectedSecondDerivative(f)
                : scalar.secondDerivative(targets(i)[0], f);
    }

    private double[] second(ScalarLoss scalar) {
        double[] h = new double[data.size()];
        Arrays.setAll(h, i -> second(scalar, i));
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
            out[0][0] = second(scalar, i);
        } else {
            ((VectorLoss) loss).secondDerivative(targets(i), scores(i), out);
        }
    }

    @Override
    double[] gradient() {
        return gradient;
    }

    @Override
    Factor factored() {
        return factored;
    }

    /** {@inheritDoc} ∂²ℓ/∂f²·x̃ᵀ·H⁻¹·x̃. */
    @Override
    double leverage(int i) {
        double[] x = data.features().row(i);
        double[] row = new double[places.size()];
        Arrays.setAll(row, a -> cell(x, places.get(a).feature()));
        return second((ScalarLoss) loss, i) * factor().leverage(row);
    }
}
