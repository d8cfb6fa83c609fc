package dev.limpid.algorithms.inference;

/** The root of a symmetric matrix, H = L·Lᵀ. */
final class Root {

    /** A pivot this far below 0, by the diagonal, isn't rounding. */
    private static final double ROUNDING = 1e-10;

    private Root() {}

    /** Replaces the lower triangle by L, with rows and columns of 0 where nothing is left; false if H isn't semidefinite. */
    static boolean take(double[][] h) {
        boolean semidefinite = true;
        for (int j = 0; j < h.length; j++) {
            double diagonal = h[j][j];
            double left = diagonal;
            for (int k = 0; k < j; k++) {
                left -= h[j][k] * h[j][k];
            }
            semidefinite &= left >= -ROUNDING * Math.abs(diagonal) && diagonal >= 0;
            h[j][j] = left > 0 ? Math.sqrt(left) : 0;
            for (int i = j + 1; i < h.length; i++) {
                double sum = h[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= h[i][k] * h[j][k];
                }
                h[i][j] = h[j][j] > 0 ? sum / h[j][j] : 0;
            }
        }
        return semidefinite;
    }
}
