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
 * gradient g and radius Δ (√⟨g₀, M⁻¹·g₀⟩ at the start):
 *
 * <pre>
 *   M ← diag(H)^½ where the objective knows diag(H), else 1;  ‖s‖ = √⟨s, M·s⟩          (0)
 *   s ≈ argmin of q(s) = ⟨g, s⟩ + ½·⟨s, H·s⟩ over ‖s‖ ≤ Δ, by conjugate gradients:     (1)
 *     s ← 0, r ← −g, z ← M⁻¹·r, d ← z; until √⟨r, z⟩ ≤ ξ·√⟨g, M⁻¹·g⟩:
 *     if ⟨d, H·d⟩ ≤ 0: to the border along d, stop
 *     α ← ⟨r, z⟩ / ⟨d, H·d⟩,  s ← s + α·d;  if ‖s‖ &gt; Δ: back to the border, stop
 *     r⁺ ← r − α·H·d,  z⁺ ← M⁻¹·r⁺,  d ← z⁺ + ⟨r⁺, z⁺⟩/⟨r, z⟩·d,  r ← r⁺,  z ← z⁺
 *   ρ ← (F(θ + s) − F(θ)) / q(s)                                                       (2)
 *   a ← −½·⟨g, s⟩ / (F(θ + s) − F(θ) − ⟨g, s⟩)                                          (3)  minimum of the parabola along s
 *   Δ ← in the first step min(Δ, ‖s‖); then                                            (4)
 *     ρ &lt; 10⁻⁴:  min(max(a, ¼)·‖s‖, ½·Δ)          ρ &lt; ¼:  max(¼·Δ, min(a·‖s‖, ½·Δ))
 *     ρ &lt; ¾:   max(¼·Δ, min(a·‖s‖, 4·Δ))          else:   4·Δ if ‖s‖ = Δ, else max(Δ, min(a·‖s‖, 4·Δ))
 *   if ρ &gt; 10⁻⁴: θ ← θ + s                                                             (5)
 * </pre>
 *
 * <p>with a = 4 where F(θ + s) − F(θ) ≤ ⟨g, s⟩. It has converged when ‖g‖∞ ≤ tolerance·‖g₀‖∞ with g₀ the gradient at the start,
 * and −q(s) of the next step is at most tolerance² of the decrease so far.
 *
 * <p>Use it for many parameters and ill-conditioned data, where a product with the Hessian costs no more than a gradient
 * (linear risks); with the default product, by differences, each costs two gradients. Where the Hessian isn't positive, it
 * goes along negative curvature and so leaves saddles. Memory: eight vectors of θ's length, and what the objective keeps for its
 * products (linear risks: a number a row).
 *
 * <p><b>Differences from the papers:</b> no bounds. Hsia, Chiang and Lin mix the diagonal with what they take for a ridge of 1,
 * M = α·diag(H) + (1 − α)·1. Here the mean of both is the geometric one, which has no α to choose, and with which directions are
 * the same for F in any unit. Entries of diag(H) count by their size, and at least 2⁻⁵² of the largest. Where F(θ + s) and F(θ) differ by rounding only, ρ is taken from the slopes: ρ = ½·⟨g + ∇F(θ + s), s⟩ / q(s).
 *
 * <p><b>References</b>
 * <ol><li>C.-J. Lin, J. J. Moré (1999): Newton's Method for Large Bound-Constrained Optimization Problems. SIAM Journal on
 *     Optimization 9.
 * <li>C.-J. Lin, R. C. Weng, S. S. Keerthi (2008): Trust Region Newton Method for Logistic Regression. Journal of Machine
 *     Learning Research 9, algorithms 1 and 2.
 * <li>T. Steihaug (1983): The Conjugate Gradient Method and Trust Regions in Large Scale Optimization. SIAM Journal on
 *     Numerical Analysis 20.
 * <li>C.-Y. Hsia, Y. Zhu, C.-J. Lin (2017): A Study on Trust Region Update Rules in Newton Methods for Large-scale Linear
 *     Classification. Proceedings of Machine Learning Research 77; the last case of (4).
 * <li>C.-Y. Hsia, W.-L. Chiang, C.-J. Lin (2018): Preconditioned Conjugate Gradient Methods in Truncated Newton Frameworks for
 *     Large-scale Linear Classification. Proceedings of Machine Learning Research 95.</ol>
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
