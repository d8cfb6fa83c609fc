package dev.limpid.core.loss.survival;

/** Checks the two target columns: a time, and whether the event happened then. */
final class SurvivalTargets {

    private SurvivalTargets() {}

    static void checkEvent(double event, String loss) {
        if (!(event == 0 || event == 1)) {
            throw new IllegalArgumentException(
                    "event must be 1 (it happened at this time) or 0 (not yet, censored) for " + loss + ", but was "
                            + event + "; targets are the time and the event, in this order");
        }
    }
}
