package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.Hypothesis;

/** A hypothesis that reads the columns as they are. */
record OwnHypothesis(Hypothesis hypothesis) implements Assembly<HypothesisModel> {

    @Override
    public String name() {
        return "HypothesisModel";
    }

    @Override
    public Hypothesis hypothesis(Schema schema) {
        return hypothesis;
    }

    @Override
    public Recipe outline() {
        return hypothesis.recipe();
    }

    @Override
    public boolean shiftsIntercept() {
        return false; // the start is the hypothesis's own matter
    }

    @Override
    public Choice chooseSmooth(Facts facts) {
        return Choice.ofSmooth(facts);
    }

    @Override
    public HypothesisModel model(Fitted fitted) {
        return new HypothesisModel(fitted);
    }
}
