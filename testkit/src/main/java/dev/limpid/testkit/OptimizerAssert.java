package dev.limpid.testkit;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.internal.optimizer.OptimizerTests;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.problem.Problem;

/**
 * Assertions about an optimizer.
 *
 * @since 0.1.0
 */
public final class OptimizerAssert extends LawAssert<OptimizerAssert, Optimizer<?>, Optimizer<?>> {

    OptimizerAssert(Optimizer<?> optimizer) {
        super(optimizer, OptimizerAssert.class, OptimizerLaws.all());
    }

    @Override
    Optimizer<?> subject() {
        return actual;
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
