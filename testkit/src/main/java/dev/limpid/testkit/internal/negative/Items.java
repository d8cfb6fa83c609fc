package dev.limpid.testkit.internal.negative;

import dev.limpid.core.sampler.negative.Candidates;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Items with all that a sampler of negatives may ask for. */
record Items(int size, IntPredicate positive, IntToDoubleFunction counts, IntToDoubleFunction scores)
        implements Candidates {

    /** Counts 1, 2, 3, 1, …; scores that fall with the item, but for every fourth. */
    static Items unequal(int size, IntPredicate positive) {
        return new Items(size, positive, item -> 1 + item % 3, item -> item % 4 == 0 ? 3 : -0.1 * item);
    }

    /** Equal counts and scores. */
    static Items equal(int size, IntPredicate positive) {
        return new Items(size, positive, item -> 5, item -> 0);
    }

    @Override
    public boolean isPositive(int item) {
        return positive.test(item);
    }

    @Override
    public boolean hasPopularity() {
        return true;
    }

    @Override
    public double popularity(int item) {
        return counts.applyAsDouble(item);
    }

    @Override
    public boolean hasScores() {
        return true;
    }

    @Override
    public double score(int item) {
        return scores.applyAsDouble(item);
    }
}
