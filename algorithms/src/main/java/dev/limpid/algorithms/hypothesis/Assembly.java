package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.model.Model;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.Hypothesis;

/**
 * What a model is made of, apart from loss, penalties and optimizer.
 *
 * @param <M> the model
 */
interface Assembly<M extends Model> {

    /** Returns the model's name. */
    String name();

    /** Returns the hypothesis for the columns of a schema. */
    Hypothesis hypothesis(Schema schema);

    /** Returns the hypothesis as a part of a recipe, as far as it is known without data. */
    Recipe outline();

    /** Tells whether the fit may begin with the best intercept instead of the hypothesis's own. */
    boolean shiftsIntercept();

    /** Chooses an optimizer for a smooth loss and smooth penalties. */
    Choice chooseSmooth(Facts facts);

    /** Makes the model. */
    M model(Fitted fitted);
}
