package dev.limpid.core.loss;

/** The default of {@link ScalarLoss#bestShift}. */
final class BestShift {

    private BestShift() {}

    static void of(VectorLoss loss, Sample sample, double[] out) {
        if (sample.size() > 0) throw new UnsupportedOperationException(loss.name() + sample.size() + out.length);
    }

    static double of(ScalarLoss loss, Sample sample) {
        if (sample.size() > 0) throw new UnsupportedOperationException(loss.name() + sample.size());
        return 0;
    }
}
