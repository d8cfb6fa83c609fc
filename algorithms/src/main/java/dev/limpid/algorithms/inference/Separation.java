package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The margins whose growth a likelihood rewards, as {@link Recession} reads them.
 *
 * <pre>
 *   two classes   zᵢ  = x̃ᵢ of a 1, −x̃ᵢ of a 0; both of a share
 *   softmax       zᵢₖ = x̃ᵢ at the class that was seen, −x̃ᵢ at class k, for each other k
 *   Cox           zᵢⱼ = xᵢ − xⱼ,  i an event, j at risk then; both ways for events of one time
 * </pre>
 */
final class Separation {

    /** The most coefficients, and numbers in all, that are looked at. */
    private static final int MOST_COLUMNS = 200;

    private static final long MOST_NUMBERS = 10_000_000;

    private Separation() {}

    /** The question of whether coefficients have finite estimates; empty where it isn't known how to ask, or too much work. */
    static Optional<Recession> of(Loss loss, Derivatives at) {
        Optional<Recession.Rows> rows = rows(loss, at);
        int columns = at.places.size();
        return rows.filter(z -> columns <= MOST_COLUMNS && (long) z.size() * columns <= MOST_NUMBERS)
                .map(z -> new Recession(z, columns));
    }

    private static Optional<Recession.Rows> rows(Loss loss, Derivatives at) {
        if (loss.getClass() == CoxLoss.class) {
            return Optional.of(ofPairs(at, pairs(at.data)));
        }
        if (loss.getClass() == SoftmaxLoss.class) {
            return Optional.of(ofClasses(at));
        }
        return loss instanceof ScalarLoss && loss.classes() == 2 ? Optional.of(ofBinary(at)) : Optional.empty();
    }

    private record Of(int size, Copy copy) implements Recession.Rows {
        @Override
        public void copy(int i, double[] z) {
            copy.to(i, z);
        }
    }

    private interface Copy {
        void to(int i, double[] z);
    }

    private static Recession.Rows ofBinary(Derivatives at) {
        int[][] signed = IntStream.range(0, at.data.size())
                .boxed()
                .flatMap(i -> IntStream.of(-1, 1)
                        .filter(sign -> at.targets(i)[0] != (sign < 0 ? 1 : 0))
                        .mapToObj(sign -> new int[] {i, sign}))
                .toArray(int[][]::new);
        return new Of(signed.length, (k, z) -> {
            double[] x = at.data.features().row(signed[k][0]);
            Arrays.setAll(z, a -> signed[k][1] * at.cell(x, at.places.get(a).feature()));
        });
    }

    private static Recession.Rows ofClasses(Derivatives at) {
        int others = at.layout.outputs() - 1;
        return new Of(at.data.size() * others, (k, z) -> {
            int seen = (int) at.targets(k / others)[0];
            int other = k % others < seen ? k % others : k % others + 1;
            double[] x = at.data.features().row(k / others);
            Arrays.setAll(z, a -> {
                int output = at.places.get(a).output();
                int sign = output == seen ? 1 : output == other ? -1 : 0;
                return sign * at.cell(x, at.places.get(a).feature());
            });
        });
    }

    /**
     * Events with rows at risk then, as few as say all: an event at each time with the others of its time, both ways, with those
     * last seen before the next event, and with the next event, which stands for all after it.
     */
    private static List<int[]> pairs(Dataset data) {
        List<int[]> pairs = new ArrayList<>();
        for (int[] stratum : UnitDerivatives.members(data)) {
            Integer[] order = Arrays.stream(stratum).boxed().toArray(Integer[]::new);
            double[] time = data.targets().get(0).toArray();
            double[] event = data.targets().get(1).toArray();
            Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> time[i]).thenComparingDouble(i -> -event[i]));
            int first = -1;
            for (int i : order) {
                if (first >= 0) {
                    pairs.add(new int[] {first, i});
                }
                if (first >= 0 && event[i] == 1 && time[i] == time[first]) {
                    pairs.add(new int[] {i, first});
                }
                first = event[i] == 1 && (first < 0 || time[i] > time[first]) ? i : first;
            }
        }
        return pairs;
    }

    private static Recession.Rows ofPairs(Derivatives at, List<int[]> pairs) {
        return new Of(pairs.size(), (k, z) -> {
            double[] x = at.data.features().row(pairs.get(k)[0]);
            double[] y = at.data.features().row(pairs.get(k)[1]);
            Arrays.setAll(
                    z,
                    a -> at.cell(x, at.places.get(a).feature())
                            - at.cell(y, at.places.get(a).feature()));
        });
    }
}
