package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ScalarLossSettingsTest {

    private static void assertRefused(DoubleFunction<?> make, String name, String rule, double... values) {
        for (double value : values) {
            assertThatThrownBy(() -> make.apply(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " must " + rule + ", but was " + value);
        }
    }

    @Test
    void refusesNoiseThatIsNotPositive() {
        double[] bad = {0, -1, Double.NaN, Double.POSITIVE_INFINITY};
        String rule = "be finite and > 0";

        assertRefused(HuberLoss::efficient95, "sigma", rule, bad);
        assertRefused(PseudoHuberLoss::efficient95, "sigma", rule, bad);
        assertRefused(LogCoshLoss::efficient95, "sigma", rule, bad);
        assertRefused(TukeyLoss::efficient95, "sigma", rule, bad);
        assertRefused(CauchyLoss::efficient95, "sigma", rule, bad);
        assertRefused(WelschLoss::efficient95, "sigma", rule, bad);
    }

    @Test
    void refusesTargetsOutsideTheDomain() {
        assertThatThrownBy(() -> new GammaLoss().check(new double[] {0}))
                .hasMessage("target must be finite and > 0.0 for GammaLoss, but was 0.0");
        assertThatThrownBy(() -> new InverseGaussianLoss().check(new double[] {0}))
                .hasMessage("target must be finite and > 0.0 for InverseGaussianLoss, but was 0.0");
        assertThatThrownBy(() -> new TweedieLoss(2).check(new double[] {0}))
                .hasMessage("target must be finite and > 0.0 for TweedieLoss, but was 0.0");
        new TweedieLoss(1.9).check(new double[] {0});
        assertThatThrownBy(() -> new NegativeBinomialLoss(1).check(new double[] {-1}))
                .hasMessage("target must be finite and >= 0.0 for NegativeBinomialLoss, but was -1.0");
        assertThatThrownBy(() -> new SquaredLogLoss().check(new double[] {-1}))
                .hasMessage("target must be finite and > -1.0 for SquaredLogLoss, but was -1.0");
        assertThatThrownBy(() -> new HingeLoss().check(new double[] {0.5}))
                .hasMessage("target must be an integer in 0 … 1 for HingeLoss, but was 0.5");
        new ProbitLoss().check(new double[] {0.5});
        assertThatThrownBy(() -> new CloglogLoss().check(new double[] {1.5}))
                .hasMessage("target must be in [0.0, 1.0] for CloglogLoss, but was 1.5");
    }

    @Test
    void refusesABestShiftThatDoesNotExist() {
        Sample zeros = Sample.of(new double[] {0, 0}, new double[] {0.5, 1}, new double[] {1, 2});

        for (ScalarLoss loss : List.of(new TweedieLoss(1.5), new NegativeBinomialLoss(2))) {
            assertThatThrownBy(() -> loss.bestShift(zeros))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bestShift of " + loss.name()
                            + " must have a finite minimiser, but the loss falls without end towards -Infinity: all"
                            + " targets are 0; give at least one row with a target > 0");
        }
        for (ScalarLoss loss : List.of(new ExponentialLoss(), new CloglogLoss())) {
            assertThatThrownBy(() -> loss.bestShift(zeros))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("bestShift of " + loss.name()
                            + " must have a finite minimiser, but the loss falls without end: the targets hold one class"
                            + " only, 0; give rows of both classes");
        }
    }

    @Test
    void closedFormsOfTheBestShiftAreWhatTheSearchFinds() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        for (ScalarLoss loss : List.of(
                new GammaLoss(),
                new InverseGaussianLoss(),
                new TweedieLoss(1.3),
                new NegativeBinomialLoss(0.7),
                new SquaredLogLoss(),
                new ExponentialLoss(),
                new CloglogLoss(),
                new HingeLoss(),
                new EpsilonInsensitiveLoss(0.3))) {
            for (boolean same : new boolean[] {true, false}) {
                double[] y = new double[101];
                double[] f = new double[101];
                double[] w = new double[101];
                for (int i = 0; i < y.length; i++) {
                    y[i] = loss.domain().draw(random);
                    f[i] = same ? 0.25 : random.nextGaussian();
                    w[i] = 0.5 + random.nextDouble();
                }
                Sample sample = Sample.of(y, f, w);
                double searched = BestShift.of(loss, sample);

                assertThat(loss.bestShift(sample))
                        .as("%s, same scores: %s", loss, same)
                        .isCloseTo(searched, org.assertj.core.api.Assertions.within(1e-12));
            }
        }
    }

    @Test
    void aHingeOfOneClassIsContentBeyondItsLastKink() {
        Sample ones = Sample.of(new double[] {1, 1}, new double[] {0, 0.5}, new double[] {1, 1});

        assertThat(new HingeLoss().bestShift(ones)).isEqualTo(1);
    }

    private static final Map<Supplier<ScalarLoss>, String> PRINTED = Map.ofEntries(
            Map.entry(() -> new PseudoHuberLoss(1.5), "PseudoHuberLoss[scale=1.5]"),
            Map.entry(() -> new PseudoHuberLoss(2), "PseudoHuberLoss[scale=2.0]"),
            Map.entry(LogCoshLoss::new, "LogCoshLoss[scale=1.0]"),
            Map.entry(() -> new ExpectileLoss(0.7), "ExpectileLoss[level=0.7]"),
            Map.entry(() -> new EpsilonInsensitiveLoss(0.1), "EpsilonInsensitiveLoss[epsilon=0.1]"),
            Map.entry(() -> new SquaredEpsilonInsensitiveLoss(0.1), "SquaredEpsilonInsensitiveLoss[epsilon=0.1]"),
            Map.entry(SquaredLogLoss::new, "SquaredLogLoss"),
            Map.entry(() -> new TukeyLoss(4.685), "TukeyLoss[threshold=4.685]"),
            Map.entry(() -> new CauchyLoss(2), "CauchyLoss[scale=2.0]"),
            Map.entry(() -> new WelschLoss(2), "WelschLoss[scale=2.0]"),
            Map.entry(() -> new StudentTLoss(4, 2), "StudentTLoss[degrees=4.0, scale=2.0]"),
            Map.entry(() -> new StudentTLoss(4, 3), "StudentTLoss[degrees=4.0, scale=3.0]"),
            Map.entry(GammaLoss::new, "GammaLoss"),
            Map.entry(InverseGaussianLoss::new, "InverseGaussianLoss"),
            Map.entry(() -> new TweedieLoss(1.5), "TweedieLoss[power=1.5]"),
            Map.entry(() -> new NegativeBinomialLoss(0.5), "NegativeBinomialLoss[dispersion=0.5]"),
            Map.entry(HingeLoss::new, "HingeLoss[margin=1.0]"),
            Map.entry(HingeLoss::perceptron, "HingeLoss[margin=0.0]"),
            Map.entry(SquaredHingeLoss::new, "SquaredHingeLoss"),
            Map.entry(HuberizedHingeLoss::new, "HuberizedHingeLoss[width=1.0]"),
            Map.entry(ExponentialLoss::new, "ExponentialLoss"),
            Map.entry(ModifiedHuberLoss::new, "ModifiedHuberLoss"),
            Map.entry(SavageLoss::new, "SavageLoss"),
            Map.entry(TangentLoss::new, "TangentLoss"),
            Map.entry(() -> new FocalLoss(2), "FocalLoss[gamma=2.0]"),
            Map.entry(() -> new FocalLoss(2, 0.25), "FocalLoss[gamma=2.0, alpha=0.25]"),
            Map.entry(ProbitLoss::new, "ProbitLoss"),
            Map.entry(CloglogLoss::new, "CloglogLoss"));

    @Test
    void equalsByClassAndSettingsAndPrintsThem() {
        PRINTED.forEach((a, text) -> {
            assertThat(a.get()).hasToString(text).isEqualTo(a.get()).hasSameHashCodeAs(a.get());
            assertThat(a.get().formula()).isNotEmpty();
            assertThat(a.get().source()).isNotEmpty();
            for (Supplier<ScalarLoss> b : PRINTED.keySet()) {
                assertThat(a.get().equals(b.get())).isEqualTo(a == b);
            }
            String settings = a.get().recipe().settings().toString().replaceAll("[{}]", "");
            assertThat(text).isEqualTo(a.get().name() + (settings.isEmpty() ? "" : "[" + settings + "]"));
        });
        assertThat(new TangentLoss()).isNotEqualTo(new TangentLoss() {});
    }

    @Test
    void answersForItsSettings() {
        assertThat(new PseudoHuberLoss(2).scale()).isEqualTo(2);
        assertThat(new LogCoshLoss(2).scale()).isEqualTo(2);
        assertThat(new ExpectileLoss(0.2).level()).isEqualTo(0.2);
        assertThat(new EpsilonInsensitiveLoss(2).epsilon()).isEqualTo(2);
        assertThat(new SquaredEpsilonInsensitiveLoss(2).epsilon()).isEqualTo(2);
        assertThat(TukeyLoss.efficient95(2).threshold()).isEqualTo(9.37);
        assertThat(CauchyLoss.efficient95(2).scale()).isEqualTo(4.77);
        assertThat(WelschLoss.efficient95(2).scale()).isEqualTo(5.97);
        assertThat(HuberLoss.efficient95(2).threshold()).isEqualTo(2.69);
        assertThat(new StudentTLoss(4, 3).degrees()).isEqualTo(4);
        assertThat(new StudentTLoss(4, 3).scale()).isEqualTo(3);
        assertThat(new TweedieLoss(1.2).power()).isEqualTo(1.2);
        assertThat(new NegativeBinomialLoss(2).dispersion()).isEqualTo(2);
        assertThat(new HuberizedHingeLoss(2).width()).isEqualTo(2);
        assertThat(new FocalLoss(2, 0.25).gamma()).isEqualTo(2);
        assertThat(new FocalLoss(2, 0.25).alpha()).isEqualTo(0.25);
        assertThat(new FocalLoss(2).alpha()).isNaN();
    }
}
