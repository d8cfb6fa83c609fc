package dev.limpid.testkit.contract;

import dev.limpid.core.explain.Part;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.Report;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Turns the outcome of a law into that of a JUnit test. */
final class Battery<T> {

    private final List<? extends Law<T>> laws;
    private final Supplier<T> part;
    private final Function<T, String> name;
    private final Contract contract;
    private final Map<String, String> exclusions;

    Battery(List<? extends Law<T>> laws, Supplier<T> part, Function<T, String> name, Contract contract) {
        this.laws = laws;
        this.part = part;
        this.name = name;
        this.contract = contract;
        this.exclusions = contract.exclusions();
    }

    static String nameOf(Object part) {
        if (part instanceof Part known) {
            return Text.nameOf(known);
        }
        String name = part.getClass().getSimpleName();
        return name.isEmpty() ? part.getClass().getName() : name;
    }

    /** Fails with the law's text, or aborts with the reason why it was not tested. */
    void check(Law<T> law) {
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

    /** Prints the report's line; fails if nothing was tested, an exclusion names no law, or a law's test was overridden. */
    void account(TestReporter reporter) {
        Report report = Report.of(name.apply(part.get()), laws, part, exclusions);
        reporter.publishEntry("laws", report.line());
        List<String> known = knownIds();
        for (String id : exclusions.keySet()) {
            if (!known.contains(id)) {
                throw new AssertionError("exclusions() must name laws, but " + id + " is none of " + known + ".");
            }
        }
        requireAllTests();
        if (report.count(Outcome.Status.PASSED) == 0) {
            throw new AssertionError(
                    report.line() + "\nNothing holds of this part: no law was run to its end and kept.");
        }
    }

    /** Returns the ids of all laws that some contract of the test class has. */
    private List<String> knownIds() {
        List<String> ids = new ArrayList<>();
        LawNames.CONTRACTS.forEach((type, itsLaws) -> {
            if (type.isInstance(contract)) {
                itsLaws.forEach(law -> ids.add(law.id()));
            }
        });
        ids.sort(null);
        return ids;
    }

    /** Fails if the test class overrides the test of a law: JUnit would drop it without a word. */
    private void requireAllTests() {
        for (Class<?> type : LawNames.CONTRACTS.keySet()) {
            for (Method test : type.isInstance(contract) ? type.getDeclaredMethods() : new Method[0]) {
                if (test.isAnnotationPresent(Test.class) && isOverridden(test)) {
                    String id = LawNames.idOf(test);
                    throw new AssertionError(
                            contract.getClass().getSimpleName() + " must not override " + test.getName()
                                    + ": JUnit or a reader would no longer see law " + id
                                    + ". Remove the override and name " + id + " in exclusions(), with the reason.");
                }
            }
        }
    }

    private boolean isOverridden(Method test) {
        try {
            Method found = contract.getClass().getMethod(test.getName(), test.getParameterTypes());
            return found.getDeclaringClass() != test.getDeclaringClass();
        } catch (NoSuchMethodException overriddenOutOfSight) {
            return true;
        }
    }
}
