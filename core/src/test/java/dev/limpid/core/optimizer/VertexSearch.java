package dev.limpid.core.optimizer;

/** The minimum of a quantile risk by trying all fits through p points, one of which is optimal. */
final class VertexSearch {

    private VertexSearch() {}

    static double minimum(RegressionToy risk, double[][] x, double[] y) {
        double best = Double.POSITIVE_INFINITY;
        int n = y.length;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                for (int c = b + 1; c < n; c++) {
                    for (int d = c + 1; d < n; d++) {
                        double[] theta = through(x, y, a, b, c, d);
                        if (Double.isFinite(theta[0])) {
                            best = Math.min(best, risk.value(theta));
                        }
                    }
                }
            }
        }
        return best;
    }

    /** Gaussian elimination with row exchange; NaN or infinite for a singular system. */
    private static double[] through(double[][] x, double[] y, int... rows) {
        int p = rows.length;
        double[][] m = new double[p][p + 1];
        for (int i = 0; i < p; i++) {
            System.arraycopy(x[rows[i]], 0, m[i], 0, p);
            m[i][p] = y[rows[i]];
        }
        for (int j = 0; j < p; j++) {
            int pivot = j;
            for (int i = j + 1; i < p; i++) {
                pivot = Math.abs(m[i][j]) > Math.abs(m[pivot][j]) ? i : pivot;
            }
            double[] row = m[pivot];
            m[pivot] = m[j];
            m[j] = row;
            for (int i = 0; i < p; i++) {
                double factor = i == j ? 0 : m[i][j] / m[j][j];
                for (int k = j; k <= p; k++) {
                    m[i][k] -= factor * m[j][k];
                }
            }
        }
        double[] theta = new double[p];
        for (int j = 0; j < p; j++) {
            theta[j] = m[j][p] / m[j][j];
        }
        return theta;
    }
}
