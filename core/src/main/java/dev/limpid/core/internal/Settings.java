package dev.limpid.core.internal;

/** Checks of settings, one method for each rule; each returns what it was given. */
public final class Settings {

    private Settings() {}

    /**
     * Refuses all but finite numbers &gt; 0.
     *
     * @param name name of the setting
     * @param value its value
     * @return the value
     */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and > 0, but was " + value);
        }
        return value;
    }

    /**
     * Refuses all but finite numbers ≥ 0.
     *
     * @param name name of the setting
     * @param value its value
     * @return the value
     */
    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0, but was " + value);
        }
        return value;
    }

    /**
     * Refuses all but numbers between 0 and 1.
     *
     * @param name name of the setting
     * @param value its value
     * @return the value
     */
    public static double between0And1(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1), but was " + value);
        }
        return value;
    }
}
