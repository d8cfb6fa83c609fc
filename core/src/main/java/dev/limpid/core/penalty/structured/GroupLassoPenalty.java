package dev.limpid.core.penalty.structured;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import java.util.Objects;

/**
 * The lasso for groups: the coordinates of a group are 0 together or not at all.
 *
 * <pre>
 *   Ω(x) = λ·Σ_G v_G·‖x_G‖                                (1)  v_G = √m for a group of m numbers unless given
 *   prox(z)_G = max(1 − λ·v_G·s/‖z_G‖, 0)·z_G             (2)  s the step; group by group, 0 where z_G = 0
 * </pre>
 *
 * <p>With groups of one number it is the lasso; with {@link Groups#eachRow} and several scores the multi-task lasso.
 *
 * <p><b>References</b>
 * <ol><li>M. Yuan, Y. Lin (2006): Model Selection and Estimation in Regression with Grouped Variables. Journal of the Royal
 *     Statistical Society B 68(1).</ol>
 *
 * @param strength λ; finite, ≥ 0
 * @param groups which numbers belong together
 * @since 0.1.0
 */
public record GroupLassoPenalty(double strength, Groups groups) implements Penalty {

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if it isn't finite and ≥ 0
     */
    public GroupLassoPenalty {
        Settings.checkStrength(strength);
        Objects.requireNonNull(groups, "groups");
    }

    /**
     * Returns the penalty λ·Σ_G v_G·‖x_G‖.
     *
     * @param strength λ; finite, ≥ 0
     * @param groups which numbers belong together
     * @return the penalty
     */
    public static GroupLassoPenalty of(double strength, Groups groups) {
        return new GroupLassoPenalty(strength, groups);
    }

    @Override
    public double value(double[] t, Block b) {
        check(b);
        double sum = 0;
        for (int group = 0; group < groups.count(b); group++) {
            sum += groups.weight(b, group) * norm(t, b, group);
        }
        return strength * sum; // (1)
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        check(b);
        for (int group = 0; group < groups.count(b); group++) {
            double norm = norm(z, b, group);
            double threshold = strength * groups.weight(b, group) * step;
            double keep = norm <= threshold ? 0 : 1 - threshold / norm; // (2)
            for (int k = 0; k < groups.size(b, group); k++) {
                z[groups.position(b, group, k)] *= keep;
            }
        }
    }

    private double norm(double[] t, Block b, int group) {
        double square = 0;
        for (int k = 0; k < groups.size(b, group); k++) {
            double x = t[groups.position(b, group, k)];
            square += x * x;
        }
        return Math.sqrt(square);
    }

    @Override
    public void check(Block b) {
        groups.check(b);
    }

    @Override
    public String formula() {
        return "λ·Σ_G v_G·‖x_G‖";
    }

    @Override
    public String formula(String x) {
        return strength + "·Σ_G v_G·‖" + x + "_G‖";
    }

    @Override
    public String source() {
        return "M. Yuan, Y. Lin (2006): Model Selection and Estimation in Regression with Grouped Variables";
    }
}
