package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LossSettingsTest {

    @Test
    void equalsByClassAndSettings() {
        List<Supplier<Loss>> makers = List.of(
                SquaredLoss::new,
                AbsoluteLoss::new,
                PoissonLoss::new,
                LogisticLoss::new,
                PairwiseLogisticLoss::new,
                () -> new HuberLoss(1),
                () -> new HuberLoss(2),
                () -> new QuantileLoss(0.2),
                () -> new QuantileLoss(0.3),
                () -> new SoftmaxLoss(2),
                () -> new SoftmaxLoss(3));
        for (Supplier<Loss> a : makers) {
            assertThat(a.get()).isEqualTo(a.get()).hasSameHashCodeAs(a.get());
            for (Supplier<Loss> b : makers) {
                assertThat(a.get().equals(b.get())).isEqualTo(a == b);
            }
        }
        assertThat(new SquaredLoss()).isNotEqualTo(new SquaredLoss() {});
    }

    @Test
    void printsItsSettings() {
        assertThat(new HuberLoss(1.5)).hasToString("HuberLoss[threshold=1.5]");
        assertThat(new QuantileLoss(0.9)).hasToString("QuantileLoss[level=0.9]");
        assertThat(new SoftmaxLoss(3)).hasToString("SoftmaxLoss[classes=3]");
        assertThat(new LogisticLoss()).hasToString("LogisticLoss");
        assertThat(new HuberLoss(1.5).recipe().headline())
                .isEqualTo("HuberLoss(threshold = 1.5): ½r² if |r| ≤ δ, else δ|r| − ½δ²,  r = f − y");
        assertThat(new QuantileLoss(0.9).recipe().settings()).containsEntry("level", "0.9");
        assertThat(new SoftmaxLoss(3).recipe().settings()).containsEntry("classes", "3");
        assertThat(new HuberLoss(1.5).threshold()).isEqualTo(1.5);
        assertThat(new QuantileLoss(0.9).level()).isEqualTo(0.9);
    }

    @Test
    void statesItsDomain() {
        new LogisticLoss().check(new double[] {0.3});
        assertThatThrownBy(() -> new LogisticLoss().check(new double[] {-1}))
                .hasMessage("target must be in [0.0, 1.0] for LogisticLoss, but was -1.0");
        assertThatThrownBy(() -> new PoissonLoss().check(new double[] {-1}))
                .hasMessage("target must be finite and >= 0.0 for PoissonLoss, but was -1.0");
        assertThatThrownBy(() -> new SoftmaxLoss(3).check(new double[] {3}))
                .hasMessage("target must be an integer in 0 … 2 for SoftmaxLoss, but was 3.0");
    }
}
