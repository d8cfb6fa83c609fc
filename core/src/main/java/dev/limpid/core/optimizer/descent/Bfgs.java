package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.training.Memory;

/**
 * BFGS: a Newton step with an inverse Hessian H that is learned from the changes of the gradient.
 *
 * <pre>
 *   d = −H·g                                              (1)  H = I before the first step
 *   after a step s with change of gradient y, ρ = 1/⟨s, y⟩:
 *   H ← (⟨s, y⟩/⟨y, y⟩)·I before the first update           (2)
 *   H ← (I − ρ·s·yᵀ)·H·(I − ρ·y·sᵀ) + ρ·s·sᵀ               (3)  left out if ⟨s, y⟩ isn't clearly &gt; 0
 * </pre>
 *
 * <p>Use it for up to some hundred parameters: each step costs O(p²), and p² numbers of state. Beyond,
 * {@link dev.limpid.core.optimizer.Lbfgs} keeps the last pairs (s, y) instead of H.
 *
 * <p><b>References</b>
 * <ol><li>C. G. Broyden (1970), R. Fletcher (1970), D. Goldfarb (1970), D. F. Shanno (1970).
 * <li>J. Nocedal, S. J. Wright (2006): Numerical Optimization, 2nd edition, section 6.1.</ol>
 *
 * @since 0.1.0
 */
public record Bfgs() implements Direction<Smooth> {

    /** ⟨s, y⟩ must exceed this part of ‖s‖·‖y‖: below, rounding decides its sign. */
    private static final double LEAST_COSINE = 1e-12;

    @Override
    public Need<Smooth> needs() {
        return new Need<>(Smooth.class, true, "a smooth objective");
    }

    @Override
    public double at(Smooth objective, double[] theta, double[] g, double[] d, Memory memory) {
        if (memory.array("updates", 1)[0] == 0) {
            for (int j = 0; j < d.length; j++) {
                d[j] = -g[j];
            }
            return 1 / Vectors.norm(g);
        }
        times(memory.array("H", g.length * g.length), g, d);
        for (int j = 0; j < d.length; j++) {
            d[j] = -d[j]; // (1)
        }
        return 1;
    }

    @Override
    public void moved(Move move, Memory memory) {
        double[] s = move.s();
        double[] y = move.y();
        double sy = Vectors.dot(s, y);
        if (!(sy > LEAST_COSINE * Vectors.norm(s) * Vectors.norm(y))) {
            return;
        }
        int p = s.length;
        double[] h = memory.array("H", p * p);
        if (memory.array("updates", 1)[0]++ == 0) {
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    h[i * p + j] = i == j ? sy / Vectors.dot(y, y) : 0; // (2)
                }
            }
        }
        update(h, s, y, 1 / sy);
    }

    /** Line (3), multiplied out: H − ρ·(s·uᵀ + u·sᵀ) + ρ·(1 + ρ·⟨y, u⟩)·s·sᵀ with u = H·y. */
    private static void update(double[] h, double[] s, double[] y, double rho) {
        int p = s.length;
        double[] u = new double[p];
        times(h, y, u);
        double c = rho * (1 + rho * Vectors.dot(y, u));
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                h[i * p + j] += c * s[i] * s[j] - rho * (s[i] * u[j] + u[i] * s[j]); // (3)
            }
        }
    }

    private static void times(double[] h, double[] v, double[] out) {
        int p = v.length;
        for (int i = 0; i < p; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += h[i * p + j] * v[j];
            }
            out[i] = sum;
        }
    }

    @Override
    public boolean forget(Memory memory) {
        double[] updates = memory.array("updates", 1);
        boolean some = updates[0] > 0;
        updates[0] = 0;
        return some;
    }

    @Override
    public String formula() {
        return "d = −H·∇F(θ), H ≈ (∇²F)⁻¹";
    }

    @Override
    public String source() {
        return "J. Nocedal, S. J. Wright (2006): Numerical Optimization, section 6.1";
    }
}
