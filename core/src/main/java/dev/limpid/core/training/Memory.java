package dev.limpid.core.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a run remembers from step to step: named arrays, owned by the driver.
 *
 * <p>Updates, samplers and optimizers keep all their state here, so a run can be saved and resumed without a line of their
 * code. A part sees its own names only: the driver hands each a {@link #scope}.
 *
 * @since 0.1.0
 */
public final class Memory {

    private final Map<String, double[]> arrays;
    private final Map<String, Object> derived;
    private final String prefix;

    private Memory(Map<String, double[]> arrays, Map<String, Object> derived, String prefix) {
        this.arrays = arrays;
        this.derived = derived;
        this.prefix = prefix;
    }

    /**
     * Starts with nothing remembered.
     *
     * @return an empty memory
     */
    public static Memory empty() {
        return new Memory(new TreeMap<>(), new HashMap<>(), "");
    }

    /**
     * Restores what {@link #snapshot} saved.
     *
     * @param snapshot names with their arrays; copied
     * @return a memory with the same content
     */
    public static Memory of(Map<String, double[]> snapshot) {
        Memory memory = empty();
        snapshot.forEach((name, array) -> memory.arrays.put(name, array.clone()));
        return memory;
    }

    /**
     * Returns the part of this memory whose names begin with a word; writes go through.
     *
     * @param name the word
     * @return a view
     */
    public Memory scope(String name) {
        return new Memory(arrays, derived, prefix + name + ".");
    }

    /**
     * Returns an array, zeros when it is asked for the first time.
     *
     * @param name name of the array
     * @param length its length
     * @return the array itself: what is written to it is remembered
     * @throws IllegalStateException if it is remembered with another length
     */
    public double[] array(String name, int length) {
        double[] array = arrays.computeIfAbsent(prefix + name, key -> new double[length]);
        if (array.length != length) {
            throw new IllegalStateException("memory '" + prefix + name + "' must have length " + length + ", but has "
                    + array.length + "; resume with the spec and data it was saved from");
        }
        return array;
    }

    /**
     * Replaces an array.
     *
     * @param name name of the array
     * @param array its new content; copied
     */
    public void put(String name, double... array) {
        arrays.put(prefix + name, array.clone());
    }

    /**
     * Returns a number that was put.
     *
     * @param name name of an array of length 1
     * @param otherwise what to return if it was never put
     * @return the number
     */
    public double number(String name, double otherwise) {
        return has(name) ? array(name, 1)[0] : otherwise;
    }

    /**
     * Tells whether an array is remembered.
     *
     * @param name name of the array
     * @return true once it was asked for or put
     */
    public boolean has(String name) {
        return arrays.containsKey(prefix + name);
    }

    /**
     * Returns something that follows from what is remembered and is costly to compute again, such as an order of units. It is
     * kept until {@link #forget}, but is not part of a {@link #snapshot}.
     *
     * @param name name of the thing
     * @param type its class
     * @param from computes it when it isn't there
     * @param <T> its type
     * @return the thing
     */
    public <T> T derived(String name, Class<T> type, Supplier<T> from) {
        Object thing = derived.get(prefix + name);
        if (thing == null) {
            thing = from.get(); // may derive something else first
            derived.put(prefix + name, thing);
        }
        return type.cast(thing);
    }

    /**
     * Drops a derived thing, because what it follows from has changed.
     *
     * @param name name of the thing
     */
    public void forget(String name) {
        derived.remove(prefix + name);
    }

    /**
     * Copies all that is remembered.
     *
     * @return names, in alphabetical order, with copies of their arrays
     */
    public Map<String, double[]> snapshot() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                copy.put(name.substring(prefix.length()), array.clone());
            }
        });
        return copy;
    }
}
