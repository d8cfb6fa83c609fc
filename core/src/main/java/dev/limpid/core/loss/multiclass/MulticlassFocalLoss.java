package dev.limpid.core.loss.multiclass;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.special.Softmax;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.VectorLoss;

/**
 * The focal loss of K classes: the log loss, turned down where the row's class is nearly sure already.
 *
 * <pre>
 *   p = softmax(f),  q = 1 − p_y,  L = −log p_y
 *   ℓ(y, f)     = q^γ·L                                                 (1)
 *   φ           = q^γ·(1 + γ·p_y·L/q)                                    (2)   −∂ℓ/∂log p_y
 *   ∂ℓ/∂fₖ      = φ·(pₖ − [k = y])                                       (3)
 *   C           = γ·p_y·q^(γ+1)·((γ − 1)·p_y·L/q − L + 2)                (4)
 *   u_y = 1,  uₖ = −pₖ/q
 *   ∂²ℓ/∂fⱼ∂fₖ  = C·uⱼ·uₖ + φ·pₖ·([j = k] − pⱼ)                          (5)
 *   hₖ          = max(0, ∂²ℓ/∂fₖ²)                                       (6)
 * </pre>
 *
 * <p>q is not computed as 1 − p_y, and L/q → 1 as q → 0, so that rows beyond doubt keep their digits. γ = 0 is the softmax
 * loss; for γ &gt; 0 the loss is not convex.
 *
 * <p>The softmax of the best score is not the distribution of the classes: the loss pulls it towards even odds.
 * {@link #mean} undoes that. The best p for classes with probabilities η has ηₖ·∂/∂pₖ(1 − pₖ)^γ·log pₖ the same for all k,
 * therefore
 *
 * <pre>
 *   ηₖ ∝ pₖ / φₖ,  φₖ = (2) of class k                                   (7)
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár (2017): Focal Loss for Dense Object Detection. ICCV.</li>
 * <li>N. Charoenphakdee, J. Vongkulbhisal, N. Chairatanakul, M. Sugiyama (2021): On Focal Loss for Class-Posterior
 *     Probability Estimation. CVPR, for (7).</li></ol>
 *
 * @since 0.1.0
 */
public class MulticlassFocalLoss implements VectorLoss {

    private final int classes;
    private final double focus;

    /**
     * A focal loss.
     *
     * @param classes number of classes K ≥ 2
     * @param focus γ, finite and ≥ 0; 2 in the paper
     */
    public MulticlassFocalLoss(int classes, double focus) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
        if (!(focus >= 0 && focus < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("focus must be finite and >= 0, but was " + focus);
        }
        this.classes = classes;
        this.focus = focus;
    }

    /**
     * Returns how strongly easy rows are turned down.
     *
     * @return γ
     */
    public final double focus() {
        return focus;
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
        Softmax softmax = new Softmax(f);
        int target = (int) y[0];
        return Math.pow(softmax.rest(target), focus) * softmax.minusLog(target); // (1)
    }

    /** L/q of a class. */
    private static double ratio(Softmax softmax, int k) {
        double q = softmax.rest(k);
        return q == 0 ? 1 : softmax.minusLog(k) / q;
    }

    /** φ of a class. */
    private double phi(Softmax softmax, int k) {
        return Math.pow(softmax.rest(k), focus) * (1 + focus * softmax.p(k) * ratio(softmax, k)); // (2)
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        Softmax softmax = new Softmax(f);
        int target = (int) y[0];
        double phi = phi(softmax, target);
        for (int k = 0; k < classes; k++) {
            out[k] = phi * (k == target ? -softmax.rest(k) : softmax.p(k)); // (3)
        }
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        Softmax softmax = new Softmax(f);
        int target = (int) y[0];
        double phi = phi(softmax, target);
        double c = bend(softmax, target);
        for (int k = 0; k < classes; k++) {
            double u = direction(softmax, target, k);
            out[k] = Math.max(0, c * u * u + phi * softmax.p(k) * softmax.rest(k)); // (6)
        }
    }

    /** C. */
    private double bend(Softmax softmax, int target) {
        double p = softmax.p(target);
        double q = softmax.rest(target);
        double inner = (focus - 1) * p * ratio(softmax, target) - softmax.minusLog(target) + 2;
        return focus * p * Math.pow(q, focus + 1) * inner; // (4)
    }

    /** uₖ; 0 for the others where q is 0, where C is too. */
    private static double direction(Softmax softmax, int target, int k) {
        double q = softmax.rest(target);
        return k == target ? 1 : q == 0 ? 0 : -softmax.p(k) / q;
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        Softmax softmax = new Softmax(f);
        int target = (int) y[0];
        double phi = phi(softmax, target);
        double c = bend(softmax, target);
        for (int j = 0; j < classes; j++) {
            for (int k = 0; k < classes; k++) {
                double uu = direction(softmax, target, j) * direction(softmax, target, k);
                out[j][k] = c * uu + phi * softmax.slope(j, k); // (5)
            }
        }
    }

    /**
     * Computes the probabilities η of the classes that make f the best scores.
     *
     * @param f raw scores, length K; not changed
     * @param out receives η, which sums to 1
     */
    @Override
    public void mean(double[] f, double[] out) {
        Softmax softmax = new Softmax(f);
        double phi = phi(softmax, softmax.top()); // the only one that can be 0
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            out[k] = softmax.p(k) * (k == softmax.top() ? 1 : phi / phi(softmax, k)); // (7)
            sum += out[k];
        }
        for (int k = 0; k < classes; k++) {
            out[k] /= sum;
        }
    }

    @Override
    public boolean convex() {
        return focus == 0;
    }

    @Override
    public String formula() {
        return getClass() == MulticlassFocalLoss.class ? "−(1 − p_y)^γ·log p_y,  p = softmax(f)" : "";
    }

    @Override
    public String source() {
        return getClass() == MulticlassFocalLoss.class
                ? "T.-Y. Lin et al. (2017): Focal Loss for Dense Object Detection"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("classes", classes).with("focus", focus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MulticlassFocalLoss that
                && that.getClass() == getClass()
                && that.classes == classes
                && Double.compare(that.focus, focus) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * getClass().hashCode() + classes) + Double.hashCode(focus);
    }

    @Override
    public String toString() {
        return name() + "[classes=" + classes + ", focus=" + focus + "]";
    }
}
