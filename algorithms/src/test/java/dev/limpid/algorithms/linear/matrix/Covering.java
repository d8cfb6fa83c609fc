package dev.limpid.algorithms.linear.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Chooses levels of several axes so that each pair of levels of any two axes meets: a covering array of strength 2, built greedily.
 *
 * <p>Levels are known by numbers that run on from axis to axis. A row is chosen, among candidates, by how many pairs it adds
 * to those that have met; of equals the first behind a place that moves on from row to row.
 */
final class Covering {

    private final List<BitSet> met = new ArrayList<>();
    private final int[] starts;
    private int rows;

    /** Begins with axes of so many levels each, of which none has met. */
    Covering(int... sizes) {
        starts = new int[sizes.length + 1];
        for (int a = 0; a < sizes.length; a++) {
            starts[a + 1] = starts[a] + sizes[a];
        }
        for (int level = 0; level < starts[sizes.length]; level++) {
            met.add(new BitSet());
        }
    }

    /** Returns the candidate that adds most, and counts its pairs as met; a candidate has a level for each axis. */
    int[] choose(List<int[]> candidates) {
        return choose(candidates, 0).orElseThrow();
    }

    /** The same, if it adds so many pairs at least. */
    Optional<int[]> choose(List<int[]> candidates, int least) {
        int best = -1;
        int most = least - 1;
        for (int k = 0; k < candidates.size(); k++) {
            int at = (k + rows) % candidates.size();
            int fresh = count(candidates.get(at));
            if (fresh > most) {
                most = fresh;
                best = at;
            }
        }
        rows++;
        if (best < 0) {
            return Optional.empty();
        }
        meet(candidates.get(best));
        return Optional.of(candidates.get(best));
    }

    private int count(int[] levels) {
        int fresh = 0;
        for (int a = 0; a < levels.length; a++) {
            for (int b = a + 1; b < levels.length; b++) {
                fresh += met.get(starts[a] + levels[a]).get(starts[b] + levels[b]) ? 0 : 1;
            }
        }
        return fresh;
    }

    private void meet(int[] levels) {
        for (int a = 0; a < levels.length; a++) {
            for (int b = a + 1; b < levels.length; b++) {
                met.get(starts[a] + levels[a]).set(starts[b] + levels[b]);
            }
        }
    }

    /** Returns the pairs of levels that haven't met, as axis and level and axis and level. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int a = 0; a + 1 < starts.length; a++) {
            for (int b = a + 1; b + 1 < starts.length; b++) {
                for (int i = starts[a]; i < starts[a + 1]; i++) {
                    for (int j = starts[b]; j < starts[b + 1]; j++) {
                        if (!met.get(i).get(j)) {
                            missing.add(Arrays.toString(new int[] {a, i - starts[a], b, j - starts[b]}));
                        }
                    }
                }
            }
        }
        return missing;
    }
}
