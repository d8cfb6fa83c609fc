package dev.limpid.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Names of classes and of levels, in the order of their codes 0, 1, ….
 *
 * <p>The order depends on the names alone, not on where they stand in the data: by number if all are numbers (9 before 10),
 * otherwise alphabetical by Unicode.
 *
 * @since 0.1.0
 */
public final class Labels {

    private Labels() {}

    /**
     * Finds the different labels.
     *
     * @param labels names, any number of times each
     * @return each name once, in the order of its code
     */
    public static List<String> sorted(Collection<String> labels) {
        List<String> names = new ArrayList<>(new HashSet<>(labels));
        names.sort(Comparator.naturalOrder());
        Map<String, Double> numbers = new HashMap<>();
        for (String name : names) {
            try {
                numbers.put(name, Double.valueOf(name));
            } catch (NumberFormatException notANumber) {
                return List.copyOf(names);
            }
        }
        names.sort(Comparator.comparing(numbers::get)); // a stable sort: 1 and 1.0 stay in alphabetical order
        return List.copyOf(names);
    }

    /**
     * Looks the code of each label up.
     *
     * @param labels names
     * @param names the names 0, 1, …
     * @return code of each label
     * @throws IllegalArgumentException if a label isn't one of the names
     */
    public static double[] codes(List<String> labels, List<String> names) {
        Map<String, Integer> codeOf = new HashMap<>();
        names.forEach(name -> codeOf.put(name, codeOf.size()));
        double[] codes = new double[labels.size()];
        for (int i = 0; i < codes.length; i++) {
            Integer code = codeOf.get(labels.get(i));
            if (code == null) {
                throw new IllegalArgumentException(
                        "label must be one of " + names + ", but label " + i + " was '" + labels.get(i) + "'");
            }
            codes[i] = code;
        }
        return codes;
    }
}
