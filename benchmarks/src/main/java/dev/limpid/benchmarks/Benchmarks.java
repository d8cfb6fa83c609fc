package dev.limpid.benchmarks;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs a group of benchmarks by name.
 *
 * <p>{@code mvn -q -DskipTests -pl benchmarks -am package exec:java -Dexec.args="kernels"}; {@code list} names the groups.
 */
public final class Benchmarks {

    private static final Map<String, Class<?>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("kernels", LossKernelBenchmark.class);
        GROUPS.put("risk", RiskBenchmark.class);
    }

    private Benchmarks() {}

    /**
     * Runs the groups that are named.
     *
     * @param groups names of groups, or {@code list}
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] groups) throws RunnerException {
        if (groups.length == 0 || groups[0].equals("list")) {
            GROUPS.forEach((name, type) -> System.out.println(name + "  " + type.getSimpleName()));
            return;
        }
        useOwnClassPathInForks();
        for (String group : groups) {
            Class<?> type = GROUPS.get(group);
            if (type == null) {
                throw new IllegalArgumentException("group must be one of " + GROUPS.keySet() + ", but was " + group);
            }
            new Runner(new OptionsBuilder()
                            .include("\\b" + type.getSimpleName() + "\\b")
                            .build())
                    .run();
        }
    }

    /** JMH forks JVMs with {@code java.class.path}, which is Maven's own when Maven runs this class. */
    private static void useOwnClassPathInForks() {
        if (Benchmarks.class.getClassLoader() instanceof URLClassLoader loader) {
            System.setProperty(
                    "java.class.path",
                    Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator)));
        }
    }
}
