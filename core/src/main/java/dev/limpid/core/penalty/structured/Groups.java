package dev.limpid.core.penalty.structured;

import dev.limpid.core.parameter.Block;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Which numbers of a block belong together, and what each group weighs.
 *
 * <pre>{@code
 * Groups.ofRows(new int[] {0, 1, 2}, new int[] {3, 4})   // features 0–2 and 3–4, with the weights of all scores
 * Groups.eachRow()                                       // a feature's weights for all scores: multi-task lasso
 * }</pre>
 *
 * <p>Groups don't overlap. A number that is in none isn't penalised. A group of m numbers weighs √m unless weights are given, so that
 * large groups aren't chosen for their size.
 *
 * <p><b>References</b>
 * <ol><li>M. Yuan, Y. Lin (2006): Model Selection and Estimation in Regression with Grouped Variables. Journal of the Royal
 *     Statistical Society B 68(1).</ol>
 *
 * @since 0.1.0
 */
public final class Groups {

    private enum Kind {
        EACH_ROW,
        EACH_COLUMN,
        ROWS,
        POSITIONS
    }

    private final Kind kind;
    private final int[][] lists;
    private final double[] weights; // empty: √m
    private final int largest; // largest number in the lists; −1 without

    private Groups(Kind kind, int[][] lists, double[] weights) {
        this.kind = kind;
        this.lists = lists;
        this.weights = weights;
        this.largest = Arrays.stream(lists).flatMapToInt(Arrays::stream).max().orElse(-1);
    }

    /**
     * A group for each row of the block: for the weights of a linear map, each feature's weights for all scores.
     *
     * @return as many groups as the block has rows
     */
    public static Groups eachRow() {
        return new Groups(Kind.EACH_ROW, new int[0][], new double[0]);
    }

    /**
     * A group for each column of the block: for the weights of a linear map, each score's weights.
     *
     * @return as many groups as the block has columns
     */
    public static Groups eachColumn() {
        return new Groups(Kind.EACH_COLUMN, new int[0][], new double[0]);
    }

    /**
     * Groups of rows, with all their columns: for the weights of a linear map, features that are in or out together.
     *
     * @param rows for each group its rows, from 0; copied
     * @return the groups
     * @throws IllegalArgumentException if a group is empty, or a row is negative or in two groups
     */
    public static Groups ofRows(int[]... rows) {
        return new Groups(Kind.ROWS, checked("rows", rows), new double[0]);
    }

    /**
     * Groups of any numbers of the block.
     *
     * @param positions for each group its positions in the block, from 0, column by column; copied
     * @return the groups
     * @throws IllegalArgumentException if a group is empty, or a position is negative or in two groups
     */
    public static Groups ofPositions(int[]... positions) {
        return new Groups(Kind.POSITIONS, checked("positions", positions), new double[0]);
    }

    private static int[][] checked(String name, int[][] lists) {
        int[][] copy = new int[lists.length][];
        BitSet seen = new BitSet();
        for (int g = 0; g < lists.length; g++) {
            copy[g] = lists[g].clone();
            if (copy[g].length == 0) {
                throw new IllegalArgumentException(name + " must not be empty, but " + name + "[" + g + "] is");
            }
            for (int i : copy[g]) {
                if (i < 0) {
                    throw new IllegalArgumentException(name + " must be >= 0, but " + name + "[" + g + "] holds " + i);
                }
                if (seen.get(i)) {
                    throw new IllegalArgumentException(
                            name + " must be in one group each, but " + name + "[" + g + "] holds " + i + " again");
                }
                seen.set(i);
            }
        }
        return copy;
    }

    /**
     * Returns a copy with other weights.
     *
     * @param newWeights one for each group; finite, ≥ 0; 0 leaves a group unpenalised; copied
     * @return the copy
     * @throws IllegalArgumentException if a weight isn't in its range, or lists of groups have another number of them
     */
    public Groups withWeights(double... newWeights) {
        for (int g = 0; g < newWeights.length; g++) {
            if (!(newWeights[g] >= 0 && Double.isFinite(newWeights[g]))) {
                throw new IllegalArgumentException(
                        "weights must be finite and >= 0, but weights[" + g + "] was " + newWeights[g]);
            }
        }
        if (newWeights.length == 0 || (isListed() && newWeights.length != lists.length)) {
            throw new IllegalArgumentException("weights must have one number for each group"
                    + (isListed() ? ", " + lists.length : "") + ", but has length " + newWeights.length);
        }
        return new Groups(kind, lists, newWeights.clone());
    }

    private boolean isListed() {
        return kind == Kind.ROWS || kind == Kind.POSITIONS;
    }

    /**
     * Refuses a block that these groups don't fit.
     *
     * @param b the block
     * @throws IllegalArgumentException if a row or position lies outside of it, or there are not as many weights as groups
     */
    public void check(Block b) {
        int end = kind == Kind.ROWS ? b.rows() : b.size();
        if (isListed() && largest >= end) {
            String what = kind == Kind.ROWS ? "rows" : "positions";
            throw new IllegalArgumentException(
                    what + " must be below " + end + ", where block '" + b.name() + "' ends, but one was " + largest);
        }
        if (weights.length > 0 && weights.length != count(b)) {
            throw new IllegalArgumentException("weights must have length " + count(b)
                    + " (one weight per group of block '" + b.name() + "'), but has length " + weights.length);
        }
    }

    /**
     * Returns how many groups there are in a block.
     *
     * @param b the block
     * @return the number of groups
     */
    public int count(Block b) {
        return switch (kind) {
            case EACH_ROW -> b.rows();
            case EACH_COLUMN -> b.columns();
            case ROWS, POSITIONS -> lists.length;
        };
    }

    /**
     * Returns how many numbers a group has.
     *
     * @param b the block
     * @param group the group, from 0
     * @return its size m
     */
    public int size(Block b, int group) {
        return switch (kind) {
            case EACH_ROW -> b.columns();
            case EACH_COLUMN -> b.rows();
            case ROWS -> lists[group].length * b.columns();
            case POSITIONS -> lists[group].length;
        };
    }

    /**
     * Returns where a number of a group stands among all parameters.
     *
     * @param b the block
     * @param group the group, from 0
     * @param k which of its numbers, from 0
     * @return its position in θ
     */
    public int position(Block b, int group, int k) {
        return b.offset()
                + switch (kind) {
                    case EACH_ROW -> k * b.rows() + group;
                    case EACH_COLUMN -> group * b.rows() + k;
                    case ROWS -> k / lists[group].length * b.rows() + lists[group][k % lists[group].length];
                    case POSITIONS -> lists[group][k];
                };
    }

    /**
     * Returns what a group weighs.
     *
     * @param b the block
     * @param group the group, from 0
     * @return its weight; √m unless weights were given
     */
    public double weight(Block b, int group) {
        return weights.length > 0 ? weights[group] : Math.sqrt(size(b, group));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Groups that
                && that.kind == kind
                && Arrays.deepEquals(that.lists, lists)
                && Arrays.equals(that.weights, weights);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + Arrays.deepHashCode(lists)) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        String which = switch (kind) {
            case EACH_ROW -> "each row";
            case EACH_COLUMN -> "each column";
            case ROWS -> "rows " + Arrays.deepToString(lists);
            case POSITIONS -> "positions " + Arrays.deepToString(lists);
        };
        return which + (weights.length > 0 ? " with weights " + Arrays.toString(weights) : "");
    }
}
