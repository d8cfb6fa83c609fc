package dev.limpid.core.loss.distribution;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.special.GammaFunctions;
import dev.limpid.core.internal.special.Softmax;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.VectorLoss;

/**
 * The negative log likelihood of shares: K numbers &gt; 0 that sum to 1, such as parts of a budget or of a mixture, under a
 * Dirichlet distribution with concentrations αₖ = exp(fₖ).
 *
 * <pre>
 *   A = Σₖ αₖ,  pₖ = αₖ/A
 *   ℓ(y, f)     = Σₖ log Γ(αₖ) − log Γ(A) − Σₖ (αₖ − 1)·log yₖ
 *               = Σₖ [log Γ(1 + αₖ) − fₖ] − [log Γ(1 + A) − log A] − Σₖ (αₖ − 1)·log yₖ      (1)
 *   ∂ℓ/∂fₖ      = αₖ·(ψ(1 + αₖ) − ψ(1 + A) − log yₖ) − (1 − pₖ)                              (2)
 *   Iⱼₖ         = [j = k]·αₖ²·ψ′(αₖ) − αⱼ·αₖ·ψ′(A)                                            (3)
 *   ∂²ℓ/∂fⱼ∂fₖ  = Iⱼₖ + [j = k]·∂ℓ/∂fₖ                                                        (4)
 *   hₖ          = Iₖₖ                                                                         (5)
 * </pre>
 *
 * <p>The forms with 1 + α, by Γ(1 + α) = α·Γ(α) and ψ(1 + α) = ψ(α) + 1/α, stay finite as α → 0; the differences of Γ and ψ
 * at αₖ and A are computed as such, so that they keep their digits where one share is nearly all. (3) is the Fisher
 * information, as E ∂ℓ/∂f = 0; it is positive where the diagonal of (4) needn't be ({@code FISHER}). The scale of the
 * scores means something: A grows as the shares scatter less.
 *
 * <p><b>References</b>
 * <ol><li>T. P. Minka (2000): Estimating a Dirichlet Distribution. Technical report, MIT.</li>
 * <li>R. H. Hijazi, R. W. Jernigan (2009): Modelling Compositional Data Using Dirichlet Regression Models. Journal of Applied
 *     Probability and Statistics 4(1).</li></ol>
 *
 * @since 0.1.0
 */
public class DirichletLoss implements VectorLoss {

    private static final double SUM_TOLERANCE = 1e-6;
    /** Log shares that agree this well leave no scatter to estimate A from. */
    private static final double SAME = 1e-7;

    private final int parts;

    /**
     * A Dirichlet loss.
     *
     * @param parts number of shares K ≥ 2
     */
    public DirichletLoss(int parts) {
        if (parts < 2) {
            throw new IllegalArgumentException("parts must be at least 2, but was " + parts);
        }
        this.parts = parts;
    }

    @Override
    public final int scores() {
        return parts;
    }

    @Override
    public final int targets() {
        return parts;
    }

    @Override
    public double value(double[] y, double[] f) {
        Softmax p = new Softmax(f);
        int top = p.top();
        double a = Math.exp(f[top]);
        if (Double.isInfinite(a / p.p(top))) {
            return Double.POSITIVE_INFINITY;
        }
        double rise = GammaFunctions.logGammaRise(1 + a, others(f, p, top)); // log Γ(1 + A) − log Γ(1 + α)
        double loss = p.minusLog(top) - rise - (a - 1) * Math.log(y[top]);
        for (int k = 0; k < parts; k++) {
            if (k != top) {
                double ak = Math.exp(f[k]);
                loss += GammaFunctions.logGamma(1 + ak) - f[k] - (ak - 1) * Math.log(y[k]); // (1)
            }
        }
        return loss;
    }

    /** αₖ, at most the largest double. */
    private static double alpha(double[] f, int k) {
        return Math.min(Double.MAX_VALUE, Math.exp(f[k]));
    }

