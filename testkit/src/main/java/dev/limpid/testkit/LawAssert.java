package dev.limpid.testkit;

import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.Report;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/**
 * What the assertions of all parts share: {@link #obeysItsLaws} and {@link #obeys}.
 *
 * @param <S> the assertion itself
 * @param <A> the part
 * @param <T> what the laws test: the part, or the part with what they have to be told of it
 * @since 0.1.0
 */
public abstract class LawAssert<S extends LawAssert<S, A, T>, A, T> extends AbstractAssert<S, A> {

    private final List<? extends Law<T>> laws;

    LawAssert(A part, Class<S> self, List<? extends Law<T>> laws) {
        super(part, self);
        this.laws = laws;
    }

    /** Returns what the laws test. */
    abstract T subject();

    /** Returns the name of the part. */
    String nameOfPart() {
        return actual instanceof dev.limpid.core.explain.Part part
                ? Text.nameOf(part)
                : actual.getClass().getSimpleName();
    }

    /**
     * Tests the part by all laws of its kind and reports all that are broken at once.
     *
     * <pre>{@code
     * assertThat(new HuberLoss(1)).obeysItsLaws();         // passes
     * assertThat(new LossWithWrongSign()).obeysItsLaws();  // fails: ... gradient has the opposite sign (ratio −1.000) ...
     * }</pre>
     *
     * @return this assertion
     */
    public S obeysItsLaws() {
        return obeysItsLawsExcept(Map.of());
    }

    /**
     * Tests the part by all laws of its kind, save some that it breaks on purpose.
     *
     * <pre>{@code
     * assertThat(focal).obeysItsLawsExcept(Map.of("L15", "focal loss draws probabilities to the middle")); // passes
     * assertThat(huber).obeysItsLawsExcept(Map.of("L15", "whatever"));  // fails: the law holds: remove the exclusion
     * }</pre>
     *
     * @param exclusions id of a law → why the part may break it
     * @return this assertion
     */
    public S obeysItsLawsExcept(Map<String, String> exclusions) {
        isNotNull();
        for (String id : exclusions.keySet()) {
            if (laws.stream().noneMatch(law -> law.id().equals(id))) {
                throw failure(
                        "exclusions must name laws, but %s is none of %s.",
                        id, laws.stream().map(Law::id).toList());
            }
        }
        Report report = Report.of(nameOfPart(), laws, this::subject, exclusions);
        if (!report.isClean()) {
            throw failure("%s", report);
        }
        return myself;
    }

    /**
     * Tests the part by one law.
     *
     * <pre>{@code
     * assertThat(new HuberLoss(1)).obeys(LossLaws.CONVEX);        // passes
     * assertThat(new CauchyLoss(1)).obeys(LossLaws.CONTINUOUS);   // passes; fails for a loss with a jump
     * }</pre>
     *
     * @param law the law
     * @return this assertion; fails too if the law says nothing about the part
     */
    public S obeys(Law<T> law) {
        isNotNull();
        return require(Report.test(nameOfPart(), law, this::subject, Map.of()));
    }

    /** Fails unless the outcome is that a law holds. */
    S require(Outcome outcome) {
        if (outcome.status() == Outcome.Status.NOT_APPLICABLE) {
            throw failure("%s was not tested: %s.", nameOfPart(), outcome.text());
        }
        if (outcome.status() != Outcome.Status.PASSED) {
            throw failure("%s", outcome.text());
        }
        return myself;
    }
}
