package dev.limpid.core.loss.ranking;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;

/**
 * LambdaRank: RankNet whose pairs count as much as a swap of the two would change the NDCG of the unit.
 *
 * <pre>
 *   gain of a row         Gᵢ = 2^yᵢ − 1
 *   discount of rank r    1/log₂(1 + r) for r ≤ the truncation, 0 beyond;  dᵢ of the rank of row i by its score
 *   IDCG                  = Σᵢ wᵢ·Gᵢ·dᵢ of the rows in the order of their targets
 *   Δᵢⱼ                   = |Gᵢ − Gⱼ|·|dᵢ − dⱼ| / IDCG                                 (1)
 *   pairs                 P = { (i, j) : yᵢ &gt; yⱼ },  u = fᵢ − fⱼ,  v = wᵢ·wⱼ·Δᵢⱼ
 *   mass                  M = Σ_P wᵢ·wⱼ                                               (2)
 *   L                     = Σ_P v·log(1 + e⁻ᵘ)                                        (3)
 *   ∂L/∂fᵢ += −v·σ(−u),  ∂L/∂fⱼ += v·σ(−u)                     for each pair           (4)
 *   hᵢ, hⱼ += v·σ(u)·σ(−u)                                     for each pair           (5)
 * </pre>
 *
 * <p><b>What the value is.</b> The paper gives the gradient (4) only and no function that it is the gradient of. Here that
 * function is (3): between two changes of the order Δ is constant, and (4) and (5) are its exact derivatives. Where rows
 * change places Δ changes, and <em>the value jumps</em>. Therefore {@code smooth()} is false, and optimizers that compare
 * values along a line refuse the loss; train it with steps that don't (Adam, boosting), and watch NDCG, not the value.
 *
 * <p>Rows with the same score stand in the worst order, the lowest target first, so that scores that are all 0 have a
 * gradient; rows with the same score and target share their ranks. A row of weight w takes up w ranks, so that weight 2 is
 * the row twice. O(m²) for a unit of m rows, and O(Σw) for its ranks.
 *
 * <p><b>References</b>
 * <ol><li>C. J. C. Burges, R. Ragno, Q. V. Le (2006): Learning to Rank with Nonsmooth Cost Functions. NIPS.</li>
 * <li>C. J. C. Burges (2010): From RankNet to LambdaRank to LambdaMART: An Overview. Microsoft Research MSR-TR-2010-82,
 *     section 4, for (1) and (4).</li>
 * <li>X. Wang, C. Li, N. Golbandi, M. Bendersky, M. Najork (2018): The LambdaLoss Framework for Ranking Metric Optimization.
 *     CIKM, for (3).</li></ol>
 *
 * @since 0.1.0
 */
public class LambdaRankLoss implements UnitLoss {

    /** The largest grade, whose gain is 2³¹ − 1. */
    private static final double TOP_GRADE = 31;

    private final int truncation;

    /** A loss of the NDCG of all ranks. */
    public LambdaRankLoss() {
        this(Integer.MAX_VALUE);
    }

    /**
     * A loss of NDCG@k.
     *
     * @param truncation number of ranks k ≥ 1 that count
     */
    public LambdaRankLoss(int truncation) {
        if (truncation < 1) {
            throw new IllegalArgumentException("truncation must be at least 1, but was " + truncation);
        }
        this.truncation = truncation;
    }

    /**
     * Returns how many ranks count.
     *
     * @return k; {@code Integer.MAX_VALUE} for all
     */
    public final int truncation() {
        return truncation;
    }

    /** Receives the pairs. */
    @FunctionalInterface
    private interface Visitor {
        void pair(int i, int j, double v);
    }

    private void pairs(Unit unit, Visitor visitor) {
        double[] y = unit.y()[0];
        double[] w = unit.w();
        Ranking ranking = new Ranking(unit, truncation, name());
        double[] d = ranking.discount;
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                if (y[i] > y[j]) {
                    double gain = Ranking.gain(y[i]) - Ranking.gain(y[j]);
                    double delta = gain * Math.abs(d[i] - d[j]) / ranking.ideal; // (1)
                    visitor.pair(i, j, w[i] * w[j] * delta);
                }
            }
        }
    }

    @Override
    public double mass(Unit unit) {
        double[] y = unit.y()[0];
        double mass = 0;
        for (int i = 0; i < unit.size(); i++) {
            for (int j = 0; j < unit.size(); j++) {
                mass += y[i] > y[j] ? unit.w()[i] * unit.w()[j] : 0; // (2)
            }
        }
        return mass;
    }

    @Override
    public double value(Unit unit) {
        double[] f = unit.f();
        double[] loss = new double[1];
        pairs(unit, (i, j, v) -> loss[0] += v * Scores.softplus(f[j] - f[i])); // (3)
        return loss[0];
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        double[] f = unit.f();
        Arrays.fill(out, 0, unit.size(), 0.0);
        pairs(unit, (i, j, v) -> {
            double pull = v * Scores.sigmoid(f[j] - f[i]);
            out[i] -= pull; // (4)
            out[j] += pull;
        });
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        double[] f = unit.f();
        Arrays.fill(out, 0, unit.size(), 0.0);
        pairs(unit, (i, j, v) -> {
            double h = v * Scores.sigmoid(f[i] - f[j]) * Scores.sigmoid(f[j] - f[i]);
            out[i] += h; // (5)
            out[j] += h;
        });
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Domain domain() {
        return new Domain(0, false, TOP_GRADE, false);
    }

    /** {@inheritDoc} False: the value jumps where rows change places. */
    @Override
    public boolean smooth() {
        return false;
    }

    @Override
    public boolean shiftInvariant() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == LambdaRankLoss.class
                ? "Σ |ΔNDCGᵢⱼ|·wᵢwⱼ·log(1 + exp(fⱼ − fᵢ)) over pairs with yᵢ > yⱼ"
                : "";
    }

    @Override
    public String source() {
        return getClass() == LambdaRankLoss.class
                ? "C. J. C. Burges, R. Ragno, Q. V. Le (2006): Learning to Rank with Nonsmooth Cost Functions"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("truncation", truncation == Integer.MAX_VALUE ? "none" : truncation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LambdaRankLoss that && that.getClass() == getClass() && that.truncation == truncation;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + truncation;
    }

    @Override
    public String toString() {
        return name() + "[truncation=" + (truncation == Integer.MAX_VALUE ? "none" : truncation) + "]";
    }
}
