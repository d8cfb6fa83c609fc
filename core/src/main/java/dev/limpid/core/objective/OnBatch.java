package dev.limpid.core.objective;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.training.OracleCount;

/** What a finite sum is on one batch. */
record OnBatch(FiniteSum sum, Batch batch) implements Smooth {

    @Override
    public Blocks blocks() {
        return sum.blocks();
    }

    @Override
    public double value(double[] t) {
        return gradient(t, new double[t.length]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        return sum.gradient(t, batch, g, FeedbackSink.NONE);
    }

    @Override
    public String kink() {
        return sum.kink();
    }

    @Override
    public OracleCount count() {
        return sum.count();
    }
}
