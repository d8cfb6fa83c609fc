package dev.limpid.algorithms.data;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Schema;
import java.io.Reader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set from a CSV file with a header line.
 *
 * <pre>
 *   Dataset bikes = Csv.of(path).target("cnt").drop("casual", "registered").categorical("season").read();
 *   Dataset fresh = Csv.of(other).schema(model.schema()).read();      // the model's columns and codes
 * </pre>
 *
 * <p>The file is UTF-8, packed with gzip if its name ends in {@code .gz}. Cells are stripped of spaces around them; an empty cell
 * is missing. A column is numeric if all its cells are decimal numbers, categorical if none is, and the user has to say which it is
 * if some are. Levels and classes get the codes 0, 1, … in numeric order if all are numbers, otherwise in alphabetical order. All
 * columns that have no other role are features, in the order of the file.
 *
 * <p>Immutable: each option returns a new reader. Errors name file, line and column.
 *
 * @since 0.1.0
 */
public final class Csv {

    /** What a column is for. */
    enum Role {
        TARGET,
        WEIGHTS,
        OFFSET,
        GROUP,
        DROPPED
    }

    final CsvFile file;
    final Map<String, Role> roles = new LinkedHashMap<>();
    final Map<String, CsvColumn.Kind> kinds = new LinkedHashMap<>();
    Missing missing = Missing.REFUSE;
    Set<String> marks = Set.of("");
    char separator = ',';
    boolean classes;

    @Nullable
    Schema schema;

    private Csv(CsvFile file) {
        this.file = file;
    }

    private Csv copy() {
        Csv copy = new Csv(file);
        copy.roles.putAll(roles);
        copy.kinds.putAll(kinds);
        copy.missing = missing;
        copy.marks = marks;
        copy.separator = separator;
        copy.classes = classes;
        copy.schema = schema;
        return copy;
    }

    /**
     * Names a file. It is opened by {@link #read()}.
     *
     * @param path the file; gzip if its name ends in {@code .gz}
     * @return a reader of all its columns as features
     */
    public static Csv of(Path path) {
        return new Csv(CsvFile.of(path));
    }

    /**
     * Takes text from anywhere.
     *
     * @param text where the text comes from; closed by {@link #read()}, which thus works once
     * @param name what messages call it
     * @return a reader of all its columns as features
     */
    public static Csv of(Reader text, String name) {
        return new Csv(new CsvFile(name, () -> text));
    }

    /**
     * Names the targets. A single target of names becomes classes.
     *
     * @param columns names of columns, at least one
     * @return a reader with these targets
     */
    public Csv target(String... columns) {
        return with(Role.TARGET, columns);
    }

    /**
     * Makes classes of the target even if it consists of numbers.
     *
     * @return a reader with classes
     */
    public Csv classes() {
        Csv copy = copy();
        copy.classes = true;
        return copy;
    }

    /**
     * Names the column of weights.
     *
     * @param column name of a numeric column
     * @return a reader with weights
     */
    public Csv weights(String column) {
        return with(Role.WEIGHTS, column);
    }

    /**
     * Names the columns of offsets, one for each score.
     *
     * @param columns names of numeric columns
     * @return a reader with offsets
     */
    public Csv offset(String... columns) {
        return with(Role.OFFSET, columns);
    }

    /**
     * Names the column of groups. Integers are taken as they are, names get the codes that levels would get.
     *
     * @param column name of a column
     * @return a reader with groups
     */
    public Csv group(String column) {
        return with(Role.GROUP, column);
    }

    /**
     * Leaves columns out.
     *
     * @param columns names of columns
     * @return a reader without them
     */
    public Csv drop(String... columns) {
        return with(Role.DROPPED, columns);
    }

    /**
     * Declares columns categorical, for instance numbers that stand for something else.
     *
     * @param columns names of columns
     * @return a reader that takes each different cell as a level
     */
    public Csv categorical(String... columns) {
        return with(CsvColumn.Kind.NAMES, columns);
    }

    /**
     * Declares columns numeric, so that anything else there is an error.
     *
     * @param columns names of columns
     * @return a reader that wants numbers there
     */
    public Csv numeric(String... columns) {
        return with(CsvColumn.Kind.NUMBERS, columns);
    }

    /**
     * Says what to do with missing features. Targets, weights, offsets and groups are never missing.
     *
     * @param choice refuse (as without this call) or keep
     * @return a reader that does so
     */
    public Csv missing(Missing choice) {
        Csv copy = copy();
        copy.missing = choice;
        return copy;
    }

    /**
     * Says what a missing cell looks like. Without this call an empty cell is missing and nothing else.
     *
     * @param texts the texts, for instance {@code "", "NA", "?"}
     * @return a reader that takes these texts as missing cells
     */
    public Csv missingMarks(String... texts) {
        Csv copy = copy();
        copy.marks = Set.copyOf(List.of(texts));
        return copy;
    }

    /**
     * Says what stands between cells.
     *
     * @param character a comma without this call
     * @return a reader of files with that separator
     */
    public Csv separator(char character) {
        Csv copy = copy();
        copy.separator = character;
        return copy;
    }

    /**
     * Reads the columns that a model knows: in its order, with its kinds and codes. Targets are read if the file has all of them.
     *
     * @param model the model's schema
     * @return a reader for which a level or class that the model doesn't know is an error
     */
    public Csv schema(Schema model) {
        Csv copy = copy();
        copy.schema = model;
        return copy;
    }

    private Csv with(Role role, String... columns) {
        Csv copy = copy();
        for (String column : columns) {
            Role before = copy.roles.put(column, role);
            if (before != null && before != role) {
                throw new IllegalArgumentException(
                        "column '" + column + "' must have one role, but is " + before + " and " + role);
            }
        }
        return copy;
    }

    private Csv with(CsvColumn.Kind kind, String... columns) {
        Csv copy = copy();
        for (String column : columns) {
            CsvColumn.Kind before = copy.kinds.put(column, kind);
            if (before != null && before != kind) {
                throw new IllegalArgumentException(
                        "column '" + column + "' must be numeric or categorical, but was declared both");
            }
        }
        return copy;
    }

    /**
     * Reads the data set.
     *
     * @return the data set
     * @throws IllegalArgumentException if the content breaks a rule; the message tells file, line and column
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public Dataset read() {
        return file.read(separator, header -> new CsvTable(this, header)).dataset();
    }

    /** Returns the columns that were given a role, in the order in which they were named. */
    List<String> names(Role role) {
        return roles.keySet().stream().filter(name -> roles.get(name) == role).toList();
    }

    /** Returns all columns that an option names. */
    Set<String> namedColumns() {
        Set<String> names = new LinkedHashSet<>(roles.keySet());
        names.addAll(kinds.keySet());
        return names;
    }

    /** Returns what a column was declared to be. */
    CsvColumn.Kind kind(String name) {
        return kinds.getOrDefault(name, CsvColumn.Kind.UNDECIDED);
    }

    /** Returns what a target was declared to be. */
    CsvColumn.Kind targetKind(String name) {
        return classes ? CsvColumn.Kind.NAMES : kind(name);
    }
}
