package dev.limpid.testkit;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.PenaltyLaws;

/**
 * Assertions about a penalty.
 *
 * @since 0.1.0
 */
public final class PenaltyAssert extends LawAssert<PenaltyAssert, Penalty, PenaltySubject> {

    private PenaltyDeclaration declares = PenaltyDeclaration.nothing();

    PenaltyAssert(Penalty penalty) {
        super(penalty, PenaltyAssert.class, PenaltyLaws.all());
    }

    @Override
    PenaltySubject subject() {
        return new PenaltySubject(actual, declares);
    }

    /**
     * States what the penalty is meant to do, for the assertions that follow; a false statement breaks a law.
     *
     * <pre>{@code
     * assertThat(new L1Penalty(0.3)).declaring(PenaltyDeclaration.nothing().withSparsity()).obeysItsLaws();  // passes
     * }</pre>
     *
     * @param declaration what is stated
     * @return this assertion
     */
    public PenaltyAssert declaring(PenaltyDeclaration declaration) {
        declares = declaration;
        return this;
    }

    /**
     * Checks that the prox minimises Ω(x) + ‖x − z‖² / (2·step): no one of a thousand competitors is better, for steps
     * from 0.1 to 10.
     *
     * <pre>{@code
     * assertThat(new L1Penalty(0.3)).hasProxThatMinimises();      // passes
     * assertThat(new LassoWithoutStep()).hasProxThatMinimises();  // fails: ... the step is left out ...
     * }</pre>
     *
     * @return this assertion
     */
    public PenaltyAssert hasProxThatMinimises() {
        return obeys(PenaltyLaws.PROX);
    }

    /**
     * Checks that {@code addGradient} adds ∂value/∂t; fails for a penalty that is no {@code SmoothPenalty}.
     *
     * <pre>{@code
     * assertThat(new L2Penalty(0.3)).hasGradientEqualToDifferences();  // passes
     * assertThat(new L1Penalty(0.3)).hasGradientEqualToDifferences();  // fails: ... not a SmoothPenalty
     * }</pre>
     *
     * @return this assertion
     */
    public PenaltyAssert hasGradientEqualToDifferences() {
        return obeys(PenaltyLaws.GRADIENT);
    }
}
