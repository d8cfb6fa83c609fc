package dev.limpid.testkit;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;

import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.update.Sgd;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.SamplerDeclaration;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.problem.Problems;
import org.junit.jupiter.api.Test;

/** Assertions of all kinds of parts, as users write them. */
class AssertionsTest {

    @Test
    void anOptimizerMinimisesTheProblemsOfItsView() {
        assertThat(Lbfgs.defaults()).minimizes(Problems.rosenbrock());
        assertThat(MajorizeMinimize.defaults()).minimizes(Problems.median());
        assertThatThrownBy(() -> assertThat(Lbfgs.defaults()).minimizes(Problems.lasso()))
                .hasMessageContaining("does not minimise Lasso.\n  It needs a smooth objective, which Lasso is not.");
    }

    @Test
    void stepsOfAnUpdateAreStated() {
        assertThat(Sgd.withLearningRate(0.01))
                .isElementwise()
                .stepsUnderConstantGradient(t -> 1)
                .obeysItsLaws();
    }

    @Test
    void declarationsAreHeldToTheirLaws() {
        assertThat(new AbsoluteLoss())
                .declaring(LossDeclaration.nothing().withGradientBound(1))
                .obeys(LossLaws.GRADIENT_BOUND);
        assertThat(new L1Penalty(0.3))
                .declaring(PenaltyDeclaration.nothing().withSparsity())
                .obeys(PenaltyLaws.SPARSE);
        assertThat(ShuffledSampler.of(3))
                .declaring(SamplerDeclaration.nothing().withBatchSize(3))
                .obeysItsLaws();
        assertThat(Lbfgs.defaults())
                .declaring(OptimizerDeclaration.nothing().withDescent())
                .obeysItsLaws();
        assertThat(Sgd.withLearningRate(1))
                .declaring(UpdateDeclaration.nothing().remembering(false))
                .obeysItsLaws();
        assertThatThrownBy(() -> assertThat(new L2Penalty(0.3))
                        .declaring(PenaltyDeclaration.nothing().withSparsity())
                        .obeysItsLaws())
                .hasMessageContaining(
                        "L2Penalty[strength=0.3] breaks law P15: a penalty that is declared sparse makes exact zeros.");
    }

    @Test
    void aHouseLawIsTestedLikeAnyOther() {
        Law<dev.limpid.testkit.declaration.LossSubject> named = Law.of(
                "X01",
                "losses of our house are robust",
                subject -> subject.loss() instanceof HuberLoss
                        ? Outcome.passed()
                        : Outcome.failed("It is a " + subject.loss().name() + "."));

        assertThat(new HuberLoss(1)).obeys(named);
        assertThatThrownBy(() -> assertThat(new AbsoluteLoss()).obeys(named))
                .hasMessage("AbsoluteLoss breaks law X01: losses of our house are robust.\n  It is a AbsoluteLoss.");
        assertThatThrownBy(() -> Law.of("X1", "?", named::test))
                .hasMessage("id must be a letter and two digits, but was X1");
        assertThatThrownBy(() -> Law.of("X01", " ", named::test))
                .hasMessage("title must say what holds, but was blank");
    }

    @Test
    void declarationsCheckTheirNumbers() {
        assertThatThrownBy(() -> LossDeclaration.nothing().withGradientBound(Double.NaN))
                .hasMessage("gradientBound must be > 0, but was NaN");
        assertThatThrownBy(() -> LossDeclaration.nothing().withValueBound(0))
                .hasMessage("valueBound must be > 0, but was 0.0");
        assertThatThrownBy(() -> UpdateDeclaration.nothing().withStepBound(-1))
                .hasMessage("bound must be > 0, but was -1.0");
        assertThatThrownBy(() -> UpdateDeclaration.nothing().decaying(UpdateDeclaration.Decay.coupled(0)))
                .hasMessage("rate must be finite and > 0 for decay COUPLED, but was 0.0");
        assertThatThrownBy(() -> UpdateDeclaration.nothing()
                        .decaying(new UpdateDeclaration.Decay(UpdateDeclaration.Decay.Kind.NONE, 0.1, false)))
                .hasMessage("rate must be 0 for decay NONE, but was 0.1");
        assertThatThrownBy(() -> SamplerDeclaration.nothing().withBatchSize(-1))
                .hasMessage("batchSize must be >= 0, but was -1");
    }
}
