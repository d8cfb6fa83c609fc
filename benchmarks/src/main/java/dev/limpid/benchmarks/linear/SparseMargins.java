package dev.limpid.benchmarks.linear;

/**
 * The objective of {@link SparseClassification}, in double numbers.
 *
 * @param set the rows
 * @param logistic whether the loss is the logistic one; else the squared hinge
 */
record SparseMargins(SparseSet set, boolean logistic) {

    /** Returns F(w). */
    double objective(double[] w) {
        double sum = 0;
        for (int i = 0; i < set.rows(); i++) {
            double m = (2 * set.y()[i] - 1) * dot(i, w);
            double u = Math.max(0, 1 - m);
            sum += logistic ? Math.max(-m, 0) + Math.log1p(Math.exp(-Math.abs(m))) : u * u;
        }
        double square = 0;
        for (double x : w) {
            square += x * x;
        }
        return (sum + 0.5 * square) / set.rows();
    }

    private double dot(int i, double[] w) {
        double sum = 0;
        for (int k = set.starts()[i]; k < set.starts()[i + 1]; k++) {
            sum += set.values()[k] * w[set.indices()[k]];
        }
        return sum;
    }
}
