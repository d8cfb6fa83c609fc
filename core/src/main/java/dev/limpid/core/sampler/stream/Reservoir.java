package dev.limpid.core.sampler.stream;

import dev.limpid.core.explain.Part;
import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A sample of k items of a stream, right at any time for the items that came so far.
 *
 * <p>A {@link dev.limpid.core.sampler.Sampler} knows how many units there are; a stream doesn't. So a reservoir is asked item by
 * item, and says which place of the sample the item takes; whoever asks keeps the items, in a list, a file or a table. The
 * reservoir's state is in the memory that is handed in, so that a stream can be interrupted and resumed.
 *
 * @since 0.1.0
 */
public interface Reservoir extends Part {

    /**
     * Returns the number of places.
     *
     * @return k ≥ 1
     */
    int capacity();

    /**
     * Decides about the next item of the stream.
     *
     * @param weight the item's weight, finite and ≥ 0: 2 counts like the item twice, 0 like an item that isn't there
     * @param memory the reservoir's state: a reservoir itself has none
     * @param random source of randomness, the only one
     * @return the place that the item takes, in [0, k), from whichever item is there; −1 if it isn't kept
     * @throws IllegalArgumentException if the weight is no such number, or one that this reservoir can't tell apart
     * @implSpec the first k items of positive weight take the places 0, 1, …, k − 1
     */
    int place(double weight, Memory memory, RandomGenerator random);

    /**
     * Samples items of equal weight.
     *
     * @param items the stream, read once to its end
     * @param random source of randomness
     * @param <T> type of the items
     * @return k of the items, or all if there are no more; in the order of their places
     */
    default <T> List<T> sample(Iterable<? extends T> items, RandomGenerator random) {
        return sample(items, item -> 1, random);
    }

    /**
     * Samples items by weight.
     *
     * @param items the stream, read once to its end
     * @param weight gives an item's weight
     * @param random source of randomness
     * @param <T> type of the items
     * @return k of the items, or all of positive weight if there are no more; in the order of their places
     */
    default <T> List<T> sample(
            Iterable<? extends T> items, ToDoubleFunction<? super T> weight, RandomGenerator random) {
        Memory memory = Memory.empty();
        List<T> sample = new ArrayList<>();
        for (T item : items) {
            int place = place(weight.applyAsDouble(item), memory, random);
            if (place == sample.size()) {
                sample.add(item);
            } else if (place >= 0) {
                sample.set(place, item);
            }
        }
        return sample;
    }
}
