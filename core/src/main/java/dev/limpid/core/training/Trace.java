package dev.limpid.core.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All steps of a run with the seconds they took.
 *
 * <p>{@code toString} prints a table of the first and last steps. Seconds are not in it: they differ from run to run.
 *
 * @since 0.1.0
 */
public final class Trace {

    private static final int HEAD = 5;
    private static final int TAIL = 5;

    private final List<Step> steps = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private double total;

    /** A trace without steps. */
    public Trace() {}

    void add(Step step, double took) {
        steps.add(step);
        seconds.add(took);
        total += took;
    }

    void replaceLast(Step step) {
        steps.set(steps.size() - 1, step);
    }

    /**
     * Copies the trace as it is now, for a model to keep while the run goes on.
     *
     * @return a trace of the same steps
     */
    public Trace copy() {
        Trace copy = new Trace();
        copy.steps.addAll(steps);
        copy.seconds.addAll(seconds);
        copy.total = total;
        return copy;
    }

    /**
     * Returns the steps.
     *
     * @return steps from first to last, unmodifiable
     */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /**
     * Returns the number of steps.
     *
     * @return the number of steps that were made under this trace
     */
    public int size() {
        return steps.size();
    }

    /**
     * Returns a step.
     *
     * @param i its place in the trace, in [0, size)
     * @return the step
     */
    public Step step(int i) {
        return steps.get(i);
    }

    /**
     * Returns the last step.
     *
     * @return the last step
     * @throws IllegalStateException if there is none
     */
    public Step last() {
        if (steps.isEmpty()) {
            throw new IllegalStateException("last needs a step: call step first");
        }
        return steps.get(steps.size() - 1);
    }

    /**
     * Returns how long a step took.
     *
     * @param i its place in the trace, in [0, size)
     * @return seconds
     */
    public double seconds(int i) {
        return seconds.get(i);
    }

    /**
     * Returns how long all steps took.
     *
     * @return seconds
     */
    public double seconds() {
        return total;
    }

    /**
     * Returns the objective after each step.
     *
     * @return a new array with a number for each step
     */
    public double[] objective() {
        return steps.stream().mapToDouble(Step::objective).toArray();
    }

    /**
     * Returns a number of each step.
     *
     * @param name name of the number, as in {@link Step#numbers}
     * @return a new array with a number for each step; NaN where a step has none of that name
     */
    public double[] series(String name) {
        return steps.stream().mapToDouble(step -> step.number(name)).toArray();
    }

    /**
     * Returns the names of all numbers that steps carry.
     *
     * @return names in the order in which they first occur
     */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        steps.forEach(step -> names.addAll(step.numbers().keySet()));
        return names;
    }

    /**
     * Writes all steps as comma-separated values, with a header, in digits that read back exactly.
     *
     * @return lines that end with a line feed: iteration, objective, gradientNorm, length, oracle counts, the steps' numbers
     */
    public String csv() {
        StringBuilder text =
                new StringBuilder("iteration,objective,gradientNorm,length,values,gradients,matrices,rows");
        Set<String> names = names();
        names.forEach(name -> text.append(',').append(quoted(name)));
        text.append('\n');
        for (Step step : steps) {
            OracleCount oracle = step.oracle();
            text.append(step.iteration())
                    .append(',')
                    .append(step.objective())
                    .append(',')
                    .append(step.gradientNorm());
            text.append(',')
                    .append(step.length())
                    .append(',')
                    .append(oracle.values())
                    .append(',')
                    .append(oracle.gradients());
            text.append(',').append(oracle.matrices()).append(',').append(oracle.rows());
            names.forEach(name -> text.append(',').append(cell(step, name)));
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Step step, String name) {
        Double number = step.numbers().get(name);
        return number == null ? "" : number.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^\",\\r\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        if (steps.isEmpty()) {
            return "no steps";
        }
        boolean validated = names().contains(Step.VALIDATION);
        List<String> lines = new ArrayList<>();
        lines.add(row("step", "objective", "gradient", "length", validated ? "validation" : ""));
        for (int i = 0; i < steps.size(); i++) {
            if (i == HEAD && steps.size() > HEAD + TAIL) {
                i = steps.size() - TAIL;
                lines.add(row("…", "…", "…", "…", validated ? "…" : ""));
            }
            Step step = steps.get(i);
            String validation = validated ? number(step.number(Step.VALIDATION)) : "";
            lines.add(row(
                    Long.toString(step.iteration()),
                    number(step.objective()),
                    number(step.gradientNorm()),
                    number(step.length()),
                    validation));
        }
        if (last().stop().isFinal()) {
            lines.add(last().stop().toString());
        }
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private static String row(String step, String objective, String gradient, String length, String validation) {
        return String.format(Locale.ROOT, "%8s  %14s  %14s  %14s  %14s", step, objective, gradient, length, validation);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-3 && size < 1e7);
        return String.format(Locale.ROOT, plain ? "%.6f" : "%.5e", value);
    }
}
