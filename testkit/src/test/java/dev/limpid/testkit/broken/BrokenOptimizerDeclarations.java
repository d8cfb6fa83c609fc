package dev.limpid.testkit.broken;

import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.testkit.broken.BrokenOptimizers.Descent;
import dev.limpid.testkit.broken.BrokenOptimizers.Flaw;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import dev.limpid.testkit.declaration.OptimizerDeclaration.Change;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.OptimizerLaws;
import java.util.stream.Stream;

/** False declarations of optimizers that are right otherwise; and true ones. */
final class BrokenOptimizerDeclarations {

    private static final OptimizerDeclaration OPTIMIZER = OptimizerDeclaration.nothing();

    private BrokenOptimizerDeclarations() {}

    private static Mutant<?> optimizer(
            String name,
            Optimizer<?> optimizer,
            OptimizerDeclaration declares,
            Law<OptimizerSubject> law,
            String cause) {
        return Mutant.of(name, new OptimizerSubject(optimizer, declares), law, cause);
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                optimizer(
                        "climbs, declared to descend",
                        new Descent(Flaw.ASCENDS),
                        OPTIMIZER.withDescent(),
                        OptimizerLaws.DESCENT,
                        "a step is accepted without a look at the value"),
                optimizer(
                        "one step on a quadratic",
                        Lbfgs.defaults(),
                        OPTIMIZER.withStepsOnQuadratic(n -> 1),
                        OptimizerLaws.QUADRATICS,
                        "a matrix that is not the Hessian"),
                optimizer(
                        "steepest descent, declared affine",
                        Lbfgs.defaults(),
                        OPTIMIZER.invariantTo(Change.AFFINE),
                        OptimizerLaws.INVARIANCES,
                        "a coordinate that is treated otherwise"),
                optimizer(
                        "a start step with units in it",
                        new Descent(),
                        OPTIMIZER.invariantTo(Change.FACTOR),
                        OptimizerLaws.INVARIANCES,
                        "a constant with units in it"));
    }

    private static Awkward<?> optimizer(Optimizer<?> optimizer, OptimizerDeclaration declares) {
        return Awkward.of(
                optimizer.name() + ", declared", new OptimizerSubject(optimizer, declares), OptimizerLaws.all());
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                optimizer(
                        Lbfgs.defaults(),
                        OPTIMIZER.withDescent().invariantTo(Change.TRANSLATION, Change.ROTATION, Change.FACTOR)),
                optimizer(
                        MajorizeMinimize.defaults(),
                        OPTIMIZER
                                .withDescent()
                                .withStepsOnQuadratic(n -> 1)
                                .invariantTo(Change.AFFINE, Change.TRANSLATION, Change.FACTOR)),
                optimizer(new Descent(), OPTIMIZER.withDescent().invariantTo(Change.TRANSLATION, Change.ROTATION)));
    }
}
