package dev.limpid.testkit.wrapper;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.WeightedSampler;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.ObjectiveLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.law.Report;
import dev.limpid.testkit.law.SamplerLaws;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kit notices each fault, and nothing but that fault is wrong. */
class FaultsTest {

    private static <T> void isBrokenBy(T subject, Law<T> law, String cause) {
        assertThat(Report.test("MyPart", law, () -> subject, Map.of()).text())
                .startsWith("MyPart breaks law " + law.id())
                .contains(cause);
    }

    private static FiniteSum risk() {
        double[][] x = new double[12][2];
        double[] y = new double[12];
        for (int i = 0; i < y.length; i++) {
            x[i] = new double[] {Math.sin(i), Math.cos(3 * i)};
            y[i] = i % 3;
        }
        return EmpiricalRisk.of(new LinearHypothesis(2, 1, true), new SquaredLoss(), Dataset.of(x, y));
    }

    @Test
    void gradientsOfLosses() {
        isBrokenBy(LossSubject.of(Faults.wrongSign(new LogisticLoss())), LossLaws.GRADIENT, "the opposite sign");
        isBrokenBy(LossSubject.of(Faults.wrongSign(new SoftmaxLoss(3))), LossLaws.GRADIENT, "the opposite sign");
        isBrokenBy(LossSubject.of(Faults.offByFactor(new LogisticLoss(), 2)), LossLaws.GRADIENT, "a factor 2");
        isBrokenBy(LossSubject.of(Faults.offByFactor(new SoftmaxLoss(3), 0.5)), LossLaws.GRADIENT, "a factor 2");
    }

    @Test
    void valuesOfLosses() {
        isBrokenBy(
                LossSubject.of(Faults.valueInFloat(new SquaredLoss())), LossLaws.GRADIENT, "as if computed in float");
        isBrokenBy(LossSubject.of(Faults.overflowing(new LogisticLoss(), 88)), LossLaws.EXTREMES, "exp overflows");
        isBrokenBy(
                LossSubject.of(Faults.droppedWeight(new PairwiseLogisticLoss())),
                LossLaws.UNIT_WEIGHTS,
                "row weights are left out");
    }

    @Test
    void aFaultInTheGradientIsNotOneInTheOtherCalls() {
        LossSubject faulty = LossSubject.of(Faults.offByFactor(new LogisticLoss(), 2));

        for (Law<LossSubject> law : Arrays.asList(
                LossLaws.COMBINED_CALL, LossLaws.STATELESS, LossLaws.EXTREMES, LossLaws.MEAN, LossLaws.KERNEL)) {
            assertThat(Report.test("MyPart", law, () -> faulty, Map.of()).isFailure())
                    .as(law.toString())
                    .isFalse();
        }
    }

    @Test
    void objectives() {
        isBrokenBy(Faults.wrongSign(risk()), ObjectiveLaws.GRADIENT, "sign");
        isBrokenBy(Faults.offByFactor(risk(), 12), ObjectiveLaws.GRADIENT, "ratio");
        isBrokenBy(Faults.staleGradient(risk()), ObjectiveLaws.GRADIENT, "Likely cause: ");
        isBrokenBy(Faults.frozenBlock(risk(), "intercept"), ObjectiveLaws.GRADIENT, "Likely cause: ");
        isBrokenBy(Faults.droppedWeight(risk()), ObjectiveLaws.BATCHES, "weight");
        assertThat(Faults.wrongSign(risk())).isInstanceOf(FiniteSum.class);
    }

    @Test
    void penaltiesUpdatesAndSamplers() {
        isBrokenBy(
                PenaltySubject.of(Faults.proxWithoutStep(new L1Penalty(0.3))),
                PenaltyLaws.PROX,
                "the step is left out");
        isBrokenBy(UpdateSubject.of(Faults.wrongSign(Sgd.withLearningRate(0.1))), UpdateLaws.DOWNHILL, "the sign");
        isBrokenBy(
                new UpdateSubject(
                        Faults.forgetful(Adam.withLearningRate(0.1)),
                        UpdateDeclaration.nothing().remembering(true)),
                UpdateLaws.MOMENTUM,
                "the moment is not kept");
        isBrokenBy(SamplerSubject.of(Faults.sameBatch(ShuffledSampler.of(3))), SamplerLaws.EPOCHS, "Likely cause: ");
        double[] q = {1, 2, 3, 4, 5, 6, 7, 8};
        isBrokenBy(
                SamplerSubject.of(Faults.droppedWeight(WeightedSampler.of(q, 2))),
                SamplerLaws.UNBIASED,
                "Likely cause: ");
    }
}
