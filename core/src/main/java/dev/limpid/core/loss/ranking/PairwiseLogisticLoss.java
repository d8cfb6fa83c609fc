package dev.limpid.core.loss.ranking;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;

/**
 * RankNet: the logistic loss of the score differences of all pairs of rows in which one is to stand above the other.
 *
 * <pre>
 *   pairs        P = { (i, j) : yᵢ &gt; yⱼ },  u = fᵢ − fⱼ,  v = wᵢ·wⱼ
 *   mass         M = Σ_P v                                            (1)
 *   L            = Σ_P v·log(1 + e⁻ᵘ)                                 (2)
 *   ∂L/∂fᵢ      += −v·σ(−u),  ∂L/∂fⱼ += v·σ(−u)     for each pair      (3)
 *   hᵢ, hⱼ      += 2·v·c(u),  c(u) = tanh(u/2) / (2u)                 (4)
 *   (∂²L·d)ᵢ    += v·σ(u)·σ(−u)·(dᵢ − dⱼ),  (∂²L·d)ⱼ −= the same      (5)
 * </pre>
 *
 * <p>(4) is a majoriser. c(u) is the sharpest curvature of a parabola above log(1 + e⁻ᵘ) that touches it at u (Jaakkola
 * and Jordan), c(0) = ¼; and ½c·(dᵢ − dⱼ)² ≤ c·dᵢ² + c·dⱼ² parts it between the two rows.
 *
 * <p>The loss depends on differences alone: there is no intercept, and the score's zero means nothing. Weight 2 is the row
 * twice, as rows with equal targets form no pair. O(m²) for a unit of m rows.
 *
 * <p><b>References</b>
 * <ol><li>C. Burges, T. Shaked, E. Renshaw, A. Lazier, M. Deeds, N. Hamilton, G. Hullender (2005): Learning to Rank Using
 *     Gradient Descent. ICML.</li>
 * <li>T. S. Jaakkola, M. I. Jordan (2000): Bayesian Parameter Estimation via Variational Methods. Statistics and Computing
 *     10, for (4).</li></ol>
 *
 * @since 0.1.0
 */
public class PairwiseLogisticLoss implements UnitLoss {

    /** The loss, which has no settings. */
    public PairwiseLogisticLoss() {}

    @Override
    public double mass(Unit unit) {
        double[] y = unit.y()[0];
        double[] w = unit.w();
        double mass = 0;
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                mass += y[i] > y[j] ? w[i] * w[j] : 0; // (1)
            }
        }
        return mass;
    }

    @Override
    public double value(Unit unit) {
        double[] y = unit.y()[0];
        double[] w = unit.w();
        double[] f = unit.f();
        double loss = 0;
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                if (y[i] > y[j]) {
                    loss += w[i] * w[j] * Scores.softplus(f[j] - f[i]); // (2)
                }
            }
        }
        return loss;
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        double[] y = unit.y()[0];
        double[] w = unit.w();
        double[] f = unit.f();
        Arrays.fill(out, 0, unit.size(), 0.0);
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                if (y[i] > y[j]) {
                    double pull = w[i] * w[j] * Scores.sigmoid(f[j] - f[i]);
                    out[i] -= pull; // (3)
                    out[j] += pull;
                }
            }
        }
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        double[] y = unit.y()[0];
        double[] w = unit.w();
        double[] f = unit.f();
        Arrays.fill(out, 0, unit.size(), 0.0);
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                if (y[i] > y[j]) {
                    double h = 2 * w[i] * w[j] * sharpest(f[i] - f[j]);
                    out[i] += h; // (4)
                    out[j] += h;
                }
            }
        }
    }

    @Override
    public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
        double[] y = unit.y()[0];
        double[] w = unit.w();
        double[] f = unit.f();
        Arrays.fill(out, 0, unit.size(), 0.0);
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                if (y[i] > y[j]) {
                    double u = f[i] - f[j];
                    double part = w[i] * w[j] * Scores.sigmoid(u) * Scores.sigmoid(-u) * (d[i] - d[j]);
                    out[i] += part; // (5)
                    out[j] -= part;
                }
            }
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    private static double sharpest(double u) {
        return u == 0 ? 0.25 : Math.tanh(0.5 * u) / (2 * u);
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public boolean shiftInvariant() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == PairwiseLogisticLoss.class ? "Σ wᵢwⱼ·log(1 + exp(fⱼ − fᵢ)) over pairs with yᵢ > yⱼ" : "";
    }

    @Override
    public String source() {
        return getClass() == PairwiseLogisticLoss.class
                ? "C. Burges et al. (2005): Learning to Rank Using Gradient Descent"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairwiseLogisticLoss that && that.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
