package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.internal.EncodedRows;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.FactorizationHypothesis;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.update.adaptive.Adam;
import java.util.List;
import java.util.Map;

/** A factorization machine on encoded columns. */
record Machine(int factors, double deviation) implements Assembly<FactorizationMachine> {

    /** A pass of more multiplications than this takes seconds. */
    static final long LONG_PASS = 1_000_000_000;

    private static final int BATCH = 1024;

    private static final double LEARNING_RATE = 0.01;

    Machine {
        hypothesis(1, factors, deviation); // refuses what is out of range
    }

    private static FactorizationHypothesis hypothesis(int features, int factors, double deviation) {
        return new FactorizationHypothesis(features, factors, deviation);
    }

    @Override
    public String name() {
        return "FactorizationMachine";
    }

    @Override
    public Hypothesis hypothesis(Schema schema) {
        Encoding encoding = new Encoding(schema);
        return new Encoded(hypothesis(encoding.size(), factors, deviation), encoding);
    }

    @Override
    public Recipe outline() {
        FactorizationHypothesis any = hypothesis(1, factors, deviation);
        return new Recipe("", any.name(), any.formula(), Map.of(), "", any.source(), List.of())
                .with("factors", factors)
                .with("deviation", deviation);
    }

    @Override
    public boolean shiftsIntercept() {
        return true;
    }

    @Override
    public Choice chooseSmooth(Facts facts) {
        long cells = cells(facts.data());
        long pass = Math.multiplyExact(cells, (long) factors);
        String size = cells + " cells with " + factors + " factors make ";
        return pass <= LONG_PASS
                ? new Choice(Lbfgs.defaults(), "loss and penalties are smooth, and " + size + "a short pass")
                : new Choice(
                        new Stochastic(Adam.withLearningRate(LEARNING_RATE), ShuffledSampler.of(BATCH)),
                        size + "a long pass, so that batches get further");
    }

    private static long cells(Dataset data) {
        Rows x = EncodedRows.of(data.features(), new Encoding(data.schema()));
        long[] count = new long[1];
        for (int i = 0; i < x.size(); i++) {
            x.forEachNonZero(i, (j, cell) -> count[0]++);
        }
        return count[0];
    }

    @Override
    public FactorizationMachine model(Fitted fitted) {
        return new FactorizationMachine(fitted);
    }
}
