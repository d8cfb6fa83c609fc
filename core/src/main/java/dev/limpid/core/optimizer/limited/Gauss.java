package dev.limpid.core.optimizer.limited;

/** Elimination with row exchanges for small matrices that are not symmetric or not definite. */
final class Gauss {

    private Gauss() {}

    /** The inverse; a is overwritten. Entries that are not finite where a is singular. */
    static double[][] inverse(double[][] a) {
        double[][] out = new double[a.length][a.length];
        for (int j = 0; j < a.length; j++) {
            out[j][j] = 1;
        }
        eliminate(a, out);
        return out;
    }

    /** The solution of a·x = b; both are overwritten. */
    static double[] solve(double[][] a, double[] b) {
        double[][] columns = new double[b.length][1];
        for (int j = 0; j < b.length; j++) {
            columns[j][0] = b[j];
        }
        eliminate(a, columns);
        double[] x = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            x[j] = columns[j][0];
        }
        return x;
    }

    private static void eliminate(double[][] a, double[][] b) {
        for (int j = 0; j < a.length; j++) {
            int pivot = j;
            for (int i = j + 1; i < a.length; i++) {
                pivot = Math.abs(a[i][j]) > Math.abs(a[pivot][j]) ? i : pivot;
            }
            swap(a, j, pivot);
            swap(b, j, pivot);
            scale(a[j], b[j], 1 / a[j][j]);
            for (int i = 0; i < a.length; i++) {
                if (i != j && a[i][j] != 0) {
                    double c = a[i][j];
                    subtract(a[i], c, a[j]);
                    subtract(b[i], c, b[j]);
                }
            }
        }
    }

    private static void swap(double[][] a, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
    }

    private static void scale(double[] a, double[] b, double c) {
        for (int k = 0; k < a.length; k++) {
            a[k] *= c;
        }
        for (int k = 0; k < b.length; k++) {
            b[k] *= c;
        }
    }

    private static void subtract(double[] a, double c, double[] b) {
        for (int k = 0; k < a.length; k++) {
            a[k] -= c * b[k];
        }
    }
}
