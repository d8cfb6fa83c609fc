package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.List;
import java.util.Optional;

/**
 * How far a fit is above the minimum at most, by a point of the dual problem: for {@link PenaltySeries#gap}.
 *
 * <pre>
 *   F(θ) = S + Ω,  S = Σᵢ cᵢ·ℓ(yᵢ, fᵢ),  Ω = Σⱼ ωⱼ(wⱼ)
 *   f′ = f + b,  b the best shift of the scores; 0 without an intercept               (1)  then Σᵢ cᵢ·ℓ′(yᵢ, f′ᵢ) = 0
 *   g = ∂S/∂w at f′;  τ = min(1, λⱼ/|gⱼ| for all j with ωⱼ = λⱼ·|·|)                   (2)
 *   aᵢ = τ·ℓ′(yᵢ, f′ᵢ),  u = −τ·g                                                     (3)  a dual point: Σᵢ cᵢ·aᵢ = 0, |uⱼ| ≤ λⱼ
 *   ℓ has the slope aᵢ at tᵢ,  ωⱼ the slope uⱼ at mⱼ, which is 0 where ωⱼ = λⱼ·|·|     (4)
 *   gap = Σᵢ cᵢ·(ℓ(yᵢ, fᵢ) − ℓ(yᵢ, tᵢ) − aᵢ·(fᵢ − tᵢ)) + Σⱼ (ωⱼ(wⱼ) − ωⱼ(mⱼ) − uⱼ·(wⱼ − mⱼ))     (5)
 * </pre>
 *
 * <p>With ℓ* = aᵢ·tᵢ − ℓ(yᵢ, tᵢ) and ω* = uⱼ·mⱼ − ωⱼ(mⱼ), (5) is F less the dual objective Σᵢ cᵢ·(aᵢ·oᵢ − ℓ*(yᵢ, aᵢ)) − Σⱼ ωⱼ*(uⱼ),
 * since the sum of cᵢ·aᵢ·(fᵢ − oᵢ) is −⟨u, w⟩. No term is negative, as ℓ and ωⱼ are convex, so that nothing cancels.
 *
 * <p><b>References</b>
 * <ol><li>E. Ndiaye, O. Fercoq, A. Gramfort, J. Salmon (2017): Gap Safe Screening Rules for Sparsity Enforcing Penalties. Journal
 *     of Machine Learning Research 18, equation (9) for (2).</ol>
 */
final class DualityGap {

    /** μ·s so large that 1/s beside μ is rounding. */
    private static final double LARGE = 0x1p53;

    /** Step of the prox that looks for a slope: large beside 1/ℓ″. */
    private static final double STEP = 0x1p40;

    private static final int TRIES = 30;

    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private final LinearFit fit;
    private final LinearDesign design;
    private final ScalarLoss loss;
    private final SeparablePenalty penalty;
    private final double[] theta;

    private DualityGap(LinearFit fit, LinearDesign design, ScalarLoss loss, SeparablePenalty penalty, double[] theta) {
        this.fit = fit;
        this.design = design;
        this.loss = loss;
        this.penalty = penalty;
        this.theta = theta;
    }

    /** Computes the gap; NaN if loss or penalty is of another kind, or the only dual point found is that of no loss at all. */
    static double of(LinearFit fit, LinearSpec spec, double[] theta) {
        Penalty inner = fit.penalties(spec).scaled(spec.penalty());
        Optional<LinearDesign> design =
                fit.smooth() instanceof LinearSum sum ? sum.design() : Optional.<LinearDesign>empty();
        if (design.isEmpty()
                || !spec.extras().bounds().isNone()
                || !(spec.loss() instanceof ScalarLoss loss && loss.smooth() && loss.convex())
                || !(inner instanceof SeparablePenalty penalty && penalty.convex())) {
            return Double.NaN;
        }
        for (int j = 0; j < design.get().x().columns(); j++) {
            if (!(penalty.strongConvexity(j) > 0) && !isAbsolute(penalty, j)) {
                return Double.NaN;
            }
        }
        return new DualityGap(fit, design.get(), loss, penalty, theta).compute();
    }

    private static boolean isAbsolute(SeparablePenalty penalty, int j) {
        return penalty.absoluteStrength(j) >= 0
                && penalty.lower(j) == Double.NEGATIVE_INFINITY
                && penalty.upper(j) == Double.POSITIVE_INFINITY;
    }

    private double compute() {
        double[] f = design.scores(theta)[0];
        double[] moved = theta.clone();
        double b = 0;
        if (design.hypothesis().intercept()) {
            Block intercept = fit.smooth().blocks().get(LinearHypothesis.INTERCEPT);
            b = loss.bestShift(new Sample(design.targets(), List.of(Values.of(f)), design.weights())); // (1)
            moved[intercept.offset()] += b;
        }
        double[] g = new double[theta.length];
        fit.smooth().gradient(moved, g);
        double tau = tau(g);
        return tau > 0 ? rows(f, b, tau) + coefficients(g, tau) : Double.NaN; // (5)
    }

    private double tau(double[] g) {
        double tau = 1;
        for (int j = 0; j < design.x().columns(); j++) {
            if (isAbsolute(penalty, j) && Math.abs(g[j]) > penalty.absoluteStrength(j)) {
                tau = Math.min(tau, penalty.absoluteStrength(j) / Math.abs(g[j])); // (2)
            }
        }
        return tau;
    }

    private double rows(double[] f, double b, double tau) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            double y = design.targets().get(0).at(i);
            double a = tau * loss.gradient(y, f[i] + b); // (3)
            double t = tau < 1 ? withSlope(y, a, f[i] + b) : f[i] + b;
            double term = loss.value(y, f[i]) - loss.value(y, t) - a * (f[i] - t);
            sum += design.factor() * design.weights().at(i) * term;
        }
        return sum;
    }

    /**
     * Where ℓ has a slope (4): x = prox of z = t + s·a has ℓ′(x) = a + (t − x)/s, which is a itself once x stays. From a point
     * with a larger slope of the same sign.
     */
    private double withSlope(double y, double a, double start) {
        double t = start;
        for (int k = 0; k < TRIES; k++) {
            double x = loss.prox(y, t + STEP * a, STEP);
            boolean stays = Math.abs(x - t) <= ROUNDING * STEP * Math.abs(a);
            t = x;
            if (stays) {
                break;
            }
        }
        return t;
    }

    private double coefficients(double[] g, double tau) {
        double sum = 0;
        for (int j = 0; j < design.x().columns(); j++) {
            double w = theta[j];
            double u = -tau * g[j]; // (3)
            double s = LARGE / penalty.strongConvexity(j);
            double m = isAbsolute(penalty, j) ? 0 : penalty.prox(s * u, j, s); // (4)
            sum += penalty.value(w, j) - penalty.value(m, j) - u * (w - m);
        }
        return sum;
    }
}
