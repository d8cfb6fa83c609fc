package dev.limpid.testkit;

import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Update;
import org.assertj.core.api.Assertions;

/**
 * The entry to all assertions: AssertJ's own and those about parts of Limpid, by one static import.
 *
 * <pre>{@code
 * import static dev.limpid.testkit.LimpidAssertions.assertThat;
 *
 * assertThat(new StockoutLoss()).obeysItsLaws();
 * assertThat(model.predict(row)).isEqualTo(3.5);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class LimpidAssertions extends Assertions {

    private LimpidAssertions() {}

    /**
     * Begins assertions about a loss.
     *
     * @param loss the loss
     * @return the assertions
     */
    public static LossAssert assertThat(Loss loss) {
        return new LossAssert(loss);
    }

    /**
     * Begins assertions about a penalty.
     *
     * @param penalty the penalty
     * @return the assertions
     */
    public static PenaltyAssert assertThat(Penalty penalty) {
        return new PenaltyAssert(penalty);
    }

    /**
     * Begins assertions about an objective.
     *
     * @param objective the objective
     * @return the assertions
     */
    public static ObjectiveAssert assertThat(Objective objective) {
        return new ObjectiveAssert(objective);
    }

    /**
     * Begins assertions about a hypothesis.
     *
     * @param hypothesis the hypothesis
     * @return the assertions
     */
    public static HypothesisAssert assertThat(Hypothesis hypothesis) {
        return new HypothesisAssert(hypothesis);
    }

    /**
     * Begins assertions about a schedule.
     *
     * @param schedule the schedule
     * @return the assertions
     */
    public static ScheduleAssert assertThat(Schedule schedule) {
        return new ScheduleAssert(schedule);
    }

    /**
     * Begins assertions about an update.
     *
     * @param update the update
     * @return the assertions
     */
    public static UpdateAssert assertThat(Update update) {
        return new UpdateAssert(update);
    }

    /**
     * Begins assertions about an optimizer.
     *
     * @param optimizer the optimizer
     * @return the assertions
     */
    public static OptimizerAssert assertThat(Optimizer<?> optimizer) {
        return new OptimizerAssert(optimizer);
    }

    /**
     * Begins assertions about a sampler.
     *
     * @param sampler the sampler
     * @return the assertions
     */
    public static SamplerAssert assertThat(Sampler sampler) {
        return new SamplerAssert(sampler);
    }

    /**
     * Begins assertions about a reservoir.
     *
     * @param reservoir the reservoir
     * @return the assertions
     */
    public static ReservoirAssert assertThat(Reservoir reservoir) {
        return new ReservoirAssert(reservoir);
    }

    /**
     * Begins assertions about a sampler of negatives. It has a name of its own, as a lambda of four arguments might be either
     * kind of sampler.
     *
     * @param sampler the sampler
     * @return the assertions
     */
    public static NegativeSamplerAssert assertThatNegatives(NegativeSampler sampler) {
        return new NegativeSamplerAssert(sampler);
    }
}
