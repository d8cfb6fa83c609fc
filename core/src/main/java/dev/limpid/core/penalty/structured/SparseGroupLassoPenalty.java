package dev.limpid.core.penalty.structured;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import java.util.Objects;

/**
 * A mixture of lasso and group lasso: few groups, and few coordinates in those.
 *
 * <pre>
 *   Ω(x) = λ·(ρ·‖x‖₁ + (1 − ρ)·Σ_G v_G·‖x_G‖)                       (1)
 *   prox(z): y ← prox of λ·ρ·‖·‖₁ at z                               (2)  coordinate by coordinate
 *            x ← prox of λ·(1 − ρ)·Σ_G v_G·‖·_G‖ at y                (3)  group by group
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>N. Simon, J. Friedman, T. Hastie, R. Tibshirani (2013): A Sparse-Group Lasso. Journal of Computational and Graphical
 *     Statistics 22.</ol>
 *
 * @param strength λ; finite, ≥ 0
 * @param ratio ρ, the share of the lasso; in [0, 1]
 * @param groups which numbers belong together
 * @since 0.1.0
 */
public record SparseGroupLassoPenalty(double strength, double ratio, Groups groups) implements Penalty {

    /**
     * Checks strength and ratio.
     *
     * @throws IllegalArgumentException if the strength isn't finite and ≥ 0, or the ratio not in [0, 1]
     */
    public SparseGroupLassoPenalty {
        Settings.checkStrength(strength);
        Settings.checkRatio(ratio);
        Objects.requireNonNull(groups, "groups");
    }

    /**
     * Returns the penalty λ·(ρ·‖x‖₁ + (1 − ρ)·Σ_G v_G·‖x_G‖).
     *
     * @param strength λ; finite, ≥ 0
     * @param ratio ρ, the share of the lasso; in [0, 1]
     * @param groups which numbers belong together
     * @return the penalty
     */
    public static SparseGroupLassoPenalty of(double strength, double ratio, Groups groups) {
        return new SparseGroupLassoPenalty(strength, ratio, groups);
    }

    /**
     * Returns the lasso's part.
     *
     * @return λ·ρ·‖x‖₁
     */
    public L1Penalty lasso() {
        return new L1Penalty(strength * ratio);
    }

    /**
     * Returns the group lasso's part.
     *
     * @return λ·(1 − ρ)·Σ_G v_G·‖x_G‖
     */
    public GroupLassoPenalty groupLasso() {
        return new GroupLassoPenalty(strength * (1 - ratio), groups);
    }

    @Override
    public double value(double[] t, Block b) {
        return lasso().value(t, b) + groupLasso().value(t, b); // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        check(b);
        lasso().prox(z, b, step); // (2)
        groupLasso().prox(z, b, step); // (3)
    }

    @Override
    public void check(Block b) {
        groups.check(b);
    }

    @Override
    public String formula() {
        return "λ·(ρ·‖x‖₁ + (1 − ρ)·Σ_G v_G·‖x_G‖)";
    }

    @Override
    public String formula(String x) {
        return strength + "·(" + ratio + "·‖" + x + "‖₁ + (1 − " + ratio + ")·Σ_G v_G·‖" + x + "_G‖)";
    }

    @Override
    public String source() {
        return "N. Simon, J. Friedman, T. Hastie, R. Tibshirani (2013): A Sparse-Group Lasso";
    }
}
