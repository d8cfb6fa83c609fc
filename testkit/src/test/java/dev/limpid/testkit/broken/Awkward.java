package dev.limpid.testkit.broken;

import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Report;
import java.util.List;
import java.util.Map;

/**
 * A part that is right in an unusual way: no law may blame it.
 *
 * @param name the part in a few words
 * @param subject the part
 * @param laws all laws of its kind
 * @param exclusions laws that it breaks on purpose, with the reasons
 * @param <T> what the laws test
 */
record Awkward<T>(String name, T subject, List<Law<T>> laws, Map<String, String> exclusions) {

    static <T> Awkward<T> of(String name, T subject, List<Law<T>> laws) {
        return new Awkward<>(name, subject, laws, Map.of());
    }

    /** What a part prints of itself, or the name of its class. */
    static String nameOf(Object part) {
        String printed = part.toString();
        return printed.contains("@") ? part.getClass().getSimpleName() : printed;
    }

    Report report() {
        return Report.of(name, laws, () -> subject, exclusions);
    }

    @Override
    public String toString() {
        return name;
    }
}
