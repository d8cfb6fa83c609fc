package dev.limpid.core.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import java.util.random.RandomGenerator;

/** F(a, b, c) = ½(a − 1)² + 2(b + ½)² + ½(ab − c)² + ¼c⁴, in the order of operations of trajectories.py; counts what it is asked. */
final class Valley implements Oracle {

    static final Blocks ONE_BLOCK = Blocks.single(3);
    static final Blocks TWO_LAYERS =
            new Blocks(java.util.List.of()).and("v", 2, 1, Role.WEIGHTS).and("w", 1, 1, Role.WEIGHTS);
    static final Blocks WITH_INTERCEPT =
            new Blocks(java.util.List.of()).and("weights", 2, 1, Role.WEIGHTS).and("intercept", 1, 1, Role.INTERCEPT);

    private final Blocks blocks;
    private final Progress progress;
    private final double learningRate;
    private final double[] theta;
    int gradients;

    Valley(Blocks blocks, Progress progress, double learningRate, double... theta) {
        this.blocks = blocks;
        this.progress = progress;
        this.learningRate = learningRate;
        this.theta = theta.clone();
    }

    static double[] start() {
        return new double[] {-1, 1.5, 2};
    }

    /** Makes step t of a run, an epoch each, and moves θ. */
    static Valley step(Update update, Blocks blocks, int t, double[] theta, Memory memory) {
        Progress progress = new Progress(t, t - 1);
        double rate = update.learningRate().at(progress, memory.scope("rate"));
        Valley oracle = new Valley(blocks, progress, rate, theta);
        double[] delta = new double[theta.length];
        update.delta(oracle, memory.scope("update"), delta);
        for (int j = 0; j < theta.length; j++) {
            theta[j] += delta[j];
        }
        return oracle;
    }

    /** Makes steps from the start and returns θ. */
    static double[] after(Update update, Blocks blocks, int steps) {
        double[] theta = start();
        Memory memory = Memory.empty();
        for (int t = 1; t <= steps; t++) {
            step(update, blocks, t, theta, memory);
        }
        return theta;
    }

    static double[] after(Update update, int steps) {
        return after(update, ONE_BLOCK, steps);
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }

    @Override
    public double value() {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        return 0.5 * (a - 1) * (a - 1)
                + 2 * (b + 0.5) * (b + 0.5)
                + 0.5 * (a * b - c) * (a * b - c)
                + 0.25 * c * c * c * c;
    }

    @Override
    public double[] gradient() {
        gradients++;
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double r = a * b - c;
        return new double[] {(a - 1) + r * b, 4 * (b + 0.5) + r * a, -r + c * c * c};
    }

    @Override
    public Oracle at(double[] p) {
        return new Valley(blocks, progress, learningRate, p);
    }

    @Override
    public double[] hessianTimes(double[] v) {
        double a = theta[0];
        double b = theta[1];
        double c = theta[2];
        double ab = (a * b - c) + a * b;
        return new double[] {
            (1 + b * b) * v[0] + ab * v[1] - b * v[2],
            ab * v[0] + (4 + a * a) * v[1] - a * v[2],
            -b * v[0] - a * v[1] + (1 + 3 * c * c) * v[2]
        };
    }

    /** The signs +1, −1, −1, again and again. */
    @Override
    public RandomGenerator random() {
        int[] drawn = new int[1];
        return () -> drawn[0]++ % 3 == 0 ? -1L : 1L;
    }
}
