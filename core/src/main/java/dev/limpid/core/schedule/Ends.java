package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;

/** The check that rates that fall share. */
final class Ends {

    private Ends() {}

    static void check(double rate, double end, double epochs) {
        Settings.positive("rate", rate);
        if (!(end > 0 && end <= rate)) {
            throw new IllegalArgumentException("end must be in (0, rate], but was " + end + " for rate " + rate);
        }
        Settings.positive("epochs", epochs);
    }
}
