package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/** A function of a few numbers with its gradient, written out; counts what it is asked. */
final class Formula implements Smooth {

    private final int size;
    private final String formula;
    private final ToDoubleBiFunction<double[], double[]> valueAndGradient;
    private final Calls calls = new Calls();

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
        calls.value();
        return valueAndGradient.applyAsDouble(t, new double[size]);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        calls.gradient();
        Arrays.fill(g, 0);
        return valueAndGradient.applyAsDouble(t, g);
    }

    @Override
    public OracleCount count() {
        return calls.count();
    }

    @Override
    public String formula() {
        return formula;
    }
}
