package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Constrained;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import java.util.List;
import java.util.Objects;

/**
 * Frank–Wolfe (conditional gradient): steps towards the lowest point of the set along the gradient, so that no projection is needed and
 * the answer is a mixture of few extreme points.
 *
 * <p>It minimises a smooth S over a set C from θ in C; a start outside is projected first. Step k = 0, 1, …:
 *
 * <pre>
 *   s ← argmin over s ∈ C of ⟨g, s⟩, g = ∇S(θ)                                  (1)
 *   gap ← ⟨g, θ − s⟩                                                            (2)  ≥ S(θ) − min S where S is convex
 *   d ← s − θ,  γ_max ← 1                                                       (3)
 *   with away steps, where θ = Σₐ λₐ·a over points a of C so far:
 *     v ← argmax over a of ⟨g, a⟩                                               (4)
 *     if ⟨g, v − θ⟩ &gt; gap: d ← θ − v,  γ_max ← λ_v/(1 − λ_v)                     (5)
 *   γ ← 2/(k + 2), or argmin of S(θ + γ·d) over [0, γ_max]                      (6)
 *   θ ← θ + γ·d                                                                 (7)
 * </pre>
 *
 * <p>It has converged when gap ≤ tolerance·(S(θ₀) − S(θ)), or the gap is no more than its own rounding. Where S is convex, at most that part
 * of the decrease is left. A factor on the objective or a constant added to it doesn't change the rule.
 *
 * <p>Use it for simplices, ℓ₁ and nuclear balls of many dimensions. The gap falls like 1/k in general. Where the set has corners and the
 * minimum lies between some of them, away steps make it fall geometrically, at the price of keeping those corners: p numbers for each. Cost
 * per step: one linear minimum, one gradient, and a few values along the line.
 *
 * <p><b>References</b>
 * <ol><li>M. Frank, P. Wolfe (1956): An Algorithm for Quadratic Programming. Naval Research Logistics Quarterly 3.
 * <li>M. Jaggi (2013): Revisiting Frank–Wolfe: Projection-Free Sparse Convex Optimization. International Conference on Machine Learning
 *     30, algorithm 1 and theorem 1.
 * <li>S. Lacoste-Julien, M. Jaggi (2015): On the Global Linear Convergence of Frank–Wolfe Optimization Variants. Advances in Neural
 *     Information Processing Systems 28, algorithm 1, for away steps.</ol>
 *
 * @param rule how far to go, and whether away from points too
 * @param tolerance part of the decrease so far at which to stop; in [0, 1)
 * @since 0.1.0
 */
public record FrankWolfe(Rule rule, double tolerance) implements Optimizer<Composite<? extends Smooth>> {

    /** How far a step goes, and where to. */
    public enum Rule {
        /** γ = 2/(k + 2): no values are asked for. */
        OPEN_LOOP,
        /** γ is the minimum along the line, exact where S is quadratic. */
        LINE,
        /** The minimum along the line, towards the lowest corner or away from the highest one in use. */
        AWAY_STEPS
    }

    /** Checks the range. */
    public FrankWolfe {
        Objects.requireNonNull(rule, "rule");
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return minima along lines, tolerance 10⁻⁶
     */
    public static FrankWolfe defaults() {
        return new FrankWolfe(Rule.LINE, 1e-6);
    }

    /**
     * Returns a copy with another rule.
     *
     * @param newRule how far to go, and whether away from points too
     * @return the copy
     */
    public FrankWolfe withRule(Rule newRule) {
        return new FrankWolfe(newRule, tolerance);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance part of the decrease so far at which to stop; in [0, 1)
     * @return the copy
     */
    public FrankWolfe withTolerance(double newTolerance) {
        return new FrankWolfe(rule, newTolerance);
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal can't say what is composed; any smooth part will do
    public Need<Composite<? extends Smooth>> needs() {
        Class<?> composite = Composite.class;
        return new Need<>(
                (Class<Composite<? extends Smooth>>) composite,
                true,
                "a smooth objective over a bounded set with a linear minimum in each block");
    }

    @Override
    public ParameterRun start(Composite<? extends Smooth> objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        if (!(objective instanceof Constrained<?> constrained)) {
            List<String> blocks =
                    objective.blocks().list().stream().map(Block::name).toList();
            throw needs().refusal(name(), "blocks " + blocks + " have " + objective.penaltyName(), objective);
        }
        Checks.theta0(theta0, objective.blocks().size());
        return new FrankWolfeRun(this, constrained, theta0, memory);
    }

    @Override
    public String formula() {
        return "θ ← θ + γ·(s − θ), s the lowest point of the set along ∇S(θ)";
    }

    @Override
    public String source() {
        return "M. Jaggi (2013): Revisiting Frank–Wolfe: Projection-Free Sparse Convex Optimization";
    }
}
