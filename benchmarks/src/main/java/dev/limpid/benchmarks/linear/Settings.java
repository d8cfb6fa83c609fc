package dev.limpid.benchmarks.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Numbers that a case looks for by fitting, such as the loosest tolerance that gets to the gap. A JVM for a cold fit is told them,
 * so that nothing has been fitted there before.
 */
final class Settings {

    private final Map<String, Double> numbers = new LinkedHashMap<>();

    /** Returns the number of a name, which is looked for if it isn't known. */
    double get(String name, DoubleSupplier search) {
        Double known = numbers.get(name);
        if (known != null) {
            return known;
        }
        double found = search.getAsDouble();
        numbers.put(name, found);
        return found;
    }

    /** Takes over {@code NAME=NUMBER}. */
    void put(String word) {
        int equals = word.lastIndexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("setting must be NAME=NUMBER, but was " + word);
        }
        numbers.put(word.substring(0, equals), Double.parseDouble(word.substring(equals + 1)));
    }

    /** Returns all of them as words of a command line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        numbers.forEach((name, number) -> words.addAll(List.of("-setting", name + "=" + number)));
        return words;
    }
}
