package dev.limpid.testkit.internal;

import dev.limpid.core.explain.Part;
import java.util.Locale;

/** Numbers and names as failure texts print them. */
public final class Text {

    private Text() {}

    /**
     * Names a part: by what it prints of itself, with its settings, or by its name.
     *
     * @param part the part
     * @return the name
     */
    public static String nameOf(Part part) {
        String printed = part.toString();
        return printed.isBlank() || printed.contains("@") ? part.name() : printed;
    }

    /**
     * Prints a ratio or an error.
     *
     * @param x the number
     * @return four significant digits: {@code −1.000}, {@code 2.4e−12}
     */
    public static String brief(double x) {
        if (!Double.isFinite(x) || x == 0) {
            return x == 0 ? "0" : Double.toString(x);
        }
        double size = Math.abs(x);
        return size >= 1e-3 && size < 1e5
                ? String.format(Locale.ROOT, "%.3f", x)
                : String.format(Locale.ROOT, "%.1e", x);
    }

    /**
     * Prints a ratio.
     *
     * @param x the ratio
     * @return as {@link #brief}, but with the digits that tell it from 1: {@code 1 + 2.5e-07}
     */
    public static String ratio(double x) {
        if (Double.isInfinite(x)) {
            return "none, one of the two is 0";
        }
        double beyond = Math.abs(x) - 1;
        if (!(Math.abs(beyond) < 0.01 && Math.abs(beyond) >= 1e-9)) {
            return brief(x);
        }
        return (x < 0 ? "-(" : "") + "1 " + (beyond < 0 ? "- " : "+ ") + brief(Math.abs(beyond)) + (x < 0 ? ")" : "");
    }

    /**
     * Prints an array.
     *
     * @param x the numbers
     * @return {@code 1.0} for one number, {@code [1.0, 2.0]} for more
     */
    public static String plain(double... x) {
        return x.length == 1 ? Double.toString(x[0]) : java.util.Arrays.toString(x);
    }

    /**
     * Prints an array so that not a bit is lost.
     *
     * @param x the numbers
     * @return Java source with hexadecimal numbers: {@code 0x1.8p1}, {@code new double[] {0x1.0p0, 0x1.8p1}}
     */
    public static String hex(double... x) {
        StringBuilder text = new StringBuilder();
        for (double number : x) {
            text.append(text.isEmpty() ? "" : ", ").append(hexOf(number));
        }
        return x.length == 1 ? text.toString() : "new double[] {" + text + "}";
    }

    private static String hexOf(double x) {
        if (Double.isNaN(x)) {
            return "Double.NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        return Double.toHexString(x);
    }
}
