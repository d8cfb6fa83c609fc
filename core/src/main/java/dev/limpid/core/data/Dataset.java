package dev.limpid.core.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of features with their targets, weights, offsets and groups. Immutable.
 *
 * @since 0.1.0
 */
public final class Dataset {

    private final Rows features;
    private final Schema schema;
    private final List<Values> targets;
    private final Values weights;
    private final List<Values> offsets;
    private final int[] groups;

    Dataset(Rows features, Schema schema, List<Values> targets, Values weights, List<Values> offsets, int[] groups) {
        this.features = features;
        this.schema = schema;
        this.targets = List.copyOf(targets);
        this.weights = weights;
        this.offsets = List.copyOf(offsets);
        this.groups = groups;
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
     * Returns the targets.
     *
     * @return T columns of n numbers; class codes for a target with classes
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
     * Picks rows.
     *
     * @param rows positions, each in [0, n)
     * @return a data set of those rows, in that order
     */
    public Dataset select(int... rows) {
        List<Values> newTargets = new ArrayList<>();
        targets.forEach(column -> newTargets.add(column.select(rows)));
        List<Values> newOffsets = new ArrayList<>();
        offsets.forEach(column -> newOffsets.add(column.select(rows)));
        int[] newGroups = new int[groups.length == 0 ? 0 : rows.length];
        for (int i = 0; i < newGroups.length; i++) {
            newGroups[i] = groups[rows[i]];
        }
        return new Dataset(features.select(rows), schema, newTargets, weights.select(rows), newOffsets, newGroups);
    }

    /**
     * Replaces the features, for instance by an encoded or scaled form.
     *
     * @param newFeatures as many rows
     * @param columns one for each of their columns
     * @return a data set with the same targets, weights, offsets and groups
     */
    public Dataset withFeatures(Rows newFeatures, List<Column> columns) {
        if (newFeatures.size() != size() || newFeatures.columns() != columns.size()) {
            throw new IllegalArgumentException("features must have shape [" + size() + ", " + columns.size()
                    + "], but have shape [" + newFeatures.size() + ", " + newFeatures.columns() + "]");
        }
        Schema newSchema = new Schema(columns, schema.targets(), schema.classNames());
        return new Dataset(newFeatures, newSchema, targets, weights, offsets, groups);
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
}
