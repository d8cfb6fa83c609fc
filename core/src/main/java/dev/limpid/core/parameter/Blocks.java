package dev.limpid.core.parameter;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameter vector θ as named blocks that follow one another without gaps.
 *
 * @param list the blocks
 * @since 0.1.0
 */
public record Blocks(List<Block> list) {

    /** Checks that the blocks lie one behind the other and have different names. */
    public Blocks {
        list = List.copyOf(list);
        int end = 0;
        for (Block block : list) {
            if (block.offset() != end) {
                throw new IllegalArgumentException(
                        "offset of block '" + block.name() + "' must be " + end + ", but was " + block.offset());
            }
            end = block.end();
        }
        if (list.stream().map(Block::name).distinct().count() != list.size()) {
            throw new IllegalArgumentException("names of blocks must differ, but were "
                    + list.stream().map(Block::name).toList());
        }
    }

    /**
     * A parameter vector without structure.
     *
     * @param size number of parameters
     * @return one block named {@code theta} of weights
     */
    public static Blocks single(int size) {
        return new Blocks(List.of(new Block("theta", 0, size, 1, Role.WEIGHTS)));
    }

    /**
     * Appends a block.
     *
     * @param name its name
     * @param rows number of rows
     * @param columns number of columns
     * @param role what it does
     * @return the longer list
     */
    public Blocks and(String name, int rows, int columns, Role role) {
        List<Block> more = new ArrayList<>(list);
        more.add(new Block(name, size(), rows, columns, role));
        return new Blocks(more);
    }

    /**
     * Returns the number of parameters.
     *
     * @return the length of θ
     */
    public int size() {
        return list.isEmpty() ? 0 : list.get(list.size() - 1).end();
    }

    /**
     * Finds a block.
     *
     * @param name its name
     * @return the block
     * @throws IllegalArgumentException if there is none of that name
     */
    public Block get(String name) {
        for (Block block : list) {
            if (block.name().equals(name)) {
                return block;
            }
        }
        throw new IllegalArgumentException(
                "block must be one of " + list.stream().map(Block::name).toList() + ", but was '" + name + "'");
    }
}
