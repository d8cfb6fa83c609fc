package dev.limpid.testkit;

import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.testkit.declaration.HypothesisSubject;
import dev.limpid.testkit.law.HypothesisLaws;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a hypothesis; {@link #on} comes first.
 *
 * @since 0.1.0
 */
public final class HypothesisAssert extends LawAssert<HypothesisAssert, Hypothesis, HypothesisSubject> {

    private @Nullable Rows rows;

    HypothesisAssert(Hypothesis hypothesis) {
        super(hypothesis, HypothesisAssert.class, HypothesisLaws.all());
    }

    @Override
    HypothesisSubject subject() {
        if (rows == null) {
            throw new IllegalStateException("a hypothesis needs rows to try it on: call on(rows) first");
        }
        return new HypothesisSubject(actual, rows);
    }

    /**
     * Says which rows to try the hypothesis on.
     *
     * <pre>{@code
     * assertThat(new LinearHypothesis(3, 1, true)).on(data.features()).obeysItsLaws();  // passes
     * assertThat(new LinearHypothesis(3, 1, true)).obeysItsLaws();  // fails: ... call on(rows) first
     * }</pre>
     *
     * @param newRows at least two rows
     * @return this assertion
     */
    public HypothesisAssert on(Rows newRows) {
        rows = newRows;
        return this;
    }
}
