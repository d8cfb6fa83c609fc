package dev.limpid.core.penalty.structured;

/** The checks that settings here share. */
final class Settings {

    private Settings() {}

    static void checkStrength(double strength) {
        if (!(strength >= 0 && Double.isFinite(strength))) {
            throw new IllegalArgumentException("strength must be finite and >= 0, but was " + strength);
        }
    }

    static void checkRatio(double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("ratio must be in [0, 1], but was " + ratio);
        }
    }
}
