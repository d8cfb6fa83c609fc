package dev.limpid.benchmarks.linear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.zip.GZIPInputStream;

/** Where sparse sets of two classes come from. Real ones are looked for in the folder that the system property {@code limpid.data} names. */
enum SparseSource {
    /** {@code w2.train} of the harness, or rows of its kind: 75 cells a row in columns of Zipf's law, of length 1. */
    HARNESS("200,000 x 50,000 with 75 cells a row"),
    /** Posts of the five groups comp.* against the others; log(1 + count)·log(n/df), rows of length 1. */
    NEWSGROUPS("newsgroups20, 11,314 x 32,443, comp.* against the rest"),
    /** Census incomes as binary features. */
    A9A("a9a, 32,561 x 123");

    static final int HARNESS_ROWS = 200_000;

    private final String about;

    SparseSource(String about) {
        this.about = about;
    }

    String about() {
        return about;
    }

    String missing() {
        return "name the folder of the data sets with -Dlimpid.data";
    }

    Optional<SparseSet> read(Options options) throws IOException {
        return switch (this) {
            case HARNESS -> Optional.of(Generated.text(options));
            case NEWSGROUPS ->
                libsvm("newsgroups20/newsgroups20_counts_train.libsvm.gz", y -> 1 <= y && y <= 5)
                        .map(SparseSource::weighted);
            case A9A -> libsvm("a9a/a9a_train.libsvm.gz", y -> y > 0);
        };
    }

    private static void normalise(float[] values, int from, int to) {
        double square = 0;
        for (int k = from; k < to; k++) {
            square += (double) values[k] * values[k];
        }
        for (int k = from; k < to && square > 0; k++) {
            values[k] /= (float) Math.sqrt(square);
        }
    }

    private static Optional<SparseSet> libsvm(String name, DoublePredicate positive) throws IOException {
        Path file = Path.of(System.getProperty("limpid.data", "")).resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String[] lines;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            lines = in.lines().toArray(String[]::new);
        }
        int[] starts = new int[lines.length + 1];
        float[] y = new float[lines.length];
        int[] indices = new int[1 << 10];
        float[] values = new float[1 << 10];
        for (int i = 0; i < lines.length; i++) {
            String[] words = lines[i].trim().split(" ");
            starts[i + 1] = starts[i] + words.length - 1;
            y[i] = positive.test(Double.parseDouble(words[0])) ? 1 : 0;
            while (starts[i + 1] > indices.length) {
                indices = Arrays.copyOf(indices, 2 * indices.length);
                values = Arrays.copyOf(values, 2 * values.length);
            }
            for (int k = 1; k < words.length; k++) {
                int colon = words[k].indexOf(':');
                indices[starts[i] + k - 1] = Integer.parseInt(words[k].substring(0, colon)) - 1;
                values[starts[i] + k - 1] = Float.parseFloat(words[k].substring(colon + 1));
            }
        }
        int cells = starts[lines.length];
        int columns = Arrays.stream(indices, 0, cells).max().orElse(-1) + 1;
        return Optional.of(new SparseSet(
                lines.length, columns, starts, Arrays.copyOf(indices, cells), Arrays.copyOf(values, cells), y));
    }

    private static SparseSet weighted(SparseSet counts) {
        double[] df = new double[counts.columns()];
        for (int j : counts.indices()) {
            df[j]++;
        }
        float[] values = counts.values().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) (Math.log1p(values[k]) * Math.log(counts.rows() / df[counts.indices()[k]]));
        }
        for (int i = 0; i < counts.rows(); i++) {
            normalise(values, counts.starts()[i], counts.starts()[i + 1]);
        }
        return new SparseSet(counts.rows(), counts.columns(), counts.starts(), counts.indices(), values, counts.y());
    }
}
