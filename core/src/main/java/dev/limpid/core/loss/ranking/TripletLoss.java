package dev.limpid.core.loss.ranking;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;

/**
 * The triplet margin: an anchor is to lie nearer to a row of its kind than to a row of another kind, by a margin. The K scores
 * of a row are its place in ℝᴷ; a unit is a triplet, or several anchors, positives and negatives that are all combined.
 *
 * <pre>
 *   roles    y = 0 anchor a, 1 positive p, 2 negative n;  v = w_a·w_p·w_n
 *   mass     M = Σ v  over all (a, p, n)                                       (1)
 *   u        = ‖f_a − f_p‖² − ‖f_a − f_n‖² + margin
 *   L        = Σ v·max(0, u)                                                   (2)
 *   ∂L/∂f_a += 2v·(f_n − f_p),  ∂L/∂f_p += 2v·(f_p − f_a),
 *   ∂L/∂f_n += 2v·(f_a − f_n)                      for each triplet with u &gt; 0   (3)
 *   h        = Σ 2v on the places of p; the second derivatives of a and n are 0 and −2v   (4)
 * </pre>
 *
 * <p>The distances are squared, as in FaceNet. Not convex: negatives are pushed away. Moving all rows by the same changes
 * nothing. O(triplets · K).
 *
 * <p><b>References</b>
 * <ol><li>F. Schroff, D. Kalenichenko, J. Philbin (2015): FaceNet: A Unified Embedding for Face Recognition and Clustering.
 *     CVPR, (1).</li></ol>
 *
 * @since 0.1.0
 */
public class TripletLoss implements UnitLoss {

    private final int dimension;
    private final double margin;

    /**
     * A triplet loss.
     *
     * @param dimension K ≥ 1, the number of scores that make a place
     * @param margin finite and &gt; 0, on the scale of squared distances
     */
    public TripletLoss(int dimension, double margin) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1, but was " + dimension);
        }
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin must be finite and > 0, but was " + margin);
        }
        this.dimension = dimension;
        this.margin = margin;
    }

    /**
     * Returns the margin.
     *
     * @return by how much nearer, in squared distance
     */
    public final double margin() {
        return margin;
    }

    @Override
    public final int scores() {
        return dimension;
    }

    /** Receives the triplets. */
    @FunctionalInterface
    private interface Visitor {
        void triplet(int a, int p, int n, double v);
    }

    private static void triplets(Unit unit, Visitor visitor) {
        double[] role = unit.y()[0];
        double[] w = unit.w();
        for (int a = 0; a < unit.size(); a++) {
            for (int p = 0; p < unit.size() && role[a] == 0; p++) {
                for (int n = 0; n < unit.size() && role[p] == 1; n++) {
                    if (role[n] == 2) {
                        visitor.triplet(a, p, n, w[a] * w[p] * w[n]);
                    }
                }
            }
        }
    }

    /** u. */
    private double excess(double[] f, int a, int p, int n) {
        double near = 0;
        double far = 0;
        for (int k = 0; k < dimension; k++) {
            double toPositive = f[a * dimension + k] - f[p * dimension + k];
            double toNegative = f[a * dimension + k] - f[n * dimension + k];
            near += toPositive * toPositive;
            far += toNegative * toNegative;
        }
        return near - far + margin;
    }

    @Override
    public double mass(Unit unit) {
        double[] mass = new double[1];
        triplets(unit, (a, p, n, v) -> mass[0] += v); // (1)
        return mass[0];
    }

    @Override
    public double value(Unit unit) {
        double[] loss = new double[1];
        triplets(unit, (a, p, n, v) -> loss[0] += v * Math.max(0, excess(unit.f(), a, p, n))); // (2)
        return loss[0];
    }

    @Override
    public void gradient(Unit unit, double[] out) {
        double[] f = unit.f();
        Arrays.fill(out, 0, f.length, 0.0);
        triplets(unit, (a, p, n, v) -> {
            double pull = excess(f, a, p, n) > 0 ? 2 * v : 0;
            for (int k = 0; k < dimension; k++) {
                int ak = a * dimension + k;
                int pk = p * dimension + k;
                int nk = n * dimension + k;
                out[ak] += pull * (f[nk] - f[pk]); // (3)
                out[pk] += pull * (f[pk] - f[ak]);
                out[nk] += pull * (f[ak] - f[nk]);
            }
        });
    }

    @Override
    public void curvature(Unit unit, double[] out) {
        Arrays.fill(out, 0, unit.f().length, 0.0);
        triplets(unit, (a, p, n, v) -> {
            double pull = excess(unit.f(), a, p, n) > 0 ? 2 * v : 0;
            for (int k = 0; k < dimension; k++) {
                out[p * dimension + k] += pull; // (4)
            }
        });
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public Domain domain() {
        return Domain.classes(3);
    }

    @Override
    public boolean smooth() {
        return false;
    }

    @Override
    public boolean shiftInvariant() {
        return true;
    }

    @Override
    public String formula() {
        return getClass() == TripletLoss.class ? "Σ max(0, ‖f_a − f_p‖² − ‖f_a − f_n‖² + margin)" : "";
    }

    @Override
    public String source() {
        return getClass() == TripletLoss.class
                ? "F. Schroff, D. Kalenichenko, J. Philbin (2015): FaceNet: A Unified Embedding for Face Recognition"
                : "";
    }

    @Override
    public Recipe recipe() {
        return Recipe.of(this).with("dimension", dimension).with("margin", margin);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TripletLoss that
                && that.getClass() == getClass()
                && that.dimension == dimension
                && Double.compare(that.margin, margin) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * getClass().hashCode() + dimension) + Double.hashCode(margin);
    }

    @Override
    public String toString() {
        return name() + "[dimension=" + dimension + ", margin=" + margin + "]";
    }
}