    /** A − αₖ, at most the largest double. */
    private static double others(double[] f, Softmax p, int k) {
        double sum = Math.min(Double.MAX_VALUE, Math.exp(f[p.top()]) / p.p(p.top())); // A
        return sum * p.rest(k);
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        Softmax p = new Softmax(f);
        for (int k = 0; k < parts; k++) {
            double a = Math.exp(f[k]);
            double slope = -GammaFunctions.digammaRise(1 + a, others(f, p, k)) - Math.log(y[k]);
            out[k] = (slope == 0 ? 0 : a * slope) - p.rest(k); // (2)
        }
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        Softmax p = new Softmax(f);
        double[] g = new double[parts];
        gradient(y, f, g);
        double common = GammaFunctions.trigamma(1 + Math.exp(f[p.top()]) / p.p(p.top()));
        for (int j = 0; j < parts; j++) {
            for (int k = 0; k < parts; k++) {
                double off = -alpha(f, j) * (alpha(f, k) * common) - p.p(j) * p.p(k); // ψ′(A) = ψ′(1 + A) + 1/A²
                out[j][k] = j == k ? information(f, p, k) + g[k] : off; // (4)
            }
        }
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        Softmax p = new Softmax(f);
        for (int k = 0; k < parts; k++) {
            out[k] = information(f, p, k); // (5)
        }
    }

    /** Iₖₖ = αₖ·[αₖ·ψ′(1 + αₖ) − αₖ·ψ′(1 + A)] + 1 − pₖ²,  by ψ′(α) = ψ′(1 + α) + 1/α². */
    private static double information(double[] f, Softmax p, int k) {
        double a = alpha(f, k);
        double own = a * GammaFunctions.trigamma(1 + a);
        double common = a * GammaFunctions.trigamma(1 + Math.min(Double.MAX_VALUE, a + others(f, p, k)));
        return Math.max(0, a * (own - common) + p.rest(k) * (1 + p.p(k))); // (3)
    }

    @Override
    public Curvature kind() {
        return Curvature.FISHER;
    }

    /**
     * {@inheritDoc} Refuses rows whose shares are the same but for the scores they come with: they show no scatter, and A
     * would go to infinity.
     */
    @Override
    public void bestShift(Sample sample, double[] out) {
        if (getClass() == DirichletLoss.class && !scatters(sample)) { // a subclass may have changed the value
            throw new IllegalArgumentException("bestShift of " + name()
                    + " must have a finite minimiser, but the loss falls without end: the shares of all rows are the same,"
                    + " so that their concentration goes to infinity; give rows that differ");
        }
        VectorLoss.super.bestShift(sample, out);
    }

    private boolean scatters(Sample sample) {
        boolean scatters = false;
        for (int k = 1; k < parts; k++) {
            for (int i = 1; i < sample.size(); i++) {
                double here = logRatio(sample, k, i);
                double there = logRatio(sample, k, 0);
                scatters |= Math.abs(here - there) > SAME * Math.max(1, Math.abs(there));
            }
        }
        return scatters;
    }

    private static double logRatio(Sample sample, int k, int i) {
        double share =
                Math.log(sample.targets().get(k).at(i) / sample.targets().get(0).at(i));
        return share - (sample.scores().get(k).at(i) - sample.scores().get(0).at(i));
    }

    /**
     * Computes the expected shares p = softmax(f).
     *
     * @param f raw scores, length K; not changed
     * @param out receives the expected shares, which sum to 1
     */
    @Override
    public void mean(double[] f, double[] out) {
        Scores.softmax(f, out);
    }

    @Override
    public Domain domain() {
        return new Domain(0, true, 1, false);
    }

    /**
     * {@inheritDoc} The shares of a row have to be &gt; 0 and to sum to 1, within 10⁻⁶.
     */
    @Override
    public void check(double[] y) {
        VectorLoss.super.check(y);
        double sum = 0;
        for (double share : y) {
            sum += share;
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("targets must sum to 1 for " + name() + ", but the " + y.length
                    + " shares of a row sum to " + sum + "; divide them by their sum");
        }
    }

    @Override
    public String formula() {
        return getClass() == DirichletLoss.class
                ? "Σₖ log Γ(αₖ) − log Γ(Σₖ αₖ) − Σₖ (αₖ − 1)·log yₖ,  αₖ = exp(fₖ)"
                : "";
    }

    @Override
    public String source() {
        return getClass() == DirichletLoss.class ? "T. P. Minka (2000): Estimating a Dirichlet Distribution" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("parts", parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirichletLoss that && that.getClass() == getClass() && that.parts == parts;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + parts;
    }

    @Override
    public String toString() {
        return name() + "[parts=" + parts + "]";
    }
}
