package dev.limpid.core.loss;

/**
 * A loss that depends on the residual alone: ℓ(y, f) = ρ(r), r = f − y.
 *
 * @since 0.1.0
 */
public interface ResidualLoss extends FormulaLoss {

    /**
     * Returns ρ(r).
     *
     * @param r the residual f − y as a variable
     * @return the loss with its derivatives
     */
    Jet rho(Jet r);
}
