package dev.limpid.core.penalty;

/** The check that all strengths share. */
final class Strengths {

    private Strengths() {}

    static void check(double strength) {
        if (!(strength >= 0 && Double.isFinite(strength))) {
            throw new IllegalArgumentException("strength must be finite and >= 0, but was " + strength);
        }
    }
}
