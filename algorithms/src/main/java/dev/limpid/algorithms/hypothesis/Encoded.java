package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.internal.EncodedRows;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Rows;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import java.util.random.RandomGenerator;

/** A hypothesis on columns in their encoding, for rows as they were given. */
record Encoded(Hypothesis inner, Encoding encoding) implements Hypothesis {

    @Override
    public Blocks blocks() {
        return inner.blocks();
    }

    @Override
    public int outputs() {
        return inner.outputs();
    }

    @Override
    public void start(RandomGenerator random, double[] t) {
        inner.start(random, t);
    }

    @Override
    public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
        return inner.forward(t, EncodedRows.of(x, encoding), batch, f);
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String formula() {
        return inner.formula();
    }

    @Override
    public String source() {
        return inner.source();
    }

    @Override
    public Recipe recipe() {
        return inner.recipe();
    }
}
