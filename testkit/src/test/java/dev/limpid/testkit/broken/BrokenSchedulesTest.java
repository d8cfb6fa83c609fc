package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Report;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.ScheduleSubject;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules with one fault each, and odd ones that are right. */
class BrokenSchedulesTest {

    /** A schedule by its rate, with all that can be promised. */
    private record Fault(String name, Law<ScheduleSubject> law, String cause, Schedule schedule) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Schedule ofEpoch(java.util.function.DoubleUnaryOperator rate) {
        return (progress, memory) -> rate.applyAsDouble(progress.epoch());
    }

    private static Stream<Fault> faults() {
        int[] asked = new int[1];
        Map<Memory, Integer> counters = Collections.synchronizedMap(new WeakHashMap<>());
        return Stream.of(
                new Fault(
                        "a warm-up from 0",
                        ScheduleLaws.POSITIVE,
                        "a warm-up that begins at 0",
                        (p, m) -> 0.1 * Math.min(1, (p.iteration() - 1) / 10.0)),
                new Fault(
                        "a line that goes on",
                        ScheduleLaws.POSITIVE,
                        "a decay that ends at 0 or goes on below it",
                        ofEpoch(e -> 0.1 * (1 - e / 30))),
                new Fault(
                        "a mean of what is not known",
                        ScheduleLaws.POSITIVE,
                        "an objective that is not known (NaN)",
                        (p, m) -> p.iteration() == 1 ? 0.1 : 0.1 * Math.min(1, p.objective())),
                new Fault(
                        "epochs from 1",
                        ScheduleLaws.START,
                        "ratio          0.500\n  Likely cause: a clock that begins at 1",
                        ofEpoch(e -> 0.1 / (1 + (e + 1)))),
                new Fault(
                        "a cosine that goes on",
                        ScheduleLaws.FALLING,
                        "a wave or a power turns round",
                        ofEpoch(e -> 0.01 + 0.045 * (1 + Math.cos(Math.PI * e / 30)))),
                new Fault(
                        "two pieces that do not meet",
                        ScheduleLaws.CONTINUOUS,
                        "two pieces that do not meet",
                        ofEpoch(e -> e < 10 ? 0.1 - 0.005 * e : 0.049 / (e - 9))),
                new Fault(
                        "a counter that is not saved",
                        ScheduleLaws.RESUME,
                        "is not kept in the memory",
                        (p, m) -> 0.1 / counters.merge(m, 1, Integer::sum)),
                new Fault(
                        "a counter in a field",
                        ScheduleLaws.FRESH_MEMORY,
                        "state is kept in a field",
                        (p, m) -> 0.1 / (1 + asked[0]++)),
                new Fault(
                        "noise",
                        ScheduleLaws.DETERMINISTIC,
                        "it draws at random",
                        (p, m) -> 0.1 * (1 + 0.01 * Math.random())),
                new Fault(
                        "a count of questions",
                        ScheduleLaws.AGAIN,
                        "it counts how often it is asked",
                        (p, m) -> 0.1 / ++m.array("asked", 1)[0]),
                new Fault(
                        "a number for each step", ScheduleLaws.MEMORY, "an array of its own for each step", (p, m) -> {
                            m.put("rate" + p.iteration(), 0.1);
                            return 0.1;
                        }));
    }

    static Stream<Mutant<ScheduleSubject>> mutants() {
        return faults().map(fault ->
                Mutant.of(fault.name, new ScheduleSubject(fault.schedule, 0.1, true, true), fault.law, fault.cause));
    }

    /** Halves the rate whenever the objective is the best so far: odd, and all its state is in the memory. */
    private record Celebrating() implements Schedule {

        @Override
        public double at(Progress progress, Memory memory) {
            double best = memory.number("best", Double.POSITIVE_INFINITY);
            if (progress.objective() < best) {
                memory.put("best", progress.objective());
                memory.put("rate", memory.number("rate", 0.1) * 0.99);
            }
            return memory.number("rate", 0.1);
        }
    }

    static Stream<ScheduleSubject> right() {
        return Stream.of(
                ScheduleSubject.of(ofEpoch(e -> 1e300 * (2 + Math.sin(e)))),
                new ScheduleSubject(ofEpoch(e -> 1e-300 / (1 + e)), 1e-300, true, true),
                new ScheduleSubject((p, m) -> 1.0 / p.iteration(), 1, true, false),
                new ScheduleSubject(
                        ofEpoch(e -> Math.max(0.01, Math.pow(Math.max(0, 1 - e / 17), 0.2))), 1, true, true),
                new ScheduleSubject(new Celebrating(), 0.1, true, false));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("right")
    void isNotBlamed(ScheduleSubject subject) {
        Report report = Report.of("MySchedule", ScheduleLaws.all(), () -> subject, Map.of());

        assertThat(report.isClean()).as(report.toString()).isTrue();
    }

    @Test
    void aScheduleThatNeverFallsDoesNotPassAsOneThatDoes() {
        assertThatThrownBy(() -> assertThat(Schedule.constant(0.1)).isFalling())
                .hasMessageContaining("is not really tested by law R03")
                .hasMessageContaining("the learning rate was 0.1 in all of 2000 steps: don't state that it falls.");
    }

    @Test
    void assertionsSayTheSame() {
        assertThat(Schedule.cosine(0.1, 0.001, 30))
                .startsAt(0.1)
                .isFalling()
                .isContinuous()
                .obeysItsLaws();
        assertThatThrownBy(() -> assertThat(Schedule.step(0.1, 0.5, 10)).isContinuous())
                .hasMessage("""
                        Stairs[rate=0.1, factor=0.5, epochs=10.0] breaks law R04: a learning rate without jumps has none.
                          epoch 10.000, with 16384 steps an epoch
                            learning rate  0.05
                            before         0.1
                          Likely cause: two pieces that do not meet where one ends and the other begins.""");
    }
}
