package dev.limpid.core.loss.multiclass;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.special.Softmax;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.VectorLoss;

/**
 * The log loss of K classes whose targets are K probabilities, a column for each class: soft labels, votes, a teacher's
 * predictions; with label smoothing, if asked for.
 *
 * <pre>
 *   qₖ = (1 − ε)·yₖ + ε/K·Σⱼ yⱼ                        (1)   smoothed labels; Σⱼ yⱼ = 1
 *   ℓ(y, f)     = −Σₖ qₖ·log pₖ,  p = softmax(f)        (2)
 *   ∂ℓ/∂fₖ      = pₖ·Σ over j ≠ k of qⱼ − qₖ·(1 − pₖ)   (3)   = pₖ − qₖ
 *   ∂²ℓ/∂fⱼ∂fₖ  = [j = k]·pₖ − pⱼ·pₖ                    (4)
 *   hₖ          = pₖ·(1 − pₖ)                           (5)
 * </pre>
 *
 * <p>For labels of a single class each, {@link dev.limpid.core.loss.classification.SoftmaxLoss} reads one column of class
 * codes instead. (5) is the diagonal of (4): see there for what it leaves out. With ε &gt; 0 the best score predicts the
 * smoothed labels: no probability is below ε/K.
 *
 * <p><b>References</b>
 * <ol><li>C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna (2016): Rethinking the Inception Architecture for Computer
 *     Vision. CVPR, section 7, for (1).</li></ol>
 *
 * @since 0.1.0
 */
public class CrossEntropyLoss implements VectorLoss {

    private static final double SUM_TOLERANCE = 1e-6;

    private final int classes;
    private final double smoothing;

    /**
     * A cross-entropy without label smoothing.
     *
     * @param classes number of classes K ≥ 2
     */
    public CrossEntropyLoss(int classes) {
        this(classes, 0);
    }

    /**
     * A cross-entropy.
     *
     * @param classes number of classes K ≥ 2
     * @param smoothing ε in [0, 1), the share of the label that is spread evenly over all classes
     */
    public CrossEntropyLoss(int classes, double smoothing) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing must be in [0, 1), but was " + smoothing);
        }
        this.classes = classes;
        this.smoothing = smoothing;
    }

    /**
     * Returns the share of the label that is spread evenly.
     *
     * @return ε
     */
    public final double smoothing() {
        return smoothing;
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
    public final int targets() {
        return classes;
    }

    /** qₖ. */
    private double label(double[] y, int k, double sum) {
        return (1 - smoothing) * y[k] + smoothing / classes * sum; // (1)
    }

    private static double sum(double[] y) {
        double sum = 0;
        for (double yk : y) {
            sum += yk;
        }
        return sum;
    }

    @Override
    public double value(double[] y, double[] f) {
        Softmax softmax = new Softmax(f);
        double sum = sum(y);
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            loss += label(y, k, sum) * softmax.minusLog(k); // (2)
        }
        return loss;
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        Softmax softmax = new Softmax(f);
        double sum = sum(y);
        for (int k = 0; k < classes; k++) {
            double q = label(y, k, sum);
            out[k] = softmax.p(k) * (sum - q) - q * softmax.rest(k); // (3)
        }
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        Softmax softmax = new Softmax(f);
        double sum = sum(y);
        for (int k = 0; k < classes; k++) {
            out[k] = sum * softmax.p(k) * softmax.rest(k); // (5)
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        Softmax softmax = new Softmax(f);
        double sum = sum(y);
        for (int j = 0; j < classes; j++) {
            for (int k = 0; k < classes; k++) {
                out[j][k] = sum * softmax.slope(j, k); // (4)
            }
        }
    }

    /**
     * {@inheritDoc} In closed form, log(mean of qₖ) − fₖ, if all rows have the same scores. Of all best shifts, which differ
     * by a number added to every score, it is the one that makes the scores log probabilities.
     */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() != CrossEntropyLoss.class) { // a subclass may have changed the value
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        double[] share = new double[classes];
        double[] y = new double[classes];
        double total = 0;
        for (int i = 0; i < sample.size(); i++) {
            for (int k = 0; k < classes; k++) {
                y[k] = sample.targets().get(k).at(i);
            }
            double sum = sum(y);
            total += sample.w(i) * sum;
            for (int k = 0; k < classes; k++) {
                share[k] += sample.w(i) * label(y, k, sum);
            }
        }
        for (int k = 0; k < classes; k++) {
            requireShare(k, share[k]);
        }
        if (!sample.sameScores()) {
            VectorLoss.super.bestShift(sample, out);
            return;
        }
        for (int k = 0; k < classes; k++) {
            out[k] = Math.log(share[k] / total) - sample.scores().get(k).at(0);
        }
    }

    private void requireShare(int k, double share) {
        if (!(share > 0)) {
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: class " + k
                    + " has probability 0 in all rows; leave the class out, or use label smoothing");
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
    public Domain domain() {
        return Domain.probability();
    }

    /**
     * {@inheritDoc} The probabilities of a row have to sum to 1, within 10⁻⁶.
     */
    @Override
    public void check(double[] y) {
        VectorLoss.super.check(y);
        double sum = sum(y);
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("targets must sum to 1 for " + name() + ", but the " + y.length
                    + " probabilities of a row sum to " + sum + "; divide them by their sum");
        }
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == CrossEntropyLoss.class
                ? "−Σₖ qₖ·log softmax(f)ₖ,  q = " + (smoothing == 0 ? "y" : "(1 − ε)·y + ε/K")
                : "";
    }

    @Override
    public String source() {
        return getClass() == CrossEntropyLoss.class && smoothing > 0
                ? "C. Szegedy et al. (2016): Rethinking the Inception Architecture for Computer Vision"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("classes", classes).with("smoothing", smoothing);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossEntropyLoss that
                && that.getClass() == getClass()
                && that.classes == classes
                && Double.compare(that.smoothing, smoothing) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * getClass().hashCode() + classes) + Double.hashCode(smoothing);
    }

    @Override
    public String toString() {
        return name() + "[classes=" + classes + ", smoothing=" + smoothing + "]";
    }
}
