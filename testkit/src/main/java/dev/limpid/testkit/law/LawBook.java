package dev.limpid.testkit.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Collects the laws of a kind of part while they are declared, so that each is written in one place only.
 *
 * @param <T> what they test
 */
final class LawBook<T> {

    private final List<Law<T>> laws = new ArrayList<>();

    Law<T> add(String id, String title, Function<T, Outcome> test) {
        Law<T> law = Law.of(id, title, test);
        laws.add(law);
        return law;
    }

    List<Law<T>> all() {
        return List.copyOf(laws);
    }
}
