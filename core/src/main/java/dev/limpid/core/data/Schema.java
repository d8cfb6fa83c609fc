package dev.limpid.core.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the columns of a data set are: the part of a data set that a model keeps.
 *
 * @param columns the features in their order
 * @param targets names of the target columns; empty for rows without a target
 * @param classNames names of the classes 0 … K−1 of the target; empty for a numeric target
 * @since 0.1.0
 */
public record Schema(List<Column> columns, List<String> targets, List<String> classNames) {

    /** Copies the lists and checks that no name occurs twice. */
    public Schema {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
        classNames = List.copyOf(classNames);
        checkDistinct("columns", columns.stream().map(Column::name).toList());
        checkDistinct("targets", targets);
        checkDistinct("classes", classNames);
    }

    private static void checkDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        what + " must have different names, but '" + name + "' occurs twice");
            }
        }
    }

    /**
     * Returns the position of a feature.
     *
     * @param name the feature's name
     * @return its position
     * @throws IllegalArgumentException if there is no such feature
     */
    public int indexOf(String name) {
        for (int j = 0; j < columns.size(); j++) {
            if (columns.get(j).name().equals(name)) {
                return j;
            }
        }
        throw new IllegalArgumentException(
                "column must be one of " + columns.stream().map(Column::name).toList() + ", but was '" + name + "'");
    }
}
