package dev.limpid.testkit.law;

import dev.limpid.core.schedule.Schedule;
import java.util.Objects;

/**
 * A schedule under test, with what its laws have to be told of it.
 *
 * @param schedule the schedule
 * @param start the learning rate of its first step; NaN if nothing is stated
 * @param falling whether it never rises
 * @param continuous whether it has no jumps, as a function of the epoch
 * @since 0.1.0
 */
public record ScheduleSubject(Schedule schedule, double start, boolean falling, boolean continuous) {

    /** Checks that the schedule is there. */
    public ScheduleSubject {
        Objects.requireNonNull(schedule, "schedule");
    }

    /**
     * A schedule of which nothing is stated.
     *
     * @param schedule the schedule
     * @return the subject
     */
    public static ScheduleSubject of(Schedule schedule) {
        return new ScheduleSubject(schedule, Double.NaN, false, false);
    }
}
