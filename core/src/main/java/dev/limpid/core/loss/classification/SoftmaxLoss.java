package dev.limpid.core.loss.classification;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.VectorLoss;

/**
 * The log loss of K classes, the negative log likelihood of class y with probabilities p = softmax(f).
 *
 * <pre>
 *   pₖ = exp(fₖ) / Σⱼ exp(fⱼ)
 *   ℓ(y, f)     = −log p_y = log Σₖ exp(fₖ) − f_y      (1)
 *   ∂ℓ/∂fₖ      = pₖ − [k = y]                         (2)
 *   ∂²ℓ/∂fⱼ∂fₖ  = [j = k]·pₖ − pⱼ·pₖ                   (3)
 *   hₖ          = pₖ·(1 − pₖ)                          (4)
 * </pre>
 *
 * <p>(4) is the diagonal of (3) and says so ({@code EXACT}); it leaves the terms off the diagonal out, so that a step in
 * all scores at once by −gₖ/hₖ is too long by up to K/(K − 1), twice for two classes. A learning rate ≤ ½ makes up for it.
 *
 * <p>Computed from eₖ = exp(fₖ − f_t), t the largest score, and s = Σ over k ≠ t of eₖ, so that nothing overflows and
 * 1 − p_t = s/(1 + s) keeps its digits. Adding a number to all scores changes nothing: there are K − 1 free scores.
 *
 * <p><b>References</b>
 * <ol><li>J. S. Bridle (1990): Probabilistic Interpretation of Feedforward Classification Network Outputs, with
 *     Relationships to Statistical Pattern Recognition. In Neurocomputing, Springer.</li>
 * <li>J. Friedman (2001): Greedy Function Approximation: A Gradient Boosting Machine. Annals of Statistics 29(5),
 *     section 4.6, for (4) in boosting.</li></ol>
 *
 * @since 0.1.0
 */
public class SoftmaxLoss implements VectorLoss {

    private final int classes;

    /**
     * A softmax loss.
     *
     * @param classes number of classes K ≥ 2
     */
    public SoftmaxLoss(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
        this.classes = classes;
    }

    @Override
    public final int classes() {
        return classes;
    }

    @Override
    public final int scores() {
        return classes;
    }

    @Override
    public double value(double[] y, double[] f) {
        int top = top(f);
        double s = 0;
        for (int k = 0; k < f.length; k++) {
            s += k == top ? 0 : Math.exp(f[k] - f[top]);
        }
        return f[top] - f[(int) y[0]] + Scores.log1p(s); // (1)
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        int top = top(f);
        double rest = probabilities(f, top, out);
        subtractTarget((int) y[0], top, rest, out); // (2)
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        int top = top(f);
        double rest = probabilities(f, top, out);
        for (int k = 0; k < f.length; k++) {
            out[k] *= k == top ? rest : 1 - out[k]; // (4)
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        double[] p = new double[f.length];
        int top = top(f);
        double rest = probabilities(f, top, p);
        for (int j = 0; j < f.length; j++) {
            for (int k = 0; k < f.length; k++) {
                out[j][k] = j != k ? -p[j] * p[k] : p[k] * (k == top ? rest : 1 - p[k]); // (3)
            }
        }
    }

    @Override
    public double at(double[] y, double[] f, double[] gradient, double[] curvature) {
        if (getClass() != SoftmaxLoss.class) { // a subclass may have changed the value
            return VectorLoss.super.at(y, f, gradient, curvature);
        }
        int top = top(f);
        int target = (int) y[0];
        double s = exponentials(f, top, gradient);
        double rest = s / (1 + s);
        for (int k = 0; k < f.length; k++) {
            double p = gradient[k] / (1 + s);
            gradient[k] = p;
            curvature[k] = p * (k == top ? rest : 1 - p); // (4)
        }
        subtractTarget(target, top, rest, gradient); // (2)
        return f[top] - f[target] + Scores.log1p(s); // (1)
    }

    private static int top(double[] f) {
        int top = 0;
        for (int k = 1; k < f.length; k++) {
            top = f[k] > f[top] ? k : top;
        }
        return top;
    }

    /** Puts eₖ into {@code out} and returns s. */
    private static double exponentials(double[] f, int top, double[] out) {
        double s = 0;
        for (int k = 0; k < f.length; k++) {
            out[k] = Math.exp(f[k] - f[top]);
            s += k == top ? 0 : out[k];
        }
        return s;
    }

    /** Puts pₖ into {@code out} and returns 1 − p_t. */
    private static double probabilities(double[] f, int top, double[] out) {
        double s = exponentials(f, top, out);
        for (int k = 0; k < f.length; k++) {
            out[k] /= 1 + s;
        }
        return s / (1 + s);
    }

    private static void subtractTarget(int target, int top, double rest, double[] p) {
        p[target] = target == top ? -rest : p[target] - 1;
    }

    /**
     * {@inheritDoc} In closed form, log(share of class k) − fₖ, if all rows have the same scores. Of all best shifts,
     * which differ by a number added to every score, it is the one that makes the scores log probabilities.
     */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() != SoftmaxLoss.class) { // a subclass may have changed the value
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        double[] weight = new double[classes];
        for (int i = 0; i < sample.size(); i++) {
            weight[(int) sample.y(i)] += sample.w(i);
        }
        double total = 0;
        for (int k = 0; k < classes; k++) {
            requireRows(k, weight[k]);
            total += weight[k];
        }
        if (!sample.sameScores()) {
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        for (int k = 0; k < classes; k++) {
            out[k] = Math.log(weight[k] / total) - sample.scores().get(k).at(0);
        }
    }

    private void requireRows(int k, double weight) {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: no row is of class " + k
                    + "; give rows of all " + classes + " classes or drop this one");
        }
    }

    /**
     * Computes p = softmax(f).
     *
     * @param f raw scores, length K; not changed
     * @param out receives the probabilities of the classes 0 … K − 1
     */
    @Override
    public void mean(double[] f, double[] out) {
        Scores.softmax(f, out);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == SoftmaxLoss.class ? "log Σₖ exp(fₖ) − f_y" : "";
    }

    @Override
    public String source() {
        return getClass() == SoftmaxLoss.class
                ? "J. S. Bridle (1990): Probabilistic Interpretation of Feedforward Classification Network Outputs"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("classes", classes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SoftmaxLoss that && that.getClass() == getClass() && that.classes == classes;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + classes;
    }

    @Override
    public String toString() {
        return name() + "[classes=" + classes + "]";
    }
}
