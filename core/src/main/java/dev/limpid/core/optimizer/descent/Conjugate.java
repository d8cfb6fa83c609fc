package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.search.Search;
import dev.limpid.core.search.WolfeSearch;
import dev.limpid.core.training.Memory;

/** What nonlinear conjugate gradients share: d = −g + β·d⁻, and d = −g in the first step and after a restart. */
interface Conjugate extends Direction<Smooth> {

    /**
     * Returns β.
     *
     * @param g the gradient
     * @param before the gradient before the last step
     * @param y their difference
     * @param d the last direction
     */
    double beta(double[] g, double[] before, double[] y, double[] d);

    @Override
    default Need<Smooth> needs() {
        return new Need<>(Smooth.class, true, "a smooth objective");
    }

    @Override
    default double at(Smooth objective, double[] theta, double[] g, double[] d, Memory memory) {
        double[] last = memory.array("direction", d.length);
        double[] before = memory.array("before", d.length);
        double beta = 0;
        if (memory.array("begun", 1)[0] > 0) {
            double[] y = g.clone();
            Vectors.add(y, -1, before);
            beta = beta(g, before, y, last);
        }
        for (int j = 0; j < d.length; j++) {
            d[j] = -g[j] + beta * last[j];
        }
        return FirstTry.along(g, d, memory);
    }

    @Override
    default void moved(Move move, Memory memory) {
        memory.array("begun", 1)[0] = 1;
        Vectors.copy(move.direction(), memory.array("direction", move.s().length));
        Vectors.copy(move.before(), memory.array("before", move.s().length));
        FirstTry.remember(move, memory);
    }

    @Override
    default boolean forget(Memory memory) {
        double[] begun = memory.array("begun", 1);
        boolean some = begun[0] > 0;
        begun[0] = 0;
        FirstTry.forget(memory);
        return some;
    }

    /** Flatter than for quasi-Newton directions, so that the next direction descends. */
    @Override
    default Search search() {
        return new WolfeSearch(1e-4, 0.1, 40);
    }
}
