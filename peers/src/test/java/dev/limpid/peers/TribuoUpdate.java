package dev.limpid.peers;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.function.DoubleFunction;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;

/**
 * A gradient optimiser of Tribuo. It keeps its state to itself, and an update must not: so all gradients of the run are
 * kept in the memory, and a new optimiser takes all steps again to make the next one.
 *
 * <p>Tribuo adds what {@code step} makes of the negative gradient to the parameters.
 *
 * @param name the optimiser's name
 * @param fresh makes the optimiser for a learning rate
 * @param rate the learning rate
 */
record TribuoUpdate(String name, DoubleFunction<StochasticGradientOptimiser> fresh, double rate) implements Update {

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        int n = delta.length;
        int steps = (int) memory.number("steps", 0) + 1;
        memory.put("steps", (double) steps);
        memory.put("gradient " + steps, oracle.gradient());
        StochasticGradientOptimiser optimiser = fresh.apply(oracle.learningRate());
        optimiser.initialise(new LinearParameters(n, 1));
        Tensor[] step = {};
        for (int k = 1; k <= steps; k++) {
            DenseMatrix g = new DenseMatrix(1, n);
            double[] past = memory.array("gradient " + k, n);
            for (int j = 0; j < n; j++) {
                g.set(0, j, -past[j]);
            }
            step = optimiser.step(new Tensor[] {g}, 1.0);
        }
        for (int j = 0; j < n; j++) {
            delta[j] = ((DenseMatrix) step[0]).get(0, j);
        }
    }

    @Override
    public Schedule learningRate() {
        return Schedule.constant(rate);
    }
}
