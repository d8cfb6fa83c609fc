package dev.limpid.core.schedule;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/** The schedules behind the factories of {@link Schedule}. */
final class Schedules {

    private Schedules() {}

    record Constant(double rate) implements Schedule {

        Constant {
            positive("rate", rate);
        }

        @Override
        public double at(Progress progress, Memory memory) {
            return rate;
        }

        @Override
        public String formula() {
            return "α = " + rate;
        }
    }

    record InverseTime(double rate, double decay) implements Schedule {

        InverseTime {
            positive("rate", rate);
            notNegative("decay", decay);
        }

        @Override
        public double at(Progress progress, Memory memory) {
            return rate / (1 + decay * progress.epoch());
        }

        @Override
        public String formula() {
            return "α = " + rate + " / (1 + " + decay + "·epoch)";
        }
    }

    record Exponential(double rate, double decay) implements Schedule {

        Exponential {
            positive("rate", rate);
            part("decay", decay);
        }

        @Override
        public double at(Progress progress, Memory memory) {
            return rate * Math.pow(decay, progress.epoch());
        }

        @Override
        public String formula() {
            return "α = " + rate + "·" + decay + "^epoch";
        }
    }

    record Stairs(double rate, double factor, double epochs) implements Schedule {

        Stairs {
            positive("rate", rate);
            part("factor", factor);
            positive("epochs", epochs);
        }

        @Override
        public double at(Progress progress, Memory memory) {
            return rate * Math.pow(factor, Math.floor(progress.epoch() / epochs));
        }

        @Override
        public String formula() {
            return "α = " + rate + "·" + factor + "^⌊epoch / " + epochs + "⌋";
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and > 0, but was " + value);
        }
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0, but was " + value);
        }
    }

    private static void part(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], but was " + value);
        }
    }
}
