package dev.limpid.algorithms.internal;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Schema;
import dev.limpid.core.training.Memory;
import java.util.Objects;

/**
 * What a memory belongs to: the parts of the spec that change numbers, and the data. Limits, observers and threads may differ
 * when a run resumes.
 */
public final class Fingerprint {

    private static final String NAME = "fingerprint";

    private Fingerprint() {}

    /**
     * Marks an empty memory; refuses one that belongs to something else.
     *
     * @param memory of the run
     * @param parts what of the spec changes numbers, as text
     * @param data the training rows
     */
    public static void require(Memory memory, String parts, Dataset data) {
        int spec = 31 * parts.hashCode() + hash(data.schema());
        double[] now = {data.size(), data.features().columns(), spec, hash(data)};
        if (!memory.has(NAME)) {
            memory.put(NAME, now);
            return;
        }
        double[] then = memory.array(NAME, now.length);
        requireEqual("rows", then[0], now[0]);
        requireEqual("columns", then[1], now[1]);
        if (then[2] != now[2]) {
            throw new IllegalArgumentException(
                    "memory must come from a run of the same spec, but loss, penalty, optimizer,"
                            + " seed or the names of columns differ: resume with the spec that it was begun with");
        }
        if (then[3] != now[3]) {
            throw new IllegalArgumentException(
                    "memory must come from a run on the same data, but its targets or weights differ");
        }
    }

    private static void requireEqual(String what, double then, double now) {
        if (then != now) {
            throw new IllegalArgumentException("memory must come from a run on the same data, but that had "
                    + (long) then + " " + what + " and this has " + (long) now);
        }
    }

    /** By names and levels, which tell the kind too; the text of a schema of 50,000 columns took more memory than a fit. */
    private static int hash(Schema schema) {
        int hash = Objects.hash(schema.targets(), schema.classNames());
        for (Column column : schema.columns()) {
            hash = 31 * (31 * hash + column.name().hashCode()) + column.levels().hashCode();
        }
        return hash;
    }

    private static double hash(Dataset data) {
        return 31 * data.targets().hashCode() + data.weights().hashCode();
    }
}
