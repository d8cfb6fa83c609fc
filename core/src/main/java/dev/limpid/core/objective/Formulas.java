package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import java.util.stream.Collectors;

/** Formulas of the form {@code F(w, b) = …} and what becomes of them under composition. */
final class Formulas {

    private Formulas() {}

    /** The left side, such as {@code F(w, b) = }. */
    static String head(Blocks blocks) {
        return blocks.list().stream().map(Formulas::letter).collect(Collectors.joining(", ", "F(", ") = "));
    }

    /** The letter of the blocks that the library names, and the name of any other. */
    static String letter(Block block) {
        return switch (block.name()) {
            case "weights" -> "w";
            case "intercept" -> "b";
            case "theta" -> "θ";
            default -> block.name();
        };
    }

    static String sum(String first, String second) {
        String term = body(second);
        if (first.isEmpty() || term.equals("0")) {
            return first;
        }
        return first + " + " + (term.isEmpty() ? "…" : term);
    }

    static String multiple(double factor, String formula) {
        if (formula.isEmpty()) {
            return "";
        }
        String body = body(formula);
        return formula.substring(0, formula.length() - body.length()) + factor + "·(" + body + ")";
    }

    private static String body(String formula) {
        int equals = formula.startsWith("F(") ? formula.indexOf(") = ") : -1;
        return equals < 0 ? formula : formula.substring(equals + 4);
    }
}
