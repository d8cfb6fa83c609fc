package dev.limpid.benchmarks.linear;

import java.io.IOException;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/** The group {@code linear}: whole fits beside other libraries; one line {@code RATIO …} a case. */
public final class LinearGroup {

    private static final List<Case> CASES = Stream.of(
                    List.of(new LogisticDense(), MiniBatch.sgd(), MiniBatch.adam(), new TraceCost(), new RowScaling()),
                    List.of(new LassoWide(true), new LassoWide(false)),
                    SparseClassification.all(),
                    List.of(new SparseScaling(), new FirstFit(), new MemoryUse()))
            .<Case>flatMap(List::stream)
            .toList();

    private LinearGroup() {}

    /**
     * The same as {@link #run}, for a JVM of its own.
     *
     * @param arguments what {@link Options#parse} reads
     * @throws IOException if data can't be read
     */
    public static void main(String[] arguments) throws IOException {
        run(arguments);
    }

    /**
     * Runs cases.
     *
     * @param arguments what {@link Options#parse} reads, or {@code list}
     * @throws IOException if data can't be read
     */
    public static void run(String... arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("list")) {
            CASES.forEach(one -> System.out.println(one.name() + "  " + one.about()));
            return;
        }
        LogManager.getLogManager().reset(); // Tribuo tells of each epoch
        Options options = Options.parse(arguments);
        List<String> names = CASES.stream().map(Case::name).toList();
        for (String name : options.cases()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("case must be one of " + names + ", but was " + name);
            }
        }
        for (Case one : CASES) {
            if (options.cases().isEmpty() || options.cases().contains(one.name())) {
                one.run(options);
            }
        }
    }
}
