package dev.limpid.core.sampler.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** The units of each label or group, by its number, each in ascending order. */
final class Members {

    private Members() {}

    static int[][] of(int n, IntUnaryOperator key) {
        TreeMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int u = 0; u < n; u++) {
            members.computeIfAbsent(key.applyAsInt(u), k -> new ArrayList<>()).add(u);
        }
        return members.values().stream()
                .map(units -> units.stream().mapToInt(u -> u).toArray())
                .toArray(int[][]::new);
    }
}
