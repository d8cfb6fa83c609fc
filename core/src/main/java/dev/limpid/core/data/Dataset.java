package dev.limpid.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows of features with their targets, weights, offsets and groups. Immutable.
 *
 * <pre>
 *   Dataset data = Dataset.of(x, y).withNames("age", "hours").withWeights(w);
 *   Dataset flowers = Dataset.of(x, "setosa", "virginica", …);        // class codes in the order of the names
 *   Dataset gaps = Dataset.of(Rows.dense(x), Missing.KEEP, y);          // NaN is a missing cell
 *   Dataset fresh = Dataset.unlabeled(x);                              // no targets, for predictions
 * </pre>
 *
 * <p>What comes in is checked here, once: cells are finite unless missing ones are asked to be kept, targets and offsets are
 * finite, weights are finite, not negative and not all 0. Everything handed in is copied.
 *
 * @since 0.1.0
 */
public final class Dataset {

    private static final int[] NO_GROUPS = {};

    private final Rows features;
    private final Schema schema;
    private final boolean missing;
    private final List<Values> targets;
    private final Values weights;
    private final List<Values> offsets;
    private final int[] groups;

    /** Takes over parts that have been checked. */
    private Dataset(
            Rows features,
            Schema schema,
            boolean missing,
            List<Values> targets,
            Values weights,
            List<Values> offsets,
            int[] groups) {
        this.features = features;
        this.schema = schema;
        this.missing = missing;
        this.targets = List.copyOf(targets);
        this.weights = weights;
        this.offsets = List.copyOf(offsets);
        this.groups = groups;
    }

    /**
     * Makes a data set of numbers. Columns are called x0, x1, …, the target y.
     *
     * @param x features X, shape [n, d], finite
     * @param y targets, length n, finite
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset of(double[][] x, double... y) {
        return of(Rows.dense(x), Missing.REFUSE, y);
    }

    /**
     * Makes a data set of numbers stored as float. Columns are called x0, x1, …, the target y.
     *
     * @param x features X, shape [n, d], finite
     * @param y targets, length n, finite
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset of(float[][] x, double... y) {
        return of(Rows.dense(x), Missing.REFUSE, y);
    }

    /**
     * Makes a data set of numbers with classes. Columns are called x0, x1, …, the target y.
     *
     * @param x features X, shape [n, d], finite
     * @param labels name of each row's class, length n; codes 0, 1, … follow the order of {@link #withLabels}
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset of(double[][] x, String... labels) {
        return unlabeled(x).withLabels(labels);
    }

    /**
     * Makes a data set of rows in any storage. Columns are called x0, x1, …, the target y (y0, y1, … if there are several).
     *
     * @param x features X, shape [n, d], finite or missing
     * @param missing what to do with missing cells
     * @param targets T columns of n finite numbers; none for rows without a target
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset of(Rows x, Missing missing, double[]... targets) {
        return of(x, new Schema(defaultColumns(x.columns()), targetNames(targets.length), List.of()), missing, targets);
    }

    /**
     * Makes a data set of rows with names and kinds.
     *
     * @param x features X, shape [n, d], finite or missing; cells of categorical columns are codes of levels
     * @param schema names of the columns and of the T targets
     * @param missing what to do with missing cells
     * @param targets T columns of n finite numbers, codes if the schema has classes; none for rows without a target
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset of(Rows x, Schema schema, Missing missing, double[]... targets) {
        boolean found = DatasetChecks.features(x, schema, missing);
        Values ones = Values.constant(1, x.size());
        Dataset plain = new Dataset(x, schema, found, List.of(), ones, List.of(), NO_GROUPS);
        return targets.length == 0 ? plain : plain.withTargets(schema.targets(), schema.classNames(), targets);
    }

    /**
     * Makes a data set of numbers without targets, for predictions. Columns are called x0, x1, ….
     *
     * @param x features X, shape [n, d], finite
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset unlabeled(double[][] x) {
        return of(Rows.dense(x), Missing.REFUSE);
    }

    /**
     * Makes a data set from matrices of ND4J, which are copied. Columns are called x0, x1, …, the target y (y0, y1, … if there are
     * several).
     *
     * <p>It isn't called {@code of}, because javac would then want ND4J's classes from everyone who calls {@code of}.
     *
     * @param x features X, shape [n, d], finite, in any order and type
     * @param y targets, shape [n] or [n, T], finite
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset fromNd4j(INDArray x, INDArray y) {
        return of(NdArrays.rows(x), Missing.REFUSE, NdArrays.columns(y));
    }

    /**
     * Makes a data set without targets from a matrix of ND4J, which is copied, for predictions. Columns are called x0, x1, ….
     *
     * @param x features X, shape [n, d], finite, in any order and type
     * @return the data set
     * @throws IllegalArgumentException if a rule is broken; the message tells where
     */
    public static Dataset fromNd4j(INDArray x) {
        return of(NdArrays.rows(x), Missing.REFUSE);
    }

