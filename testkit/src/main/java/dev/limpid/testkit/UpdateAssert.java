package dev.limpid.testkit;

import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.function.IntToDoubleFunction;

/**
 * Assertions about an update.
 *
 * @since 0.1.0
 */
public final class UpdateAssert extends LawAssert<UpdateAssert, Update, UpdateSubject> {

    private UpdateDeclaration declares = UpdateDeclaration.nothing();

    UpdateAssert(Update update) {
        super(update, UpdateAssert.class, UpdateLaws.all());
    }

    @Override
    UpdateSubject subject() {
        return new UpdateSubject(actual, declares);
    }

    /**
     * States what the update is meant to do, for the assertions that follow; a false statement breaks a law.
     *
     * <pre>{@code
     * assertThat(Sgd.withLearningRate(1)).declaring(UpdateDeclaration.nothing().remembering(false)).obeysItsLaws();  // passes
     * }</pre>
     *
     * @param declaration what is stated
     * @return this assertion
     */
    public UpdateAssert declaring(UpdateDeclaration declaration) {
        declares = declaration;
        return this;
    }

    /**
     * Checks that the step of a coordinate depends on that coordinate alone: in company, in any block.
     *
     * <pre>{@code
     * assertThat(Adam.withLearningRate(0.01)).isElementwise();  // passes; fails for an update that divides by a norm
     * }</pre>
     *
     * @return this assertion
     */
    public UpdateAssert isElementwise() {
        declares = declares.withElementwiseSteps();
        return obeys(UpdateLaws.ELEMENTWISE);
    }

    /**
     * Checks how long steps are under a gradient that is always 1, over 30 steps.
     *
     * <pre>{@code
     * assertThat(Adam.withLearningRate(0.01)).stepsUnderConstantGradient(t -> 1);    // passes
     * assertThat(new AdamWithoutBiasCorrection()).stepsUnderConstantGradient(t -> 1);  // fails: ratio 3.162 ...
     * }</pre>
     *
     * @param lengths number of the step, from 1 → its length in learning rates
     * @return this assertion
     */
    public UpdateAssert stepsUnderConstantGradient(IntToDoubleFunction lengths) {
        declares = declares.withConstantGradientStep(lengths);
        return obeys(UpdateLaws.CONSTANT_GRADIENT);
    }
}
