package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.sampler.Batch;

/** Scores of rows by a hypothesis, some at a time. */
final class Scoring {

    private static final int SOME = 512;

    private Scoring() {}

    /** Returns the score k of row i at [k][i], without offsets. */
    static double[][] of(Hypothesis hypothesis, double[] theta, Rows x) {
        double[][] f = new double[hypothesis.outputs()][x.size()];
        double[][] some = new double[f.length][Math.min(SOME, x.size())];
        for (int from = 0; from < x.size(); from += SOME) {
            int to = Math.min(x.size(), from + SOME);
            hypothesis.forward(theta, x, Batch.range(from, to, 1), some);
            for (int k = 0; k < f.length; k++) {
                System.arraycopy(some[k], 0, f[k], from, to - from);
            }
        }
        return f;
    }

    /** Adds the offsets of a data set, if it has them. */
    static double[][] plusOffsets(double[][] f, Dataset rows) {
        if (rows.offsets().isEmpty()) {
            return f;
        }
        if (rows.offsets().size() != f.length) {
            throw new IllegalArgumentException("offsets must be " + f.length + " (one for each score), but are "
                    + rows.offsets().size());
        }
        for (int k = 0; k < f.length; k++) {
            for (int i = 0; i < f[k].length; i++) {
                f[k][i] += rows.offsets().get(k).at(i);
            }
        }
        return f;
    }

    /** Returns the scores of one row. */
    static double[] of(Hypothesis hypothesis, double[] theta, double[] cells) {
        double[][] f = of(hypothesis, theta, Rows.dense(new double[][] {cells}));
        double[] scores = new double[f.length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = f[k][0];
        }
        return scores;
    }
}
