package dev.limpid.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import org.apache.spark.mllib.optimization.HingeGradient;
import org.apache.spark.mllib.optimization.L1Updater;
import org.apache.spark.mllib.optimization.LeastSquaresGradient;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.SimpleUpdater;
import org.apache.spark.mllib.optimization.SquaredL2Updater;
import org.junit.jupiter.api.Test;

/** Gradients and updaters of Spark's RDD API, 4.0.1. */
class SparkTest {

    @Test
    void leastSquaresObeysEveryLaw() {
        assertThat(Verdict.of(new SparkGradient(new LeastSquaresGradient(), false, true))
                        .broken())
                .isEmpty();
    }

    /** Value and gradient of a row that is right beyond doubt are differences of numbers near 1, and vanish too early. */
    @Test
    void logisticLosesWhatRowsThatAreRightStillCost() {
        SparkGradient loss = new SparkGradient(new LogisticGradient(), true, true);

        Verdict verdict = Verdict.of(loss);

        assertThat(verdict.broken()).containsOnlyKeys("L10", "L11");
        assertThat(verdict.broken().get("L10")).contains("at y = 0.0, f = -40.0");
        assertThat(loss.value(0, -40)).isZero(); // e⁻⁴⁰ = 4.2e-18
        assertThat(loss.gradient(1, 40)).isZero(); // −e⁻⁴⁰
    }

    /** A hinge predicts no target exactly; that is no fault. */
    @Test
    void hingeIsAHinge() {
        assertThat(Verdict.of(new SparkGradient(new HingeGradient(), true, false))
                        .broken())
                .containsOnlyKeys("L16");
    }

    @Test
    void softThresholdingIsTheProxOfL1() {
        assertThat(Verdict.of(new SparkPenalty(new L1Updater(), 0.3)).broken()).isEmpty();
        assertThat(Verdict.of(new SparkPenalty(new SimpleUpdater(), 0.3)).broken())
                .isEmpty();
    }

    /** x·(1 − s·λ), where the prox is x/(1 + s·λ): a step down the gradient, which turns x round when s·λ &gt; 1. */
    @Test
    void squaredL2IsAGradientStepAndNoProx() {
        SparkPenalty penalty = new SparkPenalty(new SquaredL2Updater(), 0.3);
        double[] x = {1};

        Verdict verdict = Verdict.of(penalty);
        penalty.prox(x, new Block("w", 0, 1, 1, Role.WEIGHTS), 10);

        assertThat(verdict.broken()).containsOnlyKeys("P02", "P03");
        assertThat(x[0]).isEqualTo(-2);
    }
}
