package dev.limpid.core.objective;

import dev.limpid.core.sampler.Batch;

/** Keeps what threads see of units until it can be told in the order of the batch. */
final class Feedbacks {

    private final Batch batch;
    private final FeedbackSink sink;
    private final double[] gradients;

    Feedbacks(Batch batch, FeedbackSink sink) {
        this.batch = batch;
        this.sink = sink;
        this.gradients = new double[sink == FeedbackSink.NONE ? 0 : batch.size()];
    }

    void keep(Tile tile) {
        if (gradients.length > 0) {
            tile.gradientSizes(gradients);
        }
    }

    void tell() {
        for (int k = 0; k < gradients.length; k++) {
            if (batch.weight(k) > 0) {
                sink.accept(batch.unit(k), gradients[k]);
            }
        }
    }
}
