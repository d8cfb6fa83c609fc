package dev.limpid.core.loss.survival;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.List;
import java.util.Objects;

/**
 * Cox's partial likelihood of times to an event: at each event, how likely was it to be this row of all those still at risk?
 * The score is the log hazard ratio; units are strata, whose baselines differ.
 *
 * <pre>
 *   at a time t with events, over the rows with tᵢ ≥ t:
 *     d = Σ wᵢ,  D = Σ wᵢ·exp(fᵢ)   over the events at t;   R = Σ wᵢ·exp(fᵢ)   over the others
 *     Sₗ = R + (1 − cₗ)·D                                                                     (1)
 *       Breslow: l = 0 only, c₀ = 0, ω₀ = d
 *       Efron:   l = 0, 1, … &lt; d,  cₗ = l/d,  ωₗ = min(1, d − l)
 *   L      = Σₜ ( Σₗ ωₗ·log Sₗ − Σ over events of wᵢ·fᵢ ),   mass = Σₜ d                       (2)
 *   B(t)   = Σₗ ωₗ/Sₗ,   A(t) = Σ over s ≤ t of B(s)                                          (3)
 *   ∂L/∂fᵢ = wᵢ·exp(fᵢ)·A(tᵢ)                                              without an event    (4)
 *   ∂L/∂fᵢ = wᵢ·( exp(fᵢ)·A(before tᵢ) + exp(fᵢ)·Σₗ ωₗ(1 − cₗ)/Sₗ − 1 )       with one            (5)
 *   hᵢ     = Σ over times and l of ωₗ·p·(1 − p),  p = (1 − cₗ)·wᵢ·exp(fᵢ)/Sₗ,
 *            cₗ = 0 but at the row's own event                                                 (6)
 *   d̄ₗ     = mean of d over the rows of Sₗ, each by its part of (1)
 *   (∂²L·d)ᵢ = Σ over times and l of ωₗ·p·(dᵢ − d̄ₗ)                                            (7)
 *   uᵢ     = (∂²L·d)ᵢ − wᵢ·(dᵢ − Σₗ ωₗ·d̄ₗ/d)   with an event,  (∂²L·d)ᵢ   without               (8)
 * </pre>
 *
 * <p>Targets are the time and the event: 1 if it happened then, 0 if the row was last seen then (censored). A row censored at
 * the time of an event was at risk. (6) is the diagonal of the second derivatives (7); (8) are score residuals, whose sum is
 * that of dᵢ·∂L/∂fᵢ. Convex; adding a number to all scores of
 * a stratum changes nothing, so there is no intercept. O(m log m) for m rows, once they are sorted O(m), with Efron O(m + Σw).
 *
 * <p>Weights count rows: weight 2 is the row twice, in Efron's ties too, where two equal events are a tie of their own. Where
 * d is no whole number the last term has the weight that is left, so that an event with wᵢ ≤ 1 and no other at its time
 * counts wᵢ·log S. (R's {@code coxph} reads weights of ties differently: it takes them for sampling weights.)
 *
 * <p>Instead of 1 − p, (5) and (6) add up what is not the row itself; a stratum in the right order beyond doubt keeps the
 * digits of its tiny gradient.
 *
 * <p><b>References</b>
 * <ol><li>D. R. Cox (1972): Regression Models and Life-Tables. Journal of the Royal Statistical Society B 34(2).</li>
 * <li>N. E. Breslow (1974): Covariance Analysis of Censored Survival Data. Biometrics 30(1).</li>
 * <li>B. Efron (1977): The Efficiency of Cox's Likelihood Function for Censored Data. Journal of the American Statistical
 *     Association 72(359).</li>
 * <li>D. Y. Lin, L. J. Wei (1989): The Robust Inference for the Cox Proportional Hazards Model. Journal of the American
 *     Statistical Association 84(408), for (8).</li></ol>
 *
 * @since 0.1.0
 */
public class CoxLoss implements UnitLoss {

    private final Ties ties;

    /** A Cox loss with Efron's ties. */
    public CoxLoss() {
        this(Ties.EFRON);
    }

    /**
     * A Cox loss.
     *
     * @param ties what becomes of events at the same time
     */
    public CoxLoss(Ties ties) {
        this.ties = Objects.requireNonNull(ties, "ties");
    }

