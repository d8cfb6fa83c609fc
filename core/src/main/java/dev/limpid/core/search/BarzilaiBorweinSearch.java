package dev.limpid.core.search;

import dev.limpid.core.objective.Line;
import dev.limpid.core.training.Memory;

/**
 * The step of Barzilai and Borwein, which looks one step back, with the safeguard of Raydan, which lets the objective rise now
 * and then.
 *
 * <pre>
 *   α ← ⟨s, s⟩ / ⟨s, y⟩ of the step before, kept in [shortest, longest]     (1)
 *   while φ(α) &gt; max of the last M values φ(0) + c₁·α·φ′(0):
 *     α ← the minimum of the parabola through φ(0), φ′(0), φ(α), kept in [α/10, α/2]    (2)
 * </pre>
 *
 * <p>Along d = −∇F, with s = α·d and y the change of the gradient, (1) needs slopes alone:
 * ⟨s, s⟩/⟨s, y⟩ = −α·φ′(0) / (φ′(α) − φ′(0)). Along another direction that is the secant step of the line before. Where the slope didn't
 * rise, (1) takes the longest step. The first step tries the optimizer's guess.
 *
 * <p>Without a memory it is plain backtracking. It shines along the gradient, where it needs about one evaluation a step and
 * far fewer steps than a search that lowers the objective each time.
 *
 * <p><b>References</b>
 * <ol><li>J. Barzilai, J. M. Borwein (1988): Two-Point Step Size Gradient Methods. IMA Journal of Numerical Analysis 8.
 * <li>M. Raydan (1997): The Barzilai and Borwein Gradient Method for the Large Scale Unconstrained Minimization Problem. SIAM
 *     Journal on Optimization 7.</ol>
 *
 * @param window number M of values; ≥ 1
 * @param c1 c₁, which part of the decrease that the slope promises is enough; 0 &lt; c₁ &lt; ½
 * @param shortest least step of (1); &gt; 0
 * @param longest largest step of (1); finite, ≥ shortest
 * @param maxEvaluations how often φ is asked at most; ≥ 1
 * @since 0.1.0
 */
public record BarzilaiBorweinSearch(int window, double c1, double shortest, double longest, int maxEvaluations)
        implements Search {

    /** Checks the ranges. */
    public BarzilaiBorweinSearch {
        if (!(window >= 1)) {
            throw new IllegalArgumentException("window must be >= 1, but was " + window);
        }
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException("c1 must be in (0, 0.5), but was " + c1);
        }
        if (!(shortest > 0)) {
            throw new IllegalArgumentException("shortest must be > 0, but was " + shortest);
        }
        if (!(longest >= shortest && Double.isFinite(longest))) {
            throw new IllegalArgumentException(
                    "longest must be finite and >= shortest = " + shortest + ", but was " + longest);
        }
        if (!(maxEvaluations >= 1)) {
            throw new IllegalArgumentException("maxEvaluations must be >= 1, but was " + maxEvaluations);
        }
    }

    /**
     * The usual settings, those of Raydan.
     *
     * @return M = 10, c₁ = 10⁻⁴, steps from 10⁻¹⁰ to 10¹⁰, at most 40 evaluations
     */
    public static BarzilaiBorweinSearch defaults() {
        return new BarzilaiBorweinSearch(10, 1e-4, 1e-10, 1e10, 40);
    }

    @Override
    public boolean monotone() {
        return window == 1;
    }

    @Override
    public Line.Point along(Line phi, double guess) {
        return along(phi, guess, Memory.empty());
    }

    @Override
    public Line.Point along(Line phi, double guess, Memory memory) {
        SufficientDecrease.requireGuess(guess);
        Line.Point zero = SufficientDecrease.requireDescent(phi.at(0));
        double[] values = memory.array("values", window);
        double[] state = memory.array("state", 2); // steps so far, α of (1)
        values[(int) (state[0] % window)] = zero.value();
        double highest = zero.value();
        for (int k = 0; k < Math.min(state[0] + 1, window); k++) {
            highest = Math.max(highest, values[k]);
        }
        Line.Point p = backtrack(phi, zero, highest, state[0] == 0 ? guess : state[1]);
        if (p.alpha() > 0) {
            double rise = p.slope() - zero.slope();
            double secant = rise > 0 ? -p.alpha() * zero.slope() / rise : longest;
            state[1] = Math.min(Math.max(secant, shortest), longest); // (1)
            state[0]++;
        } else {
            state[0] = 0;
        }
        return p;
    }

    private Line.Point backtrack(Line phi, Line.Point zero, double highest, double first) {
        double alpha = first;
        for (int evaluation = 0; evaluation < maxEvaluations; evaluation++) {
            Line.Point p = phi.at(alpha);
            if (SufficientDecrease.isFinite(p) && p.value() <= highest + c1 * alpha * zero.slope()) {
                return p;
            }
            double best = -zero.slope() * alpha * alpha / (2 * (p.value() - zero.value() - zero.slope() * alpha));
            alpha = best > 0.1 * alpha ? Math.min(best, 0.5 * alpha) : 0.1 * alpha; // (2)
        }
        return zero;
    }

    @Override
    public String formula() {
        return "α = ⟨s, s⟩ / ⟨s, y⟩ of the step before";
    }

    @Override
    public String source() {
        return "M. Raydan (1997): The Barzilai and Borwein Gradient Method for the Large Scale Unconstrained Minimization Problem";
    }
}
