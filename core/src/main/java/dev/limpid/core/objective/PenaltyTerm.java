package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import java.util.Arrays;

/** A penalty with a gradient as an objective of its own. */
record PenaltyTerm(Blocks blocks, Block block, SmoothPenalty penalty) implements Curved {

    PenaltyTerm {
        penalty.check(block);
    }

    @Override
    public double value(double[] t) {
        return penalty.value(t, block);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        Arrays.fill(g, 0);
        penalty.addGradient(t, block, g);
        return penalty.value(t, block);
    }

    /** Exact for squares of coordinates, λⱼ/2·x²; differences of gradients else. */
    @Override
    public HessianProduct hessian(double[] t) {
        double[] h = new double[t.length];
        for (int j = 0; j < block.size(); j++) {
            h[block.offset() + j] =
                    penalty instanceof SeparablePenalty separable ? separable.squareStrength(j) : Double.NaN;
            if (Double.isNaN(h[block.offset() + j])) {
                return HessianProducts.byDifferences(this, t);
            }
        }
        return HessianProducts.ofDiagonal(h);
    }

    @Override
    public double quadratic(double[] t, double cap, double[] g, double[][] b) {
        double[] c = new double[g.length];
        penalty.addCurvature(t, block, c);
        for (int j = 0; j < c.length; j++) {
            Arrays.fill(b[j], 0, j + 1, 0);
            b[j][j] = c[j];
        }
        return gradient(t, g);
    }

    @Override
    public double typicalCurvature(double[] t) {
        return 0; // no rows
    }

    @Override
    public boolean needsCap() {
        return false;
    }

    @Override
    public String formula() {
        return penalty.formula(Formulas.letter(block));
    }
}
