package dev.limpid.core.training;

/** The rules behind the factories of {@link Stopping}. */
final class Limits {

    private Limits() {}

    record MaxIterations(long n) implements Stopping {

        MaxIterations {
            if (!(n >= 1)) {
                throw new IllegalArgumentException("n must be >= 1, but was " + n);
            }
        }

        @Override
        public StopReason after(Trace trace) {
            return trace.last().iteration() < n
                    ? StopReason.RUNNING
                    : limit(
                            "The limit of " + n
                                    + " steps was reached before the tolerance: allow more, or check the scale of the columns.");
        }
    }

    record MaxEpochs(double epochs) implements Stopping {

        /** Sums of fractions such as 0.1 fall short of whole numbers by rounding. */
        private static final double ROUNDING = 1e-9;

        MaxEpochs {
            positive("epochs", epochs);
        }

        @Override
        public StopReason after(Trace trace) {
            return trace.last().number(Step.EPOCH) >= epochs - ROUNDING
                    ? limit("All " + epochs + " epochs were made.")
                    : StopReason.RUNNING;
        }
    }

    record MaxSeconds(double seconds) implements Stopping {

        MaxSeconds {
            positive("seconds", seconds);
        }

        @Override
        public StopReason after(Trace trace) {
            return trace.seconds() < seconds
                    ? StopReason.RUNNING
                    : limit("The limit of " + seconds + " seconds was reached after step "
                            + trace.last().iteration() + ": allow more time, or fewer rows.");
        }
    }

    record NoProgress(int patience, double relative) implements Stopping {

        NoProgress {
            if (!(patience >= 1)) {
                throw new IllegalArgumentException("patience must be >= 1, but was " + patience);
            }
            if (!(relative >= 0 && relative < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("relative must be finite and >= 0, but was " + relative);
            }
        }

        @Override
        public StopReason after(Trace trace) {
            int last = trace.size() - 1;
            if (last < patience) {
                return StopReason.RUNNING;
            }
            double now = trace.step(last).objective();
            double then = trace.step(last - patience).objective();
            if (!(then - now <= relative * Math.abs(then))) {
                return StopReason.RUNNING;
            }
            return new StopReason(
                    StopReason.Kind.STALLED,
                    "The objective fell by " + (then - now) + " in the last " + patience + " steps, from " + then
                            + ", which is at most " + relative + " of it.");
        }
    }

    private static StopReason limit(String sentence) {
        return new StopReason(StopReason.Kind.LIMIT, sentence);
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and > 0, but was " + value);
        }
    }
}
