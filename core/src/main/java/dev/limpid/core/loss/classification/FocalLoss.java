package dev.limpid.core.loss.classification;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.Scores;

/**
 * The log loss with the weight of rows that are right turned down: what is easy for the model counts little, however often
 * it occurs.
 *
 * <pre>
 *   p = σ(m),  q = 1 − p,  L = −log p;  α₁ = α, α₀ = 1 − α, both 1 without balance
 *   ℓ(y, f) = α_y·φ(m)
 *   φ(m)  = q^γ·L                                       (1)
 *   φ′(m) = −q^γ·(γ·p·L + q)                            (2)
 *   φ″(m) = q^γ·p·(γ·L·(γ·p − q) + (2γ + 1)·q)          (3)   negative for rows that are very wrong, if γ &gt; 0
 *   P     = 1/(1 + α·φ′(f) / ((1 − α)·φ′(−f)))          (4)   the probability that a score stands for
 * </pre>
 *
 * <p>σ(f) itself is no probability here: turning down easy rows draws it towards ½. (4) undoes that, and the balance.
 *
 * <p>The curvature is (3) where that is positive and 0 elsewhere. A majoriser would do worse: it has to be larger than
 * 1/(2m) for an easy row, where (3) is nearly 0, and easy rows are many.
 *
 * <p><b>References</b>
 * <ol><li>T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár (2017): Focal Loss for Dense Object Detection. ICCV.</li>
 * <li>N. Charoenphakdee, J. Vongkulbhisal, N. Chairatanakul, M. Sugiyama (2021): On Focal Loss for Class-Posterior
 *     Probability Estimation: a Theoretical Perspective. CVPR, for (4).</li></ol>
 *
 * @since 0.1.0
 */
public class FocalLoss implements MarginLoss {

    private final double gamma;
    private final double alpha;

    /**
     * A focal loss without balance: γ = 0 is the log loss.
     *
     * @param gamma focusing parameter γ; finite and ≥ 0, 2 in the paper
     */
    public FocalLoss(double gamma) {
        this.gamma = Settings.notNegative("gamma", gamma);
        this.alpha = Double.NaN;
    }

    /**
     * A focal loss with balance.
     *
     * @param gamma focusing parameter γ; finite and ≥ 0, 2 in the paper
     * @param alpha weight α of class 1, that of class 0 being 1 − α; in (0, 1), 0.25 in the paper
     */
    public FocalLoss(double gamma, double alpha) {
        this.gamma = Settings.notNegative("gamma", gamma);
        this.alpha = Settings.between0And1("alpha", alpha);
    }

    /**
     * Returns the focusing parameter.
     *
     * @return γ
     */
    public final double gamma() {
        return gamma;
    }

    /**
     * Returns the weight of class 1.
     *
     * @return α; NaN without balance
     */
    public final double alpha() {
        return alpha;
    }

    private double weight(double y) {
        return Double.isNaN(alpha) ? 1 : y * alpha + (1 - y) * (1 - alpha);
    }

    @Override
    public Jet formula(double y, Jet f) {
        return MarginLoss.super.formula(y, f).times(weight(y));
    }

    @Override
    public Jet phi(Jet m) {
        double e = Math.exp(-Math.abs(m.value()));
        double p = (m.value() >= 0 ? 1 : e) / (1 + e);
        double q = (m.value() >= 0 ? e : 1) / (1 + e);
        double l = Math.max(-m.value(), 0) + Scores.log1p(e);
        double power = Math.pow(q, gamma);
        return m.chain(
                power * l, // (1)
                -power * (gamma * p * l + q), // (2)
                power * p * (gamma * l * (gamma * p - q) + (2 * gamma + 1) * q)); // (3)
    }

    /**
     * Returns (4).
     *
     * @param f raw score
     * @return the probability of class 1, in [0, 1]
     */
    @Override
    public double mean(double f) {
        double right = weight(1) * phi(Jet.variable(f)).first();
        double wrong = weight(0) * phi(Jet.variable(-f)).first();
        return 1 / (1 + right / wrong); // (4)
    }

    @Override
    public Jet at(double y, double f) {
        return getClass() == FocalLoss.class
                ? MarginLoss.super.at(y, f)
                : new Jet(value(y, f), gradient(y, f), curvature(y, f)); // a subclass may have changed the value
    }

    @Override
    public boolean convex() {
        return gamma == 0;
    }

    @Override
    public String formula() {
        String balance = Double.isNaN(alpha) ? "" : "α_y·";
        return getClass() == FocalLoss.class ? "−" + balance + "(1 − p)^γ·log p,  p = σ((2y − 1)·f)" : "";
    }

    @Override
    public String source() {
        return getClass() == FocalLoss.class
                ? "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár (2017): Focal Loss for Dense Object Detection"
                : "";
    }

    @Override
    public Recipe recipe() {
        Recipe recipe = Recipe.of(this).with("gamma", gamma);
        return Double.isNaN(alpha) ? recipe : recipe.with("alpha", alpha);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FocalLoss that
                && that.getClass() == getClass()
                && Double.compare(that.gamma, gamma) == 0
                && Double.compare(that.alpha, alpha) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * getClass().hashCode() + Double.hashCode(gamma)) + Double.hashCode(alpha);
    }

    @Override
    public String toString() {
        return name() + "[gamma=" + gamma + (Double.isNaN(alpha) ? "" : ", alpha=" + alpha) + "]";
    }
}
