package dev.limpid.core.optimizer.variance;

/**
 * Which rows rest, line (8) of {@link Sdca}: a row that has hardly anything to do is left out of the next sweep, of the two after it
 * if there is as little to do when it comes back, then of four, and of {@value #LONGEST} at most.
 */
final class Rest {

    static final int LONGEST = 8;

    private final byte[] left; // sweeps that a row is still to be left out of
    private final byte[] last; // how many it was left out of last; 0 if there was much to do since
    private long visits;

    /** All rows are awake. */
    Rest(int n) {
        left = new byte[n];
        last = new byte[n];
    }

    /** Tells whether it is a row's turn in the sweep that is being made; asked once a sweep. */
    boolean isOver(int i) {
        if (left[i] == 0) {
            return true;
        }
        left[i]--;
        return false;
    }

    /** Is told that it was a row's turn, and whether there was hardly anything to do. */
    void visited(int i, boolean idle) {
        visits++;
        last[i] = (byte) (idle ? Math.min(LONGEST, Math.max(1, 2 * last[i])) : 0);
        left[i] = last[i];
    }

    /** Returns how often it was a row's turn. */
    long visits() {
        return visits;
    }
}
