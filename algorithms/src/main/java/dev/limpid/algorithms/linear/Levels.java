package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import java.util.BitSet;

/** Which encoded columns say something that the others and the intercept don't. */
final class Levels {

    private Levels() {}

    static int[] informative(Encoding encoding, Moments[] moments, boolean intercept) {
        BitSet kept = new BitSet();
        boolean needsReference = intercept;
        for (int j = 0; j < encoding.columns().size(); j++) {
            int end = encoding.start(j + 1);
            for (int position = encoding.start(j); position < end; position++) {
                kept.set(position, moments[position].spread() > 0);
            }
            if (encoding.columns().get(j).isCategorical()) {
                if (needsReference) {
                    kept.clear(reference(moments, encoding.start(j), end));
                }
                needsReference = true; // the levels of this column add up to a constant
            }
        }
        if (kept.isEmpty()) {
            kept.set(0); // a column of zeros, as there is no design without columns
        }
        return kept.stream().toArray();
    }

    /** Returns the first level that has rows. */
    private static int reference(Moments[] moments, int start, int end) {
        int first = start;
        while (first < end - 1 && moments[first].isNever()) {
            first++;
        }
        return first;
    }
}
