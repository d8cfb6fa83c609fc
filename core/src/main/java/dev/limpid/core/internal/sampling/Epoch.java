package dev.limpid.core.internal.sampling;

import dev.limpid.core.training.Memory;
import java.util.random.RandomGenerator;

/**
 * Where a sampler stands in an epoch, and the seed of the epoch's order: three numbers of its memory, so that the order itself
 * need not be saved.
 */
public final class Epoch {

    private final double[] state; // position, and the two halves of the seed

    private Epoch(double[] state) {
        this.state = state;
    }

    /** Reads where the sampler stands; at the start of an epoch draws a seed and forgets what was derived from the last one. */
    public static Epoch of(Memory memory, RandomGenerator random, String... derived) {
        double[] state = memory.array("epoch", 3);
        if (state[0] == 0) {
            state[1] = random.nextInt();
            state[2] = random.nextInt();
            for (String name : derived) {
                memory.forget(name);
            }
        }
        return new Epoch(state);
    }

    public int position() {
        return (int) state[0];
    }

    /** Goes on to a position; 0 begins a new epoch. */
    public void move(int position) {
        state[0] = position;
    }

    /** The first half of the seed. */
    public long seed() {
        return (long) state[1];
    }

    /** The second half of the seed. */
    public long place() {
        return (long) state[2];
    }
}
