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
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
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
     * Runs a group.
     *
     * @param arguments name of a group, and options of JMH for it such as {@code -f 1 -p loop=cloned}; or {@code list}
     * @throws RunnerException if JMH fails
     * @throws CommandLineOptionException if JMH doesn't know an option
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        if (arguments.length == 0 || arguments[0].equals("list")) {
            GROUPS.forEach((name, type) -> System.out.println(name + "  " + type.getSimpleName()));
            return;
        }
        Class<?> type = GROUPS.get(arguments[0]);
        if (type == null) {
            throw new IllegalArgumentException("group must be one of " + GROUPS.keySet() + ", but was " + arguments[0]);
        }
        useOwnClassPathInForks();
        String[] options = Arrays.copyOfRange(arguments, 1, arguments.length);
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options))
                        .include("\\b" + type.getSimpleName() + "\\b")
                        .build())
                .run();
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
