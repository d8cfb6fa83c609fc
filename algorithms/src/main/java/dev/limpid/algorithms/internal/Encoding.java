package dev.limpid.algorithms.internal;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the columns of a schema stand in the vector of coefficients: a numeric column has one, a categorical column one for
 * each level, which its indicator (1 in rows of that level, 0 elsewhere) multiplies.
 */
public final class Encoding {

    private final Schema schema;
    private final List<Column> columns;
    private final int[] starts;
    private final int[] categorical;

    /** Lays the columns out. */
    public Encoding(Schema schema) {
        this.schema = schema;
        this.columns = schema.columns();
        this.starts = new int[columns.size() + 1];
        for (int j = 0; j < columns.size(); j++) {
            starts[j + 1] = Math.addExact(starts[j], width(columns.get(j)));
        }
        this.categorical = IntStream.range(0, columns.size())
                .filter(j -> columns.get(j).isCategorical())
                .toArray();
    }

    private static int width(Column column) {
        return column.isCategorical() ? column.levels().size() : 1;
    }

    /** Returns the number of coefficients D of a score. */
    public int size() {
        return starts[columns.size()];
    }

    /** Returns the columns of the schema. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns the position of a column's first coefficient. */
    public int start(int column) {
        return starts[column];
    }

    /** Returns the position of the coefficient that a cell takes: of its level, if the column is categorical. */
    public int position(int column, double cell) {
        return columns.get(column).isCategorical() ? starts[column] + (int) cell : starts[column];
    }

    /** Returns the column that a position belongs to. */
    public int columnOf(int position) {
        int column = Arrays.binarySearch(starts, position);
        return column >= 0 ? column : -column - 2;
    }

    /** Returns what the coefficient at a position multiplies, as a column: the numeric one itself, or {@code season = winter}. */
    public Column numbers(int position) {
        int j = columnOf(position);
        Column column = columns.get(j);
        return column.isCategorical()
                ? Column.numeric(name(column, column.levels().get(position - starts[j])))
                : column;
    }

    private static String name(Column column, String level) {
        return column.name() + " = " + level;
    }

    /** Tells whether a position is a level's, not a numeric column's. */
    public boolean isLevel(int position) {
        return columns.get(columnOf(position)).isCategorical();
    }

    /** Returns which columns are categorical, from left to right; not to be changed. */
    int[] categorical() {
        return categorical;
    }

    /** Returns what the coefficient at {@link #position} is multiplied by. */
    public double factor(int column, double cell) {
        return columns.get(column).isCategorical() ? 1 : cell;
    }

    /** Returns the position of a numeric column's coefficient. */
    public int positionOf(String column) {
        int j = schema.indexOf(column);
        if (columns.get(j).isCategorical()) {
            throw new IllegalArgumentException(
                    "column '" + column + "' is categorical and has a coefficient for each level: "
                            + "use coefficient(column, level) with one of "
                            + columns.get(j).levels());
        }
        return starts[j];
    }

    /** Returns the position of a level's coefficient. */
    public int positionOf(String column, String level) {
        int j = schema.indexOf(column);
        if (!columns.get(j).isCategorical()) {
            throw new IllegalArgumentException(
                    "column '" + column + "' is numeric and has one coefficient: use coefficient(column)");
        }
        int code = columns.get(j).levels().indexOf(level);
        if (code < 0) {
            throw new IllegalArgumentException("level of column '" + column + "' must be one of "
                    + columns.get(j).levels() + ", but was '" + level + "'");
        }
        return starts[j] + code;
    }

    /** Names the coefficients: {@code temp}, {@code season = winter}. */
    public List<String> names() {
        List<String> names = new ArrayList<>(size());
        for (Column column : columns) {
            if (column.isCategorical()) {
                column.levels().forEach(level -> names.add(name(column, level)));
            } else {
                names.add(column.name());
            }
        }
        return names;
    }
}
