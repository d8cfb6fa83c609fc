package dev.limpid.core.data;

import java.util.List;
import java.util.Objects;

/**
 * The name and kind of a feature.
 *
 * @param name name, not empty
 * @param kind numeric or categorical
 * @param levels names of the categories, in the order of their codes 0, 1, …; empty for a numeric column
 * @since 0.1.0
 */
public record Column(String name, Kind kind, List<String> levels) {

    /** What the cells of a column are. */
    public enum Kind {
        /** Numbers. */
        NUMERIC,
        /** Codes 0, 1, … of named levels, without an order. */
        CATEGORICAL
    }

    /** Checks that the name isn't empty and that just categorical columns have levels. */
    public Column {
        Objects.requireNonNull(kind, "kind");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("name of a column must not be empty");
        }
        levels = List.copyOf(levels);
        if ((kind == Kind.CATEGORICAL) == levels.isEmpty()) {
            throw new IllegalArgumentException("levels of column '" + name + "' must "
                    + (kind == Kind.CATEGORICAL ? "not be empty" : "be empty for a numeric column") + ", but were "
                    + levels);
        }
    }

    /**
     * Names a numeric column.
     *
     * @param name name, not empty
     * @return the column
     */
    public static Column numeric(String name) {
        return new Column(name, Kind.NUMERIC, List.of());
    }

    /**
     * Names a categorical column.
     *
     * @param name name, not empty
     * @param levels names of the categories in the order of their codes, at least one
     * @return the column
     */
    public static Column categorical(String name, List<String> levels) {
        return new Column(name, Kind.CATEGORICAL, levels);
    }

    /**
     * Tells whether the cells are codes of levels.
     *
     * @return true for a categorical column
     */
    public boolean isCategorical() {
        return kind == Kind.CATEGORICAL;
    }

    /**
     * Prints a cell.
     *
     * @param cell number or code; NaN is a missing value
     * @return the level's name, the number, or {@code missing}
     */
    public String print(double cell) {
        if (Double.isNaN(cell)) {
            return "missing";
        }
        if (isCategorical()) {
            return levels.get((int) cell);
        }
        return cell == Math.rint(cell) && Math.abs(cell) < 1e15 ? Long.toString((long) cell) : Double.toString(cell);
    }
}
