package dev.limpid.testkit.internal.objective;

import static dev.limpid.testkit.internal.objective.ObjectiveTests.SEED;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.direction;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.dot;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.plus;
import static dev.limpid.testkit.internal.objective.ObjectiveTests.points;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.HessianProduct;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;

/** Products with the Hessian beside differences of the gradient. */
public final class HessianTests {

    private static final int DIRECTIONS = 3;

    /** Entries of a stated diagonal that are compared with products. */
    private static final int COORDINATES = 20;

    /** What a product by differences may be wrong by, as a part of its size: (∛ε)² = 4·10⁻¹¹, with room for third derivatives. */
    private static final double RELATIVE = 1e-6;

    private HessianTests() {}

    /**
     * Compares ⟨u, ∇²F·v⟩ with differences of ⟨u, ∇F(θ + a·v)⟩, looks at what the product does to arrays, and compares the diagonal, if
     * it is stated, with products.
     *
     * @param objective the objective
     * @return the outcome; not applicable to an objective without gradient, or with kinks
     */
    public static Outcome hessian(Objective objective) {
        Objective part = objective instanceof Composite<?> composite ? composite.smooth() : objective;
        if (!(part instanceof Smooth smooth)) {
            return ObjectiveTests.NOT_SMOOTH;
        }
        if (!smooth.kink().isEmpty()) {
            return Outcome.notApplicable("kinks have no second derivative");
        }
        boolean says = false;
        for (double[] t : points(smooth)) {
            double[] frozen = t.clone();
            HessianProduct product = smooth.hessian(frozen);
            Arrays.fill(frozen, 1e3); // it was to be copied
            Outcome diagonal = diagonal(product, t);
            if (diagonal.isFailure()) {
                return diagonal;
            }
            for (int i = 0; i < DIRECTIONS; i++) {
                double[] v = direction(t.length, SEED + i);
                double[] out = new double[t.length];
                product.times(v, out);
                Outcome arrays = arrays(product, t, v, i, out);
                if (arrays.isFailure()) {
                    return arrays;
                }
                double[] u = direction(t.length, SEED - 1 - i);
                Estimate measured = second(smooth, t, u, v);
                double stated = dot(u, out);
                double slack = measured.tolerance(stated) + RELATIVE * (size(u) * size(out) + rounding(smooth, t));
                says |= Math.abs(measured.value()) > slack;
                if (Double.isFinite(measured.value()) && !(Math.abs(stated - measured.value()) <= slack)) {
                    return Outcome.failed(describe(smooth, t, u, v, stated, measured));
                }
            }
        }
        return says ? Outcome.passed() : Outcome.vacuous("All second derivatives looked at are 0.");
    }

    private static Outcome diagonal(HessianProduct product, double[] t) {
        double[] stated = new double[t.length];
        if (!product.diagonal(stated)) {
            return Outcome.passed();
        }
        double[] axis = new double[t.length];
        double[] column = new double[t.length];
        for (int j = 0; j < Math.min(t.length, COORDINATES); j++) {
            axis[j] = 1;
            product.times(axis, column);
            axis[j] = 0;
            if (!(Math.abs(stated[j] - column[j]) <= RELATIVE * size(column))) {
                return Outcome.failed("at θ = " + Text.plain(t) + "\n  diagonal of ∇²F at " + j + "   " + stated[j]
                        + "\n  the same by a product  " + column[j]
                        + "\nLikely cause: a factor (1/n, a weight) or a term (the penalty, the intercept) is in the products"
                        + " only, or diagonal doesn't overwrite out.");
            }
        }
        return Outcome.passed();
    }

    private static Estimate second(Smooth smooth, double[] t, double[] u, double[] v) {
        return Differences.central(
                a -> {
                    double[] g = new double[t.length];
                    smooth.gradient(plus(t, a, v), g);
                    return dot(u, g);
                },
                0);
    }

    private static double size(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    /** Differences of gradients lose what is small beside them. */
    private static double rounding(Smooth smooth, double[] t) {
        double[] g = new double[t.length];
        smooth.gradient(t.clone(), g);
        return 1e-3 * size(g);
    }

    private static Outcome arrays(HessianProduct product, double[] t, double[] v, int i, double[] out) {
        double[] again = new double[t.length];
        Arrays.fill(again, -7); // to be overwritten
        product.times(v, again);
        if (Bits.firstDifference(v, direction(t.length, SEED + i)) >= 0) {
            return Outcome.failed("at θ = " + Text.plain(t) + "\n  v afterwards  " + Text.plain(v)
                    + "\nLikely cause: v is used as scratch space; copy it first.");
        }
        return Bits.firstDifference(out, again) < 0
                ? Outcome.passed()
                : Outcome.failed("at θ = " + Text.plain(t) + ", v = " + Text.plain(v) + ", asked twice\n  ∇²F·v  "
                        + Text.plain(out) + ", then " + Text.plain(again)
                        + "\nLikely cause: times adds to out instead of overwriting it, or something is remembered from"
                        + " product to product.");
    }

    private static String describe(
            Smooth smooth, double[] t, double[] u, double[] v, double stated, Estimate measured) {
        double ratio = stated / measured.value();
        return "at θ = " + Text.plain(t) + ", along " + Text.plain(v) + "\n  ⟨u, ∇²F·v⟩                   " + stated
                + "\n  derivative of ⟨u, gradient⟩  " + measured.value() + "  (± " + Text.brief(measured.error())
                + ")\n  ratio                        " + Text.ratio(ratio) + "\nLikely cause: "
                + cause(smooth, t, u, v, stated, measured);
    }

    private static String cause(Smooth smooth, double[] t, double[] u, double[] v, double stated, Estimate measured) {
        double[] far = new double[t.length];
        Arrays.fill(far, 1e3);
        Estimate elsewhere = second(smooth, far, u, v);
        if (elsewhere.agrees(stated) && !elsewhere.agrees(measured.value())) {
            return "the caller's θ is kept, and was changed since; hessian copies it.";
        }
        return Math.abs(stated + measured.value()) <= measured.tolerance(stated)
                ? "the sign."
                : "a factor (2, 1/n, a weight) or a term (the penalty, the intercept) is in one of the two only, or a"
                        + " curvature (a bound) stands where the second derivative belongs.";
    }
}
