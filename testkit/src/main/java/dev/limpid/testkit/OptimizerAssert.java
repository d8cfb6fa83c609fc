package dev.limpid.testkit;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.internal.optimizer.OptimizerTests;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.problem.Problem;

/**
 * Assertions about an optimizer.
 *
 * @since 0.1.0
 */
public final class OptimizerAssert extends LawAssert<OptimizerAssert, Optimizer<?>, OptimizerSubject> {

    private OptimizerDeclaration declares = OptimizerDeclaration.nothing();

    OptimizerAssert(Optimizer<?> optimizer) {
        super(optimizer, OptimizerAssert.class, OptimizerLaws.all());
    }

    @Override
    OptimizerSubject subject() {
        return new OptimizerSubject(actual, declares);
    }

    /**
     * States what the optimizer is meant to do, for the assertions that follow; a false statement breaks a law.
     *
     * <pre>{@code
     * assertThat(Lbfgs.defaults()).declaring(OptimizerDeclaration.nothing().withDescent()).obeysItsLaws();  // passes
     * }</pre>
     *
     * @param declaration what is stated
     * @return this assertion
     */
    public OptimizerAssert declaring(OptimizerDeclaration declaration) {
        declares = declaration;
        return this;
    }

    /**
     * Checks that the optimizer gets from a problem's start to its minimum within 3000 steps, up to a millionth of the way
     * down.
     *
     * <pre>{@code
     * assertThat(Lbfgs.defaults()).minimizes(Problems.rosenbrock());  // passes
     * assertThat(Lbfgs.defaults()).minimizes(Problems.lasso());       // fails: It needs a smooth objective, ...
     * }</pre>
     *
     * @param problem the problem
     * @return this assertion
     */
    public OptimizerAssert minimizes(Problem<?> problem) {
        isNotNull();
        Outcome outcome = OptimizerTests.minimises(actual, problem);
        return require(
                outcome.isFailure()
                        ? Outcome.failed(nameOfPart() + " does not minimise " + problem + ".\n  "
                                + outcome.text().replace("\n", "\n  "))
                        : outcome);
    }
}
