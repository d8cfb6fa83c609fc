package dev.limpid.algorithms.linear;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Schema;

/** Refuses a model to start at whose coefficients aren't those that are to be fitted. */
final class StartingPoint {

    private StartingPoint() {}

    static LinearModel require(LinearModel model, Schema schema, int outputs) {
        if (!model.schema().columns().equals(schema.columns())) {
            throw new IllegalArgumentException("the model to start at must have the columns of the data "
                    + names(schema) + ", with the same levels, but has " + names(model.schema()));
        }
        if (model.intercepts().length != outputs) {
            throw new IllegalArgumentException("the model to start at must have " + outputs
                    + " scores (as many as the loss reads), but has " + model.intercepts().length);
        }
        return model;
    }

    private static String names(Schema schema) {
        return schema.columns().stream().map(Column::name).toList().toString();
    }
}
