package dev.limpid.algorithms.tree;

import java.util.Arrays;

/**
 * Sums of row statistics by bin.
 *
 * <pre>
 *   histogram[b] = Σ s_i over the rows i of a node whose code is b      (added in the order of the rows)
 * </pre>
 */
final class Histograms {

    /** What is smaller than this share of the minuend after a subtraction can't be told from 0. */
    private static final double NOTHING = 0x1p-40;

    private Histograms() {}

    /**
     * Adds up one column.
     *
     * @param codes the column
     * @param rows the node's rows at from … to − 1
     * @param statistics of those rows, one after another from 0
     * @param width numbers per row
     * @param histogram receives the sums; overwritten
     */
    static void build(byte[] codes, int[] rows, int from, int to, double[] statistics, int width, double[] histogram) {
        Arrays.fill(histogram, 0);
        if (width == 3) {
            addTriples(codes, rows, from, to, statistics, histogram);
            return;
        }
        int s = 0;
        for (int k = from; k < to; k++) {
            int at = (codes[rows[k]] & 0xff) * width;
            for (int c = 0; c < width; c++) {
                histogram[at + c] += statistics[s++];
            }
        }
    }

    /** The same as the loop for any width, unrolled. */
    private static void addTriples(
            byte[] codes, int[] rows, int from, int to, double[] statistics, double[] histogram) {
        int s = 0;
        for (int k = from; k < to; k++) {
            int at = (codes[rows[k]] & 0xff) * 3;
            histogram[at] += statistics[s];
            histogram[at + 1] += statistics[s + 1];
            histogram[at + 2] += statistics[s + 2];
            s += 3;
        }
    }

    /**
     * Takes one child from the parent, which leaves the other child: {@code histogram ← histogram − child}. What
     * subtraction can't tell from 0 becomes 0, so that a bin without rows has no weight.
     */
    static void subtract(double[] histogram, double[] child) {
        for (int at = 0; at < histogram.length; at++) {
            double parent = histogram[at];
            double rest = parent - child[at];
            histogram[at] = Math.abs(rest) <= NOTHING * Math.abs(parent) ? 0 : rest;
        }
    }
}
