package dev.limpid.core.loss.ranking;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;

/**
 * ListNet: the cross-entropy between two distributions over the rows of a unit, one made of the targets, one of the scores:
 * the chances of a row to be drawn first.
 *
 * <pre>
 *   W = Σᵢ wᵢ,   mass = W                                            (1)
 *   Pᵢ = wᵢ·exp(yᵢ) / Σⱼ wⱼ·exp(yⱼ)                                  (2)
 *   pᵢ = wᵢ·exp(fᵢ) / Σⱼ wⱼ·exp(fⱼ)                                  (3)
 *   L      = W·( log Σⱼ wⱼ·exp(fⱼ) − Σᵢ Pᵢ·fᵢ )                       (4)
 *   ∂L/∂fᵢ = W·(pᵢ − Pᵢ)                                             (5)
 *   hᵢ     = W·pᵢ·(1 − pᵢ)                                           (6)   the diagonal of the second derivatives
 *   (∂²L·d)ᵢ = W·pᵢ·(dᵢ − Σⱼ pⱼ·dⱼ)                                  (7)
 * </pre>
 *
 * <p>Targets are on the scale of scores: a target higher by log 2 is twice as likely to be first. A unit counts as its rows
 * do. In the paper every query counts the same: for that, give the m rows of a unit weights of 1/m, which changes nothing
 * inside the unit. Adding a number to all scores changes nothing. O(m).
 *
 * <p><b>References</b>
 * <ol><li>Z. Cao, T. Qin, T.-Y. Liu, M.-F. Tsai, H. Li (2007): Learning to Rank: From Pairwise Approach to Listwise Approach.
 *     ICML; the top-one probabilities of section 4.</li></ol>
 *
 * @since 0.1.0
 */
public class ListNetLoss implements UnitLoss {

    /** The loss, which has no settings. */
    public ListNetLoss() {}

    @Override
    public double mass(Unit unit) {
        double mass = 0;
        for (double w : unit.w()) {
            mass += w; // (1)
        }
        return mass;
    }

    @Override
    public double value(Unit unit) {
        Shares target = new Shares(unit.y()[0], unit.w());
        Shares score = new Shares(unit.f(), unit.w());
        double loss = score.log();
        for (int i = 0; i < unit.size(); i++) {
            loss += target.of(i) * (score.highest - unit.f()[i]); // (4)
        }
        return mass(unit) * loss;
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        Shares target = new Shares(unit.y()[0], unit.w());
        Shares score = new Shares(unit.f(), unit.w());
        double mass = mass(unit);
        for (int i = 0; i < unit.size(); i++) {
            out[i] = mass * (score.of(i) * target.others(i) - target.of(i) * score.others(i)); // (5)
        }
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        Shares score = new Shares(unit.f(), unit.w());
        double mass = mass(unit);
        for (int i = 0; i < unit.size(); i++) {
            out[i] = mass * score.of(i) * score.others(i); // (6)
        }
    }

    @Override
    public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
        Shares score = new Shares(unit.f(), unit.w());
        double mass = mass(unit);
        double mean = 0;
        for (int i = 0; i < unit.size(); i++) {
            mean += score.of(i) * d[i];
        }
        for (int i = 0; i < unit.size(); i++) {
            out[i] = mass * score.of(i) * (d[i] - mean); // (7)
        }
    }

    /** wᵢ·exp(xᵢ) as shares of their sum, in units of exp(highest). */
    private static final class Shares {

        private final double highest;
        private final double[] part;
        private final int top;
        private final double rest;

        Shares(double[] x, double[] w) {
            double max = Double.NEGATIVE_INFINITY;
            for (double xi : x) {
                max = Math.max(max, xi);
            }
            highest = max;
            part = new double[x.length];
            int t = 0;
            for (int i = 0; i < x.length; i++) {
                part[i] = w[i] * Math.exp(x[i] - max); // (2), (3)
                t = part[i] > part[t] ? i : t;
            }
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += i == t ? 0 : part[i];
            }
            top = t;
            rest = sum;
        }

        /** log Σⱼ wⱼ·exp(xⱼ) − highest. */
        double log() {
            return Math.log(part[top]) + Math.log1p(rest / part[top]);
        }

        double of(int i) {
            return part[i] / (part[top] + rest);
        }

        /** 1 − of(i), with its digits. */
        double others(int i) {
            return (i == top ? rest : part[top] + rest - part[i]) / (part[top] + rest);
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
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
        return getClass() == ListNetLoss.class ? "−Σᵢ softmax(y)ᵢ·log softmax(f)ᵢ" : "";
    }

    @Override
    public String source() {
        return getClass() == ListNetLoss.class
                ? "Z. Cao et al. (2007): Learning to Rank: From Pairwise Approach to Listwise Approach"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListNetLoss that && that.getClass() == getClass();
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
