package dev.limpid.core.parameter;

/**
 * A named part of the parameter vector θ, shaped as a matrix that is stored column by column: entry (i, j) stands at
 * offset + j·rows + i.
 *
 * @param name name, such as {@code weights}
 * @param offset position of its first number in θ
 * @param rows number of rows: d for the weights of a linear map
 * @param columns number of columns: K, one for each score
 * @param role what it does
 * @since 0.1.0
 */
public record Block(String name, int offset, int rows, int columns, Role role) {

    /** Checks that sizes are not negative. */
    public Block {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name of a block must not be empty");
        }
        if (!(offset >= 0 && rows >= 0 && columns >= 0)) {
            throw new IllegalArgumentException("offset, rows and columns of block '" + name
                    + "' must be >= 0, but were " + offset + ", " + rows + ", " + columns);
        }
    }

    /**
     * Returns how many numbers there are.
     *
     * @return rows · columns
     */
    public int size() {
        return rows * columns;
    }

    /**
     * Returns where the block ends.
     *
     * @return position after its last number
     */
    public int end() {
        return offset + size();
    }
}
