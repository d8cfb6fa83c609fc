package dev.limpid.benchmarks;

import dev.limpid.benchmarks.linear.ChildJvm;
import dev.limpid.benchmarks.linear.LinearGroup;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final Map<String, Group> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("kernels", options -> jmh(LossKernelBenchmark.class, options));
        GROUPS.put("risk", options -> jmh(RiskBenchmark.class, options));
        GROUPS.put("linear", LinearGroup::run);
    }

    /** Benchmarks that run together. */
    private interface Group {
        void run(String... options) throws RunnerException, CommandLineOptionException, IOException;
    }

    private Benchmarks() {}

    /**
     * Runs a group.
     *
     * @param arguments name of a group, and options for it: of JMH such as {@code -f 1 -p loop=cloned}, or for {@code linear} what
     *     its {@code Options} read; or {@code list}
     * @throws RunnerException if JMH fails
     * @throws CommandLineOptionException if JMH doesn't know an option
     * @throws IOException if data can't be read
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException, IOException {
        if (arguments.length == 0 || arguments[0].equals("list")) {
            GROUPS.keySet().forEach(System.out::println);
            return;
        }
        Group group = GROUPS.get(arguments[0]);
        if (group == null) {
            throw new IllegalArgumentException("group must be one of " + GROUPS.keySet() + ", but was " + arguments[0]);
        }
        group.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void jmh(Class<?> type, String... options) throws RunnerException, CommandLineOptionException {
        System.setProperty("java.class.path", ChildJvm.classPath()); // JMH forks JVMs with it
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options))
                        .include("\\b" + type.getSimpleName() + "\\b")
                        .build())
                .run();
    }
}
