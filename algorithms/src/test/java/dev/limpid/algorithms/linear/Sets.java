package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Dataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The small data sets of these tests; their sources are in README.md beside them. */
final class Sets {

    private Sets() {}

    /** Reads columns of numbers. */
    static Dataset read(String name, String target, String... features) {
        String[][] cells = cells(name);
        double[][] columns = new double[features.length][];
        for (int j = 0; j < features.length; j++) {
            columns[j] = numbers(cells, features[j]);
        }
        return Dataset.of(rows(columns), numbers(cells, target))
                .withNames(features)
                .withTargetNames(target);
    }

    /** All rows of iris, three classes. */
    static Dataset iris() {
        String[][] cells = cells("iris");
        String[] features = {"sepal_length", "sepal_width", "petal_length", "petal_width"};
        double[][] columns = Arrays.stream(features).map(f -> numbers(cells, f)).toArray(double[][]::new);
        return Dataset.of(rows(columns), column(cells, "species"))
                .withNames(features)
                .withTargetNames("species");
    }

    /** The rows of iris that aren't setosa, two classes. */
    static Dataset irisPair() {
        String[][] cells = cells("iris");
        String[] species = column(cells, "species");
        String[] features = {"sepal_length", "sepal_width", "petal_length", "petal_width"};
        double[][] columns = Arrays.stream(features)
                .map(f -> Arrays.copyOfRange(numbers(cells, f), 50, 150))
                .toArray(double[][]::new);
        return Dataset.of(rows(columns), Arrays.copyOfRange(species, 50, 150)).withNames(features);
    }

    /** Numbers with a linear dependence and noise; y is positive. */
    static Dataset random(long seed, int n, int d) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] x = new double[n][d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextGaussian();
            for (int j = 0; j < d; j++) {
                x[i][j] = random.nextGaussian() * (j + 1) + 3 * j;
                y[i] += (x[i][j] - 3 * j) / (j + 1) / (1 + j);
            }
            y[i] = Math.abs(y[i]);
        }
        return Dataset.of(x, y);
    }

    private static String[][] cells(String name) {
        try (InputStream stream = Objects.requireNonNull(Sets.class.getResourceAsStream(name + ".csv"), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",", -1)).toArray(String[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] column(String[][] cells, String name) {
        int j = List.of(cells[0]).indexOf(name);
        return Arrays.stream(cells).skip(1).map(row -> row[j]).toArray(String[]::new);
    }

    private static double[] numbers(String[][] cells, String name) {
        return Arrays.stream(column(cells, name))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[][] rows(double[][] columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }
}
