package dev.limpid.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Brings columns, levels and classes of new data into the order that a model knows. */
final class Conform {

    private Conform() {}

    /** Puts the features into the columns of a model's schema. */
    static Dataset features(Dataset data, Schema model) {
        List<Column> given = data.schema().columns();
        List<Column> wanted = model.columns();
        if (given.equals(wanted)) {
            return data;
        }
        if (bare(given)) {
            checkCount(given.size(), wanted);
            return data.withFeatures(data.features(), wanted);
        }
        int[] source = positions(given, wanted);
        double[][] maps = new double[wanted.size()][];
        for (int j = 0; j < maps.length; j++) {
            maps[j] = levelMap(given.get(source[j]), wanted.get(j));
        }
        boolean sameCodes = Arrays.stream(maps).allMatch(map -> map.length == 0);
        Rows x = data.features();
        if (sameCodes && inOrder(source)) {
            return data.withFeatures(x, wanted);
        }
        if (sameCodes && x instanceof SparseRows sparse) {
            return data.withFeatures(sparse.permuted(source), wanted);
        }
        double[][] columns = new double[wanted.size()][x.size()];
        for (int j = 0; j < columns.length; j++) {
            x.copyColumn(source[j], 0, x.size(), columns[j]);
            mapLevels(columns[j], maps[j], given.get(source[j]), wanted.get(j));
        }
        Rows dense = DoubleTiles.ofColumns(columns);
        return data.withFeatures(x instanceof FloatTiles ? FloatTiles.rounded(dense) : dense, wanted);
    }

    /** Tells whether columns have the names that rows without names get; such rows are matched by position. */
    private static boolean bare(List<Column> columns) {
        return IntStream.range(0, columns.size()).allMatch(j -> columns.get(j).equals(Column.numeric("x" + j)));
    }

    private static void checkCount(int count, List<Column> wanted) {
        if (count != wanted.size()) {
            throw new IllegalArgumentException("X must have " + wanted.size() + " columns " + names(wanted)
                    + " as in the model, but has " + count);
        }
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static boolean inOrder(int[] source) {
        return IntStream.range(0, source.length).allMatch(j -> source[j] == j);
    }

    /** Finds each wanted column among the given ones; there may be no others. */
    private static int[] positions(List<Column> given, List<Column> wanted) {
        Map<String, Integer> positionOf = new HashMap<>();
        given.forEach(column -> positionOf.put(column.name(), positionOf.size()));
        int[] source = new int[wanted.size()];
        for (int j = 0; j < source.length; j++) {
            @Nullable Integer position = positionOf.remove(wanted.get(j).name());
            if (position == null) {
                throw new IllegalArgumentException("X must have column '"
                        + wanted.get(j).name() + "' as in the model, but its columns are " + names(given));
            }
            source[j] = position;
        }
        for (Column column : given) {
            if (positionOf.containsKey(column.name())) {
                throw new IllegalArgumentException("column must be one of " + names(wanted)
                        + " as in the model, but was '" + column.name() + "'; drop it");
            }
        }
        return source;
    }

    /** Returns the model's code for each given code, −1 for a level it doesn't know; empty if the codes are the same. */
    private static double[] levelMap(Column given, Column wanted) {
        if (given.kind() != wanted.kind()) {
            throw new IllegalArgumentException("column '" + wanted.name() + "' must be " + kind(wanted)
                    + " as in the model, but is " + kind(given));
        }
        return given.levels().equals(wanted.levels()) ? new double[0] : codes(given.levels(), wanted.levels());
    }

    private static String kind(Column column) {
        return column.isCategorical() ? "categorical" : "numeric";
    }

    private static double[] codes(List<String> given, List<String> wanted) {
        Map<String, Integer> codeOf = new HashMap<>();
        wanted.forEach(level -> codeOf.put(level, codeOf.size()));
        return given.stream()
                .mapToDouble(level -> codeOf.getOrDefault(level, -1))
                .toArray();
    }

    private static void mapLevels(double[] cells, double[] map, Column given, Column wanted) {
        for (int i = 0; map.length > 0 && i < cells.length; i++) {
            if (Double.isNaN(cells[i])) {
                continue;
            }
            double code = map[(int) cells[i]];
            if (code < 0) {
                throw new IllegalArgumentException("level of column '" + wanted.name() + "' must be one of "
                        + wanted.levels() + " as in the model, but was '" + given.print(cells[i]) + "' in row " + i);
            }
            cells[i] = code;
        }
    }

    /** Puts the class codes of a target into the order of a model's classes. */
    static double[][] targets(Dataset data, Schema model) {
        List<String> given = data.schema().classNames();
        List<String> wanted = model.classNames();
        double[][] y = data.targets().stream().map(Values::toArray).toArray(double[][]::new);
        if (y.length != model.targets().size()) {
            throw new IllegalArgumentException("targets must be "
                    + model.targets().size() + " " + model.targets() + " as in the model, but there are " + y.length);
        }
        if (given.isEmpty() || given.equals(wanted)) {
            return y;
        }
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("target must be numeric as in the model, but has classes " + given);
        }
        double[] map = codes(given, wanted);
        for (int i = 0; i < y[0].length; i++) {
            double code = map[(int) y[0][i]];
            if (code < 0) {
                throw new IllegalArgumentException("class must be one of " + wanted + " as in the model, but y[" + i
                        + "] was '" + given.get((int) y[0][i]) + "'");
            }
            y[0][i] = code;
        }
        return y;
    }
}
