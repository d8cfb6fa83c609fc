package dev.limpid.testkit.law;

import java.util.Objects;
import java.util.function.Function;

/**
 * Something that must hold of every part of a kind, whoever wrote it.
 *
 * <p>A law draws from fixed seeds: it looks at the same points each time, on every machine. Laws of your own house are made in
 * the same way and tested by {@code assertThat(part).obeys(law)}:
 *
 * <pre>{@code
 * Law<LossSubject> capped = Law.of("X01", "no row costs more than 1000", subject -> ...);
 * }</pre>
 *
 * @param <T> what is tested
 * @since 0.1.0
 */
public final class Law<T> {

    private final String id;
    private final String title;
    private final Function<? super T, Outcome> test;

    private Law(String id, String title, Function<? super T, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Makes a law.
     *
     * @param id a letter for the kind of part and two digits, such as {@code L02}
     * @param title the law in words, a sentence without its full stop
     * @param test tests a part; has no state
     * @param <T> what is tested
     * @return the law
     */
    public static <T> Law<T> of(String id, String title, Function<? super T, Outcome> test) {
        if (!id.matches("[A-Z][0-9]{2}")) {
            throw new IllegalArgumentException("id must be a letter and two digits, but was " + id);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must say what holds, but was blank");
        }
        return new Law<>(id, title, Objects.requireNonNull(test, "test"));
    }

    /**
     * Returns the id, which reports print and exclusions name.
     *
     * @return a letter for the kind of part and two digits, such as {@code L02}
     */
    public String id() {
        return id;
    }

    /**
     * Returns the law in words.
     *
     * @return a sentence without its full stop
     */
    public String title() {
        return title;
    }

    /**
     * Tests a part.
     *
     * @param part what is tested
     * @return what came of it
     */
    public Outcome test(T part) {
        return test.apply(part);
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
