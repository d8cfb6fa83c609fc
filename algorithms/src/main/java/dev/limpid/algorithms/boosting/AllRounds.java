package dev.limpid.algorithms.boosting;

import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Trace;

/**
 * Ends a fit when all its rounds are made.
 *
 * @param rounds number of rounds
 */
record AllRounds(int rounds) implements Stopping {

    @Override
    public StopReason after(Trace trace) {
        return trace.last().iteration() < rounds
                ? StopReason.RUNNING
                : new StopReason(StopReason.Kind.LIMIT, "All " + rounds + " rounds were made.");
    }
}