    private static List<Column> defaultColumns(int count) {
        return IntStream.range(0, count).mapToObj(j -> Column.numeric("x" + j)).toList();
    }

    private static List<String> targetNames(int count) {
        return count == 1
                ? List.of("y")
                : IntStream.range(0, count).mapToObj(t -> "y" + t).toList();
    }

    /**
     * Returns the number of rows.
     *
     * @return n ≥ 1
     */
    public int size() {
        return features.size();
    }

    /**
     * Returns the features.
     *
     * @return X, shape [n, d]; categorical cells are codes, missing ones NaN
     */
    public Rows features() {
        return features;
    }

    /**
     * Returns the names and kinds of the columns.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * Tells whether a cell is missing.
     *
     * @return true if a cell of the features is NaN
     */
    public boolean hasMissing() {
        return missing;
    }

    /**
     * Counts the missing cells.
     *
     * @return how many cells are missing, by name of the column, in the order of the columns; only columns that have some
     */
    public Map<String, Integer> missingCells() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        double[] cells = new double[missing ? size() : 0];
        for (int j = 0; missing && j < features.columns(); j++) {
            features.copyColumn(j, 0, cells.length, cells);
            int count = (int) Arrays.stream(cells).filter(Double::isNaN).count();
            if (count > 0) {
                counts.put(schema.columns().get(j).name(), count);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Returns the targets.
     *
     * @return T columns of n numbers, none for rows without a target; class codes for a target with classes
     */
    public List<Values> targets() {
        return targets;
    }

    /**
     * Returns the weights.
     *
     * @return n numbers ≥ 0; ones if none were given
     */
    public Values weights() {
        return weights;
    }

    /**
     * Returns the offsets, which are added to the scores.
     *
     * @return K columns of n numbers, or an empty list
     */
    public List<Values> offsets() {
        return offsets;
    }

    /**
     * Returns the group of each row.
     *
     * @return a copy, n numbers; empty if there are no groups
     */
    public int[] groups() {
        return groups.clone();
    }

    /**
     * Returns one row of features.
     *
     * @param row position, in [0, n)
     * @return the row
     */
    public Row row(int row) {
        return new Row(schema, features.row(row));
    }

    /**
     * Picks rows.
     *
     * @param rows positions, each in [0, n), at least one; a position may occur more than once
     * @return a data set of those rows, in that order
     */
    public Dataset select(int... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("rows must hold at least one position, but is empty");
        }
        DenseRows.checkPositions(rows, size());
        UnaryOperator<Values> pick = column -> column.select(rows);
        int[] newGroups = groups.length == 0
                ? groups
                : IntStream.of(rows).map(i -> groups[i]).toArray();
        List<Values> newTargets = targets.stream().map(pick).toList();
        List<Values> newOffsets = offsets.stream().map(pick).toList();
        Rows picked = features.select(rows);
        boolean stillMissing = missing && DatasetChecks.features(picked, schema, Missing.KEEP);
        return new Dataset(picked, schema, stillMissing, newTargets, weights.select(rows), newOffsets, newGroups);
    }

    /**
     * Picks rows that follow each other.
     *
     * @param from first position
     * @param to position after the last, in (from, n]
     * @return a data set of the rows from … to − 1
     */
    public Dataset slice(int from, int to) {
        if (!(0 <= from && from < to && to <= size())) {
            throw new IllegalArgumentException("range of rows must be within [0, " + size()
                    + ") and not empty, but was [" + from + ", " + to + ")");
        }
        return select(IntStream.range(from, to).toArray());
    }

    /**
     * Drops the rows of weight 0, so that they count as little as rows that aren't there.
     *
     * @return a data set of the rows with weight above 0; this one if that is all
     * @throws IllegalArgumentException if all weights are 0
     */
    public Dataset positiveWeights() {
        if (IntStream.range(0, size()).allMatch(i -> weights.at(i) > 0)) {
            return this;
        }
        int[] rows = IntStream.range(0, size()).filter(i -> weights.at(i) > 0).toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException("weights must not all be 0, but all " + size() + " are");
        }
        return select(rows);
    }

