package dev.limpid.core.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

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
    private final String prefix;

    private Memory(Map<String, double[]> arrays, String prefix) {
        this.arrays = arrays;
        this.prefix = prefix;
    }

    /**
     * Starts with nothing remembered.
     *
     * @return an empty memory
     */
    public static Memory empty() {
        return new Memory(new TreeMap<>(), "");
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
        return new Memory(arrays, prefix + name + ".");
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
     * Tells whether an array is remembered.
     *
     * @param name name of the array
     * @return true once it was asked for or put
     */
    public boolean has(String name) {
        return arrays.containsKey(prefix + name);
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
