package dev.limpid.algorithms.linear;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import java.util.Arrays;

/** The term c·Σⱼ θⱼ over the numbers of a block. */
record LinearTerm(Blocks blocks, Block block, double c) implements Curved {

    static LinearTerm of(Blocks blocks, String block, double c) {
        return new LinearTerm(blocks, blocks.get(block), c);
    }

    @Override
    public double value(double[] t) {
        double sum = 0;
        for (int j = block.offset(); j < block.end(); j++) {
            sum += t[j];
        }
        return c * sum;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        Arrays.fill(g, 0);
        Arrays.fill(g, block.offset(), block.end(), c);
        return value(t);
    }

    @Override
    public double quadratic(double[] t, double cap, double[] g, double[][] b) {
        for (int j = 0; j < g.length; j++) {
            Arrays.fill(b[j], 0, j + 1, 0);
        }
        return gradient(t, g);
    }

    @Override
    public double typicalCurvature(double[] t) {
        return 0;
    }

    @Override
    public boolean needsCap() {
        return false;
    }
}
