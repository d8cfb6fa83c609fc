package dev.limpid.testkit;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.ScheduleSubject;

/**
 * Assertions about a schedule.
 *
 * @since 0.1.0
 */
public final class ScheduleAssert extends LawAssert<ScheduleAssert, Schedule, ScheduleSubject> {

    private double start = Double.NaN;
    private boolean falling;
    private boolean continuous;

    ScheduleAssert(Schedule schedule) {
        super(schedule, ScheduleAssert.class, ScheduleLaws.all());
    }

    @Override
    ScheduleSubject subject() {
        return new ScheduleSubject(actual, start, falling, continuous);
    }

    /**
     * Checks the learning rate of the first step.
     *
     * <pre>{@code
     * assertThat(Schedule.cosine(0.1, 0.001, 30)).startsAt(0.1);                  // passes
     * assertThat(Schedule.cosine(0.1, 0.001, 30).afterWarmUp(10)).startsAt(0.1);  // fails: 0.01
     * }</pre>
     *
     * @param rate α₀
     * @return this assertion
     */
    public ScheduleAssert startsAt(double rate) {
        start = rate;
        return obeys(ScheduleLaws.START);
    }

    /**
     * Checks that the learning rate never rises, over 200 epochs.
     *
     * <pre>{@code
     * assertThat(Schedule.cosine(0.1, 0.001, 30)).isFalling();             // passes
     * assertThat(Schedule.cosineRestarts(0.1, 0.001, 30, 1)).isFalling();  // fails: it begins again in epoch 30
     * }</pre>
     *
     * @return this assertion
     */
    public ScheduleAssert isFalling() {
        falling = true;
        return obeys(ScheduleLaws.FALLING);
    }

    /**
     * Checks that the learning rate has no jumps as a function of the epoch.
     *
     * <pre>{@code
     * assertThat(Schedule.exponential(0.1, 0.9)).isContinuous();  // passes
     * assertThat(Schedule.step(0.1, 0.5, 10)).isContinuous();     // fails: it jumps in epoch 10
     * }</pre>
     *
     * @return this assertion
     */
    public ScheduleAssert isContinuous() {
        continuous = true;
        return obeys(ScheduleLaws.CONTINUOUS);
    }
}
