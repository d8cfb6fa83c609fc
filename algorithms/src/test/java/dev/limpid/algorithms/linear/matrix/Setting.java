package dev.limpid.algorithms.linear.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * How the data of a problem are given.
 *
 * @param storage of the features; the numbers are the same in all
 * @param weighted whether rows have weights, some of them 0
 * @param offset whether scores have offsets
 * @param intercept whether there is an intercept
 */
record Setting(Storage storage, boolean weighted, boolean offset, boolean intercept) {

    /** Kinds of storage. */
    enum Storage {
        FLOAT64,
        FLOAT32,
        CSR
    }

    static List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        for (Storage storage : Storage.values()) {
            for (int bits = 0; bits < 8; bits++) {
                all.add(new Setting(storage, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return storage + (weighted ? ", weights" : "") + (offset ? ", offset" : "") + (intercept ? ", intercept" : "");
    }
}
