package dev.limpid.testkit.law;

import dev.limpid.testkit.internal.schedule.RateTests;
import dev.limpid.testkit.internal.schedule.StateTests;
import java.util.List;

/**
 * What must hold of a schedule. It is asked as a run asks it: once a step, ten steps an epoch, told an objective that falls for a
 * while and then does not.
 *
 * @since 0.1.0
 */
public final class ScheduleLaws {

    private static final LawBook<ScheduleSubject> BOOK = new LawBook<>();

    /** The learning rate is finite and above 0 over 200 epochs, whether the objective is known or not. */
    public static final Law<ScheduleSubject> POSITIVE =
            BOOK.add("R01", "the learning rate is finite and above 0", RateTests::positive);

    /** The first step has the learning rate that is stated. */
    public static final Law<ScheduleSubject> START =
            BOOK.add("R02", "the first learning rate is as stated", RateTests::start);

    /** Stated to fall: it never rises. */
    public static final Law<ScheduleSubject> FALLING =
            BOOK.add("R03", "a learning rate that falls never rises", RateTests::falling);

    /** Stated to be continuous: changes from step to step vanish as steps become shorter. */
    public static final Law<ScheduleSubject> CONTINUOUS =
            BOOK.add("R04", "a learning rate without jumps has none", RateTests::continuous);

    /** A run that is saved and resumed has the same learning rates, bit for bit. */
    public static final Law<ScheduleSubject> RESUME =
            BOOK.add("R05", "a resumed run has the same learning rates", StateTests::resume);

    /** A fresh memory makes a fresh run, whatever other runs the schedule is in. */
    public static final Law<ScheduleSubject> FRESH_MEMORY =
            BOOK.add("R06", "a fresh memory begins at the beginning", StateTests::freshMemory);

    /** The same run gets the same bits, from any thread. */
    public static final Law<ScheduleSubject> DETERMINISTIC =
            BOOK.add("R07", "the same steps have the same learning rates", StateTests::deterministic);

    /** A step that failed and is made again has the learning rate that it had. */
    public static final Law<ScheduleSubject> AGAIN =
            BOOK.add("R08", "a step made again has the same learning rate", StateTests::again);

    /** The memory does not grow with the steps. */
    public static final Law<ScheduleSubject> MEMORY =
            BOOK.add("R09", "the memory of a schedule does not grow", StateTests::memory);

    private ScheduleLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<ScheduleSubject>> all() {
        return BOOK.all();
    }
}
