package dev.limpid.algorithms.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a likelihood that only grows with margins mᵢ = zᵢ·θ grows without end: whether there is a direction γ with zᵢ·γ ≥ 0 for
 * all i, and zᵢ·γ &gt; 0 for some. Each answer comes with its proof.
 *
 * <pre>
 *   r = Σᵢ λᵢ·zᵢ,  λᵢ ≥ 1/n, with ‖r‖ least                                          (1)
 *   r = 0:  such a γ would give 0 = r·γ = Σ λᵢ·zᵢ·γ &gt; 0, so that there is none        (2)
 *   r ≠ 0:  zᵢ·r ≥ 0 for all i, or λᵢ would be larger still; and Σ λᵢ·zᵢ·r = ‖r‖² &gt; 0: γ = r      (3)
 * </pre>
 *
 * <p>(2) and (3) are Stiemke's theorem; (1) is a problem of non-negative least squares in λ − 1/n, solved by active sets. It
 * decides what the linear programs of Konis (2007) do. zᵢ are brought to length 1 and columns to one size, which
 * changes no sign. About 2·p passes over the rows for p columns.
 *
 * <p><b>References</b>
 * <ol><li>E. Stiemke (1915): Über positive Lösungen homogener linearer Gleichungen. Mathematische Annalen 76.
 * <li>C. L. Lawson, R. J. Hanson (1974): Solving Least Squares Problems. Prentice-Hall, chapter 23.
 * <li>A. Albert, J. A. Anderson (1984): On the Existence of Maximum Likelihood Estimates in Logistic Regression Models.
 *     Biometrika 71(1).
 * <li>K. Konis (2007): Linear Programming Algorithms for Detecting Separated Data in Binary Logistic Regression Models. Thesis,
 *     Oxford.</ol>
 */
final class Recession {

    /** ‖r‖ that counts as 0; beside margins of a single row of n it is at least 1/n. */
    private static final double NOTHING = 1e-10;

    /** zᵢ·r, by ‖r‖, that counts as negative: for a step of the active set, and for a proof. */
    private static final double NEGATIVE = 1e-9;

    private static final double WRONG = 1e-7;

    /** Part of the largest γⱼ that counts as 0. */
    private static final double STILL = 1e-6;

    /** The rows zᵢ. */
    interface Rows {
        int size();

        void copy(int i, double[] z);
    }

    /** What was found. */
    enum Verdict {
        /** (2) */
        BOUNDED,
        /** (3) */
        GROWS,
        /** Rounding left neither proof. */
        UNDECIDED
    }

    private final Rows rows;
    private final int columns;
    private final double[] scale;
    private final double[] mean;
    private final List<double[]> active = new ArrayList<>();
    private double[] mu = {};
    private double[] r;

