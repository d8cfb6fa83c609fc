package dev.limpid.core.loss.margin;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.internal.Settings;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.MarginLoss;

/**
 * The hinge with a rounded corner of width δ: nothing above a margin of 1, linear below 1 − δ, a parabola between.
 *
 * <pre>
 *   u = max(0, 1 − m),  t = min(u, δ)
 *   φ(m)  = t·(u − ½t)/δ                    (1)   u²/(2δ) if u ≤ δ, else u − ½δ
 *   φ′(m) = −t/δ                            (2)
 *   φ″(m) = 1/δ if 0 &lt; u ≤ δ, else 0        (3)
 *   h     = min(1/δ, ½/|v|),  v = 1 − ½δ − m      (4)
 * </pre>
 *
 * <p>(4) is a majoriser: φ is ½v plus half of a Huber loss of v, |v| outside ±½δ and v²/δ + ¼δ inside, which is concave in v²
 * (see {@link dev.limpid.core.loss.ResidualLoss}). With δ → 0 it turns into that of the hinge.
 *
 * <p>The minimiser of the loss is a probability for every δ ≤ 2. With δ &lt; 1, all scores with |f| &lt; 1 − δ stand for ½, and
 * {@code mean} is the number next to it on the side of the score's sign.
 *
 * <p><b>References</b>
 * <ol><li>S. Rosset, J. Zhu (2007): Piecewise Linear Regularized Solution Paths. Annals of Statistics 35(3).</li>
 * <li>L. Wang, J. Zhu, H. Zou (2008): Hybrid Huberized Support Vector Machines for Microarray Classification and Gene
 *     Selection. Bioinformatics 24(3), for this form.</li></ol>
 *
 * @since 0.1.0
 */
public class HuberizedHingeLoss implements MarginLoss {

    private final double width;

    /** The loss with δ = 1, the smooth hinge: linear below a margin of 0. */
    public HuberizedHingeLoss() {
        this(1);
    }

    /**
     * A Huberised hinge.
     *
     * @param width δ, the width of the parabola in margins; finite and &gt; 0
     */
    public HuberizedHingeLoss(double width) {
        this.width = Settings.positive("width", width);
    }

    /**
     * Returns the width of the parabola.
     *
     * @return δ
     */
    public final double width() {
        return width;
    }

    @Override
    public Jet phi(Jet m) {
        double u = Math.max(0, 1 - m.value());
        double t = Math.min(u, width);
        return m.chain(t * (u - 0.5 * t) / width, -t / width, u > 0 && u <= width ? 1 / width : 0); // (1), (2), (3)
    }

    @Override
    public double curvature(double y, double f) {
        double v = 1 - 0.5 * width - (2 * y - 1) * f;
        return Math.min(1 / width, 0.5 / Math.abs(v)); // (4)
    }

    @Override
    public Curvature kind() {
        return Curvature.MAJORISER;
    }

    @Override
    public Jet at(double y, double f) {
        if (getClass() != HuberizedHingeLoss.class) { // a subclass may have changed the value
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }
        Jet loss = formula(y, Jet.variable(f));
        return new Jet(loss.value(), loss.first(), curvature(y, f));
    }

    /** {@inheritDoc} In margins m ← m + step on the line, a mean of m and 1 on the parabola. */
    @Override
    public double prox(double y, double f, double step) {
        if (getClass() != HuberizedHingeLoss.class || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
            return MarginLoss.super.prox(y, f, step);
        }
        double s = 2 * y - 1;
        double u = 1 - s * f;
        double onParabola = u / (1 + step / width);
        return u <= 0 ? f : s * (1 - (onParabola <= width ? onParabola : u - step));
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == HuberizedHingeLoss.class
                ? "0 if m ≥ 1, (1 − m)²/(2δ) if m ≥ 1 − δ, else 1 − m − ½δ;  m = (2y − 1)·f"
                : "";
    }

    @Override
    public String source() {
        return getClass() == HuberizedHingeLoss.class
                ? "S. Rosset, J. Zhu (2007): Piecewise Linear Regularized Solution Paths"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("width", width);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HuberizedHingeLoss that
                && that.getClass() == getClass()
                && Double.compare(that.width, width) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * getClass().hashCode() + Double.hashCode(width);
    }

    @Override
    public String toString() {
        return name() + "[width=" + width + "]";
    }
}
