package dev.limpid.core.objective;

import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.sampler.Batch;

/** Keeps what threads see of units until it can be told in the order of the batch. */
final class Feedbacks {

    private final Batch batch;
    private final FeedbackSink sink;
    private final boolean asked;
    private final double[] gradients;
    private final double[] curvatures;

    Feedbacks(Batch batch, FeedbackSink sink) {
        this.batch = batch;
        this.sink = sink;
        this.asked = sink != FeedbackSink.NONE;
        this.gradients = new double[asked ? batch.size() : 0];
        this.curvatures = new double[asked ? batch.size() : 0];
    }

    /** Computes loss and gradient of a tile at its scores; where somebody listens, also the curvature. */
    double visit(LossKernel kernel, Tile tile) {
        if (!asked) {
            return kernel.valueAndGradient(tile.size, tile.y, tile.f, tile.w, tile.g);
        }
        double[][] h = new double[tile.g.length][tile.size];
        double value = kernel.quadratic(tile.size, tile.y, tile.f, tile.w, tile.g, h);
        tile.sizes(h, gradients, curvatures);
        return value;
    }

    void tell() {
        for (int k = 0; k < gradients.length; k++) {
            if (batch.weight(k) > 0) {
                sink.accept(batch.unit(k), gradients[k], curvatures[k]);
            }
        }
    }
}
