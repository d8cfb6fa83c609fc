package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.data.Csv;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first fit from CSV in a new JVM, which has no use for ND4J. */
class LinearFreshJvmTest {

    /** The goal is 1 s; a machine that does much else at the same time gets this long. */
    private static final double GENEROUS_SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void theFirstFitFromCsvLoadsNoClassOfNd4j() throws IOException, InterruptedException {
        run("-Xlog:class+load:file=classes.txt");

        List<String> loaded = Files.readAllLines(folder.resolve("classes.txt"), StandardCharsets.UTF_8);
        assertThat(loaded).as("the log").anyMatch(line -> line.contains("dev.limpid.algorithms.linear.LinearModel "));
        assertThat(loaded).noneMatch(line -> line.contains("org.nd4j.") || line.contains("org.bytedeco."));
    }

    @Test
    void theFirstFitsFromCsvAreSoon() throws IOException, InterruptedException {
        long start = System.nanoTime();
        String said = run();
        double seconds = (System.nanoTime() - start) / 1e9;

        System.out.println(String.format(
                Locale.ROOT, "A JVM that reads a CSV file, fits two models and explains one: %.2f s", seconds));
        assertThat(said).contains("narrow");
        assertThat(seconds).isLessThan(GENEROUS_SECONDS);
    }

    /** Runs {@link Program} in a new JVM; returns what it printed. */
    private String run(String... options) throws IOException, InterruptedException {
        Path csv = folder.resolve("iris.csv");
        try (var stream = Objects.requireNonNull(Sets.class.getResourceAsStream("iris.csv"))) {
            Files.copy(stream, csv);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
        command.addAll(List.of(Program.class.getName(), csv.toString()));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        return java.util.Arrays.stream(classPath.split(java.util.regex.Pattern.quote(separator), -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(separator));
    }

    /** What a user's first program does. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            Dataset data = Csv.of(Path.of(args[0])).target("petal_width").read();
            LinearModel model = LinearModel.with(new dev.limpid.core.loss.regression.HuberLoss(0.5))
                    .fit(data);
            System.out.println(model.explain(data.row(0)));
            System.out.println(model.recipe());
            Dataset pair = data.withLabels(labels(data));
            System.out.println(LinearModel.with(new LogisticLoss())
                    .penalty(L2Penalty.of(0.1))
                    .fit(pair)
                    .predictedClass(pair.row(0)));
        }

        private static String[] labels(Dataset data) {
            String[] labels = new String[data.size()];
            java.util.Arrays.setAll(labels, i -> data.targets().get(0).at(i) > 1 ? "wide" : "narrow");
            return labels;
        }
    }
}
