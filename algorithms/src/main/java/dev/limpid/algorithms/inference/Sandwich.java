package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import java.util.Map;
import java.util.TreeMap;

/** The covariances that {@link StandardErrors} lists. */
final class Sandwich {

    private final Derivatives information;
    private final Dataset data;
    private final double weight;
    private final int rank;

    Sandwich(Derivatives information, Dataset data) {
        this.information = information;
        this.data = data;
        this.weight = data.weights().sum();
        this.rank = information.factor().rank();
    }

    /** H⁻¹·M·H⁻¹ with its factors. */
    double[][] covariance(StandardErrors errors) {
        double[][] bread = information.factor().inverseGram();
        double[][] meat = errors.kind() == StandardErrors.Kind.CLUSTERED
                ? clustered(errors.clusters())
                : independent(errors.kind());
        return symmetric(product(product(bread, meat), bread));
    }

    private double[][] independent(StandardErrors.Kind kind) {
        int p = information.gradient().length;
        double[][] meat = new double[p][p];
        for (int i = 0; i < data.size(); i++) {
            add(meat, data.weights().at(i) * factor(kind, i), information.gradient(i));
        }
        return meat;
    }

    private double factor(StandardErrors.Kind kind, int i) {
        if (kind == StandardErrors.Kind.HC1) {
            return weight / (weight - rank);
        }
        if (!kind.needsLeverage()) {
            return 1;
        }
        double rest = 1 - information.leverage(i);
        return kind == StandardErrors.Kind.HC2 ? 1 / rest : 1 / (rest * rest);
    }

    private double[][] clustered(int[] clusters) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            double[] g = information.gradient(i);
            double[] sum = sums.computeIfAbsent(clusters[i], c -> new double[g.length]);
            for (int a = 0; a < g.length; a++) {
                sum[a] += data.weights().at(i) * g[a];
            }
        }
        double c = sums.size();
        double[][] meat = new double[information.gradient().length][information.gradient().length];
        boolean ofRows = information instanceof RowDerivatives;
        double correction = ofRows ? c / (c - 1) * (weight - 1) / (weight - rank) : 1;
        sums.values().forEach(sum -> add(meat, correction, sum));
        return meat;
    }

    private static void add(double[][] meat, double factor, double[] g) {
        for (int a = 0; a < g.length; a++) {
            for (int b = 0; b < g.length; b++) {
                meat[a][b] += factor * g[a] * g[b];
            }
        }
    }

    /** Takes the rounding of the product out. */
    private static double[][] symmetric(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static double[][] product(double[][] x, double[][] y) {
        double[][] out = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) {
                for (int j = 0; j < x.length; j++) {
                    out[i][j] += x[i][k] * y[k][j];
                }
            }
        }
        return out;
    }
}