    /**
     * Replaces the features, for instance by an encoded or scaled form. Missing cells are accepted if there are some already.
     *
     * @param newFeatures as many rows
     * @param columns one for each of their columns
     * @return a data set with the same targets, weights, offsets and groups
     * @throws IllegalArgumentException if the shapes differ or a cell isn't allowed
     */
    public Dataset withFeatures(Rows newFeatures, List<Column> columns) {
        if (newFeatures.size() != size() || newFeatures.columns() != columns.size()) {
            throw new IllegalArgumentException("features must have shape [" + size() + ", " + columns.size()
                    + "], but have shape [" + newFeatures.size() + ", " + newFeatures.columns() + "]");
        }
        Schema newSchema = new Schema(columns, schema.targets(), schema.classNames());
        boolean found = DatasetChecks.features(newFeatures, newSchema, missing ? Missing.KEEP : Missing.REFUSE);
        return new Dataset(newFeatures, newSchema, found, targets, weights, offsets, groups);
    }

    /**
     * Brings the features into the form that a model knows: the same columns in the same order, with the same codes of levels.
     * Columns are matched by name; rows without names (x0, x1, … as they come from bare arrays) by position.
     *
     * @param model the model's schema
     * @return a data set whose columns are the model's; targets, weights, offsets and groups as they are
     * @throws IllegalArgumentException if a column lacks, isn't known to the model or is of another kind there, or if a row has a
     *     level that the model doesn't know
     */
    public Dataset conform(Schema model) {
        return Conform.features(this, model);
    }

    /**
     * Brings the targets into the form that a model knows: as many, with the same codes of classes.
     *
     * @param model the model's schema
     * @return a data set whose targets and classes are the model's; all else as it is
     * @throws IllegalArgumentException if there are more or fewer targets, or if a row has a class that the model doesn't know
     */
    public Dataset conformTargets(Schema model) {
        return withTargets(model.targets(), model.classNames(), Conform.targets(this, model));
    }

    /**
     * Stores the cells as float: rounded to 24 bits, half the memory. Changes nothing for sparse rows.
     *
     * @return a data set with the same targets, weights, offsets and groups
     * @throws IllegalArgumentException if a cell is beyond the range of float
     */
    public Dataset withFloatStorage() {
        if (features instanceof FloatTiles || features instanceof SparseRows) {
            return this;
        }
        return withFeatures(FloatTiles.rounded(features), schema.columns());
    }

