package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from the parameters of the design's columns to raw coefficients, and back.
 *
 * <pre>
 *   wⱼₖ = w̃ⱼₖ/sⱼ,   bₖ = b̃ₖ − Σⱼ cⱼ·wⱼₖ             (1)  linear: (w, b) = T·(w̃, b̃)
 *   w̃ⱼₖ = wⱼₖ·sⱼ,   b̃ₖ = bₖ + Σⱼ cⱼ·wⱼₖ             (2)  T⁻¹
 *   Tᵀ·(g, h):   w̃ⱼₖ gets (gⱼₖ − cⱼ·hₖ)/sⱼ,  b̃ₖ gets hₖ   (3)  for gradients
 * </pre>
 *
 * @param design c and s
 * @param blocks the shape of θ, and of raw coefficients of the design's columns
 * @param outputs number of scores
 */
record RawCoefficients(Design design, Blocks blocks, int outputs) {

    private int slopes() {
        return blocks.get(LinearHypothesis.WEIGHTS).columns();
    }

    private boolean hasIntercept() {
        return blocks.list().size() > 1;
    }

    private int intercept(int k) {
        return blocks.get(LinearHypothesis.INTERCEPT).offset() + k;
    }

    /** T·θ. */
    double[] raw(double[] theta) {
        double[] raw = theta.clone();
        forEach((position, j, k) -> {
            raw[position] = theta[position] / design.scale(j);
            if (hasIntercept()) {
                raw[intercept(k)] -= design.centre(j) * raw[position]; // (1)
            }
        });
        return raw;
    }

    /** T⁻¹ of raw coefficients. */
    double[] theta(double[] raw) {
        double[] theta = raw.clone();
        forEach((position, j, k) -> {
            theta[position] = raw[position] * design.scale(j);
            if (hasIntercept()) {
                theta[intercept(k)] += design.centre(j) * raw[position]; // (2)
            }
        });
        return theta;
    }

    /** Replaces a raw gradient by that of θ, Tᵀ·g. */
    void transpose(double[] g) {
        forEach((position, j, k) -> {
            double h = hasIntercept() ? design.centre(j) * g[intercept(k)] : 0;
            g[position] = (g[position] - h) / design.scale(j); // (3)
        });
    }

    /** Is told of the position in θ of the coefficient of column j in score k. */
    private interface Visitor {
        void coefficient(int position, int j, int k);
    }

    private void forEach(Visitor visitor) {
        for (int k = 0; k < slopes(); k++) {
            for (int j = 0; j < design.size(); j++) {
                visitor.coefficient(k * design.size() + j, j, k);
            }
        }
    }

    /** Returns the scores that θ stands for; those without slopes are a number. */
    List<LinearScore> scores(Encoding encoding, double[] theta) {
        List<LinearScore> scores = new ArrayList<>();
        for (int k = 0; k < outputs; k++) {
            double[] w = k < slopes() ? design.coefficients(theta, k) : new double[encoding.size()];
            scores.add(new LinearScore(encoding, w, hasIntercept() ? design.intercept(w, theta[intercept(k)]) : 0));
        }
        return scores;
    }

    /** Returns θ for a model's scores, as far as the columns of the design tell. */
    double[] theta(LinearModel model) {
        double[] raw = new double[blocks.size()];
        double[][] w = model.coefficients();
        forEach((position, j, k) -> raw[position] = w[k][design.position(j)]);
        if (hasIntercept()) {
            Block b = blocks.get(LinearHypothesis.INTERCEPT);
            System.arraycopy(model.intercepts(), 0, raw, b.offset(), b.size());
        }
        return theta(raw);
    }
}
