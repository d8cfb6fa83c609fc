package dev.limpid.core.optimizer.exact;

/** A square matrix as Q₂·U·Pᵀ, by reflections, where the longest column that is left comes next. */
final class Pivoted {

    private final double[][] a; // U above and on the diagonal; reflections below, their first entries in heads
    private final double[] heads;
    private final double[] taus;
    private final int[] columns; // P

    /** Factors a matrix in its place. */
    Pivoted(double[][] a) {
        this.a = a;
        int p = a.length;
        heads = new double[p];
        taus = new double[p];
        columns = new int[p];
        for (int j = 0; j < p; j++) {
            columns[j] = j;
        }
        for (int k = 0; k < p; k++) {
            swap(k, longest(k));
            reflect(k);
        }
    }

    private int longest(int k) {
        int best = k;
        double most = -1;
        for (int j = k; j < a.length; j++) {
            double square = square(k, j);
            if (square > most) { // the first of equals
                most = square;
                best = j;
            }
        }
        return best;
    }

    private double square(int from, int j) {
        double square = 0;
        for (int i = from; i < a.length; i++) {
            square += a[i][j] * a[i][j];
        }
        return square;
    }

    private void swap(int j, int k) {
        int column = columns[j];
        columns[j] = columns[k];
        columns[k] = column;
        for (double[] row : a) {
            double cell = row[j];
            row[j] = row[k];
            row[k] = cell;
        }
    }

    private void reflect(int k) {
        double below = square(k + 1, k);
        if (below == 0) {
            return; // τ = 0: no reflection
        }
        double alpha = a[k][k];
        double beta = -Math.copySign(Math.sqrt(alpha * alpha + below), alpha);
        heads[k] = alpha - beta;
        taus[k] = 2 / (heads[k] * heads[k] + below);
        a[k][k] = beta;
        for (int j = k + 1; j < a.length; j++) {
            double along = heads[k] * a[k][j];
            for (int i = k + 1; i < a.length; i++) {
                along += a[i][k] * a[i][j];
            }
            along *= taus[k];
            a[k][j] -= along * heads[k];
            for (int i = k + 1; i < a.length; i++) {
                a[i][j] -= along * a[i][k];
            }
        }
    }

    /** Which column stands at place k. */
    int column(int k) {
        return columns[k];
    }

    double diagonal(int k) {
        return Math.abs(a[k][k]);
    }

    /** The length of column k of U. */
    double length(int k) {
        double square = 0;
        for (int i = 0; i <= k; i++) {
            square += a[i][k] * a[i][k];
        }
        return Math.sqrt(square);
    }

    /** x ← Q₂ᵀ·x. */
    void transposed(double[] x) {
        for (int k = 0; k < x.length; k++) {
            turn(k, x);
        }
    }

    /** x ← Q₂·x. */
    void plain(double[] x) {
        for (int k = x.length - 1; k >= 0; k--) {
            turn(k, x);
        }
    }

    private void turn(int k, double[] x) {
        if (taus[k] == 0) {
            return;
        }
        double along = heads[k] * x[k];
        for (int i = k + 1; i < x.length; i++) {
            along += a[i][k] * x[i];
        }
        along *= taus[k];
        x[k] -= along * heads[k];
        for (int i = k + 1; i < x.length; i++) {
            x[i] -= along * a[i][k];
        }
    }

    /** x ← U⁻¹·x, with the first columns of U alone. */
    void backward(double[] x, int size) {
        for (int k = size - 1; k >= 0; k--) {
            double sum = x[k];
            for (int j = k + 1; j < size; j++) {
                sum -= a[k][j] * x[j];
            }
            x[k] = sum / a[k][k];
        }
    }

    /** x ← U⁻ᵀ·x, with the first columns of U alone. */
    void forward(double[] x, int size) {
        for (int k = 0; k < size; k++) {
            x[k] /= a[k][k];
            for (int j = k + 1; j < size; j++) {
                x[j] -= a[k][j] * x[k];
            }
        }
    }

    /** x ← Uᵀ·U·x, with the first columns of U alone. */
    void multiply(double[] x, int size) {
        for (int k = 0; k < size; k++) {
            double sum = 0;
            for (int j = k; j < size; j++) {
                sum += a[k][j] * x[j];
            }
            x[k] = sum;
        }
        for (int j = size - 1; j >= 0; j--) {
            double sum = 0;
            for (int k = 0; k <= j; k++) {
                sum += a[k][j] * x[k];
            }
            x[j] = sum;
        }
    }
}
