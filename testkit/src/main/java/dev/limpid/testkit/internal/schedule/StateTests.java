package dev.limpid.testkit.internal.schedule;

import dev.limpid.core.training.Memory;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.ScheduleSubject;
import java.util.Arrays;

/** What a schedule remembers: all of it in the memory that is handed in, and no more than it needs. */
public final class StateTests {

    private static final int STEPS = 400;
    private static final int[] SAVED_AFTER = {1, 7, 10, 95, 200};

    private StateTests() {}

    /**
     * Saves after some steps, restores and goes on.
     *
     * @param subject the schedule
     * @return the outcome
     */
    public static Outcome resume(ScheduleSubject subject) {
        double[] whole = Clockwork.of(subject.schedule()).steps(STEPS);
        for (int saved : SAVED_AFTER) {
            Clockwork begun = Clockwork.of(subject.schedule());
            double[] pieces = Arrays.copyOf(begun.steps(saved), STEPS);
            double[] rest = Clockwork.of(subject.schedule()).resumed(begun).steps(STEPS - saved);
            System.arraycopy(rest, 0, pieces, saved, rest.length);
            Outcome outcome = sameRates(
                    whole,
                    pieces,
                    "in one go",
                    "saved after step " + saved + " and resumed",
                    "a number (a counter, the best value so far) is not kept in the memory.");
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares a run with another of the same schedule, begun in the middle of it.
     *
     * @param subject the schedule
     * @return the outcome
     */
    public static Outcome freshMemory(ScheduleSubject subject) {
        double[] alone = Clockwork.of(subject.schedule()).steps(STEPS);
        Clockwork first = Clockwork.of(subject.schedule());
        Clockwork second = Clockwork.of(subject.schedule());
        double[] interleaved = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            interleaved[t] = first.step();
            if (t >= 3) {
                second.step();
            }
        }
        return sameRates(
                alone,
                interleaved,
                "alone",
                "with another run in between",
                "state is kept in a field; keep it in the memory that is handed in, runs share the schedule.");
    }

    /**
     * Asks again and from eight threads at once.
     *
     * @param subject the schedule
     * @return the outcome
     */
    public static Outcome deterministic(ScheduleSubject subject) {
        double[] alone = Clockwork.of(subject.schedule()).steps(STEPS);
        for (double[] result :
                Bits.fromEightThreads(() -> Clockwork.of(subject.schedule()).steps(STEPS))) {
            Outcome outcome = sameRates(
                    alone,
                    result,
                    "alone",
                    "in one of eight threads",
                    "it draws at random, reads the clock on the wall, or keeps state in a field.");
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    /**
     * Asks twice for each step.
     *
     * @param subject the schedule
     * @return the outcome
     */
    public static Outcome again(ScheduleSubject subject) {
        double[] once = Clockwork.of(subject.schedule()).steps(STEPS);
        Clockwork clock = Clockwork.of(subject.schedule());
        double[] twice = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            clock.ask();
            twice[t] = clock.step();
        }
        return sameRates(
                once,
                twice,
                "asked once a step",
                "asked twice a step",
                "it counts how often it is asked; count by progress.iteration(): a step that failed is made again.");
    }

    private static Outcome sameRates(double[] one, double[] other, String oneName, String otherName, String cause) {
        int difference = Bits.firstDifference(one, other);
        if (difference < 0) {
            return Outcome.passed();
        }
        return Outcome.failed("step " + (1 + difference) + "\n  learning rate " + oneName + ": " + one[difference]
                + "\n  learning rate " + otherName + ": " + other[difference] + "\nLikely cause: " + cause);
    }

    /**
     * Looks whether the memory grows.
     *
     * @param subject the schedule
     * @return the outcome
     */
    public static Outcome memory(ScheduleSubject subject) {
        Clockwork clock = Clockwork.of(subject.schedule());
        clock.steps(STEPS);
        int early = size(clock.memory());
        clock.steps(STEPS);
        int late = size(clock.memory());
        return late <= early
                ? Outcome.passed()
                : Outcome.failed("numbers remembered after step " + STEPS + ": " + early + ", after step " + 2 * STEPS
                        + ": " + late
                        + "\nLikely cause: a name or an array of its own for each step; a long run runs out of"
                        + " memory.");
    }

    private static int size(Memory memory) {
        return memory.snapshot().values().stream().mapToInt(a -> a.length).sum();
    }
}
