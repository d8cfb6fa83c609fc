package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Columns;
import dev.limpid.core.internal.optimizer.Vectors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The gradient of a loss of linear scores, computed for those columns alone where it can make a difference.
 *
 * <pre>
 *   Gⱼ = ⟨aⱼ, ρ⟩,   ρᵢ = c·vᵢ·∂ℓ/∂fᵢ                        (1)
 *   e  = ρ − Σₘ βₘ·qₘ,   βₘ = ⟨qₘ, ρ⟩                       (2)  q an orthonormal basis of slopes whose Aᵀ·qₘ is known
 *   |Gⱼ − Σₘ βₘ·⟨aⱼ, qₘ⟩| ≤ ‖aⱼ‖·‖e‖                        (3)  Cauchy and Schwarz
 *   θⱼ rests at Gⱼ if the prox of ωⱼ leaves it where it is  (4)
 * </pre>
 *
 * <p>The prox of any function of one number is monotone, so that θⱼ rests at all slopes between two at which it rests: where
 * it does so at both ends of (3), column j need not be read, and nothing is assumed of loss or penalty. Along a path
 * of penalties ρ moves nearly in a straight line, and all but a few columns in a hundred are settled by (3).
 *
 * <p>A whole pass over the columns is made when the single ones since the last have cost as much; it adds to the basis.
 *
 * <p><b>References</b>
 * <ol><li>E. Ndiaye, O. Fercoq, A. Gramfort, J. Salmon (2017): Gap Safe Screening Rules for Sparsity Enforcing Penalties. Journal
 *     of Machine Learning Research 18; like (3) and (4), with a ball of dual points instead.
 * <li>R. Tibshirani, J. Bien, J. Friedman, T. Hastie, N. Simon, J. Taylor, R. J. Tibshirani (2012): Strong Rules for Discarding
 *     Predictors in Lasso-type Problems. Journal of the Royal Statistical Society B 74(2).</ol>
 */
final class KnownGradients {

    /** As many columns are read at once. */
    private static final int FEW = 64;

    /** Slopes that the basis is made of. */
    private static final int KEPT = 6;

    /** Room for rounding in (3), as a part of ‖aⱼ‖·‖ρ‖. */
    private static final double ROUNDING = 1e-10;

    /** What is less than this part of ρ is too near to rounding to be a direction. */
    private static final double LEAST_NEW = 1e-4;

    private final Columns columns;
    private final double[] norms;
    private final Deque<Seen> seen = new ArrayDeque<>(); // the last ones first
    private final List<double[]> basis = new ArrayList<>();
    private final List<double[]> products = new ArrayList<>();
    private final double[] g;
    private final boolean[] exact;
    private final boolean wide;
    private double[][] slopes = {};
    private double error; // ‖e‖, with room for rounding
    private long looks; // at single columns since the last whole pass

    /** Slopes and their gradient. */
    @SuppressWarnings("ArrayRecordComponent") // kept, never compared
    private record Seen(double[] rho, double[] gradient) {}

    /** Tells whether θⱼ stays where it is for a gradient. */
    @FunctionalInterface
    interface Rest {
        boolean rests(int j, double gradient);
    }

    /**
     * Begins without knowledge.
     *
     * @param squares ‖aⱼ‖²
     */
    KnownGradients(Columns columns, double[] squares) {
        this.columns = columns;
        this.norms = Arrays.stream(squares).map(Math::sqrt).toArray();
        this.g = new double[squares.length];
        this.exact = new boolean[squares.length];
        this.wide = squares.length > FEW;
    }

    /** Moves to other slopes; all that is known of G is then (3). */
    void at(double[][] rho) {
        if (Arrays.deepEquals(slopes, rho)) {
            return;
        }
        slopes = Arrays.stream(rho).map(double[]::clone).toArray(double[][]::new);
        Arrays.fill(exact, false);
        if (!wide || rho.length > 1 || basis.isEmpty()) {
            all();
            return;
        }
        Arrays.fill(g, 0);
        double[] e = rho[0].clone();
        for (int m = 0; m < basis.size(); m++) {
            double beta = Vectors.dot(basis.get(m), e);
            Vectors.add(e, -beta, basis.get(m)); // (2)
            Vectors.add(g, beta, products.get(m));
        }
        error = Vectors.norm(e) + ROUNDING * Vectors.norm(rho[0]);
        if (!Double.isFinite(error)) {
            all();
        }
    }

    /** Computes Gⱼ wherever θⱼ might not rest if it were up to {@code slack} more or less. */
    void settle(double slack, Rest rest) {
        int[] open = new int[g.length];
        int count = 0;
        for (int j = 0; j < g.length; j++) {
            double r = norms[j] * error + slack;
            if (!exact[j] && !(rest.rests(j, g[j] - r) && rest.rests(j, g[j] + r))) { // (3) (4)
                open[count++] = j;
            }
        }
        looks += count;
        if (looks > g.length) {
            all();
            return;
        }
        look(open, count);
    }

    private void look(int[] open, int count) {
        columns.dots(open, count, slopes, g); // (1)
        for (int k = 0; k < count; k++) {
            exact[open[k]] = true;
        }
    }

    private void all() {
        int[] rest = IntStream.range(0, g.length).filter(j -> !exact[j]).toArray();
        look(rest, rest.length);
        looks = 0;
        if (wide && slopes.length == 1) {
            remember(slopes[0].clone(), g.clone());
        }
    }

    /** Takes slopes whose gradient is known whole, and makes the basis anew, from the last ones back to the first that are kept. */
    private void remember(double[] rho, double[] gradient) {
        seen.addFirst(new Seen(rho, gradient));
        if (seen.size() > KEPT) {
            seen.removeLast();
        }
        basis.clear();
        products.clear();
        for (Seen one : seen) {
            add(one.rho().clone(), one.gradient().clone());
        }
    }

    /** Adds what is new in ρ to the basis, if it is more than rounding. */
    private void add(double[] q, double[] product) {
        double whole = Vectors.norm(q);
        for (int m = 0; m < basis.size(); m++) {
            double beta = Vectors.dot(basis.get(m), q);
            Vectors.add(q, -beta, basis.get(m));
            Vectors.add(product, -beta, products.get(m));
        }
        double norm = Vectors.norm(q);
        if (norm > LEAST_NEW * whole && Double.isFinite(1 / norm)) {
            basis.add(scaled(q, 1 / norm));
            products.add(scaled(product, 1 / norm));
        }
    }

    private static double[] scaled(double[] a, double c) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= c;
        }
        return a;
    }

    /** Returns G, of columns at rest a number at which they rest; the array itself. */
    double[] g() {
        return g;
    }
}
