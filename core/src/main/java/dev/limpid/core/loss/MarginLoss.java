package dev.limpid.core.loss;

/**
 * A loss of two classes that depends on the margin alone: ℓ(y, f) = φ(m), m = (2y − 1)·f, with y the class 0 or 1.
 *
 * @since 0.1.0
 */
public interface MarginLoss extends FormulaLoss {

    /**
     * Returns φ(m), the loss at margin m; m &gt; 0 is a right decision.
     *
     * @param m the margin as a variable
     * @return the loss with its derivatives with respect to the margin
     */
    Jet phi(Jet m);
}
