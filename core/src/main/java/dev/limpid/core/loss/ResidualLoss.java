package dev.limpid.core.loss;

/**
 * A loss that depends on the residual alone: ℓ(y, f) = ρ(r), r = f − y.
 *
 * <pre>
 *   ∂ℓ/∂f = ρ′(r),  ∂²ℓ/∂f² = ρ″(r)                                        (1)
 *   h = ρ′(r)/r, |r| no smaller than a tiny δ,  if ρ is concave in r²     (2)
 *   h = max(0, ρ″(r))                           otherwise                  (3)
 * </pre>
 *
 * <p>(2) is a majoriser. With ρ(r) = κ(r²) and κ concave, κ lies below its tangent at r₀²:
 * ρ(r) ≤ ρ(r₀) + κ′(r₀²)·(r² − r₀²), a parabola with second derivative 2κ′(r₀²) = ρ′(r₀)/r₀ that touches ρ at r₀. Steps
 * that minimise it can't overshoot, and it stays positive where ρ″ is 0 or negative (|r|, Cauchy, Tukey), so trees and
 * IRLS work on such a loss. It does not hold for a loss that grows faster than a parabola: for ρ = r⁴ it would be
 * 4r² &lt; ρ″ = 12r². Therefore a loss must ask for it by {@link #concaveInSquare}.
 *
 * <p><b>References</b>
 * <ol><li>P. J. Huber (1981): Robust Statistics. Wiley, section 7.8 (modified weights).</li>
 * <li>D. R. Hunter, K. Lange (2004): A Tutorial on MM Algorithms. The American Statistician 58(1), section 3.</li></ol>
 *
 * @since 0.1.0
 */
public interface ResidualLoss extends FormulaLoss {

    /**
     * Returns ρ(r).
     *
     * @param r the residual f − y as a variable: value r, first derivative 1, second derivative 0
     * @return the loss with its derivatives
     */
    Jet rho(Jet r);

    /**
     * Tells whether ρ is even and concave as a function of r²: |r|, Huber, pseudo-Huber, log-cosh, Cauchy, Tukey, r² are;
     * r⁴ and asymmetric losses are not.
     *
     * @return true to have the curvature (2), a majoriser; false (the default) for (3)
     */
    default boolean concaveInSquare() {
        return false;
    }

    @Override
    default Jet formula(double y, Jet f) {
        return rho(f.minus(y));
    }

    @Override
    default Curvature kind() {
        return concaveInSquare() ? Curvature.MAJORISER : Curvature.EXACT;
    }

    @Override
    default double curvature(double y, double f) {
        return at(y, f).second();
    }

    @Override
    default Jet at(double y, double f) {
        return concaveInSquare() ? majorised(y, f) : FormulaLoss.super.at(y, f); // (1) (3)
    }

    private Jet majorised(double y, double f) {
        return weighted(rho(Jet.variable(f - y)), y, f); // (1)
    }

    private Jet weighted(Jet loss, double y, double f) {
        return loss.withSecond(weight(f - y, loss.first(), resolution(y, f)));
    }

    private double weight(double r, double slope, double delta) {
        return Math.abs(r) > delta ? slope / r : rho(Jet.variable(delta)).first() / delta; // (2)
    }

    /**
     * Returns the size δ below which (2) takes a residual for δ, so that the weight stays finite at a kink:
     * δ = 2⁻²⁶·max(|y|, |f|) + 2⁻⁴⁰, about half the digits of the numbers that were subtracted. There the quadratic may
     * lie below the loss, by no more than ρ′(δ)·δ/2.
     *
     * @param y target
     * @param f raw score
     * @return δ &gt; 0
     */
    static double resolution(double y, double f) {
        return 0x1p-26 * Math.max(Math.abs(y), Math.abs(f)) + 0x1p-40;
    }
}
