package dev.limpid.core.internal.numeric;

import java.util.Arrays;

/** Nearest points of sets, and the numbers by which a point counts as inside. */
public final class Projections {

    /**
     * Part of a set's size by which a point may miss it and count as inside: what rounding leaves of sums over many numbers and
     * of many steps from point to point of the set.
     */
    public static final double ROUNDING = 1e-9;

    private Projections() {}

    /**
     * Projects onto the simplex {x ≥ 0, Σx = r}.
     *
     * <pre>
     *   x = max(z − τ, 0), with τ such that Σx = r                                        (1)
     *   with z sorted from large to small, u₁ ≥ u₂ ≥ …:
     *   k ← the largest with u_k &gt; τ_k,  τ_k = (u₁ + … + u_k − r)/k;  τ ← τ_k             (2)
     * </pre>
     *
     * <p>All of z is seen from its largest entry, which changes τ only, so that a far z loses no digits of x.
     *
     * <p>M. Held, P. Wolfe, H. P. Crowder (1974): Validation of Subgradient Optimization. Mathematical Programming 6.
     *
     * @param z the point; overwritten by x; all of it NaN if an entry isn't finite
     * @param radius r &gt; 0
     */
    public static void ontoSimplex(double[] z, double radius) {
        if (!Norms.isFinite(z)) {
            Arrays.fill(z, Double.NaN);
            return;
        }
        double[] u = z.clone();
        Arrays.sort(u);
        double top = u.length == 0 ? 0 : u[u.length - 1];
        double sum = 0;
        double tau = 0;
        for (int k = 1; k <= u.length; k++) { // (2)
            double next = u[u.length - k] - top;
            double candidate = (sum + next - radius) / k;
            if (!(next > candidate)) {
                break;
            }
            sum += next;
            tau = candidate;
        }
        for (int j = 0; j < z.length; j++) {
            z[j] = Math.max(z[j] - top - tau, 0); // (1)
        }
    }

    /**
     * Projects onto the ball {‖x‖₁ ≤ r}: magnitudes onto the simplex unless they are inside, signs kept.
     *
     * <p>J. Duchi, S. Shalev-Shwartz, Y. Singer, T. Chandra (2008): Efficient Projections onto the ℓ₁-Ball for Learning in High
     * Dimensions. International Conference on Machine Learning 25.
     *
     * @param z the point; overwritten by its projection; all of it NaN if an entry isn't finite
     * @param radius r &gt; 0
     */
    public static void ontoL1Ball(double[] z, double radius) {
        double[] magnitudes = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            magnitudes[j] = Math.abs(z[j]);
        }
        if (Norms.sum(magnitudes) <= radius) {
            return;
        }
        ontoSimplex(magnitudes, radius);
        for (int j = 0; j < z.length; j++) {
            z[j] = Math.copySign(magnitudes[j], z[j]);
        }
    }
}
