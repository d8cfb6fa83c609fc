package dev.limpid.testkit.internal.schedule;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/** Asks a schedule once a step, as a run does whose objective falls for about ten epochs and then stays. */
final class Clockwork {

    private final Schedule schedule;
    private final double fraction;
    private Memory memory = Memory.empty();
    private long iteration;
    private double epoch;
    private double objective = Double.NaN;
    private boolean silent;

    Clockwork(Schedule schedule, double fraction) {
        this.schedule = schedule;
        this.fraction = fraction;
    }

    static Clockwork of(Schedule schedule) {
        return new Clockwork(schedule, 0.1);
    }

    /** Tells the schedule no objective. */
    Clockwork silent() {
        silent = true;
        return this;
    }

    /** Goes on from a saved state, with a memory that is a copy. */
    Clockwork resumed(Clockwork other) {
        memory = Memory.of(other.memory.snapshot());
        iteration = other.iteration;
        epoch = other.epoch;
        objective = other.objective;
        return this;
    }

    Memory memory() {
        return memory;
    }

    double epoch() {
        return epoch;
    }

    private Progress next() {
        return new Progress(iteration + 1, epoch, objective);
    }

    /** Asks for the next step without making it. */
    double ask() {
        return schedule.at(next(), memory);
    }

    /** Asks for the next step and makes it. */
    double step() {
        double rate = ask();
        iteration++;
        epoch += fraction;
        objective = silent ? Double.NaN : 1 + Math.max(0, 1 - 0.1 * epoch) + 1e-3 * (iteration % 7);
        return rate;
    }

    double[] steps(int count) {
        double[] rates = new double[count];
        for (int t = 0; t < count; t++) {
            rates[t] = step();
        }
        return rates;
    }
}
