package dev.limpid.core.internal.update;

/** The ranges of settings; NaN is in none of them. */
public final class Settings {

    private Settings() {}

    public static void positive(String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, name, "be finite and > 0", value);
    }

    public static void notNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name, "be finite and >= 0", value);
    }

    public static void finite(String name, double value) {
        require(Double.isFinite(value), name, "be finite", value);
    }

    /** How much of a running mean is kept: β of β·m + (1 − β)·g. */
    public static void decay(String name, double value) {
        require(value >= 0 && value < 1, name, "be in [0, 1)", value);
    }

    public static void factor(String name, double value) {
        require(value > 0 && value <= 1, name, "be in (0, 1]", value);
    }

    public static void inside(String name, double value) {
        require(value > 0 && value < 1, name, "be in (0, 1)", value);
    }

    public static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, but was " + value);
        }
    }

    private static void require(boolean holds, String name, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must " + rule + ", but was " + value);
        }
    }
}
