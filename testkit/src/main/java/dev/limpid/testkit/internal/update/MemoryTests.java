package dev.limpid.testkit.internal.update;

import static dev.limpid.testkit.internal.update.UpdateTests.BLOCKS;
import static dev.limpid.testkit.internal.update.UpdateTests.STEPS;
import static dev.limpid.testkit.internal.update.UpdateTests.track;

import dev.limpid.core.training.Memory;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.Map;

/** What an update remembers: all of it in the memory that is handed in, and no more than it needs. */
public final class MemoryTests {

    private MemoryTests() {}

    /**
     * Compares a run with another of the same update, begun in the middle of it.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome freshMemory(UpdateSubject subject) {
        double[] alone = track(subject).steps(STEPS);
        Track first = track(subject);
        Track second = track(subject);
        double[] interleaved = new double[alone.length];
        for (int t = 0; t < STEPS; t++) {
            System.arraycopy(first.step(), 0, interleaved, t * BLOCKS.size(), BLOCKS.size());
            if (t >= 3) {
                second.step();
            }
        }
        return sameSteps(
                alone,
                interleaved,
                "alone",
                "with another run in between",
                "state is kept in a field; keep it in the memory that is handed in, runs share the update.");
    }

    /**
     * Saves after some steps, restores and goes on.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome resume(UpdateSubject subject) {
        double[] whole = track(subject).steps(2 * STEPS);
        Track begun = track(subject);
        double[] begin = begun.steps(STEPS);
        double[] rest = track(subject).resumed(begun).steps(STEPS);
        double[] pieces = Arrays.copyOf(begin, whole.length);
        System.arraycopy(rest, 0, pieces, begin.length, rest.length);
        return sameSteps(
                whole,
                pieces,
                "in one go",
                "saved after step " + STEPS + " and resumed",
                "a number (a step counter, a moment) is not kept in the memory.");
    }

    /**
     * Overwrites θ and gradients after each step.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome buffers(UpdateSubject subject) {
        return sameSteps(
                track(subject).steps(STEPS),
                track(subject).scribbling().steps(STEPS),
                "with arrays left alone",
                "with arrays reused by the caller",
                "an array of the oracle is kept instead of its numbers; memory.put copies.");
    }

    private static Outcome sameSteps(double[] one, double[] other, String oneName, String otherName, String cause) {
        int difference = Bits.firstDifference(one, other);
        if (difference < 0) {
            return Outcome.passed();
        }
        return Outcome.failed("step " + (1 + difference / BLOCKS.size()) + ", coordinate " + difference % BLOCKS.size()
                + "\n  δ " + oneName + ": " + one[difference] + "\n  δ " + otherName + ": " + other[difference]
                + "\nLikely cause: " + cause);
    }

    /**
     * Asks again and from eight threads at once.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome deterministic(UpdateSubject subject) {
        double[] alone = track(subject).steps(STEPS);
        Outcome again = sameSteps(
                alone, track(subject).steps(STEPS), "first", "again", "it draws at random or reads the clock.");
        if (again.isFailure()) {
            return again;
        }
        for (double[] result : Bits.fromEightThreads(() -> track(subject).steps(STEPS))) {
            Outcome outcome = sameSteps(
                    alone,
                    result,
                    "alone",
                    "in one of eight threads",
                    "a field is used as scratch space by several runs.");
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether the memory grows, and whether {@code answer} changes what it is handed.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome memory(UpdateSubject subject) {
        Track track = track(subject);
        track.steps(5);
        int early = size(track.memory());
        track.steps(60);
        int late = size(track.memory());
        if (late > early) {
            return Outcome.failed("numbers remembered after step 5: " + early + ", after step 65: " + late
                    + "\nLikely cause: a name or an array of its own for each step; a long run runs out of memory.");
        }
        Map<String, double[]> before = track.memory().snapshot();
        double[] theta = track.theta();
        double[] kept = theta.clone();
        double[] out = new double[theta.length];
        subject.update().answer(theta, track.memory(), out);
        boolean finite = Arrays.stream(out).allMatch(Double::isFinite);
        boolean same = Arrays.equals(theta, kept) && same(before, track.memory().snapshot());
        return finite && same
                ? Outcome.passed()
                : Outcome.failed("after 65 steps\n  answer  " + Text.plain(out)
                        + (same ? "" : "\n  answer changed θ or the" + " memory")
                        + "\nLikely cause: answer is asked at any time, also twice; it only reads.");
    }

    private static int size(Memory memory) {
        return memory.snapshot().values().stream().mapToInt(a -> a.length).sum();
    }

    private static boolean same(Map<String, double[]> a, Map<String, double[]> b) {
        return a.keySet().equals(b.keySet())
                && a.keySet().stream().allMatch(name -> Arrays.equals(a.get(name), b.get(name)));
    }
}
