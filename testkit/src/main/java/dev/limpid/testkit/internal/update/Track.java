package dev.limpid.testkit.internal.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.Update;
import java.util.SplittableRandom;

/**
 * Drives an update as a run does, over a quadratic whose minimum moves a little from step to step, as that of batches does.
 */
final class Track {

    static final double RATE = 0.01;
    private static final long SEED = 42;

    private final Update update;
    private final Blocks blocks;
    private final double[] c;
    private final double[] centre;
    private double rate = RATE;
    private boolean moves = true;
    private boolean scribbles;
    private int[] order;
    private Memory memory = Memory.empty();
    private double[] theta;
    private int steps;

    Track(Update update, Blocks blocks) {
        this.update = update;
        this.blocks = blocks;
        int p = blocks.size();
        SplittableRandom random = new SplittableRandom(SEED);
        c = new double[p];
        centre = new double[p];
        theta = new double[p];
        order = new int[p];
        for (int j = 0; j < p; j++) {
            c[j] = 0.5 + 2 * random.nextDouble();
            centre[j] = 3 * random.nextGaussian();
            theta[j] = random.nextGaussian();
            order[j] = j;
        }
    }

    Track withRate(double newRate) {
        rate = newRate;
        return this;
    }

    /** Keeps θ where it is, whatever the steps. */
    Track standing() {
        moves = false;
        return this;
    }

    /** Overwrites what the oracle handed out, after each step. */
    Track scribbling() {
        scribbles = true;
        return this;
    }

    /** Starts from zeros. */
    Track fromZero() {
        theta = new double[theta.length];
        return this;
    }

    /** Puts coordinate order[j] in place j. */
    Track permuted(int[] newOrder) {
        order = newOrder;
        theta = picked(theta);
        return this;
    }

    /** Goes on from a saved state, with a memory that is a copy. */
    Track resumed(Track other) {
        theta = other.theta.clone();
        steps = other.steps;
        memory = Memory.of(other.memory.snapshot());
        return this;
    }

    Memory memory() {
        return memory;
    }

    double[] theta() {
        return theta.clone();
    }

    private double[] picked(double[] x) {
        double[] picked = new double[order.length];
        for (int j = 0; j < order.length; j++) {
            picked[j] = x[order[j]];
        }
        return picked;
    }

    /** The oracle of the next step. */
    QuadraticOracle oracle() {
        SplittableRandom noise = new SplittableRandom(SEED + steps);
        double[] m = centre.clone();
        for (int j = 0; j < m.length; j++) {
            m[j] += 0.3 * noise.nextGaussian();
        }
        return new QuadraticOracle(blocks, new Progress(steps + 1, 0.1 * steps), rate, theta, picked(c), picked(m));
    }

    /** Makes a step and returns δ. */
    double[] step() {
        QuadraticOracle oracle = oracle();
        double[] delta = new double[theta.length];
        update.delta(oracle, memory, delta);
        if (scribbles) {
            oracle.scribble();
        }
        steps++;
        for (int j = 0; j < theta.length && moves; j++) {
            theta[j] += delta[j];
        }
        return scribbles ? delta.clone() : delta;
    }

    /** Makes steps and returns all δ, one behind the other. */
    double[] steps(int count) {
        double[] all = new double[count * theta.length];
        for (int t = 0; t < count; t++) {
            System.arraycopy(step(), 0, all, t * theta.length, theta.length);
        }
        return all;
    }
}
