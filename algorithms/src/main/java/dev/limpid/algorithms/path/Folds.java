package dev.limpid.algorithms.path;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Rows dealt out to folds like cards: shuffled, class by class so that each fold has its share of each; groups stay together.
 */
final class Folds {

    private final int[] fold; // of each row
    private final int count;

    private Folds(int[] fold, int count) {
        this.fold = fold;
        this.count = count;
    }

    static Folds of(Dataset data, boolean classes, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean grouped = data.groups().length > 0;
        List<List<Integer>> cards = grouped ? groups(data) : single(data.size());
        if (cards.size() < count) {
            throw new IllegalArgumentException("folds must be at most " + cards.size()
                    + (grouped ? " (the number of groups)" : " (the number of rows of positive weight)") + ", but were "
                    + count);
        }
        List<List<List<Integer>>> decks = classes && !grouped ? classes(data) : List.of(cards);
        int[] fold = new int[data.size()];
        int next = 0;
        for (List<List<Integer>> deck : decks) {
            List<List<Integer>> shuffled = new ArrayList<>(deck);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                List<Integer> card = shuffled.set(i, shuffled.get(j));
                shuffled.set(j, card);
            }
            for (List<Integer> card : shuffled) {
                for (int row : card) {
                    fold[row] = next % count;
                }
                next++;
            }
        }
        return new Folds(fold, count);
    }

    private static List<List<Integer>> single(int rows) {
        List<List<Integer>> cards = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cards.add(List.of(i));
        }
        return cards;
    }

    private static List<List<Integer>> groups(Dataset data) {
        TreeMap<Integer, List<Integer>> rows = new TreeMap<>();
        int[] groups = data.groups();
        for (int i = 0; i < groups.length; i++) {
            rows.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(i);
        }
        return List.copyOf(rows.values());
    }

    private static List<List<List<Integer>>> classes(Dataset data) {
        TreeMap<Double, List<List<Integer>>> rows = new TreeMap<>();
        Values y = data.targets().get(0);
        for (int i = 0; i < y.size(); i++) {
            rows.computeIfAbsent(y.at(i), c -> new ArrayList<>()).add(List.of(i));
        }
        rows.forEach((target, deck) -> {
            if (deck.size() < 2) {
                List<String> names = data.schema().classNames();
                throw new IllegalArgumentException("classes must have rows in two folds at least, but class "
                        + (names.isEmpty() ? String.valueOf(target) : "'" + names.get((int) (double) target) + "'")
                        + " has one row: leave it out, or name more rows of it");
            }
        });
        return List.copyOf(rows.values());
    }

    int count() {
        return count;
    }

    /** Rows in a fold. */
    int[] inside(int k) {
        return java.util.stream.IntStream.range(0, fold.length)
                .filter(i -> fold[i] == k)
                .toArray();
    }

    /** Rows in all other folds. */
    int[] outside(int k) {
        return java.util.stream.IntStream.range(0, fold.length)
                .filter(i -> fold[i] != k)
                .toArray();
    }
}
