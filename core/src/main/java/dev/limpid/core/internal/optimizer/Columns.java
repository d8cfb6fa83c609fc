package dev.limpid.core.internal.optimizer;

/** The columns of a matrix A: linear scores are A·θ + o, a column for each parameter. */
public interface Columns {

    /** Returns how many columns there are. */
    int size();

    /** Returns Σᵢ aᵢⱼ². */
    double square(int j);

    /** Returns Σᵢ hᵢ·aᵢⱼ². */
    double square(int j, double[][] h);

    /** Returns Σᵢ aᵢⱼ·uᵢ. */
    double dot(int j, double[][] u);

    /** Returns Σᵢ aᵢⱼ·hᵢ·uᵢ. */
    double dot(int j, double[][] h, double[][] u);

    /** u ← u + c·aⱼ. */
    void add(int j, double c, double[][] u);

    /**
     * Computes Σᵢ hᵢ·aᵢⱼ·aᵢₖ for pairs of columns, if that is cheap: A has one score and is dense.
     *
     * @param columns the columns j, k
     * @param h weights of the rows
     * @param gram receives the sums, lower triangle
     * @return whether it did
     */
    boolean gram(int[] columns, double[] h, double[][] gram);
}
