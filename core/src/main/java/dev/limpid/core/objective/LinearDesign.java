package dev.limpid.core.objective;

import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import java.util.List;

/**
 * What a sum over rows with linear scores is made of, for optimizers that walk along rows or columns of X themselves:
 * coordinate descent, SAGA, SDCA.
 *
 * <pre>
 *   S(θ) = c·Σᵢ vᵢ·ℓ(yᵢ, fᵢ),   fᵢₖ = Σⱼ xᵢⱼ·wⱼₖ + bₖ + oᵢₖ      (1)
 * </pre>
 *
 * <p>with v the weights and o the offsets of the rows, and c a factor, 1/Σᵢ vᵢ for a mean.
 *
 * @param hypothesis the linear map; says where wⱼₖ and bₖ stand in θ
 * @param loss ℓ, a {@code ScalarLoss} or {@code VectorLoss}
 * @param x the features X, shape [n, d]
 * @param targets a sequence of n numbers for each target the loss reads
 * @param weights vᵢ &gt; 0
 * @param offsets a sequence of n numbers for each score; empty if there are none
 * @param factor c; finite, &gt; 0
 * @since 0.1.0
 */
public record LinearDesign(
        LinearHypothesis hypothesis,
        Loss loss,
        Rows x,
        List<Values> targets,
        Values weights,
        List<Values> offsets,
        double factor) {

    /**
     * Checks that the sizes fit.
     *
     * @throws IllegalArgumentException if they don't, or the factor isn't finite and &gt; 0
     */
    public LinearDesign {
        targets = List.copyOf(targets);
        offsets = List.copyOf(offsets);
        require("columns of x", x.columns(), "one per feature of the hypothesis", hypothesis.features());
        require("scores of the loss", loss.scores(), "one per output of the hypothesis", hypothesis.outputs());
        require("targets", targets.size(), "as many as the loss reads", loss.targets());
        require("weights", weights.size(), "one per row of x", x.size());
        if (!offsets.isEmpty()) {
            require("offsets", offsets.size(), "one per score, or none", loss.scores());
        }
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("factor must be finite and > 0, but was " + factor);
        }
    }

    private static void require(String what, int given, String why, int needed) {
        if (given != needed) {
            throw new IllegalArgumentException(what + " must be " + needed + " (" + why + "), but were " + given);
        }
    }

    /**
     * Returns the number of rows.
     *
     * @return n
     */
    public int size() {
        return x.size();
    }

    /**
     * Returns the loops over rows of the loss.
     *
     * @return the kernel of ℓ
     */
    public LossKernel kernel() {
        return LossKernel.of(loss);
    }

    /**
     * Returns the targets as arrays.
     *
     * @return new arrays, shape [T][n]
     */
    public double[][] y() {
        return targets.stream().map(Values::toArray).toArray(double[][]::new);
    }

    /**
     * Computes the scores.
     *
     * @param t θ; not changed
     * @return new arrays, fₖ at [k], shape [K][n]
     */
    public double[][] scores(double[] t) {
        int d = hypothesis.features();
        int outputs = hypothesis.outputs();
        double[][] f = new double[outputs][x.size()];
        for (int k = 0; k < outputs; k++) {
            double[] w = java.util.Arrays.copyOfRange(t, k * d, (k + 1) * d);
            double b = hypothesis.intercept() ? t[outputs * d + k] : 0;
            for (int i = 0; i < f[k].length; i++) {
                f[k][i] = b + (offsets.isEmpty() ? 0 : offsets.get(k).at(i));
            }
            x.times(0, x.size(), w, f[k]); // (1)
        }
        return f;
    }

    /**
     * Multiplies the sum by a number.
     *
     * @param c finite, &gt; 0
     * @return the design of c·S
     */
    public LinearDesign times(double c) {
        return new LinearDesign(hypothesis, loss, x, targets, weights, offsets, factor * c);
    }
}