    /**
     * Names the columns.
     *
     * @param names d names, all different
     * @return a data set with these names
     * @throws IllegalArgumentException if there are more or fewer, or two are equal
     */
    public Dataset withNames(String... names) {
        DatasetChecks.names(names, features.columns());
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.length; j++) {
            Column column = schema.columns().get(j);
            columns.add(new Column(names[j], column.kind(), column.levels()));
        }
        return withSchema(new Schema(columns, schema.targets(), schema.classNames()));
    }

    /**
     * Declares a column categorical: its cells are codes 0, 1, … of levels.
     *
     * @param name name of the column
     * @param levels names of the levels in the order of their codes
     * @return a data set with that column
     * @throws IllegalArgumentException if there is no such column or a cell isn't the code of a level
     */
    public Dataset withCategorical(String name, String... levels) {
        List<Column> columns = new ArrayList<>(schema.columns());
        columns.set(schema.indexOf(name), Column.categorical(name, List.of(levels)));
        return withFeatures(features, columns);
    }

    /**
     * Replaces the targets by numbers, called y, or y0, y1, … if there are several.
     *
     * @param newTargets T columns of n finite numbers, at least one
     * @return a data set with these targets
     * @throws IllegalArgumentException if a rule is broken
     */
    public Dataset withTargets(double[]... newTargets) {
        if (newTargets.length == 0) {
            throw new IllegalArgumentException("targets must be at least one, but there are none");
        }
        return withTargets(targetNames(newTargets.length), List.of(), newTargets);
    }

    private Dataset withTargets(List<String> names, List<String> classNames, double[]... newTargets) {
        if (names.size() != newTargets.length) {
            throw new IllegalArgumentException("targets must be " + names.size() + " (one per name in " + names
                    + "), but there are " + newTargets.length);
        }
        DatasetChecks.targets(newTargets, size());
        List<Values> values = Arrays.stream(newTargets).map(Values::of).toList();
        if (!classNames.isEmpty()) {
            DatasetChecks.codes(values.get(0), classNames.size());
        }
        Schema newSchema = new Schema(schema.columns(), names, classNames);
        return new Dataset(features, newSchema, missing, values, weights, offsets, groups);
    }

    /**
     * Names the targets.
     *
     * @param names T names
     * @return a data set with these names
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Dataset withTargetNames(String... names) {
        if (names.length != targets.size()) {
            throw new IllegalArgumentException("names must have length " + targets.size()
                    + " (one per target), but was " + Arrays.toString(names));
        }
        return withSchema(new Schema(schema.columns(), List.of(names), schema.classNames()));
    }

    /**
     * Replaces the target by classes. Codes 0, 1, … follow the order of the names: numeric if all are numbers, otherwise
     * alphabetical; of two classes the second is thus the positive one.
     *
     * @param labels name of each row's class, length n
     * @return a data set with this target
     * @throws IllegalArgumentException if there are more or fewer labels than rows
     */
    public Dataset withLabels(String... labels) {
        List<String> classes = Labels.sorted(Arrays.asList(labels));
        String name = targets.size() == 1 ? schema.targets().get(0) : "y";
        return withTargets(List.of(name), classes, Labels.codes(Arrays.asList(labels), classes));
    }

    /**
     * Names the classes of a target that holds codes.
     *
     * @param names names of the classes 0, 1, …
     * @return a data set with these classes
     * @throws IllegalArgumentException if there isn't one target or it holds something else than codes of these classes
     */
    public Dataset withClasses(String... names) {
        if (targets.size() != 1) {
            throw new IllegalArgumentException("target must be one to have classes, but there are " + targets.size());
        }
        return withTargets(schema.targets(), List.of(names), targets.get(0).toArray());
    }

    /**
     * Gives rows weights: a weight of 2 counts like the row twice, a weight of 0 like a row that isn't there.
     *
     * @param newWeights n numbers, finite and ≥ 0, not all 0
     * @return a data set with these weights
     * @throws IllegalArgumentException if a rule is broken
     */
    public Dataset withWeights(double... newWeights) {
        DatasetChecks.weights(newWeights, size());
        return new Dataset(features, schema, missing, targets, Values.of(newWeights), offsets, groups);
    }

    /**
     * Gives rows offsets, known parts of the scores that are added to them.
     *
     * @param newOffsets one column of n finite numbers for each score
     * @return a data set with these offsets
     * @throws IllegalArgumentException if a rule is broken
     */
    public Dataset withOffsets(double[]... newOffsets) {
        DatasetChecks.offsets(newOffsets, size());
        List<Values> values = Arrays.stream(newOffsets).map(Values::of).toList();
        return new Dataset(features, schema, missing, targets, weights, values, groups);
    }

    /**
     * Gives rows exposures, such as the years that a policy ran: for losses whose mean is the exponential of the score, a row's mean
     * is then exposure·e^(its score without it), as its offset is log(exposure).
     *
     * @param exposures n numbers, finite and &gt; 0
     * @return a data set with these offsets of one score, instead of those there were
     * @throws IllegalArgumentException if a rule is broken
     */
    public Dataset withExposure(double... exposures) {
        return withOffsets(DatasetChecks.logarithms("exposure", exposures, size()));
    }

    /**
     * Puts rows into groups, for instance queries or strata.
     *
     * @param newGroups number of each row's group, length n
     * @return a data set with these groups
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Dataset withGroups(int... newGroups) {
        DatasetChecks.length("groups", newGroups.length, size());
        return new Dataset(features, schema, missing, targets, weights, offsets, newGroups.clone());
    }

    private Dataset withSchema(Schema newSchema) {
        return new Dataset(features, newSchema, missing, targets, weights, offsets, groups);
    }
}
