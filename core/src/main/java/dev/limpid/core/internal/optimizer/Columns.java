package dev.limpid.core.internal.optimizer;

/** The columns of a matrix A: linear scores are A·θ + o, a column for each parameter. */
public interface Columns {

    /** Returns how many columns there are. */
    int size();

    /** Returns Σᵢ aᵢⱼ² of each column. */
    double[] squares();

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

    /** Tells whether {@link #dense} can be asked: A has one score and is dense. */
    boolean hasGram();

    /** Returns the cells of a column; not to be changed. */
    double[] dense(int j);
}
