package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.MajorizeMinimize;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Errors from the expected information against those that {@code summary(glm(…))} of R 4.2.2 (MASS 7.3-58.2 for the negative
 * binomial family with θ = 2; epsilon = 1e-15) and {@code GLM.fit(tol=1e-15).bse} of statsmodels 0.13.5 print for the rows of
 * {@link Toy}: the two agree to nine digits, the accuracy of their iteration, and are quoted from statsmodels.
 */
class ExpectedInformationTest {

    /** Where R and statsmodels stop, on the deviance. */
    private static final double IRLS = 1e-8;

    private static LinearInference inference(Loss loss, IntToDoubleFunction target) {
        Dataset data = Toy.data(target);
        return LinearModel.with(loss)
                .optimizer(MajorizeMinimize.defaults().withTolerance(1e-13))
                .fit(data)
                .inference(data);
    }

    private static double[] errors(LinearInference inference) {
        return inference.summary().coefficients().stream()
                .mapToDouble(CoefficientRow::standardError)
                .toArray();
    }

    private static void hasErrors(Loss loss, IntToDoubleFunction target, double... expected) {
        double[] actual = errors(inference(loss, target).information(Information.EXPECTED));
        for (int j = 0; j < expected.length; j++) {
            assertThat(actual[j]).isCloseTo(expected[j], within(IRLS * expected[j]));
        }
    }

    @Test
    void ofProbit() {
        hasErrors(new ProbitLoss(), Toy::binary, 0.40061787466526066, 0.5638328428663812, 0.5256296189518904);
    }

    @Test
    void ofTheComplementaryLogLog() {
        hasErrors(new CloglogLoss(), Toy::binary, 0.4493031273305036, 0.6298113822739042, 0.5927658695642088);
    }

    @Test
    void ofGamma() {
        hasErrors(new GammaLoss(), Toy::positive, 0.16959939349488978, 0.23789840862486147, 0.22191386290924472);
    }

    @Test
    void ofInverseGaussian() {
        hasErrors(
                new InverseGaussianLoss(),
                Toy::positive,
                0.15139338950064735,
                0.24004448590276303,
                0.22850444223941777);
    }

    @Test
    void ofNegativeBinomial() {
        hasErrors(
                new NegativeBinomialLoss(0.5), Toy::count, 0.3347338850950099, 0.44875489357328235, 0.412652720840274);
    }

    /** statsmodels alone: R has the family in a package that isn't part of it. */
    @Test
    void ofTweedie() {
        hasErrors(new TweedieLoss(1.5), Toy::count, 0.25560136364978603, 0.34021375350068367, 0.3151603365439164);
    }

    /** R 4.2.2, (XᵀX)⁻¹·Σ gᵢ·gᵢᵀ·(XᵀX)⁻¹ with gᵢ = xᵢ·(yᵢ − µᵢ)/µᵢ (statsmodels' HC0 has the observed information). */
    @Test
    void ofRobustGamma() {
        double[] expected = {0.19093559828982076, 0.2411348300739714, 0.22225331384113067};
        double[] actual = errors(inference(new GammaLoss(), Toy::positive)
                .information(Information.EXPECTED)
                .errors(StandardErrors.hc0()));
        for (int j = 0; j < expected.length; j++) {
            assertThat(actual[j]).isCloseTo(expected[j], within(IRLS * expected[j]));
        }
    }

    @Test
    void ofCanonicalLinksIsTheObserved() {
        assertSame(new SquaredLoss(), Toy::real);
        assertSame(new LogisticLoss(), Toy::binary);
        assertSame(new PoissonLoss(), Toy::count);
    }

    private static void assertSame(Loss loss, IntToDoubleFunction target) {
        LinearInference inference = inference(loss, target);

        assertThat(errors(inference.information(Information.EXPECTED)))
                .as(loss.name())
                .containsExactly(errors(inference));
    }

    @Test
    void isNamedInTheTable() {
        Summary summary = inference(new ProbitLoss(), Toy::binary)
                .information(Information.EXPECTED)
                .summary();

        assertThat(summary.information()).isEqualTo(Information.EXPECTED);
        assertThat(summary.toString()).contains("\nInformation:                   expected\n");
    }

    @Test
    void needsALossThatTellsIt() {
        Dataset codes = Toy.data(Toy::code);
        LinearInference classes =
                LinearModel.with(new SoftmaxLoss(3)).fit(codes).inference(codes);

        assertThatThrownBy(() -> inference(new HuberLoss(0.2), Toy::real)
                        .information(Information.EXPECTED)
                        .summary())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected information needs the loss's model: HuberLoss must override"
                        + " expectedSecondDerivative(f) before it is asked for one; it is that of targets drawn from the loss's"
                        + " model, secondDerivative(mean(f), f) where the second derivative is a straight line in y. Or use"
                        + " Information.OBSERVED");
        assertThatThrownBy(() -> classes.information(Information.EXPECTED).summary())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expected information needs a loss of rows with one score each, but SoftmaxLoss is none: use"
                                + " Information.OBSERVED");
    }
}
