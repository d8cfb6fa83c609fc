package dev.limpid.core.loss.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Sample;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionLossesTest {

    private static final double ROUNDING = 1e-14;

    /** torch 1.13.0, gaussian_nll_loss(0.3, 2, var = exp(0.4)). */
    @Test
    void gaussianGivesTheNumberOfTorch() {
        assertThat(new GaussianLoss().value(new double[] {2}, new double[] {0.3, 0.4}))
                .isCloseTo(1.1686124665214987, within(ROUNDING));
    }

    /**
     * −log density by scipy 1.10.1's dirichlet, gradient by torch 1.13.0's autograd, second derivatives by scipy's digamma and
     * polygamma (torch's has nine digits only).
     */
    @Test
    void dirichletGivesTheNumbersOfTorchAndScipy() {
        DirichletLoss loss = new DirichletLoss(3);
        double[] y = {0.2, 0.5, 0.3};
        double[] f = {0.3, -0.5, 1.2};
        double[] g = new double[3];
        double[][] h = new double[3][3];

        loss.gradient(y, f, g);
        loss.secondDerivative(y, f, h);

        assertThat(loss.value(y, f)).isCloseTo(0.7619149766008544, within(ROUNDING));
        assertThat(g)
                .containsExactly(
                        new double[] {-0.09471174345570593, -1.4492792007830777, 2.258873917583558}, within(ROUNDING));
        assertThat(h[0])
                .containsExactly(
                        new double[] {1.4882402628720062, -0.1707910752646643, -0.9349013609752929},
                        within(4 * ROUNDING));
        assertThat(h[1][1]).isCloseTo(-0.2119027914023483, within(4 * ROUNDING));
    }

    /** The curvature is FISHER: the mean of the second derivative over targets that the model draws. */
    @Test
    void curvatureOfTheGaussianIsTheMeanOfItsSecondDerivative() {
        double[] f = {0.3, -0.7};
        double sigma = Math.exp(0.5 * f[1]);
        double[][] second = new double[2][2];
        double[] mean = new double[2];
        double step = 0.01;
        for (double z = -12; z <= 12; z += step) { // the trapezoid rule is exact to rounding for so smooth a density
            double density = step * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
            new GaussianLoss().secondDerivative(new double[] {f[0] + sigma * z}, f, second);
            mean[0] += density * second[0][0];
            mean[1] += density * second[1][1];
        }
        double[] h = new double[2];

        new GaussianLoss().curvature(new double[] {99}, f, h);

        assertThat(h).containsExactly(mean, within(1e-12));
    }

    @Test
    void curvatureOfTheDirichletIsTheMeanOfItsSecondDerivative() {
        double[] f = {0.8, 1.5}; // two parts: the first is Beta(e^0.8, e^1.5)
        double[][] second = new double[2][2];
        double[] mean = new double[2];
        DirichletLoss loss = new DirichletLoss(2);
        double step = 1.0 / 1024;
        for (double t = -9;
                t <= 9;
                t += step) { // y = σ(t): the integrand dies out to both sides, so the trapezoid rule is exact
            double y = 1 / (1 + Math.exp(-t));
            double[] shares = {y, 1 / (1 + Math.exp(t))};
            double density = step * Math.exp(-loss.value(shares, f)) * shares[0] * shares[1];
            loss.secondDerivative(shares, f, second);
            mean[0] += density * second[0][0];
            mean[1] += density * second[1][1];
        }
        double[] h = new double[2];

        loss.curvature(new double[] {0.5, 0.5}, f, h);

        assertThat(h).containsExactly(mean, within(1e-6)); // tails beyond |t| = 9
    }

    @Test
    void bestGaussianShiftIsMeanAndVarianceOfTheResiduals() {
        SplittableRandom random = new SplittableRandom(4);
        int n = 50;
        double[] y = random.doubles(n, -2, 3).toArray();
        double[] w = random.doubles(n, 0.5, 2).toArray();
        Sample sample =
                new Sample(List.of(Values.of(y)), List.of(Values.constant(1, n), Values.constant(2, n)), Values.of(w));
        double[] shift = new double[2];

        new GaussianLoss().bestShift(sample, shift);

        double weight = 0;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            weight += w[i];
            mean += w[i] * y[i];
            square += w[i] * y[i] * y[i];
        }
        mean /= weight;
        assertThat(shift)
                .containsExactly(new double[] {mean - 1, Math.log(square / weight - mean * mean) - 2}, within(1e-12));
    }

    @Test
    void predictsOnTheScaleOfTheTarget() {
        double[] mean = new double[2];

        new GaussianLoss().mean(new double[] {0.3, Math.log(4)}, mean);

        assertThat(mean).containsExactly(0.3, 2);
    }

    @Test
    void refusesSettingsTargetsAndSamplesWithoutScatter() {
        assertThatThrownBy(() -> new DirichletLoss(1)).hasMessage("parts must be at least 2, but was 1");
        assertThatThrownBy(() -> new DirichletLoss(2).check(new double[] {0.5, 0.25}))
                .hasMessage("targets must sum to 1 for DirichletLoss, but the 2 shares of a row sum to 0.75;"
                        + " divide them by their sum");
        assertThatThrownBy(() -> new DirichletLoss(2).check(new double[] {0, 1}))
                .hasMessage("target must be in (0.0, 1.0] for DirichletLoss, but was 0.0");
        Sample same = new Sample(
                List.of(Values.of(0.25, 0.25), Values.of(0.75, 0.75)),
                List.of(Values.of(0, 0), Values.of(0, 0)),
                Values.of(1, 1));
        assertThatThrownBy(() -> new DirichletLoss(2).bestShift(same, new double[2]))
                .hasMessage(
                        "bestShift of DirichletLoss must have a finite minimiser, but the loss falls without end: the"
                                + " shares of all rows are the same, so that their concentration goes to infinity; give rows that"
                                + " differ");
        Sample one = new Sample(List.of(Values.of(3)), List.of(Values.of(1), Values.of(0)), Values.of(1));
        assertThatThrownBy(() -> new GaussianLoss().bestShift(one, new double[2]))
                .hasMessage(
                        "bestShift of GaussianLoss must have a finite minimiser, but the loss falls without end: all"
                                + " residuals are 2.0, so that the variance goes to 0; give rows that differ");
    }
}
