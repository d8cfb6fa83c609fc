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

    /** Computes Σᵢ aᵢⱼ·uᵢ for the first columns of a list; the bits don't depend on the list. */
    void dots(int[] list, int count, double[][] u, double[] out);

    /** Returns Σᵢ aᵢⱼ·hᵢ·uᵢ. */
    double dot(int j, double[][] h, double[][] u);

    /** u ← u + c·aⱼ. */
    void add(int j, double c, double[][] u);

    /** Tells whether {@link #gram} can be asked: A has one score and is dense. */
    boolean hasGram();

    /**
     * Computes Σᵢ hᵢ·aᵢⱼ·aᵢₖ for pairs of columns of which one at least is new. The bits of a product don't depend on which.
     *
     * @param columns the columns j, k; the first of them known
     * @param from number of known columns
     * @param to number of all
     * @param h weights of the rows
     * @param gram receives the sums of new ones with all and of all with new ones
     */
    void gram(int[] columns, int from, int to, double[] h, double[][] gram);
}
