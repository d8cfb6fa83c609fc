package dev.limpid.core.training;

/**
 * Why a run ended, with a sentence that says what happened and what to try. Ending without convergence is a result, not an
 * exception.
 *
 * @param kind what happened
 * @param sentence what happened in words with its numbers, and what to try
 * @since 0.1.0
 */
public record StopReason(Kind kind, String sentence) {

    /** What happened. */
    public enum Kind {
        /** Nothing yet. */
        RUNNING,
        /** The tolerance was met. */
        CONVERGED,
        /** No better point can be told from rounding. */
        STALLED,
        /** The limit on steps, epochs or time was reached. */
        LIMIT,
        /** The validation loss stopped improving. */
        EARLY_STOPPED,
        /** A number left the finite ones. */
        DIVERGED,
        /** Somebody asked the run to stop. */
        STOPPED
    }

    /** The run goes on. */
    public static final StopReason RUNNING = new StopReason(Kind.RUNNING, "The run goes on.");

    /**
     * Tells whether the run is over.
     *
     * @return false for {@link #RUNNING} alone
     */
    public boolean isFinal() {
        return kind != Kind.RUNNING;
    }

    /**
     * Returns that the tolerance was met.
     *
     * @param sentence which number fell below which
     * @return the reason
     */
    public static StopReason converged(String sentence) {
        return new StopReason(Kind.CONVERGED, sentence);
    }

    @Override
    public String toString() {
        return kind + ": " + sentence;
    }
}
