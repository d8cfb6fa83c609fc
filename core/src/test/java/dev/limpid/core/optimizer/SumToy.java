package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import java.util.Arrays;
import java.util.Optional;

/** (1/n)·Σᵤ ½·‖θ − cᵤ‖², whose minimum is the mean of the c; counts how often it is asked. */
final class SumToy implements FiniteSum {

    final double[][] c;
    int asked;

    SumToy(double[]... c) {
        this.c = c;
    }

    double[] mean() {
        double[] mean = new double[c[0].length];
        for (double[] point : c) {
            Vectors.add(mean, 1.0 / c.length, point);
        }
        return mean;
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(c[0].length);
    }

    @Override
    public Population units() {
        return Population.of(c.length);
    }

    @Override
    public double value(double[] t) {
        return gradient(t, new double[t.length]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        return gradient(t, Batch.range(0, c.length, 1), g, FeedbackSink.NONE);
    }

    @Override
    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
        asked++;
        Arrays.fill(g, 0);
        double value = 0;
        for (int k = 0; k < batch.size(); k++) {
            double[] r = t.clone();
            Vectors.add(r, -1, c[batch.unit(k)]);
            double weight = batch.weight(k) / (batch.fraction() * c.length);
            Vectors.add(g, weight, r);
            value += weight * Vectors.dot(r, r) / 2;
            feedback.accept(batch.unit(k), Vectors.norm(r));
        }
        return value;
    }

    @Override
    public FiniteSum plus(Smooth other) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public FiniteSum penalized(String block, SmoothPenalty penalty) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public Composite<? extends FiniteSum> penalized(String block, Penalty penalty) {
        return new WithPenalty(this, penalty);
    }

    private record WithPenalty(SumToy smooth, Penalty omega) implements Composite<SumToy> {

        @Override
        public double penalty(double[] t) {
            return omega.value(t, blocks().get("theta"));
        }

        @Override
        public Optional<SeparablePenalty> separable() {
            return omega instanceof SeparablePenalty sum ? Optional.of(sum) : Optional.empty();
        }

        @Override
        public void prox(double[] z, double step) {
            omega.prox(z, blocks().get("theta"), step);
        }
    }
}
