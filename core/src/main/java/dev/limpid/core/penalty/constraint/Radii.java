package dev.limpid.core.penalty.constraint;

import dev.limpid.core.internal.numeric.Projections;

/** What sets with a radius share. */
final class Radii {

    private Radii() {}

    static void check(double radius) {
        if (!(radius > 0 && Double.isFinite(radius))) {
            throw new IllegalArgumentException("radius must be finite and > 0, but was " + radius);
        }
    }

    /** 0 if norm ≤ radius up to rounding, +∞ beyond, NaN for NaN. */
    static double indicator(double norm, double radius) {
        return Double.isNaN(norm) ? norm : norm <= radius * (1 + Projections.ROUNDING) ? 0 : Double.POSITIVE_INFINITY;
    }
}
