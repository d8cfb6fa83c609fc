package dev.limpid.algorithms.data;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of one column while a file is read: numbers, or codes of names in the order in which they occur. */
final class CsvColumn {

    /** What the cells are; the first cell that isn't missing decides if nothing is declared. */
    enum Kind {
        UNDECIDED,
        NUMBERS,
        NAMES
    }

    /** What happens to a missing cell. */
    enum Gaps {
        /** It is kept. */
        KEPT,
        /** It is refused until the user asks for it. */
        REFUSED,
        /** It is refused in any case. */
        FORBIDDEN
    }

    private final String file;
    private final String name;
    private final Gaps gaps;
    private final boolean declared;
    private final boolean closed;
    private final Map<String, Integer> codes = new LinkedHashMap<>();
    private Kind kind;
    private double[] cells = new double[1024];
    private int size;
    private String firstCell = "";
    private long firstLine;

    private CsvColumn(String file, String name, Kind kind, Gaps gaps, List<String> known) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        this.gaps = gaps;
        this.declared = kind != Kind.UNDECIDED;
        this.closed = !known.isEmpty();
        known.forEach(level -> codes.put(level, codes.size()));
    }

    /** A column whose names, if it has some, aren't known yet. */
    static CsvColumn open(String file, String name, Kind kind, Gaps gaps) {
        return new CsvColumn(file, name, kind, gaps, List.of());
    }

    /** A column whose names are known; others are refused. */
    static CsvColumn closed(String file, String name, Gaps gaps, List<String> known) {
        return new CsvColumn(file, name, Kind.NAMES, gaps, known);
    }

    String name() {
        return name;
    }

    boolean hasNames() {
        return kind == Kind.NAMES;
    }

    /** Adds a cell that isn't missing. */
    void add(String text, long line) {
        double number = kind == Kind.NAMES && declared ? Double.NaN : Decimal.parse(text);
        if (kind == Kind.UNDECIDED) {
            kind = Double.isNaN(number) ? Kind.NAMES : Kind.NUMBERS;
            firstCell = text;
            firstLine = line;
        }
        if (!declared && (kind == Kind.NUMBERS) == Double.isNaN(number)) {
            throw mixed(text, line);
        }
        append(kind == Kind.NAMES ? code(text, line) : number(number, text, line));
    }

    /** Adds a missing cell. */
    void addMissing(String text, long line) {
        if (gaps != Gaps.KEPT) {
            String remedy =
                    "; keep missing cells with missing(Missing.KEEP), or keep and then fill them with an Imputer";
            throw error("not be missing", text, line, gaps == Gaps.REFUSED ? remedy : "; leave the line out");
        }
        append(Double.NaN);
    }

    private double number(double number, String text, long line) {
        if (Double.isNaN(number)) {
            throw error("be a number", text, line, "");
        }
        if (Double.isInfinite(number)) {
            throw error("be finite as double", text, line, "");
        }
        return number;
    }

    private double code(String text, long line) {
        Integer code = closed ? codes.get(text) : Integer.valueOf(codes.computeIfAbsent(text, t -> codes.size()));
        if (code == null) {
            throw error("be one of " + codes.keySet() + " as in the model", text, line, "");
        }
        return code;
    }

    private void append(double cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        cells[size++] = cell;
    }

    private IllegalArgumentException error(String rule, String text, long line, String remedy) {
        return new IllegalArgumentException("cell must " + rule + ", but was '" + text + "' (" + file + ", line " + line
                + ", column " + name + ")" + remedy);
    }

    private IllegalArgumentException mixed(String text, long line) {
        return new IllegalArgumentException("column '" + name + "' must hold numbers or names throughout, but holds '"
                + firstCell + "' in line " + firstLine + " and '" + text + "' in line " + line + " (" + file
                + "); declare it with numeric or categorical, or declare what marks missing cells with missingMarks");
    }

    /** Returns the names in the order of their codes. */
    List<String> names() {
        return closed ? List.copyOf(codes.keySet()) : Labels.sorted(codes.keySet());
    }

    /** Returns numbers, or codes that follow the order of {@link #names}; NaN is missing. */
    double[] cells() {
        double[] result = Arrays.copyOf(cells, size);
        if (kind == Kind.NAMES && !closed) {
            double[] sorted = Labels.codes(new ArrayList<>(codes.keySet()), names());
            for (int i = 0; i < size; i++) {
                result[i] = Double.isNaN(result[i]) ? Double.NaN : sorted[(int) result[i]];
            }
        }
        return result;
    }

    /** Returns the column as a feature. A column without any cell is numeric. */
    Column feature() {
        return hasNames() ? Column.categorical(name, names()) : Column.numeric(name);
    }
}
