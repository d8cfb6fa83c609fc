package dev.limpid.core.update;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import java.util.Objects;

/**
 * Polyak's step where the minimum is not known: it aims at a level below the best value so far, and aims lower or higher as the
 * level is reached or missed.
 *
 * <pre>
 *   ε ← 2·ε if F(θ) ≤ L, else max(ε/2, ε₀·ω)              (1)  from the second step; ε = ε₀ at the start
 *   F° ← min(F°, F(θ)),  L ← F° − ε                       (2)  best value, level
 *   γ = min(α, (F(θ) − L) / ‖g‖²)                         (3)
 *   θ ← θ − γ·g                                           (4)
 * </pre>
 *
 * <p>F is that of the batch: meant for full batches, or large ones whose values differ little. The learning rate α is only the
 * longest step allowed. In the end the best value is within ε₀·ω of the minimum. Cost per step: O(p) time, 3 numbers of state.
 *
 * <p><b>Differences from the paper:</b> the factors 2 and ½ are fixed (any β &lt; 1 ≤ ρ are allowed there).
 *
 * <p><b>References</b>
 * <ol><li>A. Nedić, D. P. Bertsekas (2001): Incremental Subgradient Methods for Nondifferentiable Optimization. SIAM Journal on
 *     Optimization 12, the dynamic stepsize rule.</ol>
 *
 * @param learningRate α, the longest step in units of g
 * @param gap ε₀, how far below the first value to aim; finite and &gt; 0
 * @param floor ω, the least ε in units of ε₀; in (0, 1]
 * @since 0.1.0
 */
public record PolyakLevel(Schedule learningRate, double gap, double floor) implements Update {

    /** Checks the ranges. */
    public PolyakLevel {
        Objects.requireNonNull(learningRate, "learningRate");
        Settings.positive("gap", gap);
        Settings.factor("floor", floor);
    }

    /**
     * Aims below the first value by a gap that may shrink to a thousandth of itself.
     *
     * @param gap ε₀, a guess of how far the objective can fall; finite and &gt; 0
     * @param longest α, the longest step in units of the gradient; finite and &gt; 0
     * @return ω = 10⁻³
     */
    public static PolyakLevel withGap(double gap, double longest) {
        return new PolyakLevel(Schedule.constant(longest), gap, 1e-3);
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        double[] g = oracle.gradient();
        double value = oracle.value();
        double epsilon = gap;
        if (memory.has("best")) {
            boolean reached = value <= memory.number("level", 0);
            double last = memory.number("epsilon", gap);
            epsilon = reached ? 2 * last : Math.max(last / 2, gap * floor); // (1)
        }
        double best = Math.min(memory.number("best", value), value); // (2)
        double level = best - epsilon;
        memory.put("epsilon", epsilon);
        memory.put("best", best);
        memory.put("level", level);
        double gamma = PolyakStep.length(value - level, 1, g, oracle.learningRate()); // (3)
        for (int j = 0; j < g.length; j++) {
            delta[j] = -gamma * g[j]; // (4)
        }
    }

    @Override
    public double proxStep(double alpha) {
        return Double.NaN; // γ knows nothing of the penalty
    }

    @Override
    public String formula() {
        return "θ ← θ − γ·g,  γ = min(α, (F − L) / ‖g‖²),  L = best F − ε";
    }

    @Override
    public String source() {
        return "A. Nedić, D. P. Bertsekas (2001): Incremental Subgradient Methods for Nondifferentiable Optimization";
    }
}
