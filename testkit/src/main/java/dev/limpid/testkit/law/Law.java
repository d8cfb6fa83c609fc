package dev.limpid.testkit.law;

/**
 * Something that must hold of every part of a kind, whoever wrote it.
 *
 * <p>A law draws from fixed seeds: it looks at the same points each time, on every machine.
 *
 * @param <T> what is tested
 * @since 0.1.0
 */
public interface Law<T> {

    /**
     * Returns the id, which reports print and exclusions name.
     *
     * @return a letter for the kind of part and two digits, such as {@code L02}
     */
    String id();

    /**
     * Returns the law in words.
     *
     * @return a sentence without its full stop
     */
    String title();

    /**
     * Tests a part.
     *
     * @param part what is tested
     * @return what came of it
     */
    Outcome test(T part);
}
