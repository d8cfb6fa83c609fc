package dev.limpid.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * How a number came about: a value, a sentence, and the parts that it was computed from.
 *
 * <p>An explanation is arithmetic, not decoration: {@link #recompute()} evaluates the tree from its leaves and gives the
 * value again.
 *
 * @since 0.1.0
 */
public final class Explanation {

    /** How a value follows from its parts. */
    public enum Operation {
        /** A number that was read, not computed: a coefficient, a cell, a leaf of a tree. */
        GIVEN("="),
        /** The sum of the parts, added from first to last. */
        SUM("sum of"),
        /** The product of the parts, multiplied from first to last. */
        PRODUCT("product of"),
        /** A function of the only part, such as a link. */
        FUNCTION("function of");

        private final String words;

        Operation(String words) {
            this.words = words;
        }
    }

    private final double value;
    private final String sentence;
    private final Operation operation;
    private final List<Explanation> parts;
    private final DoubleUnaryOperator function;

    private Explanation(
            double value, String sentence, Operation operation, List<Explanation> parts, DoubleUnaryOperator function) {
        this.value = value;
        this.sentence = Objects.requireNonNull(sentence, "sentence");
        this.operation = operation;
        this.parts = List.copyOf(parts);
        this.function = function;
    }

    /**
     * Explains a number that was read rather than computed.
     *
     * @param value the number
     * @param sentence what it is
     * @return a leaf
     */
    public static Explanation given(double value, String sentence) {
        return new Explanation(value, sentence, Operation.GIVEN, List.of(), x -> x);
    }

    /**
     * Explains a sum.
     *
     * @param value the sum as the algorithm computed it
     * @param sentence what it is
     * @param parts the summands, in the order of addition
     * @return a node
     */
    public static Explanation sum(double value, String sentence, List<Explanation> parts) {
        return new Explanation(value, sentence, Operation.SUM, parts, x -> x);
    }

    /**
     * Explains a product.
     *
     * @param value the product as the algorithm computed it
     * @param sentence what it is
     * @param parts the factors, in the order of multiplication
     * @return a node
     */
    public static Explanation product(double value, String sentence, List<Explanation> parts) {
        return new Explanation(value, sentence, Operation.PRODUCT, parts, x -> x);
    }

    /**
     * Explains a function of one number.
     *
     * @param value the function's value as the algorithm computed it
     * @param sentence what it is, with the function's name
     * @param part the argument
     * @param function the function
     * @return a node
     */
    public static Explanation function(double value, String sentence, Explanation part, DoubleUnaryOperator function) {
        return new Explanation(value, sentence, Operation.FUNCTION, List.of(part), function);
    }

    /**
     * Returns the number that is explained.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * Returns what the number is.
     *
     * @return the sentence
     */
    public String sentence() {
        return sentence;
    }

    /**
     * Returns how the value follows from the parts.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }

    /**
     * Returns what the value was computed from.
     *
     * @return the parts, unmodifiable; empty for a given number
     */
    public List<Explanation> parts() {
        return parts;
    }

    /**
     * Evaluates the tree from its leaves.
     *
     * @return the value that the parts give; equals {@link #value()} up to the rounding of the additions
     */
    public double recompute() {
        return switch (operation) {
            case GIVEN -> value;
            case SUM -> parts.stream().mapToDouble(Explanation::recompute).reduce(0.0, Double::sum);
            case PRODUCT -> parts.stream().mapToDouble(Explanation::recompute).reduce(1.0, (a, b) -> a * b);
            case FUNCTION -> function.applyAsDouble(parts.get(0).recompute());
        };
    }

    /**
     * Prints the tree, one line a node, the parts indented below their whole.
     *
     * @return the text
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        print("", lines);
        return String.join("\n", lines);
    }

    private void print(String indent, List<String> lines) {
        String tail = operation == Operation.GIVEN ? "" : ", " + operation.words + ":";
        lines.add(String.format(Locale.ROOT, "%s%12s  %s%s", indent, number(value), sentence, tail));
        for (Explanation part : parts) {
            part.print(indent + "  ", lines);
        }
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.5e", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.3f" : "%.5f", value);
    }
}