    /**
     * Returns what becomes of events at the same time.
     *
     * @return the rule
     */
    public final Ties ties() {
        return ties;
    }

    @Override
    public final int targets() {
        return 2;
    }

    @Override
    public double mass(Unit unit) {
        double mass = 0;
        for (int i = 0; i < unit.size(); i++) {
            mass += unit.y()[1][i] == 1 ? unit.w()[i] : 0;
        }
        return mass;
    }

    @Override
    public double value(Unit unit) {
        double loss = 0;
        for (RiskSet t : RiskSet.of(unit, ties)) {
            loss += t.logs();
            for (int i : t.events) {
                loss += unit.w()[i] * (t.top - unit.f()[i]); // (2)
            }
        }
        return loss;
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        List<RiskSet> times = RiskSet.of(unit, ties);
        Hazard a = new Hazard();
        for (int s = times.size() - 1; s >= 0; s--) {
            RiskSet t = times.get(s);
            double whole = t.sum(0, 1) / t.d;
            double left = t.sum(1, 1) / t.d;
            for (int i : t.events) {
                double e = Math.exp(unit.f()[i] - t.top);
                double own = (t.d * e - t.tied) * left - t.rest * whole;
                out[i] = unit.w()[i] * (a.times(unit.f()[i]) + own); // (5)
            }
            a.add(t);
            for (int i : t.censored) {
                out[i] = unit.w()[i] * a.times(unit.f()[i]); // (4)
            }
        }
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        List<RiskSet> times = RiskSet.of(unit, ties);
        Hazard a = new Hazard();
        for (int s = times.size() - 1; s >= 0; s--) {
            RiskSet t = times.get(s);
            for (int i : t.events) {
                double e = unit.w()[i] * Math.exp(unit.f()[i] - t.top);
                double own = e * (t.rest * t.sum(1, 2) + (t.tied - e) * t.sum(2, 2));
                out[i] = a.bend(unit.w()[i], unit.f()[i]) + own; // (6)
            }
            a.add(t);
            for (int i : t.censored) {
                out[i] = a.bend(unit.w()[i], unit.f()[i]); // (6)
            }
        }
    }

    @Override
    public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
        new Directions(RiskSet.of(unit, ties), unit, d).product(out);
    }

    @Override
    public void scoreResiduals(Unit unit, double[] d, double[] out) {
        Directions along = new Directions(RiskSet.of(unit, ties), unit, d);
        along.product(out);
        along.subtractEvents(out);
    }

    /** A(t), and the sum of ωₗ/Sₗ², in units of exp(−M) and exp(−2M), M the largest score at risk at the last event. */
    private static final class Hazard {

        private double top = Double.POSITIVE_INFINITY;
        private double sum;
        private double squares;

        void add(RiskSet t) {
            if (t.events.length > 0) {
                double shrink = Math.exp(t.top - top);
                sum = sum * shrink + t.sum(0, 1); // (3)
                squares = squares * shrink * shrink + t.sum(0, 2);
                top = t.top;
            }
        }

        /** exp(f)·A of a row at risk. */
        double times(double f) {
            return Math.exp(f - top) * sum;
        }

        /** Σ p·(1 − p) of a row at risk. */
        double bend(double w, double f) {
            double e = w * Math.exp(f - top);
            return Math.max(0, e * sum - e * e * squares);
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    /** {@inheritDoc} The first is a finite time, the second the event, 0 or 1. */
    @Override
    public void check(double[] y) {
        domain().check(y[0], name());
        SurvivalTargets.checkEvent(y[1], name());
    }

    @Override
    public boolean convex() {
        return true;
    }

    /** Returns true: without strata there is one baseline for all rows. */
    @Override
    public boolean allowsOneUnit() {
        return true;
    }

    @Override
    public boolean shiftInvariant() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == CoxLoss.class ? "Σ over events of wᵢ·(log Σ over tⱼ ≥ tᵢ of wⱼ·exp(fⱼ) − fᵢ)" : "";
    }

    @Override
    public String source() {
        return getClass() == CoxLoss.class ? "D. R. Cox (1972): Regression Models and Life-Tables" : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("ties", ties);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoxLoss that && that.getClass() == getClass() && that.ties == ties;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + ties.hashCode();
    }

    @Override
    public String toString() {
        return name() + "[ties=" + ties + "]";
    }
}
