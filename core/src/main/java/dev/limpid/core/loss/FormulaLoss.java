package dev.limpid.core.loss;

/**
 * A loss written once, as a formula: gradient and second derivative come out exact.
 *
 * <pre>{@code
 * class StockoutLoss implements FormulaLoss {
 *     public Jet formula(double y, Jet f) {
 *         Jet r = f.minus(y);
 *         return r.square().times(r.value() < 0 ? 4 : 1);
 *     }
 * }
 * }</pre>
 *
 * <p>The curvature is the second derivative where that is positive and 0 elsewhere; a loss that isn't convex does better
 * with a majoriser of its own.
 *
 * @since 0.1.0
 */
public interface FormulaLoss extends ScalarLoss {

    /**
     * Returns ℓ(y, f), computed from f by the operations of {@link Jet}. Branch on numbers ({@code f.value() < 0 ? 4 : 1})
     * freely; choose between two jets with {@link Jet#where}, which is fast.
     *
     * @param y target
     * @param f the score as a variable: value f, first derivative 1, second derivative 0
     * @return the loss with its derivatives
     */
    Jet formula(double y, Jet f);

    @Override
    default double value(double y, double f) {
        return formula(y, Jet.variable(f)).value();
    }

    @Override
    default double gradient(double y, double f) {
        return formula(y, Jet.variable(f)).first();
    }

    @Override
    default double secondDerivative(double y, double f) {
        return formula(y, Jet.variable(f)).second();
    }

    @Override
    default double curvature(double y, double f) {
        return Math.max(0, formula(y, Jet.variable(f)).second());
    }

    @Override
    default Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    default Jet at(double y, double f) {
        return formula(y, Jet.variable(f)).convexPart();
    }
}
