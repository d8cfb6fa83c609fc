package dev.limpid.algorithms.data;

/**
 * Reads decimal numbers: an optional sign, digits with an optional point, an optional exponent. Not a number here: hexadecimal,
 * a suffix d or f, Infinity, NaN, all of which {@code Double.parseDouble} takes and some of which are codes like 12E or 5D.
 */
final class Decimal {

    /** Powers of ten that are exact as double. */
    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Integers up to this many digits are exact as double. */
    private static final int EXACT_DIGITS = 15;

    private Decimal() {}

    /**
     * Reads a number. One of at most 15 digits with at most 22 of them behind the point is a quotient of two exact numbers,
     * which division rounds correctly; the others go to {@code Double.parseDouble}.
     *
     * @return the number, or NaN if the text isn't one
     */
    static double parse(String text) {
        int end = text.length();
        int i = 0;
        boolean negative = end > 0 && text.charAt(0) == '-';
        if (negative || (end > 0 && text.charAt(0) == '+')) {
            i++;
        }
        long digits = 0;
        int count = 0;
        int behindPoint = 0;
        boolean point = false;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                count++;
                behindPoint += point ? 1 : 0;
                digits = count <= EXACT_DIGITS ? 10 * digits + (c - '0') : digits;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (count == 0 || (i < end && !isExponent(text, i))) {
            return Double.NaN;
        }
        if (i < end || count > EXACT_DIGITS) {
            return Double.parseDouble(text);
        }
        double size = digits / TEN[behindPoint];
        return negative ? -size : size;
    }

    /** Tells whether the text from i on is e or E, an optional sign, and digits. */
    private static boolean isExponent(String text, int i) {
        int k = i + 1;
        if ((text.charAt(i) != 'e' && text.charAt(i) != 'E') || k == text.length()) {
            return false;
        }
        if (text.charAt(k) == '-' || text.charAt(k) == '+') {
            k++;
        }
        if (k == text.length()) {
            return false;
        }
        for (; k < text.length(); k++) {
            if (text.charAt(k) < '0' || text.charAt(k) > '9') {
                return false;
            }
        }
        return true;
    }
}
