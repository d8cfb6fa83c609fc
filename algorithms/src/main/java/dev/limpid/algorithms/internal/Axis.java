package dev.limpid.algorithms.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where numbers lie between 0 and 1 along an axis, and which of them are written on it. */
public record Axis(double from, double to, boolean logarithmic) {

    private static final double TICKS = 5;

    private static final double LOGARITHMIC_FROM = 100;

    private static final double ROUNDING = 1e-9;

    private static final double ROOM = 0.1;

    /** An axis from the least to the largest number, with some room where they are the same up to rounding. */
    public static Axis linear(double from, double to) {
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (to - from > ROUNDING * size) {
            return new Axis(from, to, false);
        }
        double room = size == 0 ? 1 : ROOM * size;
        return new Axis(from - room, to + room, false);
    }

    /** A logarithmic axis where all numbers are positive and span two decades, else a linear one. */
    public static Axis fitting(double from, double to) {
        return from > 0 && to / from > LOGARITHMIC_FROM ? new Axis(from, to, true) : linear(from, to);
    }

    public double place(double value) {
        return logarithmic
                ? Math.log(value / from) / Math.log(to / from)
                : (value / 2 - from / 2) / (to / 2 - from / 2); // halves, so that the range can't overflow
    }

    /** Powers of ten, or multiples of 1, 2 or 5 times a power of ten. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            int first = (int) Math.ceil(Math.log10(from));
            int last = (int) Math.floor(Math.log10(to));
            int every = Math.max(1, (int) Math.ceil((last - first) / TICKS));
            for (int exponent = first; exponent <= last; exponent += every) {
                ticks.add(Math.pow(10, exponent));
            }
            return ticks;
        }
        double step = step();
        for (double k = Math.ceil(from / step); k <= Math.floor(to / step); k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private double step() {
        double rough = to / TICKS - from / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    public String label(double tick) {
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (tick == 0) {
            return "0";
        }
        if (logarithmic || size >= 1e6 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.3g", tick).replaceAll("\\.?0+(e|$)", "$1");
        }
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step())));
        return String.format(Locale.ROOT, "%." + digits + "f", tick);
    }
}