    Recession(Rows rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.scale = new double[columns];
        this.mean = new double[columns];
        double[] z = new double[columns];
        for (int i = 0; i < rows.size(); i++) {
            rows.copy(i, z);
            for (int j = 0; j < columns; j++) {
                scale[j] = Math.max(scale[j], Math.abs(z[j]));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            row(i, z);
            for (int j = 0; j < columns; j++) {
                mean[j] += z[j] / rows.size();
            }
        }
        this.r = mean.clone();
        search();
    }

    /** zᵢ, of length 1 or 0. */
    private void row(int i, double[] z) {
        rows.copy(i, z);
        double square = 0;
        for (int j = 0; j < columns; j++) {
            z[j] /= scale[j] == 0 ? 1 : scale[j];
            square += z[j] * z[j];
        }
        for (int j = 0; j < columns && square > 0; j++) {
            z[j] /= Math.sqrt(square);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private double length() {
        return Math.sqrt(dot(r, r));
    }

    /** Lets λ of the row with the most negative zᵢ·r grow, until there is none. */
    private void search() {
        double before = Double.POSITIVE_INFINITY;
        while (length() > NOTHING && length() < before) {
            before = length();
            double[] worst = worst();
            if (dot(worst, r) >= -NEGATIVE * length()) {
                return;
            }
            enter(worst);
        }
    }

    private double[] worst() {
        double[] z = new double[columns];
        double[] worst = new double[columns];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            row(i, z);
            double margin = dot(z, r);
            if (margin < least) {
                least = margin;
                System.arraycopy(z, 0, worst, 0, columns);
            }
        }
        return worst;
    }

    /** Takes z into the active set and those out whose µ would be negative. */
    private void enter(double[] z) {
        active.add(z);
        mu = Arrays.copyOf(mu, active.size());
        double[] target = leastSquares();
        while (Arrays.stream(target).anyMatch(x -> x <= 0)) {
            double step = 1;
            for (int k = 0; k < target.length; k++) {
                step = target[k] <= 0 ? Math.min(step, mu[k] / (mu[k] - target[k])) : step;
            }
            for (int k = 0; k < target.length; k++) {
                mu[k] += (Double.isNaN(step) ? 0 : step) * (target[k] - mu[k]);
            }
            int leaving = leaving(target);
            active.remove(leaving);
            mu = without(mu, leaving);
            target = leastSquares();
        }
        mu = target;
        r = mean.clone();
        for (int k = 0; k < mu.length; k++) {
            for (int j = 0; j < columns; j++) {
                r[j] += mu[k] * active.get(k)[j];
            }
        }
    }

    /** Of those that are to fall below 0 the one that is there. */
    private int leaving(double[] target) {
        int least = -1;
        for (int k = 0; k < target.length; k++) {
            if (target[k] <= 0 && (least < 0 || mu[k] < mu[least])) {
                least = k;
            }
        }
        return least;
    }

    private static double[] without(double[] x, int k) {
        double[] rest = new double[x.length - 1];
        System.arraycopy(x, 0, rest, 0, k);
        System.arraycopy(x, k + 1, rest, k, x.length - k - 1);
        return rest;
    }

    /** µ with ‖mean + Σ µₖ·zₖ‖ least, of any sign, by orthogonal columns (modified Gram–Schmidt); 0 for one that depends on others. */
    private double[] leastSquares() {
        int size = active.size();
        double[][] q = new double[size][];
        double[][] upper = new double[size][size];
        double[] rest = mean.clone();
        double[] c = new double[size];
        for (int k = 0; k < size; k++) {
            q[k] = active.get(k).clone();
            for (int l = 0; l < k; l++) {
                upper[l][k] = dot(q[l], q[k]);
                subtract(upper[l][k], q[l], q[k]);
            }
            double length = Math.sqrt(dot(q[k], q[k]));
            upper[k][k] = length > NOTHING ? length : 0;
            for (int j = 0; j < columns; j++) {
                q[k][j] = upper[k][k] == 0 ? 0 : q[k][j] / length;
            }
            c[k] = -dot(q[k], rest);
            subtract(-c[k], q[k], rest);
        }
        for (int k = size - 1; k >= 0; k--) {
            for (int l = k + 1; l < size; l++) {
                c[k] -= upper[k][l] * c[l];
            }
            c[k] = upper[k][k] == 0 ? 0 : c[k] / upper[k][k];
        }
        return c;
    }

    private static void subtract(double factor, double[] x, double[] from) {
        for (int j = 0; j < x.length; j++) {
            from[j] -= factor * x[j];
        }
    }

    Verdict verdict() {
        double length = length();
        if (length <= NOTHING) {
            return Verdict.BOUNDED;
        }
        return dot(worst(), r) >= -WRONG * length ? Verdict.GROWS : Verdict.UNDECIDED;
    }

    /** γ in the units of the rows. */
    double[] direction() {
        double[] direction = new double[columns];
        for (int j = 0; j < columns; j++) {
            direction[j] = scale[j] == 0 ? 0 : r[j] / scale[j];
        }
        return direction;
    }

    /** Whether γ moves a column. */
    boolean moves(int j) {
        double largest = 0;
        for (double part : r) {
            largest = Math.max(largest, Math.abs(part));
        }
        return Math.abs(r[j]) > STILL * largest;
    }

    /** How many rows get better along γ; the others stay as they are. */
    int better() {
        double[] z = new double[columns];
        int better = 0;
        for (int i = 0; i < rows.size(); i++) {
            row(i, z);
            better += dot(z, r) > STILL * length() ? 1 : 0;
        }
        return better;
    }
}
