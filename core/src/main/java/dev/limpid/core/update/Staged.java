package dev.limpid.core.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An oracle as it looks after a gradient stage. Value and Hessian stay those of the objective. */
final class Staged implements Oracle {

    private final Oracle oracle;
    private final GradientStage stage;
    private final Memory memory;
    private double @Nullable [] changed;

    Staged(Oracle oracle, GradientStage stage, Memory memory) {
        this.oracle = oracle;
        this.stage = stage;
        this.memory = memory;
    }

    @Override
    public double[] gradient() {
        if (changed == null) {
            double[] g = oracle.gradient();
            stage.change(oracle, memory, g);
            changed = g;
        }
        return changed.clone();
    }

    /** The stage's state is for points that a run goes to: what it makes of this one is forgotten. */
    @Override
    public Oracle at(double[] p) {
        return new Staged(oracle.at(p), stage, Memory.of(memory.snapshot()));
    }

    @Override
    public Blocks blocks() {
        return oracle.blocks();
    }

    @Override
    public Progress progress() {
        return oracle.progress();
    }

    @Override
    public double learningRate() {
        return oracle.learningRate();
    }

    @Override
    public double[] theta() {
        return oracle.theta();
    }

    @Override
    public double value() {
        return oracle.value();
    }

    @Override
    public double[] hessianTimes(double[] v) {
        return oracle.hessianTimes(v);
    }

    @Override
    public RandomGenerator random() {
        return oracle.random();
    }
}
