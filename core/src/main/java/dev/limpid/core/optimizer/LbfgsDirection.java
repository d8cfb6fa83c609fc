package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.LbfgsPairs;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;

/** Lines (1) to (4) and (7) of {@link Lbfgs}. */
record LbfgsDirection(int pairs) implements Direction<Smooth> {

    @Override
    public Need<Smooth> needs() {
        return new Need<>(Smooth.class, true, "a smooth objective");
    }

    @Override
    public double at(Smooth objective, double[] theta, double[] g, double[] d, Memory memory) {
        LbfgsPairs known = new LbfgsPairs(memory, pairs, g.length);
        Vectors.copy(g, d);
        if (known.count() > 0) {
            known.multiply(d); // (1) (2) (3)
        }
        for (int j = 0; j < d.length; j++) {
            d[j] = -d[j]; // (4)
        }
        return known.count() > 0 ? 1 : 1 / Vectors.norm(g);
    }

    @Override
    public void moved(Move move, Memory memory) {
        new LbfgsPairs(memory, pairs, move.s().length).keep(move.s(), move.y()); // (7)
    }

    @Override
    public boolean forget(Memory memory) {
        return new LbfgsPairs(memory, pairs, 0).forget();
    }
}
