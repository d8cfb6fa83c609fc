package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Column;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.NonNegative;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bounds of raw coefficients, lⱼ ≤ wⱼₖ ≤ uⱼ for all k, by name of a numeric column.
 *
 * @param columns the bounds of those columns that have some
 */
record CoefficientBounds(Map<String, Range> columns) {

    static final CoefficientBounds NONE = new CoefficientBounds(Map.of());

    /** l ≤ w ≤ u. */
    record Range(double lower, double upper) {}

    CoefficientBounds and(String column, double lower, double upper) {
        if (!(lower <= upper && lower < Double.POSITIVE_INFINITY && upper > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException("bounds of column '" + column
                    + "' must have lower <= upper with a number between them, but were " + lower + " and " + upper);
        }
        Map<String, Range> more = new LinkedHashMap<>(columns);
        more.put(column, new Range(lower, upper));
        return new CoefficientBounds(more);
    }

    boolean isNone() {
        return columns.isEmpty();
    }

    /** Returns the constraint on the design's coefficients w̃ⱼ = sⱼ·wⱼ, repeated for each score. */
    Penalty constraint(Encoding encoding, Design design, int outputs, double[] scales) {
        double[] lower = new double[outputs * design.size()];
        double[] upper = new double[lower.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        columns.forEach((column, range) -> {
            int j = column(column, range, encoding, design);
            for (int at = j; j >= 0 && at < lower.length; at += design.size()) {
                lower[at] = range.lower() * scales[at];
                upper[at] = range.upper() * scales[at];
            }
        });
        boolean positive = Arrays.stream(lower).allMatch(l -> l == 0)
                && Arrays.stream(upper).allMatch(u -> u == Double.POSITIVE_INFINITY);
        return positive ? NonNegative.of() : Box.of(lower, upper);
    }

    /** Returns the place of a column in the design, −1 if it was left out and may be 0. */
    private static int column(String name, Range range, Encoding encoding, Design design) {
        requireNumeric(name, encoding);
        int position = encoding.positionOf(name);
        for (int j = 0; j < design.size(); j++) {
            if (design.position(j) == position) {
                return j;
            }
        }
        if (range.lower() > 0 || range.upper() < 0) {
            throw new IllegalArgumentException("bounds of column '" + name
                    + "' must allow 0, as it is the same in all rows and so its coefficient is 0, but were "
                    + range.lower() + " and " + range.upper());
        }
        return -1;
    }

    private static void requireNumeric(String name, Encoding encoding) {
        for (Column column : encoding.columns()) {
            if (column.name().equals(name) && column.isCategorical()) {
                throw new IllegalArgumentException("bounds need a numeric column, but '" + name
                        + "' is categorical: make a column of 0 and 1 of each level that is to be bounded");
            }
        }
    }

    @Override
    public String toString() {
        return columns.entrySet().stream()
                .map(e -> e.getKey() + " in [" + e.getValue().lower() + ", "
                        + e.getValue().upper() + "]")
                .collect(Collectors.joining(", "));
    }
}
