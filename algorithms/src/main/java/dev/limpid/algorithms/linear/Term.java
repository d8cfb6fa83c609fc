package dev.limpid.algorithms.linear;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import java.util.function.Function;

/**
 * An extra term of the objective.
 *
 * @param formula the term in one line, with w and b for the raw coefficients
 * @param of makes it for raw coefficients of a shape
 */
record Term(String formula, Function<Blocks, ? extends Smooth> of) {

    Smooth of(Blocks raw) {
        Smooth term = of.apply(raw);
        if (term.blocks().size() != raw.size()) {
            throw new IllegalArgumentException("term must have " + raw.size()
                    + " parameters (one per raw coefficient and intercept), but has "
                    + term.blocks().size() + ": make it for the blocks that it is handed");
        }
        return term;
    }
}
