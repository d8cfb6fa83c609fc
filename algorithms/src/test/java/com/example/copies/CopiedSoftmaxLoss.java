package com.example.copies;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.VectorLoss;

/**
 * The log loss of K classes.
 *
 * @param classes K
 */
public record CopiedSoftmaxLoss(int classes) implements VectorLoss {

    @Override
    public int scores() {
        return classes;
    }

    @Override
    public double value(double[] y, double[] f) {
        int top = top(f);
        double s = 0;
        for (int k = 0; k < f.length; k++) {
            s += k == top ? 0 : Math.exp(f[k] - f[top]);
        }
        return f[top] - f[(int) y[0]] + Scores.log1p(s);
    }

    @Override
    public void gradient(double[] y, double[] f, double[] out) {
        int top = top(f);
        double others = probabilities(f, top, out);
        int target = (int) y[0];
        out[target] = target == top ? -others : out[target] - 1;
    }

    @Override
    public void curvature(double[] y, double[] f, double[] out) {
        int top = top(f);
        double others = probabilities(f, top, out);
        for (int k = 0; k < f.length; k++) {
            out[k] *= k == top ? others : 1 - out[k];
        }
    }

    @Override
    public Curvature kind() {
        return Curvature.EXACT;
    }

    @Override
    public void secondDerivative(double[] y, double[] f, double[][] out) {
        double[] p = new double[f.length];
        int top = top(f);
        double others = probabilities(f, top, p);
        for (int j = 0; j < f.length; j++) {
            for (int k = 0; k < f.length; k++) {
                out[j][k] = j != k ? -p[j] * p[k] : p[k] * (k == top ? others : 1 - p[k]);
            }
        }
    }

    private static int top(double[] f) {
        int top = 0;
        for (int k = 1; k < f.length; k++) {
            top = f[k] > f[top] ? k : top;
        }
        return top;
    }

    private static double probabilities(double[] f, int top, double[] out) {
        double s = 0;
        for (int k = 0; k < f.length; k++) {
            out[k] = Math.exp(f[k] - f[top]);
            s += k == top ? 0 : out[k];
        }
        for (int k = 0; k < f.length; k++) {
            out[k] /= 1 + s;
        }
        return s / (1 + s);
    }

    @Override
    public void bestShift(Sample sample, double[] out) {
        double[] weight = new double[classes];
        double total = 0;
        for (int i = 0; i < sample.size(); i++) {
            weight[(int) sample.y(i)] += sample.w(i);
        }
        for (double w : weight) {
            total += w;
        }
        for (int k = 0; k < classes; k++) {
            out[k] = Math.log(weight[k] / total) - sample.scores().get(k).at(0);
        }
    }

    @Override
    public void mean(double[] f, double[] out) {
        Scores.softmax(f, out);
    }

    @Override
    public boolean convex() {
        return true;
    }
}
