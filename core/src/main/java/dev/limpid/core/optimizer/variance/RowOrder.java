package dev.limpid.core.optimizer.variance;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * An order in which all rows are visited once: blocks of {@value #BLOCK} neighbours in an order drawn at random, the rows of a
 * block in an order drawn at random.
 *
 * <p>Neighbours lie side by side in memory, so that most of a row is there when its turn comes; an order of single rows took
 * twice the time for an epoch, and as many epochs.
 */
final class RowOrder {

    private static final int BLOCK = 16;

    private final RandomGenerator random;
    private final int n;
    private final int[] blocks;
    private final int[] rows = new int[BLOCK];

    /** Draws the order of the blocks. */
    RowOrder(int n, RandomGenerator random) {
        this.random = random;
        this.n = n;
        this.blocks = IntStream.range(0, (n + BLOCK - 1) / BLOCK).toArray();
        shuffle(blocks, blocks.length);
    }

    private void shuffle(int[] numbers, int size) {
        for (int i = 0; i < size; i++) {
            int k = i + random.nextInt(size - i);
            int number = numbers[i];
            numbers[i] = numbers[k];
            numbers[k] = number;
        }
    }

    int blocks() {
        return blocks.length;
    }

    /** Draws the order of the k-th block's rows; {@link #row} tells them. */
    int size(int k) {
        int first = blocks[k] * BLOCK;
        int size = Math.min(BLOCK, n - first);
        for (int i = 0; i < size; i++) {
            rows[i] = first + i;
        }
        shuffle(rows, size);
        return size;
    }

    /** Returns the i-th row of the block that was drawn last. */
    int row(int i) {
        return rows[i];
    }
}
