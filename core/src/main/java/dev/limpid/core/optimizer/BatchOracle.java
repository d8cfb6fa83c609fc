package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.Oracle;
import java.util.random.RandomGenerator;

/** A finite sum on a batch, seen from a point. Value and gradient come from one pass, made when either is asked for. */
final class BatchOracle implements Oracle {

    private static final double EPSILON = Math.ulp(1.0);
    private static final long UPDATE = 1; // apart from what the sampler draws in the same step

    private final FiniteSum objective;
    private final Batch batch;
    private final FeedbackSink feedback;
    private final Progress progress;
    private final double learningRate;
    private final long seed;
    private final double[] theta;
    private final double[] g;
    private double value;
    private boolean known;

    BatchOracle(
            FiniteSum objective,
            Batch batch,
            FeedbackSink feedback,
            Progress progress,
            double learningRate,
            long seed,
            double[] theta) {
        this.objective = objective;
        this.batch = batch;
        this.feedback = feedback;
        this.progress = progress;
        this.learningRate = learningRate;
        this.seed = seed;
        this.theta = theta.clone();
        this.g = new double[theta.length];
    }

    private void know() {
        if (!known) {
            value = objective.gradient(theta, batch, g, feedback);
            known = true;
        }
    }

    boolean isKnown() {
        return known;
    }

    @Override
    public Blocks blocks() {
        return objective.blocks();
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
        return theta.clone();
    }

    @Override
    public double value() {
        know();
        return value;
    }

    @Override
    public double[] gradient() {
        know();
        return g.clone();
    }

    @Override
    public Oracle at(double[] p) {
        if (p.length != theta.length) {
            throw new IllegalArgumentException(
                    "p must have length " + theta.length + " (one number per parameter), but has length " + p.length);
        }
        return new BatchOracle(objective, batch, FeedbackSink.NONE, progress, learningRate, seed, p);
    }

    @Override
    public RandomGenerator random() {
        return Seeds.of(seed, progress.iteration(), UPDATE);
    }

    /** (∇F(θ + h·v) − ∇F(θ − h·v)) / (2·h), h = ∛ε·(1 + ‖θ‖) / ‖v‖: its error is about h²·‖v‖³·|F⁗|/6. */
    @Override
    public double[] hessianTimes(double[] v) {
        double norm = Vectors.norm(v);
        if (norm == 0) {
            return new double[theta.length];
        }
        double h = Math.cbrt(EPSILON) * (1 + Vectors.norm(theta)) / norm;
        double[] ahead = theta.clone();
        double[] behind = theta.clone();
        Vectors.add(ahead, h, v);
        Vectors.add(behind, -h, v);
        double[] product = at(ahead).gradient();
        Vectors.add(product, -1, at(behind).gradient());
        for (int j = 0; j < product.length; j++) {
            product[j] /= 2 * h;
        }
        return product;
    }
}
