package dev.limpid.core.objective;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The sum of numbered terms, which threads put in as they have them: neighbours are added in pairs, then pairs in pairs.
 *
 * <pre>
 *   ((0 + 1) + (2 + 3)) + ((4 + 5) + 6)      of seven terms
 * </pre>
 *
 * <p>Which terms are added to which doesn't depend on who comes first, and so neither do the bits of the sum. Whoever brings
 * the second half of a pair adds it at once: where terms come in about their order, only about log₂ of their number wait for their other
 * half, and no more than that for each thread wherever they come from.
 */
final class PairwiseSum<A extends RiskRows.Sums<A>> {

    private final int terms;
    private final AtomicReferenceArray<A>
            waiting; // the half of a pair that came first, by where its second half begins
    private final AtomicReference<A> total = new AtomicReference<>();

    PairwiseSum(int terms) {
        this.terms = terms;
        this.waiting = new AtomicReferenceArray<>(terms);
    }

    /** Puts a term in; each term once. It belongs to this sum from here on. */
    void put(int term, A value) {
        A sum = value;
        for (int width = 1; width < terms; width *= 2) {
            int second = term / (2 * width) * 2 * width + width;
            if (second >= terms) {
                continue; // no neighbour: goes up as it is
            }
            A other = waiting.getAndSet(second, sum);
            if (other == null) {
                return;
            }
            waiting.set(second, null);
            if (term < second) {
                sum.add(other);
            } else {
                other.add(sum);
                sum = other;
            }
        }
        total.set(sum);
    }

    /** Returns the sum of all terms, once all are there. */
    A total() {
        return Objects.requireNonNull(total.get(), "a term is missing");
    }
}
