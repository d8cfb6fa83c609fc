package dev.limpid.testkit.contract;

import dev.limpid.core.explain.Part;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.Report;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestReporter;

/** Turns the outcome of a law into that of a JUnit test. */
final class Battery<T> {

    private final List<? extends Law<T>> laws;
    private final Supplier<T> part;
    private final Function<T, String> name;
    private final Map<String, String> exclusions;

    Battery(List<? extends Law<T>> laws, Supplier<T> part, Function<T, String> name, Map<String, String> exclusions) {
        this.laws = laws;
        this.part = part;
        this.name = name;
        this.exclusions = exclusions;
    }

    static String nameOf(Object part) {
        if (part instanceof Part known) {
            return Text.nameOf(known);
        }
        String name = part.getClass().getSimpleName();
        return name.isEmpty() ? part.getClass().getName() : name;
    }

    /** Fails with the law's text, or aborts with the reason why it was not tested. */
    void require(Law<T> law) {
        T fresh = part.get();
        Outcome outcome = Report.test(name.apply(fresh), law, () -> fresh, exclusions);
        if (outcome.isFailure()) {
            throw new AssertionError(outcome.text());
        }
        if (outcome.status() != Outcome.Status.PASSED) {
            String word = outcome.status() == Outcome.Status.EXCLUDED ? "excluded: " : "not applicable: ";
            Assumptions.abort(law.id() + " " + word + outcome.text());
        }
    }

    /** Prints the report's line; fails if nothing was tested or an exclusion names no law. */
    void account(TestReporter reporter) {
        Report report = Report.of(name.apply(part.get()), laws, part, exclusions);
        reporter.publishEntry("laws", report.line());
        String letter = laws.get(0).id().substring(0, 1);
        for (String id : exclusions.keySet()) {
            if (id.startsWith(letter) && laws.stream().noneMatch(law -> law.id().equals(id))) {
                throw new AssertionError("exclusions() must name laws, but " + id + " is none of "
                        + laws.stream().map(Law::id).toList() + ".");
            }
        }
        if (report.count(Outcome.Status.PASSED) == 0) {
            throw new AssertionError(
                    report.line() + "\nNothing holds of this part: no law was run to its end and kept.");
        }
    }
}
