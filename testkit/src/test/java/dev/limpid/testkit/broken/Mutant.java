package dev.limpid.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.Report;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part with one fault, the law that finds it, and words of the cause that the law has to name.
 *
 * @param name the fault in a few words
 * @param catalogue ids of the bug catalogue that it stands for; empty for a fault that is not in it
 * @param subject the part
 * @param law the law
 * @param cause words that the failure text must have
 * @param <T> what the law tests
 */
record Mutant<T>(String name, List<String> catalogue, T subject, Law<T> law, String cause) {

    private static final Pattern ID = Pattern.compile("B-[A-Z]{4}-[0-9]{3}");

    /** Makes a mutant; ids of the catalogue that stand in its name are taken over. */
    static <T> Mutant<T> of(String name, T subject, Law<T> law, String cause) {
        List<String> named = ID.matcher(name).results().map(MatchResult::group).toList();
        return new Mutant<>(name, named, subject, law, cause);
    }

    /** Says which bugs of the catalogue it stands for: {@code of(…).as("B-LOSS-001", "B-LOSS-003")}. */
    Mutant<T> as(String... ids) {
        return new Mutant<>(name, List.of(ids), subject, law, cause);
    }

    Outcome outcome() {
        return Report.test("MyPart", law, () -> subject, Map.of());
    }

    boolean isCaught() {
        return isCaughtBy(outcome());
    }

    private boolean isCaughtBy(Outcome outcome) {
        return outcome.isFailure() && outcome.text().contains(cause);
    }

    /** Returns the failure text. Fails with it if the law passes the part, or names another cause. */
    String verify() {
        Outcome outcome = outcome();
        assertThat(outcome.isFailure())
                .as("%s is not caught by %s: %s", name, law, outcome)
                .isTrue();
        assertThat(outcome.text()).contains(cause);
        return outcome.text();
    }

    @Override
    public String toString() {
        return name + " → " + law.id();
    }
}
