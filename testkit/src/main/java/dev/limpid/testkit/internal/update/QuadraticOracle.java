package dev.limpid.testkit.internal.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.Oracle;
import java.util.ArrayList;
import java.util.List;

/** F(θ) = ½Σⱼ cⱼ·(θⱼ − mⱼ)², or a gradient that is given. It keeps hold of the arrays it hands out, to scribble on them. */
final class QuadraticOracle implements Oracle {

    private final Blocks blocks;
    private final Progress progress;
    private final double learningRate;
    private final double[] theta;
    private final double[] c;
    private final double[] m;
    private final List<double[]> handedOut;

    QuadraticOracle(Blocks blocks, Progress progress, double learningRate, double[] theta, double[] c, double[] m) {
        this(blocks, progress, learningRate, theta, c, m, new ArrayList<>());
    }

    private QuadraticOracle(
            Blocks blocks,
            Progress progress,
            double learningRate,
            double[] theta,
            double[] c,
            double[] m,
            List<double[]> handedOut) {
        this.blocks = blocks;
        this.progress = progress;
        this.learningRate = learningRate;
        this.theta = theta.clone();
        this.c = c;
        this.m = m;
        this.handedOut = handedOut;
    }

    private double[] handOut(double[] array) {
        handedOut.add(array);
        return array;
    }

    /** Overwrites all arrays handed out so far, as a driver may that reuses its buffers. */
    void scribble() {
        handedOut.forEach(array -> java.util.Arrays.fill(array, 1e6));
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public double[] theta() {
        return handOut(theta.clone());
    }

    @Override
    public double value() {
        double sum = 0;
        for (int j = 0; j < theta.length; j++) {
            sum += 0.5 * c[j] * (theta[j] - m[j]) * (theta[j] - m[j]);
        }
        return sum;
    }

    @Override
    public double[] gradient() {
        double[] g = new double[theta.length];
        for (int j = 0; j < g.length; j++) {
            g[j] = c[j] * (theta[j] - m[j]);
        }
        return handOut(g);
    }

    @Override
    public Oracle at(double[] p) {
        return new QuadraticOracle(blocks, progress, learningRate, p, c, m, handedOut);
    }

    @Override
    public double[] hessianTimes(double[] v) {
        double[] product = new double[v.length];
        for (int j = 0; j < v.length; j++) {
            product[j] = c[j] * v[j];
        }
        return handOut(product);
    }
}
