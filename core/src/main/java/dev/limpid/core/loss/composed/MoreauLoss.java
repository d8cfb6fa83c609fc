package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;

/**
 * The Moreau envelope of a convex loss: its kinks rounded off, its minimum and where it lies kept.
 *
 * <pre>
 *   x     = argmin over x of ℓ(y, x) + (x − f)²/(2μ)                             (1)  ℓ's prox of length μ
 *   e(f)  = ℓ(y, x) + (x − f)²/(2μ)                                              (2)  ℓ − μ/2·|ℓ′|² ≤ e ≤ ℓ
 *   e′(f) = (f − x) / μ, a slope of ℓ at x                                       (3)
 *   h     = 1/μ                                                                  (4)  e′ is 1/μ-Lipschitz
 *   prox of e, length s:  f + s/(μ + s)·(x₊ − f),  x₊ = ℓ's prox of length μ + s     (5)
 *   e″(f) = ℓ″(x) / (1 + μ·ℓ″(x));  1/μ where x stays at a kink of ℓ               (6)  from x + μ·ℓ′(x) = f
 * </pre>
 *
 * <p>The envelope of |f − y| is Huber's loss divided by its threshold, that of the hinge loss the Huberised hinge loss.
 *
 * <p>Source: J. J. Moreau (1965), Proximité et dualité dans un espace hilbertien; A. Beck, M. Teboulle (2012), Smoothing and
 * first order methods: a unified framework.
 */
record MoreauLoss(ScalarLoss loss, double mu) implements ScalarLossWrapper {

    /** What rounding of the prox, and of its difference from the score, may come to, in units of the last place. */
    private static final double ROUNDING = 8;

    /** μ·ℓ″ beyond which (6) is 1/μ to six digits anyway. */
    private static final double JUMP = 1e6;

    MoreauLoss {
        Rules.positive("mu", mu);
        if (!loss.convex()) {
            throw new IllegalArgumentException("loss must be convex to have a Moreau envelope with a gradient, but "
                    + loss.name() + " does not say so: if it is, let convex() return true");
        }
    }

    @Override
    public double value(double y, double f) {
        double x = loss.prox(y, f, mu); // (1)
        return loss.value(y, x) + (x - f) * (x - f) / (2 * mu); // (2)
    }

    @Override
    public double gradient(double y, double f) {
        return slope(y, f, loss.prox(y, f, mu));
    }

    /** (3), as ℓ′(x) where that is the same number: the difference f − x loses digits, but knows the slope at a kink. */
    private double slope(double y, double f, double x) {
        double slope = (f - x) / mu;
        double size = Math.max(Math.abs(y), Math.max(Math.abs(f), Math.abs(x)));
        double rounding = ROUNDING * Math.ulp(size) / mu;
        double there = loss.gradient(y, x);
        return Math.abs(there - slope) <= rounding ? there : slope;
    }

    @Override
    public double secondDerivative(double y, double f) {
        double x = loss.prox(y, f, mu);
        if (!loss.smooth() && isKink(y, x)) {
            return 1 / mu; // (6)
        }
        double second = loss.secondDerivative(y, x);
        return second / (1 + mu * second); // (6)
    }

    /** Whether ℓ′ jumps at x, up to rounding: there its rise for each unit of the score is out of all proportion. */
    private boolean isKink(double y, double x) {
        double near = ROUNDING * Math.ulp(Math.max(Math.abs(y), Math.abs(x)));
        return mu * (loss.gradient(y, x + near) - loss.gradient(y, x - near)) > JUMP * 2 * near;
    }

    @Override
    public double curvature(double y, double f) {
        return 1 / mu; // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public double prox(double y, double f, double step) {
        return f + step / (mu + step) * (loss.prox(y, f, mu + step) - f); // (5)
    }

    /** {@inheritDoc} The envelope is smooth whether the loss is or not. */
    @Override
    public boolean smooth() {
        return true;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String name() {
        return "Moreau";
    }

    @Override
    public String formula() {
        return "min over x of loss(y, x) + (x − f)²/(2μ)";
    }

    @Override
    public String source() {
        return "Moreau (1965), Proximité et dualité dans un espace hilbertien; Beck, Teboulle (2012), Smoothing and first order"
                + " methods: a unified framework";
    }
}
