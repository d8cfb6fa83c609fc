package dev.limpid.core.loss.multioutput;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * T targets a row, each with a score of its own, and one loss for all of them.
 *
 * <pre>
 *   ℓ(y, f)     = Σₖ ℓ₁(yₖ, fₖ)                     (1)
 *   ∂ℓ/∂fₖ      = ℓ₁′(yₖ, fₖ)                       (2)
 *   ∂²ℓ/∂fⱼ∂fₖ  = [j = k]·ℓ₁″(yₖ, fₖ)               (3)
 *   hₖ          = h₁(yₖ, fₖ), of the kind of ℓ₁      (4)
 * </pre>
 *
 * <p>A sum, not a mean: each target counts as much as it would alone. Targets of different units don't balance by themselves;
 * scale them first.
 *
 * @param outputs number of targets and scores T ≥ 1
 * @param each ℓ₁
 * @since 0.1.0
 */
public record MultiOutputLoss(int outputs, ScalarLoss each) implements VectorLoss {

    /**
     * Checks the number of outputs.
     *
     * @throws IllegalArgumentException if there are fewer than 1
     */
    public MultiOutputLoss {
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be at least 1, but was " + outputs);
        }
        Objects.requireNonNull(each, "each");
    }

    /**
     * Half the squared distance from the targets.
     *
     * @param outputs number of targets and scores T ≥ 1
     * @return Σₖ ½(fₖ − yₖ)²
     */
    public static MultiOutputLoss squared(int outputs) {
        return new MultiOutputLoss(outputs, new SquaredLoss());
    }

    @Override
    public int scores() {
        return outputs;
    }

    @Override
    public int targets() {
        return outputs;
    }

    @Override
    public double value(double[] y, double[] f) {
        double loss = 0;
        for (int k = 0; k < outputs; k++) {
            loss += each.value(y[k], f[k]); // (1)
        }
        return loss;
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        for (int k = 0; k < outputs; k++) {
            out[k] = each.gradient(y[k], f[k]); // (2)
        }
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        for (int k = 0; k < outputs; k++) {
            Arrays.fill(out[k], 0);
            out[k][k] = each.secondDerivative(y[k], f[k]); // (3)
        }
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        for (int k = 0; k < outputs; k++) {
            out[k] = each.curvature(y[k], f[k]); // (4)
        }
    }

    @Override
    public Curvature kind() {
        return each.kind();
    }

    @Override
    public boolean hasProx() {
        return each.convex();
    }

    /** {@inheritDoc} That of ℓ₁, target by target. */
    @Override
    public void prox(double[] y, double[] f, double step, double[] out) {
        for (int k = 0; k < outputs; k++) {
            out[k] = each.prox(y[k], f[k], step);
        }
    }

    /** {@inheritDoc} Target by target, as ℓ₁ finds it. */
    @Override
    public void bestShift(Sample sample, double[] out) {
        for (int k = 0; k < outputs; k++) {
            Sample one = new Sample(
                    List.of(sample.targets().get(k)), List.of(sample.scores().get(k)), sample.weights());
            try {
                out[k] = each.bestShift(one);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("target " + k + " must have a best shift: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void mean(double[] f, double[] out) {
        for (int k = 0; k < outputs; k++) {
            out[k] = each.mean(f[k]);
        }
    }

    @Override
    public Domain domain() {
        return each.domain();
    }

    @Override
    public void check(double[] y) {
        for (double target : y) {
            each.check(new double[] {target});
        }
    }

    @Override
    public boolean smooth() {
        return each.smooth();
    }

    @Override
    public boolean convex() {
        return each.convex();
    }

    @Override
    public String formula() {
        return "Σₖ ℓ(yₖ, fₖ)";
    }
}
