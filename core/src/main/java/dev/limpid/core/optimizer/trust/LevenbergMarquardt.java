package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * Levenberg–Marquardt: least-squares steps on the linearised residuals, held back inside a scaled region.
 *
 * <p>It minimises F(θ) = ‖r(θ)‖². Step k = 0, 1, … from θ with Jacobian J of columns aⱼ, scales D and radius Δ:
 *
 * <pre>
 *   Dⱼ ← max(Dⱼ, ‖aⱼ‖)                                         (1)  1 where aⱼ is 0 at the start
 *   Δ = 10·‖D·θ₀‖, or 10 if that is 0                          (2)  at the start
 *   s ← argmin ‖J·s + r‖² + λ·‖D·s‖²,  λ = 0, or λ &gt; 0 with ‖D·s‖ = Δ up to a tenth   (3)
 *   ρ ← (‖r‖² − ‖r(θ + s)‖²) / (‖J·s‖² + 2·λ·‖D·s‖²)            (4)
 *   ρ ≤ ¼: Δ ← μ·min(Δ, 10·‖D·s‖), μ in [0.1, 0.5];   ρ ≥ ¾ or λ = 0: Δ ← 2·‖D·s‖     (5)
 *   if ρ ≥ 10⁻⁴: θ ← θ + s, then (1)                           (6)
 * </pre>
 *
 * <p>(3) is solved by a QR factorisation of J, and of (R, √λ·D) for each λ, which Newton's method on 1/‖D·s‖ − 1/Δ finds in two or
 * three tries.
 *
 * <p>It has converged when |⟨aⱼ, r⟩| ≤ tolerance·‖aⱼ‖·‖r‖ for all j (the residuals are orthogonal to all columns), when r = 0, or when
 * the decrease of a step and what (4) promised are both at most tolerance² of ‖r₀‖² and half of the promise was kept: the
 * sentence says which. Where a column has died out since the start (an exponential that has run away, say), it has not converged but
 * stalled, and the sentence names the column. A factor on a parameter doesn't change the steps.
 *
 * <p>Use it for curve fitting with up to some hundred parameters. It converges like Newton's method where residuals are small
 * at the minimum, slowly where they are large and r bends much.
 *
 * <p><b>Differences from the paper:</b> the QR factorisation doesn't pivot; where columns depend on one another, λ is 10⁻¹⁶ instead of 0. F is
 * ‖r‖², not ½·‖r‖². The first radius is 10 times ‖D·θ₀‖, where MINPACK recommends 100 out of 0.1 … 100: from the far start of the set
 * BoxBOD of NIST, the first step within 100 leads to where an exponential has died out and the run can't come back.
 *
 * <p><b>References</b>
 * <ol><li>K. Levenberg (1944): A Method for the Solution of Certain Non-Linear Problems in Least Squares. Quarterly of Applied
 *     Mathematics 2.
 * <li>J. J. Moré (1978): The Levenberg–Marquardt Algorithm: Implementation and Theory. Numerical Analysis, Lecture Notes in
 *     Mathematics 630.</ol>
 *
 * @param tolerance cosine between residuals and columns, and root of the part of the first sum of squares, at which to stop; in
 *     [0, 1)
 * @since 0.1.0
 */
public record LevenbergMarquardt(double tolerance) implements Optimizer<LeastSquares> {

    /** Checks the range. */
    public LevenbergMarquardt {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return tolerance 10⁻⁸
     */
    public static LevenbergMarquardt defaults() {
        return new LevenbergMarquardt(1e-8);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance cosine at which to stop; in [0, 1)
     * @return the copy
     */
    public LevenbergMarquardt withTolerance(double newTolerance) {
        return new LevenbergMarquardt(newTolerance);
    }

    @Override
    public Need<LeastSquares> needs() {
        return new Need<>(LeastSquares.class, true, "a sum of squares that hands out its residuals");
    }

    @Override
    public ParameterRun start(LeastSquares objective, double[] theta0, long seed, Memory memory) {
        needs().require(name(), objective);
        Checks.theta0(theta0, objective.blocks().size());
        return new LevenbergMarquardtRun(this, objective, theta0, memory);
    }

    @Override
    public String formula() {
        return "θ ← θ + argmin ‖J·s + r‖² + λ·‖D·s‖²";
    }

    @Override
    public String source() {
        return "J. J. Moré (1978): The Levenberg–Marquardt Algorithm: Implementation and Theory";
    }
}
