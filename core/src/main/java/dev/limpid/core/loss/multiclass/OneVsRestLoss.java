package dev.limpid.core.loss.multiclass;

import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * K classes as K questions of two answers each: is the row of class k, or of the rest? Any loss of two classes makes a loss
 * of K.
 *
 * <pre>
 *   ℓ(y, f) = Σₖ b([k = y], fₖ),  b the loss of two classes      (1)
 *   ∂ℓ/∂fₖ  = b′([k = y], fₖ)                                    (2)
 *   pₖ      = b.mean(fₖ) / Σⱼ b.mean(fⱼ)                          (3)   even where all answers are a certain no
 * </pre>
 *
 * <p>The scores don't meet, so the curvature of b is that of the sum, and of the same kind. A one-vs-rest loss of hinges is
 * the classic support vector machine of K classes; of logistic losses, K logistic regressions.
 *
 * <p><b>References</b>
 * <ol><li>R. Rifkin, A. Klautau (2004): In Defense of One-Vs-All Classification. Journal of Machine Learning Research 5.
 * </li></ol>
 *
 * @param classes number of classes K ≥ 2
 * @param binary b, a loss of the classes 0 and 1
 * @since 0.1.0
 */
public record OneVsRestLoss(int classes, ScalarLoss binary) implements VectorLoss {

    /**
     * Checks that there are several classes, and that the loss has two.
     *
     * @throws IllegalArgumentException with a sentence, if not
     */
    public OneVsRestLoss {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
        Objects.requireNonNull(binary, "binary");
        if (binary.classes() != 2) {
            throw new IllegalArgumentException(
                    "binary must be a loss of the classes 0 and 1, but was " + binary.name() + "; use LogisticLoss");
        }
    }

    private static double is(double[] y, int k) {
        return (int) y[0] == k ? 1 : 0;
    }

    @Override
    public int scores() {
        return classes;
    }

    @Override
    public double value(double[] y, double[] f) {
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            loss += binary.value(is(y, k), f[k]); // (1)
        }
        return loss;
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        for (int k = 0; k < classes; k++) {
            out[k] = binary.gradient(is(y, k), f[k]); // (2)
        }
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        for (int k = 0; k < classes; k++) {
            out[k] = binary.curvature(is(y, k), f[k]);
        }
    }

    @Override
    public Curvature kind() {
        return binary.kind();
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        for (int k = 0; k < classes; k++) {
            Arrays.fill(out[k], 0);
            out[k][k] = binary.secondDerivative(is(y, k), f[k]);
        }
    }

    @Override
    public boolean hasProx() {
        return binary.convex();
    }

    /** {@inheritDoc} That of b, class by class. */
    @Override
    public void prox(double[] y, double[] f, double step, double[] out) {
        for (int k = 0; k < classes; k++) {
            out[k] = binary.prox(is(y, k), f[k], step);
        }
    }

    /** {@inheritDoc} Class by class, as b finds it. */
    @Override
    public void bestShift(Sample sample, double[] out) {
        for (int k = 0; k < classes; k++) {
            double[] is = new double[sample.size()];
            for (int i = 0; i < is.length; i++) {
                is[i] = (int) sample.y(i) == k ? 1 : 0;
            }
            Sample one =
                    new Sample(List.of(Values.of(is)), List.of(sample.scores().get(k)), sample.weights());
            try {
                out[k] = binary.bestShift(one);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "class " + k + " against the rest must have a best shift: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Computes the probabilities of the classes.
     *
     * @param f raw scores, length K; not changed
     * @param out receives the probabilities of the classes 0 … K − 1, which sum to 1
     */
    @Override
    public void mean(double[] f, double[] out) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            out[k] = binary.mean(f[k]);
            sum += out[k];
        }
        for (int k = 0; k < classes; k++) {
            out[k] = sum > 0 ? out[k] / sum : 1.0 / classes; // (3)
        }
    }

    @Override
    public boolean smooth() {
        return binary.smooth();
    }

    @Override
    public boolean convex() {
        return binary.convex();
    }

    @Override
    public String formula() {
        return "Σₖ b([k = y], fₖ)";
    }

    @Override
    public String source() {
        return "R. Rifkin, A. Klautau (2004): In Defense of One-Vs-All Classification";
    }
}
