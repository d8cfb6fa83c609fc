package dev.limpid.core.loss.survival;

import dev.limpid.core.loss.Unit;
import java.util.List;

/**
 * Second derivatives of Cox's loss along a direction d, and the means of d over those at risk; letters as in {@link CoxLoss}.
 *
 * <pre>
 *   Σₗ ωₗ·p·(dᵢ − d̄ₗ) = wᵢ·exp(fᵢ)·( dᵢ·Σₗ ωₗ/Sₗ − Σₗ ωₗ·d̄ₗ/Sₗ )             (7)
 *   d̄ₗ = (Rd + (1 − cₗ)·Dd)/Sₗ,   Rd, Dd = Σ wᵢ·exp(fᵢ)·dᵢ as R, D are without dᵢ
 * </pre>
 *
 * <p>Adding a number to d changes neither; the mean of d is taken off, so that d's own place costs no digits.
 */
final class Directions {

    private final List<RiskSet> times;
    private final Unit unit;
    private final double[] d;

    /** Rd·e^{−M} and Dd·e^{−M} of each time. */
    private final double[] rest;

    private final double[] tied;

    Directions(List<RiskSet> times, Unit unit, double[] direction) {
        this.times = times;
        this.unit = unit;
        this.d = centred(direction, unit.size());
        this.rest = new double[times.size()];
        this.tied = new double[times.size()];
        double sum = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < times.size(); s++) { // the latest first
            RiskSet t = times.get(s);
            sum = sum * (sum == 0 ? 0 : Math.exp(top - t.top)) + sum(t.censored, t.top);
            top = t.top;
            rest[s] = sum;
            tied[s] = sum(t.events, top);
            sum += tied[s];
        }
    }

    private static double[] centred(double[] direction, int m) {
        double mean = 0;
        for (int i = 0; i < m; i++) {
            mean += direction[i] / m;
        }
        double[] centred = new double[m];
        for (int i = 0; i < m; i++) {
            centred[i] = direction[i] - mean;
        }
        return centred;
    }

    private double sum(int[] rows, double top) {
        double sum = 0;
        for (int i : rows) {
            sum += unit.w()[i] * Math.exp(unit.f()[i] - top) * d[i];
        }
        return sum;
    }

    /** (∂²L·d)ᵢ at i. */
    void product(double[] out) {
        double top = Double.POSITIVE_INFINITY;
        double a = 0; // Σ ωₗ/Sₗ over the times before, in units of exp(−top)
        double b = 0; // Σ ωₗ·d̄ₗ/Sₗ, likewise
        for (int s = times.size() - 1; s >= 0; s--) {
            RiskSet t = times.get(s);
            double whole = rest[s] * t.sum(0, 2) + tied[s] * t.sum(1, 2);
            double left = rest[s] * t.sum(1, 2) + tied[s] * t.sum(2, 2);
            for (int i : t.events) {
                double own = Math.exp(unit.f()[i] - t.top) * (d[i] * t.sum(1, 1) - left);
                out[i] = unit.w()[i] * (Math.exp(unit.f()[i] - top) * (d[i] * a - b) + own); // (7)
            }
            if (t.events.length > 0) {
                double shrink = Math.exp(t.top - top);
                a = a * shrink + t.sum(0, 1);
                b = b * shrink + whole;
                top = t.top;
            }
            for (int i : t.censored) {
                out[i] = unit.w()[i] * Math.exp(unit.f()[i] - top) * (d[i] * a - b); // (7)
            }
        }
    }

    /** Takes wᵢ·(dᵢ − mean of d at risk) off the rows with an event. */
    void subtractEvents(double[] out) {
        for (int s = 0; s < times.size(); s++) {
            RiskSet t = times.get(s);
            double mean = t.events.length == 0 ? 0 : (rest[s] * t.sum(0, 1) + tied[s] * t.sum(1, 1)) / t.d;
            for (int i : t.events) {
                out[i] -= unit.w()[i] * (d[i] - mean); // (8)
            }
        }
    }
}
