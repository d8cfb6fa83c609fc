package dev.limpid.core.sampler;

/**
 * What batches keep of the labels, groups and times of units.
 *
 * @since 0.1.0
 */
public enum Structure {
    /** Each batch holds each label in the share that it has of all units, to less than two units. */
    PROPORTIONS,
    /** Each label is drawn as often as each other, whatever its share. */
    BALANCE,
    /** A batch holds all units of a group or none. */
    GROUPS,
    /** A batch holds at most one unit of a group. */
    ONE_PER_GROUP,
    /**
     * No unit comes before one that was seen earlier: a batch is in the order of time, and when a unit comes for the first time
     * in a pass over the data, all earlier ones have been there.
     */
    ORDER
}
