package dev.limpid.core.schedule;

/** Epochs are sums of fractions: ten times 0.1 stops short of 1. */
final class Clock {

    private static final double GRID = 1L << 30;

    private Clock() {}

    /** The epoch to about 10⁻⁹, so that whole epochs are whole. */
    static double epoch(double sum) {
        return Math.rint(sum * GRID) / GRID;
    }
}
