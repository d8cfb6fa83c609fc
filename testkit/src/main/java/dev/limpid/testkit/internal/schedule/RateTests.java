package dev.limpid.testkit.internal.schedule;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.ScheduleSubject;

/** Learning rates: how large they are, and how they go on. */
public final class RateTests {

    private static final int STEPS = 2000;
    private static final double ROUNDING = 1e-12;
    private static final int EPOCHS = 40;
    private static final int FEW = 256;
    private static final int MANY = 64 * FEW;

    /** A jump that is larger than changes in 1/256 epoch stays as it is when steps become 64 times shorter; even the root x^0.1 leaves ⅔ of its steepest change. */
    private static final double LEFT_OF_A_CHANGE = 0.7;

    private RateTests() {}

    /**
     * Looks at the learning rate over a long run.
     *
     * @param subject the schedule
     * @return the outcome
     */
    public static Outcome positive(ScheduleSubject subject) {
        for (Clockwork clock : new Clockwork[] {
            Clockwork.of(subject.schedule()), Clockwork.of(subject.schedule()).silent()
        }) {
            for (int t = 1; t <= STEPS; t++) {
                String epoch = Text.brief(clock.epoch());
                double rate = clock.step();
                if (!(rate > 0 && Double.isFinite(rate))) {
                    return Outcome.failed("step " + t + ", epoch " + epoch + "\n  learning rate  " + rate
                            + "\nLikely cause: "
                            + (t == 1
                                    ? "a warm-up that begins at 0; begin it at 1/k."
                                    : Double.isNaN(rate)
                                            ? "an objective that is not known (NaN), or 0/0 at the end of the time."
                                            : "a decay that ends at 0 or goes on below it; keep it > 0."));
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares the first learning rate with the stated one.
     *
     * @param subject the schedule
     * @return the outcome; not applicable if nothing is stated
     */
    public static Outcome start(ScheduleSubject subject) {
        if (Double.isNaN(subject.start())) {
            return Outcome.notApplicable("no first learning rate stated");
        }
        double rate = Clockwork.of(subject.schedule()).step();
        if (Math.abs(rate - subject.start()) <= ROUNDING * subject.start()) {
            return Outcome.passed();
        }
        return Outcome.failed(
                "step 1, epoch 0\n  learning rate  " + rate + "\n  stated         " + subject.start()
                        + "\n  ratio          " + Text.ratio(rate / subject.start())
                        + "\nLikely cause: a clock that begins at 1 (epochs begin at 0, steps at 1), or a warm-up that was left out.");
    }

    /**
     * Looks for a rise.
     *
     * @param subject the schedule
     * @return the outcome; not applicable unless stated to fall
     */
    public static Outcome falling(ScheduleSubject subject) {
        if (!subject.falling()) {
            return Outcome.notApplicable("not stated to fall");
        }
        Clockwork clock = Clockwork.of(subject.schedule());
        double first = clock.step();
        double last = first;
        for (int t = 2; t <= STEPS; t++) {
            double epoch = clock.epoch();
            double rate = clock.step();
            if (!(rate <= last * (1 + ROUNDING))) {
                return Outcome.failed("step " + t + ", epoch " + Text.brief(epoch) + "\n  learning rate  " + rate
                        + "\n  before         " + last
                        + "\nLikely cause: a time that is not cut off at its end, so that a wave or a"
                        + " power turns round, or a period that begins again.");
            }
            last = rate;
        }
        return last < first
                ? Outcome.passed()
                : Outcome.vacuous("the learning rate was " + first + " in all of " + STEPS
                        + " steps: don't state that it falls.");
    }

    /** Where a learning rate changes most from one step to the next. */
    private record Change(double size, double epoch, double before, double after) {

        static Change largest(Schedule schedule, int stepsPerEpoch) {
            Clockwork clock = new Clockwork(schedule, 1.0 / stepsPerEpoch);
            Change largest = new Change(0, 0, 0, 0);
            double last = clock.step();
            for (int t = 1; t < EPOCHS * stepsPerEpoch; t++) {
                double epoch = clock.epoch();
                double rate = clock.step();
                if (Math.abs(rate - last) > largest.size) {
                    largest = new Change(Math.abs(rate - last), epoch, last, rate);
                }
                last = rate;
            }
            return largest;
        }
    }

    /**
     * Makes steps shorter and looks whether the largest change from step to step becomes smaller.
     *
     * @param subject the schedule
     * @return the outcome; not applicable unless stated to be continuous
     */
    public static Outcome continuous(ScheduleSubject subject) {
        if (!subject.continuous()) {
            return Outcome.notApplicable("not stated to be continuous");
        }
        Change coarse = Change.largest(subject.schedule(), FEW);
        Change fine = Change.largest(subject.schedule(), MANY);
        if (fine.size <= LEFT_OF_A_CHANGE * coarse.size) {
            return Outcome.passed();
        }
        return Outcome.failed(
                "epoch " + Text.brief(fine.epoch) + ", with " + MANY + " steps an epoch\n  learning rate  "
                        + fine.after + "\n  before         " + fine.before
                        + "\nLikely cause: two pieces that do not meet where one ends and the other begins.");
    }
}
