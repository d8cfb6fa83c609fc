package dev.limpid.core.loss.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.VectorLoss;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoftmaxLossTest {

    private static final SoftmaxLoss LOSS = new SoftmaxLoss(3);

    private static double[] gradient(SoftmaxLoss loss, double y, double... f) {
        double[] g = new double[f.length];
        loss.gradient(new double[] {y}, f, g);
        return g;
    }

    private static double[] curvature(SoftmaxLoss loss, double y, double... f) {
        double[] h = new double[f.length];
        loss.curvature(new double[] {y}, f, h);
        return h;
    }

    @Test
    void computesByHand() {
        // f = (0, log 2, 0): p = (¼, ½, ¼)
        double[] f = {0, Math.log(2), 0};

        assertThat(LOSS.value(new double[] {0}, f)).isCloseTo(Math.log(4), within(2 * Math.ulp(1.0)));
        assertThat(gradient(LOSS, 0, f)).containsExactly(new double[] {-0.75, 0.5, 0.25}, within(Math.ulp(1.0)));
        assertThat(gradient(LOSS, 1, f)).containsExactly(new double[] {0.25, -0.5, 0.25}, within(Math.ulp(1.0)));
        assertThat(curvature(LOSS, 0, f)).containsExactly(new double[] {0.1875, 0.25, 0.1875}, within(Math.ulp(1.0)));
        assertThat(LOSS.kind()).isEqualTo(Curvature.EXACT);
    }

    @Test
    void equalsTheLogisticLossOfTheDifferenceForTwoClasses() {
        SoftmaxLoss two = new SoftmaxLoss(2);
        LogisticLoss logistic = new LogisticLoss();
        for (double f = -30; f <= 30; f += 0.7) {
            for (double y : new double[] {0, 1}) {
                Jet expected = logistic.at(y, f);
                assertThat(two.value(new double[] {y}, new double[] {0, f}))
                        .isCloseTo(expected.value(), within(4 * Math.ulp(expected.value())));
                assertThat(gradient(two, y, 0, f)[1])
                        .isCloseTo(expected.first(), within(4 * Math.ulp(expected.first())));
                assertThat(curvature(two, y, 0, f)[0])
                        .isCloseTo(expected.second(), within(4 * Math.ulp(expected.second())));
            }
        }
    }

    @Test
    void fusesWithoutChangingABit() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 500; i++) {
            double[] y = {random.nextInt(3)};
            double[] f =
                    random.doubles(3, -1, 1).map(v -> (v - 0.5) * 200 * v * v).toArray();
            double[] g = new double[3];
            double[] h = new double[3];

            assertThat(LOSS.at(y, f, g, h)).isEqualTo(LOSS.value(y, f));
            assertThat(g).isEqualTo(gradient(LOSS, y[0], f));
            assertThat(h).isEqualTo(curvature(LOSS, y[0], f));
        }
    }

    @Test
    void hasTheDifferencesOfTheGradientAsSecondDerivatives() {
        double[] y = {2};
        double[] f = {0.3, -1.2, 0.9};
        double[][] second = new double[3][3];
        LOSS.secondDerivative(y, f, second);
        double step = 1e-4; // the error of a central difference is about step²/6 ≈ 2e-9
        for (int k = 0; k < 3; k++) {
            double[] up = f.clone();
            double[] down = f.clone();
            up[k] += step;
            down[k] -= step;
            double[] above = gradient(LOSS, 2, up);
            double[] below = gradient(LOSS, 2, down);
            for (int j = 0; j < 3; j++) {
                assertThat(second[j][k]).isCloseTo((above[j] - below[j]) / (2 * step), within(2e-9));
            }
            assertThat(second[k][k]).isEqualTo(curvature(LOSS, 2, f)[k]);
        }
    }

    @Test
    void isFiniteAndExactFarOut() {
        assertThat(LOSS.value(new double[] {1}, new double[] {800, -800, 0})).isEqualTo(1600);
        assertThat(gradient(LOSS, 1, 800, -800, 0)).containsExactly(1, -1, 0);
        assertThat(curvature(LOSS, 1, 800, -800, 0)).containsExactly(0, 0, 0);
        double e = Math.exp(-40);
        assertThat(LOSS.value(new double[] {0}, new double[] {40, 0, 0})).isCloseTo(2 * e, within(4 * Math.ulp(e)));
        assertThat(gradient(LOSS, 0, 40, 0, 0)[0]).isCloseTo(-2 * e, within(4 * Math.ulp(e)));
    }

    @Test
    void meansProbabilities() {
        double[] p = new double[3];

        LOSS.mean(new double[] {0, Math.log(2), 0}, p);

        assertThat(p).containsExactly(new double[] {0.25, 0.5, 0.25}, within(Math.ulp(1.0)));
    }

    @Test
    void hasDefaultsForALossThatStatesNeitherCurvatureNorMean() {
        VectorLoss plain = new PlainVectorLoss();
        double[] out = new double[2];

        plain.curvature(new double[1], new double[2], out);
        assertThat(out).containsExactly(1, 1);
        plain.mean(new double[] {3, 4}, out);
        assertThat(out).containsExactly(3, 4);
        assertThat(plain.kind()).isEqualTo(Curvature.CONSTANT);
        assertThatThrownBy(() -> plain.secondDerivative(new double[1], new double[2], new double[2][2]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("PlainVectorLoss must override secondDerivative(y, f, out) before it is asked for one");
    }

    private static final class PlainVectorLoss implements VectorLoss {
        @Override
        public int scores() {
            return 2;
        }

        @Override
        public double value(double[] y, double[] f) {
            return f[0] * f[0] + f[1] * f[1];
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            out[0] = 2 * f[0];
            out[1] = 2 * f[1];
        }
    }
}
