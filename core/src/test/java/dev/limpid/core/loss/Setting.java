package dev.limpid.core.loss;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a loss: an argument that is right, and wrong ones with the sentence that refuses each.
 *
 * @param good an argument in the range
 * @param refused argument → whole message; null → the setting's name, which a NullPointerException carries
 */
record Setting(Object good, Map<@Nullable Object, String> refused) {

    /** A number in a range: NaN and both infinities are refused in any case. */
    static Setting number(double good, String rule, String hint, double... bad) {
        Map<Object, String> refused = new HashMap<>();
        for (double x : bad) {
            refused.put(x, rule + ", but was " + x + hint);
        }
        for (double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            refused.put(x, rule + ", but was " + x + hint);
        }
        return new Setting(good, refused);
    }

    static Setting positive(String name, double good) {
        return number(good, name + " must be finite and > 0", "", 0, -1);
    }

    static Setting notNegative(String name, double good) {
        return number(good, name + " must be finite and >= 0", "", -0.1);
    }

    static Setting between0And1(String name, double good) {
        return number(good, name + " must be in (0, 1)", "", 0, 1, -0.5);
    }

    /** A count of at least so many. */
    static Setting atLeast(int least, String name, int good) {
        String rule = name + " must be at least " + least + ", but was ";
        return new Setting(good, Map.of(least - 1, rule + (least - 1), -7, rule + -7));
    }

    /** Something that may not be null. */
    static Setting needed(String name, Object good) {
        Map<Object, String> refused = new HashMap<>();
        refused.put(null, name);
        return new Setting(good, refused);
    }

    /** As this, with one more wrong argument. */
    Setting but(Object bad, String message) {
        Map<Object, String> all = new HashMap<>(refused);
        all.put(bad, message);
        return new Setting(good, all);
    }
}
