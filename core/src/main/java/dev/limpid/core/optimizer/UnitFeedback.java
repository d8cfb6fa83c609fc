package dev.limpid.core.optimizer;

import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import java.util.Arrays;

/** What gradients and curvatures of units were last seen: kept only for a sampler that looks at it. */
record UnitFeedback(Feedback known, FeedbackSink sink) {

    static UnitFeedback of(Sampler sampler, Population units, Memory memory) {
        if (!sampler.usesFeedback()) {
            return new UnitFeedback(Feedback.none(), FeedbackSink.NONE);
        }
        double[] gradient = unknownAtFirst("gradient", units.size(), memory);
        double[] curvature = unknownAtFirst("curvature", units.size(), memory);
        double[] seen = memory.array("seen", 1);
        return new UnitFeedback(new LastSeen(gradient, curvature, seen), new LastSeenSink(gradient, curvature, seen));
    }

    private static double[] unknownAtFirst(String name, int n, Memory memory) {
        if (!memory.has(name)) {
            double[] unknown = new double[n];
            Arrays.fill(unknown, Double.NaN);
            memory.put(name, unknown);
        }
        return memory.array(name, n);
    }

    @SuppressWarnings("ArrayRecordComponent") // a view of the memory, never compared
    private record LastSeenSink(double[] sizes, double[] curvatures, double[] seen) implements FeedbackSink {

        @Override
        public void accept(int unit, double gradient) {
            accept(unit, gradient, Double.NaN);
        }

        @Override
        public void accept(int unit, double gradient, double curvature) {
            sizes[unit] = gradient;
            curvatures[unit] = curvature;
            seen[0] = 1;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a view of the memory, never compared
    private record LastSeen(double[] sizes, double[] curvatures, double[] seen) implements Feedback {

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
            return curvatures[unit];
        }
    }
}
