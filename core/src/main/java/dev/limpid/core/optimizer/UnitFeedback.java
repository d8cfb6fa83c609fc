package dev.limpid.core.optimizer;

import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;

/** What gradients of units were last seen: kept only for a sampler that looks at it. */
record UnitFeedback(Feedback known, FeedbackSink sink) {

    static UnitFeedback of(Sampler sampler, Population units, Memory memory) {
        if (!sampler.usesFeedback()) {
            return new UnitFeedback(Feedback.none(), FeedbackSink.NONE);
        }
        if (!memory.has("gradient")) {
            double[] unknown = new double[units.size()];
            java.util.Arrays.fill(unknown, Double.NaN);
            memory.put("gradient", unknown);
        }
        double[] gradient = memory.array("gradient", units.size());
        double[] seen = memory.array("seen", 1);
        FeedbackSink sink = (unit, size) -> {
            gradient[unit] = size;
            seen[0] = 1;
        };
        return new UnitFeedback(new LastSeen(gradient, seen), sink);
    }

    @SuppressWarnings("ArrayRecordComponent") // a view of the memory, never compared
    private record LastSeen(double[] sizes, double[] seen) implements Feedback {

        @Override
        public boolean isKnown() {
            return seen[0] > 0;
        }

        @Override
        public double gradient(int unit) {
            return sizes[unit];
        }

        @Override
        public double curvature(int unit) {
            return Double.NaN;
        }
    }
}
