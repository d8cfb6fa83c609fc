package dev.limpid.testkit.wrapper;

import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import java.util.concurrent.atomic.AtomicLong;

/** What checking wrappers share: which calls are looked at closely, and how a broken promise is told. */
final class Promise {

    private static final int FIRST = 50;
    private static final int THEN = 4096;

    private final String part;
    private final AtomicLong calls = new AtomicLong();

    Promise(String part) {
        this.part = part;
    }

    /** Tells whether this call is one of the first 50, or the 4096th, 8192nd, …: those are looked at closely. */
    boolean isClose() {
        long call = calls.incrementAndGet();
        return call <= FIRST || call % THEN == 0;
    }

    /** Throws the law's text if the outcome is a failure. */
    void require(Law<?> law, Outcome outcome) {
        if (outcome.status() == Outcome.Status.FAILED) {
            throw new AssertionError(part + " breaks law " + law.id() + ": " + law.title() + ", in a run.\n  "
                    + outcome.text().replace("\n", "\n  "));
        }
    }

    /** Throws the law's text unless two answers have the same bits. */
    void requireSame(Law<?> law, String where, double[] first, double[] again, String cause) {
        int difference = Bits.firstDifference(first, again);
        if (difference >= 0) {
            require(
                    law,
                    Outcome.failed(where + "\n  first  " + Text.plain(first) + "\n  then   " + Text.plain(again)
                            + "\nLikely cause: " + cause));
        }
    }
}
