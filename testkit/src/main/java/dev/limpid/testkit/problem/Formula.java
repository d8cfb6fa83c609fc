package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import java.util.function.ToDoubleBiFunction;

/** A function of a few numbers with its gradient, written out. */
final class Formula implements Smooth {

    private final int size;
    private final String formula;
    private final ToDoubleBiFunction<double[], double[]> valueAndGradient;

    Formula(int size, String formula, ToDoubleBiFunction<double[], double[]> valueAndGradient) {
        this.size = size;
        this.formula = formula;
        this.valueAndGradient = valueAndGradient;
    }

    @Override
    public Blocks blocks() {
        return Blocks.single(size);
    }

    @Override
    public double value(double[] t) {
        return gradient(t, new double[size]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        java.util.Arrays.fill(g, 0);
        return valueAndGradient.applyAsDouble(t, g);
    }

    @Override
    public String formula() {
        return formula;
    }
}
