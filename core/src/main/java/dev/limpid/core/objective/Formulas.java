package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import java.util.stream.Collectors;

/** Formulas of the form {@code F(w, b) = …} and what becomes of them under composition. */
final class Formulas {

    private Formulas() {}

    /** The left side: {@code F(w, b) = }, or {@code F(θ) = } for parameters in more blocks than weights and an intercept. */
    static String head(Blocks blocks) {
        return "F("
                + blocks.list().stream().map(b -> letter(blocks, b)).distinct().collect(Collectors.joining(", "))
                + ") = ";
    }

    static String letter(Blocks blocks, Block block) {
        long sameRole =
                blocks.list().stream().filter(b -> b.role() == block.role()).count();
        if (sameRole > 1) {
            return block.name();
        }
        return block.role() == Role.WEIGHTS ? "w" : "b";
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
