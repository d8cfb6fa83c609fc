package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.sampler.Batch;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A pass of a {@link FormulaHypothesis}. What the formula is evaluated with decides what comes out of it.
 *
 * <pre>
 *   f    from θⱼ = (θⱼ)           no derivatives                      (1)
 *   J·v  from θⱼ = (θⱼ, vⱼ)       the one along v                     (2)
 *   J    from θⱼ = (θⱼ, eⱼ)       all p; grad ← grad + Σᵢ gᵢ·∇fᵢ      (3)
 * </pre>
 */
final class FormulaPass implements Pass {

    private final FormulaHypothesis hypothesis;
    private final double[] t;
    private final Rows x;
    private final Batch batch;

    FormulaPass(FormulaHypothesis hypothesis, double[] t, Rows x, Batch batch) {
        this.hypothesis = hypothesis;
        this.t = t;
        this.x = x;
        this.batch = batch;
    }

    /** f ← f_θ(X). */
    void scores(double[] f) {
        Dual[] theta = parameters(j -> Dual.constant(t[j]));
        for (int i = 0; i < batch.size(); i++) {
            f[i] = evaluate(theta, i).value(); // (1)
        }
    }

    @Override
    public void pushforward(double[] v, double[][] df) {
        Dual[] theta = parameters(j -> Dual.of(t[j], v[j]));
        for (int i = 0; i < batch.size(); i++) {
            df[0][i] = evaluate(theta, i).derivative(0); // (2)
        }
    }

    @Override
    public void pullback(double[][] g, double[] grad) {
        int p = hypothesis.parameters().size();
        Dual[] theta = parameters(j -> Dual.variable(t[j], j, p));
        for (int i = 0; i < batch.size(); i++) {
            evaluate(theta, i).addTo(g[0][i], grad); // (3)
        }
    }

    private Dual[] parameters(IntFunction<Dual> parameter) {
        Dual[] theta = new Dual[hypothesis.parameters().size()];
        Arrays.setAll(theta, parameter);
        return theta;
    }

    private Dual evaluate(Dual[] theta, int i) {
        try {
            return hypothesis.formula(theta, x.row(batch.unit(i)));
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "formula of " + hypothesis.name() + " must read parameters 0 … " + (theta.length - 1)
                            + " and cells 0 … " + (x.columns() - 1) + ", but: " + e.getMessage(),
                    e);
        }
    }
}
