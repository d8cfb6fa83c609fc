package dev.limpid.algorithms.linear.matrix;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.penalty.Penalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a linear model minimises, by its definition and from raw coefficients: no tiles, no threads, no scaling, no optimizer's view.
 *
 * <pre>
 *   fᵢₖ     = Σⱼ wⱼₖ·xᵢⱼ + bₖ + oᵢₖ                                           (1)
 *   S(w, b) = Σᵢ vᵢ·ℓ(yᵢ, fᵢ) / Σᵢ vᵢ,  or Σᵤ L(u) / Σᵤ mass(u)                (2)
 *   F(w, b) = S(w, b) + Ω(w)                                                   (3)
 * </pre>
 *
 * <p>θ is (w, b) with wⱼₖ at k·d + j and bₖ at K·d + k; without an intercept the b stay 0.
 */
final class PlainObjective {

    private static final double DIFFERENCE = 1e-4;

    /** For losses that are straight at 0. */
    private static final double LEAST_CURVATURE = 1;

    private final SmallData data;
    private final Loss loss;
    private final Penalty penalty;
    private final boolean intercept;
    private final int outputs;
    private final Block weights;
    private final List<int[]> units = new ArrayList<>(); // rows of positive weight, alone or group by group

    PlainObjective(SmallData data, Loss loss, Penalty penalty, boolean intercept) {
        this.data = data;
        this.loss = loss;
        this.penalty = penalty;
        this.intercept = intercept;
        this.outputs = loss.scores();
        this.weights = new Block("weights", 0, SmallData.FEATURES, outputs, Role.WEIGHTS);
        for (int u = 0; u < SmallData.ROWS; u++) {
            int unit = u;
            int[] rows = loss instanceof UnitLoss ? rows(i -> data.groups()[i] == unit) : rows(i -> i == unit);
            if (rows.length > 0) {
                units.add(rows);
            }
        }
    }

    private int[] rows(IntPredicate wanted) {
        return IntStream.range(0, SmallData.ROWS)
                .filter(i -> data.w()[i] > 0 && wanted.test(i))
                .toArray();
    }

    /** Returns the length of θ. */
    int size() {
        return weights.size() + outputs;
    }

    /** Returns F(θ). */
    double value(double[] theta) {
        return smooth(theta, new double[size()]) + penalty.value(theta, weights); // (3)
    }

    /** Returns Ω where one coefficient is x and the others are 0. */
    double penaltyAt(int j, double x) {
        double[] theta = new double[size()];
        theta[j] = x;
        return penalty.value(theta, weights);
    }

    /** Replaces z by the prox of Ω with a step. */
    void prox(double[] z, double step) {
        penalty.prox(z, weights, step);
    }

    /** Returns S(θ), and ∇S(θ) in g. */
    double smooth(double[] theta, double[] g) {
        Arrays.fill(g, 0);
        double sum = 0;
        double total = 0;
        for (int[] rows : units) {
            double[] f = new double[rows.length * outputs];
            for (int i = 0; i < f.length; i++) {
                f[i] = score(theta, rows[i / outputs], i % outputs);
            }
            double[] slopes = new double[f.length];
            if (loss instanceof UnitLoss unitLoss) {
                Unit unit = unit(rows, f);
                sum += unitLoss.value(unit);
                total += unitLoss.mass(unit);
                unitLoss.gradient(unit, slopes);
            } else {
                double v = data.w()[rows[0]];
                sum += v * valueAndSlopes(data.y()[rows[0]], f, slopes);
                total += v;
                Arrays.setAll(slopes, k -> v * slopes[k]);
            }
            pullBack(rows, slopes, g);
        }
        for (int j = 0; j < g.length; j++) {
            g[j] /= total; // (2)
        }
        return sum / total;
    }

    private double score(double[] theta, int i, int k) {
        double f = data.offsets()[k][i] + theta[weights.size() + k];
        for (int j = 0; j < SmallData.FEATURES; j++) {
            f += theta[k * SmallData.FEATURES + j] * data.x()[i][j]; // (1)
        }
        return f;
    }

    private Unit unit(int[] rows, double[] f) {
        double[][] y = new double[loss.targets()][rows.length];
        double[] w = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            w[i] = data.w()[rows[i]];
            for (int t = 0; t < y.length; t++) {
                y[t][i] = data.y()[rows[i]][t];
            }
        }
        return new Unit(y, w, f);
    }

    private double valueAndSlopes(double[] y, double[] f, double[] slopes) {
        if (loss instanceof VectorLoss vector) {
            vector.gradient(y, f, slopes);
            return vector.value(y, f);
        }
        ScalarLoss scalar = (ScalarLoss) loss;
        slopes[0] = scalar.gradient(y[0], f[0]);
        return scalar.value(y[0], f[0]);
    }

    private void pullBack(int[] rows, double[] slopes, double[] g) {
        for (int i = 0; i < slopes.length; i++) {
            int k = i % outputs;
            for (int j = 0; j < SmallData.FEATURES; j++) {
                g[k * SmallData.FEATURES + j] += slopes[i] * data.x()[rows[i / outputs]][j];
            }
            g[weights.size() + k] += intercept ? slopes[i] : 0;
        }
    }

    /** Returns how much S curves at θ = 0: the trace of its Hessian, by differences of gradients, which no curvature is above. */
    double curvature() {
        double[] zero = new double[size()];
        double[] g0 = new double[size()];
        double[] g = new double[size()];
        smooth(zero, g0);
        double trace = 0;
        for (int j = 0; j < size(); j++) {
            double[] ahead = zero.clone();
            ahead[j] = DIFFERENCE;
            smooth(ahead, g);
            trace += Math.abs(g[j] - g0[j]) / DIFFERENCE;
        }
        return Math.max(trace, LEAST_CURVATURE);
    }

    /** Tells whether parameter j is fitted. */
    boolean isFree(int j) {
        return intercept || j < weights.size();
    }
}
