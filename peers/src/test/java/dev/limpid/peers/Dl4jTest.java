package dev.limpid.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.Domain;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.Outcome;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;

/** Loss functions of DL4J 1.0.0-M2.1, some laws of each: a call takes microseconds. */
class Dl4jTest {

    private static Outcome test(Law<LossSubject> law, Dl4jLoss loss) {
        Outcome outcome = law.test(LossSubject.of(loss));
        System.out.println(loss.name() + ", " + law + ": " + outcome.status());
        return outcome;
    }

    @Test
    void squaredErrorIsConvexAndSurvivesExtremes() {
        Dl4jLoss loss = new Dl4jLoss(new LossMSE(), new ActivationIdentity(), Domain.real(), true, true);

        assertThat(test(LossLaws.CONVEX, loss)).isEqualTo(Outcome.passed());
        assertThat(test(LossLaws.EXTREMES, loss)).isEqualTo(Outcome.passed());
    }

    /** The value is computed from a probability that is clipped at 10⁻⁵, the gradient goes on without the clip's derivative. */
    @Test
    void binaryCrossEntropyIsFlatWhereItsGradientIsNot() {
        Dl4jLoss loss = new Dl4jLoss(new LossBinaryXENT(), new ActivationSigmoid(), Domain.classes(2), true, true);

        Outcome gradient = test(LossLaws.GRADIENT, loss);
        Outcome convex = test(LossLaws.CONVEX, loss);

        assertThat(gradient.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(gradient.text()).contains("only in the tail");
        assertThat(convex.status()).isEqualTo(Outcome.Status.FAILED);
        assertThat(loss.value(0, 20)).isEqualTo(loss.value(0, 40)); // −log 10⁻⁵ = 11.5
    }

    @Test
    void poissonIsNoNumberForALargeNegativeScore() {
        Dl4jLoss loss = new Dl4jLoss(new LossPoisson(), new ActivationSoftPlus(), Domain.nonNegative(), true, false);

        Outcome extremes = test(LossLaws.EXTREMES, loss);

        assertThat(extremes.text()).contains("at y = 0.0, f = -40.0").contains("value     NaN");
    }
}
