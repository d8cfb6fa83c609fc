package dev.limpid.testkit.core;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.exact.QrLeastSquares;
import dev.limpid.testkit.contract.OptimizerContract;
import dev.limpid.testkit.declaration.OptimizerDeclaration;

/** Least squares by QR obeys the laws of optimizers. */
class ExactOptimizersTest implements OptimizerContract {
    @Override
    public Optimizer<?> newOptimizer() {
        return QrLeastSquares.defaults();
    }

    @Override
    public OptimizerDeclaration optimizerDeclaration() {
        return OptimizerDeclaration.nothing().withDescent();
    }
}
