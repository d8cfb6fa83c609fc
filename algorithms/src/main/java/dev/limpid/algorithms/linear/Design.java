package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an optimizer sees, and the way back to raw coefficients.
 *
 * <pre>
 *   x̃ⱼ = (xⱼ − cⱼ) / sⱼ                       (1)  c the weighted mean, s² near σ² + μⱼ/h
 *   f  = Σⱼ w̃ⱼ·x̃ⱼ + b̃
 *   wⱼ = w̃ⱼ / sⱼ                              (2)
 *   b  = b̃ − Σⱼ wⱼ·cⱼ                         (3)
 * </pre>
 *
 * <p>With σ the weighted standard deviation of a column, μⱼ/2·wⱼ² the ridge in the penalty and h a typical curvature of the loss,
 * the second derivative of the objective by wⱼ is near h·σ² + μⱼ, and by w̃ⱼ near h for all columns: gradients then point to the
 * minimum better than they would with s = σ, where μⱼ/σ² of columns that hardly vary is far above h.
 *
 * <p>Scales are powers of two, so that (2) and the division in (1) are exact, unless the penalty is to see standardised
 * coefficients: then s is the standard deviation itself. Columns that are stored sparsely stay as they are under a penalty with a ridge:
 * as the fit separates the rows, h falls far below where it began, and the ridge is most of the curvature of most words, in which it is
 * the same for all only as they are (newsgroups20: 150 products with the Hessian instead of 558). They are scaled all the same if
 * cells of one are a million times those of another. Columns are centred only where an intercept can take (3) up, and
 * columns that are stored sparsely aren't centred at all. Many numeric columns of many rows aren't copied, but {@linkplain ScaledRows
 * seen} so, if none lies far from 0.
 *
 * <p>Without a penalty, columns that say nothing new are left out and have the coefficient 0: constant ones, and of each
 * categorical column the reference level, the first that has rows. (Without an intercept the first categorical column keeps
 * all levels.) With a penalty, which makes the solution unique, all levels are there, so that no level is a favourite of
 * the penalty; a constant column is 0 throughout.
 */
final class Design {

    /** What may be done to columns. */
    enum Scale {
        /** Nothing: the penalty isn't separable. */
        NONE,
        /** Division by a power of two near √(σ² + μ/h). */
        POWER_OF_TWO,
        /** The same, but for columns that are stored sparsely: the penalty has a ridge. */
        FULL_COLUMNS,
        /** Division by the standard deviation: the penalty is to see standardised coefficients. */
        DEVIATION
    }

    /** One-hot columns are stored sparsely from this number of cells on, if they are most of the design. */
    private static final long MANY_CELLS = 1L << 25;

    /** Sizes of cells that differ by more than this are taken for units of different kinds. */
    private static final double UNITS = 1e6;

    /** Spreads from 0 that a centre may have in a view: its products lose twice the binary digits of this at most. */
    private static final double FAR = 8;

    private static final double[] NONE = {};

    private final Encoding encoding;
    private final boolean sparse;
    private final @Nullable Rows seen; // what it was made from, if that is viewed rather than copied
    private final int[] kept;
    private final double[] centres; // c, or empty where all are 0
    private final double[] scales; // s, or empty where all are 1

    private Design(
            Encoding encoding, boolean sparse, @Nullable Rows seen, int[] kept, double[] centres, double[] scales) {
        this.encoding = encoding;
        this.sparse = sparse;
        this.seen = seen;
        this.kept = kept;
        this.centres = unless(0, centres);
        this.scales = unless(1, scales);
    }

    private static double[] unless(double usual, double[] numbers) {
        return Arrays.stream(numbers).allMatch(number -> number == usual) ? NONE : numbers;
    }

    /**
     * Looks at the training rows.
     *
     * @param data rows of weight &gt; 0 without missing cells
     * @param encoding where their columns stand
     * @param centred whether constants can be taken up by an intercept
     * @param scale what may be done to the columns
     * @param penalized whether all columns stay
     */
    static Design of(Dataset data, Encoding encoding, boolean centred, Scale scale, boolean penalized) {
        return of(data, encoding, centred, scale, j -> 0, penalized, Workers.serial());
    }

