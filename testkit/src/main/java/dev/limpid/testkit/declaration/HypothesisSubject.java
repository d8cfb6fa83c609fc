package dev.limpid.testkit.declaration;

import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import java.util.Objects;

/**
 * A hypothesis under test, with rows to try it on.
 *
 * @param hypothesis the hypothesis
 * @param rows at least two rows
 * @since 0.1.0
 */
public record HypothesisSubject(Hypothesis hypothesis, Rows rows) {

    /** Checks that both are there and that there are two rows. */
    public HypothesisSubject {
        Objects.requireNonNull(hypothesis, "hypothesis");
        if (rows.size() < 2) {
            throw new IllegalArgumentException("rows must be at least 2, but were " + rows.size());
        }
    }
}
