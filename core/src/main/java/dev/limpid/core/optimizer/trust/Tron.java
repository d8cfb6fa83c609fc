package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * TRON: Newton steps by conjugate gradients, inside a region in which the quadratic model is trusted.
 *
 * <p>It minimises a smooth F(θ) without ever forming the Hessian H = ∇²F(θ): products H·v are enough. Step k = 0, 1, … from θ with
 * gradient g and radius Δ (‖g₀‖ at the start):
 *
 * <pre>
 *   s ≈ argmin of q(s) = ⟨g, s⟩ + ½·⟨s, H·s⟩ over ‖s‖ ≤ Δ, by conjugate gradients:     (1)
 *     s ← 0, r ← −g, d ← r; until ‖r‖ ≤ ξ·‖g‖:
 *     if ⟨d, H·d⟩ ≤ 0: to the border along d, stop
 *     α ← ⟨r, r⟩ / ⟨d, H·d⟩,  s ← s + α·d;  if ‖s‖ &gt; Δ: back to the border, stop
 *     r⁺ ← r − α·H·d,  d ← r⁺ + ⟨r⁺, r⁺⟩/⟨r, r⟩·d,  r ← r⁺
 *   ρ ← (F(θ + s) − F(θ)) / q(s)                                                       (2)
 *   a ← −½·⟨g, s⟩ / (F(θ + s) − F(θ) − ⟨g, s⟩)                                          (3)  minimum of the parabola along s
 *   Δ ← in the first step min(Δ, ‖s‖); then                                            (4)
 *     ρ &lt; 10⁻⁴:  min(max(a, ¼)·‖s‖, ½·Δ)          ρ &lt; ¼:  max(¼·Δ, min(a·‖s‖, ½·Δ))
 *     ρ &lt; ¾:   max(¼·Δ, min(a·‖s‖, 4·Δ))          else:   max(Δ, min(a·‖s‖, 4·Δ))
 *   if ρ &gt; 10⁻⁴: θ ← θ + s                                                             (5)
 * </pre>
 *
 * <p>with a = 4 where F(θ + s) − F(θ) ≤ ⟨g, s⟩. It has converged when ‖g‖∞ ≤ tolerance·‖g₀‖∞ with g₀ the gradient at the start,
 * and −q(s) of the next step is at most tolerance² of the decrease so far.
 *
 * <p>Use it for many parameters and ill-conditioned data, where a product with the Hessian costs no more than a gradient
 * (linear risks); with the default product, by differences, each costs two gradients. Where the Hessian isn't positive, it
 * goes along negative curvature and so leaves saddles.
 *
 * <p><b>Differences from the paper:</b> no bounds. The radius is the Euclidean one, without preconditioner. Where F(θ + s) and F(θ)
 * differ by rounding only, ρ is taken from the slopes: ρ = ½·⟨g + ∇F(θ + s), s⟩ / q(s).
 *
 * <p><b>References</b>
 * <ol><li>C.-J. Lin, J. J. Moré (1999): Newton's Method for Large Bound-Constrained Optimization Problems. SIAM Journal on
 *     Optimization 9.
 * <li>C.-J. Lin, R. C. Weng, S. S. Keerthi (2008): Trust Region Newton Method for Logistic Regression. Journal of Machine
 *     Learning Research 9, algorithms 1 and 2.
 * <li>T. Steihaug (1983): The Conjugate Gradient Method and Trust Regions in Large Scale Optimization. SIAM Journal on
 *     Numerical Analysis 20.</ol>
 *
 * @param residual ξ, part of the gradient that conjugate gradients may leave; in (0, 1)
 * @param maxProducts products with the Hessian in one step at most; ≥ 1
 * @param tolerance part of the first gradient, and root of the part of the decrease, at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record Tron(double residual, int maxProducts, double tolerance) implements Optimizer<Smooth> {

    /** Checks the ranges. */
    public Tron {
        if (!(residual > 0 && residual < 1)) {
            throw new IllegalArgumentException("residual must be in (0, 1), but was " + residual);
        }
        if (!(maxProducts >= 1)) {
            throw new IllegalArgumentException("maxProducts must be >= 1, but was " + maxProducts);
        }
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings, those of Lin, Weng and Keerthi.
     *
     * @return ξ = 0.1, at most 1000 products in a step, tolerance 10⁻⁸
     */
    public static Tron defaults() {
        return new Tron(0.1, 1000, 1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the first gradient at which to stop; in [0, 1)
     * @return the copy
     */
    public Tron withTolerance(double newTolerance) {
        return new Tron(residual, maxProducts, newTolerance);
    }

    @Override
    public Need<Smooth> needs() {
        return new Need<>(Smooth.class, true, "a smooth objective");
    }

    @Override
    public ParameterRun start(Smooth objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new TronRun(this, objective, theta0, memory);
    }

    @Override
    public String formula() {
        return "θ ← θ + argmin ⟨g, s⟩ + ½·⟨s, ∇²F·s⟩ over ‖s‖ ≤ Δ";
    }

    @Override
    public String source() {
        return "C.-J. Lin, R. C. Weng, S. S. Keerthi (2008): Trust Region Newton Method for Logistic Regression";
    }
}