    /**
     * The same with threads.
     *
     * @param ridge μⱼ/h for the column at a position of the encoding
     */
    static Design of(
            Dataset data,
            Encoding encoding,
            boolean centred,
            Scale scale,
            IntToDoubleFunction ridge,
            boolean penalized,
            Workers workers) {
        boolean wide = (long) data.size() * encoding.size() > MANY_CELLS
                && encoding.size() > 4 * encoding.columns().size();
        boolean sparse = data.features().isSparse() || wide;
        if (data.features().isSparse() && penalized && scale == Scale.NONE) {
            return asGiven(encoding);
        }
        Moments[] moments = sparse
                ? SparseColumns.moments(data, encoding, centred)
                : DenseColumns.moments(data, encoding, centred, workers);
        int[] kept = penalized ? all(encoding.size()) : Levels.informative(encoding, moments, centred);
        boolean viewed = !sparse
                && scale != Scale.DEVIATION
                && kept.length == encoding.columns().size()
                && DenseColumns.isTall(data, encoding);
        double[] centres = new double[kept.length];
        double[] scales = new double[kept.length];
        Scale allowed = scale == Scale.FULL_COLUMNS && differInUnits(moments) ? Scale.POWER_OF_TWO : scale;
        for (int j = 0; j < kept.length; j++) {
            Moments column = moments[kept[j]];
            centres[j] = column.centre();
            scales[j] = column.spread() == 0 ? 1 : scale(allowed, column, ridge.applyAsDouble(kept[j]));
            viewed &= Math.abs(column.centre()) <= FAR * column.spread();
        }
        return new Design(encoding, sparse, viewed ? data.features() : null, kept, centres, scales);
    }

    /** Every column, neither centred nor scaled. */
    private static Design asGiven(Encoding encoding) {
        return new Design(encoding, true, null, all(encoding.size()), NONE, NONE);
    }

    private static double scale(Scale scale, Moments column, double ridge) {
        return switch (scale) {
            case NONE -> 1;
            case POWER_OF_TWO -> powerOfTwo(column, ridge);
            case FULL_COLUMNS -> Double.isNaN(column.cell()) ? powerOfTwo(column, ridge) : 1;
            case DEVIATION -> column.spread();
        };
    }

    /** Whether cells of a column that is stored sparsely are larger by far than those of another. */
    private static boolean differInUnits(Moments[] moments) {
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (Moments column : moments) {
            if (column.spread() > 0 && column.cell() > 0) {
                least = Math.min(least, column.cell());
                largest = Math.max(largest, column.cell());
            }
        }
        return largest > UNITS * least;
    }

    private static double powerOfTwo(Moments column, double ridge) {
        int exponent = Math.getExponent(Math.hypot(column.spread(), Math.sqrt(ridge)));
        return Math.scalb(1.0, Math.max(-1000, Math.min(1000, exponent)));
    }

    private static int[] all(int size) {
        int[] positions = new int[size];
        for (int j = 0; j < size; j++) {
            positions[j] = j;
        }
        return positions;
    }

    /** Returns the same columns as they are in the data, for methods that scale columns themselves: no cell is rounded. */
    Design raw() {
        return new Design(encoding, sparse, null, kept, NONE, NONE);
    }

    /** Returns the number of columns that the optimizer sees. */
    int size() {
        return kept.length;
    }

    /** Whether every column is there as it was given. */
    boolean isIdentity() {
        return kept.length == encoding.size() && centres.length == 0 && !isScaled();
    }

    /** Whether any sⱼ isn't 1. */
    boolean isScaled() {
        return scales.length > 0;
    }

    boolean isSparse() {
        return sparse;
    }

    /** Returns where the coefficient of a column of the design stands in the encoding. */
    int position(int column) {
        return kept[column];
    }

    double centre(int column) {
        return centres.length == 0 ? 0 : centres[column];
    }

    double scale(int column) {
        return scales.length == 0 ? 1 : scales[column];
    }

    /** Returns sⱼ of each column, repeated for each of the K scores. */
    double[] scales(int outputs) {
        double[] repeated = new double[outputs * size()];
        Arrays.setAll(repeated, j -> scale(j % size()));
        return repeated;
    }

    private double[] centres() {
        double[] all = new double[size()];
        Arrays.setAll(all, this::centre);
        return all;
    }

    /** Returns the data set with the columns of the design. */
    Dataset encode(Dataset data) {
        Rows rows = seen != null
                ? new ScaledRows(data.features(), centres(), scales(1), data.features() == seen && !data.hasMissing())
                : sparse ? SparseColumns.rows(data, encoding, this) : DenseColumns.rows(data, encoding, this); // (1)
        if (rows == data.features()) {
            return data; // nothing was changed, and so the columns are what they were
        }
        List<Column> columns = new ArrayList<>(kept.length);
        for (int position : kept) {
            columns.add(encoding.numbers(position));
        }
        return data.withFeatures(rows, columns);
    }

    /** Returns the raw coefficients of a score, 0 for columns that were left out. */
    double[] coefficients(double[] theta, int output) {
        double[] w = new double[encoding.size()];
        for (int j = 0; j < kept.length; j++) {
            w[kept[j]] = theta[output * kept.length + j] / scale(j); // (2)
        }
        return w;
    }

    /** Returns the raw intercept of a score. */
    double intercept(double[] w, double inner) {
        double b = inner;
        for (int j = 0; j < kept.length; j++) {
            b -= w[kept[j]] * centre(j); // (3)
        }
        return b;
    }
}
