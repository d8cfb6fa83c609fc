package dev.limpid.testkit.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What came of testing a part by all laws of its kind.
 *
 * <p>{@link #line} prints how many laws were run, so that a battery that tests nothing is seen:
 *
 * <pre>
 * StockoutLoss: 25 laws, 17 passed, 8 not applicable (no kinks; a best shift for every target; not a UnitLoss)
 * </pre>
 *
 * @param subject name of the part
 * @param entries the laws with their outcomes, in the order of the laws
 * @since 0.1.0
 */
public record Report(String subject, List<Entry> entries) {

    /**
     * A law with what came of it.
     *
     * @param law the law
     * @param outcome what came of it
     */
    public record Entry(Law<?> law, Outcome outcome) {}

    /** Copies the entries. */
    public Report {
        entries = List.copyOf(entries);
    }

    /**
     * Tests a part by all laws.
     *
     * @param subject name of the part
     * @param laws the laws
     * @param part hands out the part, once for each law
     * @param exclusions id of a law that may be broken → the reason
     * @param <T> what is tested
     * @return the report
     */
    public static <T> Report of(
            String subject, List<? extends Law<T>> laws, Supplier<T> part, Map<String, String> exclusions) {
        List<Entry> entries = new ArrayList<>();
        for (Law<T> law : laws) {
            entries.add(new Entry(law, test(subject, law, part, exclusions)));
        }
        return new Report(subject, entries);
    }

    /**
     * Tests a part by one law.
     *
     * @param subject name of the part
     * @param law the law
     * @param part hands out the part
     * @param exclusions id of a law that may be broken → the reason
     * @param <T> what is tested
     * @return what came of it, exclusions considered; failures begin with the part and the law
     */
    public static <T> Outcome test(String subject, Law<T> law, Supplier<T> part, Map<String, String> exclusions) {
        Outcome outcome = run(law, part);
        if (exclusions.containsKey(law.id())) {
            outcome = excluded(law, outcome, exclusions.get(law.id()));
        }
        if (!outcome.isFailure()) {
            return outcome;
        }
        String verb = outcome.status() == Outcome.Status.VACUOUS ? " is not really tested by law " : " breaks law ";
        return new Outcome(
                outcome.status(),
                subject + verb + law.id() + ": " + law.title() + ".\n  "
                        + outcome.text().replace("\n", "\n  "));
    }

    private static <T> Outcome run(Law<T> law, Supplier<T> part) {
        try {
            return law.test(part.get());
        } catch (RuntimeException | StackOverflowError thrown) {
            StackTraceElement[] stack = thrown.getStackTrace();
            return Outcome.failed("It threw " + thrown + (stack.length == 0 ? "" : "\n    at " + stack[0])
                    + "\nLikely cause: an input" + " that the part has to take, and does not; see the first frame.");
        }
    }

    private static Outcome excluded(Law<?> law, Outcome outcome, String reason) {
        if (reason.isBlank()) {
            return Outcome.failed("exclusions() must give a reason for " + law.id() + ", but gave none.");
        }
        return switch (outcome.status()) {
            case PASSED ->
                Outcome.failed("exclusions() names " + law.id() + " (" + reason
                        + "), but the law holds: remove the exclusion.");
            case NOT_APPLICABLE ->
                Outcome.failed("exclusions() names " + law.id() + " (" + reason + "), but the law does not apply ("
                        + outcome.text() + "): remove the exclusion.");
            default -> new Outcome(Outcome.Status.EXCLUDED, reason);
        };
    }

    /**
     * Counts outcomes.
     *
     * @param status what to count
     * @return how many laws came out so
     */
    public long count(Outcome.Status status) {
        return entries.stream().filter(e -> e.outcome().status() == status).count();
    }

    /**
     * Tells whether the part obeys its laws: none broken, none tested in vain, at least one tested.
     *
     * @return whether all is well
     */
    public boolean isClean() {
        return count(Outcome.Status.PASSED) > 0
                && entries.stream().noneMatch(e -> e.outcome().isFailure());
    }

    /**
     * Returns the failures.
     *
     * @return their texts, one under the other, with an empty line between; empty if there are none
     */
    public String failures() {
        List<String> texts = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.outcome().isFailure()) {
                texts.add(entry.outcome().text());
            }
        }
        if (count(Outcome.Status.PASSED) == 0 && texts.isEmpty()) {
            texts.add(subject + " was not tested: no law was run to its end.");
        }
        return String.join("\n\n", texts);
    }

    /**
     * Returns the summary.
     *
     * @return one line: how many laws passed, failed, did not apply or are excluded, with the reasons
     */
    public String line() {
        StringBuilder text = new StringBuilder(subject)
                .append(": ")
                .append(entries.size())
                .append(" laws, ")
                .append(count(Outcome.Status.PASSED))
                .append(" passed");
        long failed = count(Outcome.Status.FAILED) + count(Outcome.Status.VACUOUS);
        if (failed > 0) {
            text.append(", ").append(failed).append(" failed");
        }
        return text.append(part(Outcome.Status.NOT_APPLICABLE, "not applicable"))
                .append(part(Outcome.Status.EXCLUDED, "excluded"))
                .toString();
    }

    private String part(Outcome.Status status, String word) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (entry.outcome().status() == status) {
                reasons.add(entry.outcome().text());
            }
        }
        return reasons.isEmpty() ? "" : ", " + count(status) + " " + word + " (" + String.join("; ", reasons) + ")";
    }

    @Override
    public String toString() {
        return isClean() ? line() : line() + "\n\n" + failures();
    }
}
