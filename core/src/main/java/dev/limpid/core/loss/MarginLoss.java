package dev.limpid.core.loss;

/**
 * A loss of two classes that depends on the margin alone: ℓ(y, f) = φ(m), m = (2y − 1)·f, with y the class 0 or 1.
 *
 * <pre>
 *   s = 2y − 1 ∈ {−1, +1},  m = s·f          (1)
 *   ∂ℓ/∂f = s·φ′(m)                          (2)
 *   ∂²ℓ/∂f² = s²·φ″(m) = φ″(m)               (3)
 * </pre>
 *
 * <p>This class is the only place where a class is written as ±1. To write the squared hinge:
 *
 * <pre>{@code
 * class SquaredHinge implements MarginLoss {
 *     public Jet phi(Jet m) {
 *         return m.negate().plus(1).max(0).square();
 *     }
 * }
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>T. Zhang (2004): Statistical Behavior and Consistency of Classification Methods Based on Convex Risk
 *     Minimization. Annals of Statistics 32(1), section 2 (the probability that a score stands for).</li></ol>
 *
 * @since 0.1.0
 */
public interface MarginLoss extends FormulaLoss {

    /**
     * Returns φ(m), the loss at margin m; m &gt; 0 is a right decision.
     *
     * @param m the margin as a variable: value m, first derivative 1, second derivative 0
     * @return the loss with its derivatives with respect to the margin
     */
    Jet phi(Jet m);

    @Override
    default Jet formula(double y, Jet f) {
        double s = 2 * y - 1;
        return f.scaledChain(s, phi(Jet.variable(s * f.value()))); // (1) (2) (3), and the chain rule where f ≠ variable
    }

    @Override
    default int classes() {
        return 2;
    }

    /**
     * Returns the probability of class 1 that makes f the best score: the root p of p·φ′(f) = (1 − p)·φ′(−f).
     *
     * <p>For φ = log(1 + e⁻ᵐ) this is the sigmoid. A loss that doesn't know probabilities, such as the hinge, has the root ½
     * for all scores of some interval, where the score's sign alone tells the class. There it is the number next to ½ on
     * the side of that sign, so that the more probable class is the one that the score stands for.
     *
     * @param f raw score
     * @return p in [0, 1]; where φ is flat on both sides 0, ½ or 1 by the sign of f
     */
    @Override
    default double mean(double f) {
        double right = phi(Jet.variable(f)).first();
        double wrong = phi(Jet.variable(-f)).first();
        if (right == 0 && wrong == 0) {
            return 0.5 + 0.5 * Math.signum(f);
        }
        double p = Math.min(1, Math.max(0, 1 / (1 + right / wrong)));
        return p == 0.5 ? Math.nextAfter(p, p + f) : p;
    }
}
