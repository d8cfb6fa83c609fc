package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.inference.LinearInference;
import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.training.StopReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Hands a model and its rows over to inference: raw columns without reference levels and constant ones. */
final class ModelInference {

    private ModelInference() {}

    static LinearInference of(LinearModel model, LinearSpec shape, Encoding encoding, Dataset given) {
        Dataset rows = LinearTargets.conform(
                Complete.require(given.conform(model.schema()), "LinearModel"), model.schema(), shape);
        Dataset positive = rows.positiveWeights();
        double[] factors = shape.extras().classWeights().factors(positive, shape.loss());
        Design design = LinearFit.design(shape, positive, encoding).raw();
        Hypothesis hypothesis = LinearFit.hypothesis(shape, design.size());
        RawCoefficients raw =
                new RawCoefficients(design, hypothesis.blocks(), shape.loss().scores());
        LinearInference inference = LinearInference.of(
                        hypothesis, shape.loss(), design.encode(ClassWeights.apply(factors, rows)), raw.theta(model))
                .title("LinearModel with " + shape.loss().name())
                .listing(encoding.names(), notes(encoding, positive));
        return biases(shape, ended(model.stopReason(), inference));
    }

    /** Why columns aren't in the design, if they aren't. */
    private static List<String> notes(Encoding encoding, Dataset data) {
        List<String> notes = new ArrayList<>();
        double[] cells = new double[data.size()];
        for (int column = 0; column < encoding.columns().size(); column++) {
            if (!encoding.columns().get(column).isCategorical()) {
                notes.add("left out: the same in all rows");
                continue;
            }
            data.features().copyColumn(column, 0, cells.length, cells);
            BitSet seen = new BitSet();
            for (double code : cells) {
                seen.set((int) code);
            }
            int levels = encoding.start(column + 1) - encoding.start(column);
            for (int level = 0; level < levels; level++) {
                notes.add(seen.get(level) ? "reference" : "left out: no row has it");
            }
        }
        return notes;
    }

    private static LinearInference ended(StopReason reason, LinearInference inference) {
        boolean there = reason.kind() == StopReason.Kind.CONVERGED || reason.kind() == StopReason.Kind.STALLED;
        return there ? inference : inference.remark("The fit ended before it converged. " + reason.sentence());
    }

    private static LinearInference biases(LinearSpec shape, LinearInference plain) {
        LinearInference inference = plain;
        if (!(shape.penalty() instanceof NoPenalty)) {
            inference = inference.biased(shape.penalty().name()
                    + " pulls the coefficients away from where the loss alone is least: the errors are those of the loss"
                    + " there, intervals don't tell of the bias, and p values aren't valid.");
        }
        if (!shape.extras().terms().isEmpty()) {
            inference =
                    inference.biased("Extra terms of the objective pull the coefficients: the errors are those of the"
                            + " loss there, intervals don't tell of the bias, and p values aren't valid.");
        }
        if (!shape.extras().classWeights().isNone()) {
            inference =
                    inference.remark("Class weights count as copies of rows: errors from the model are those of so many"
                            + " rows, and log-likelihood, AIC and BIC are no others' match. Use robust errors.");
        }
        if (!shape.extras().bounds().isNone()) {
            inference = inference.biased(
                    "Coefficients have bounds (" + shape.extras().bounds()
                            + "): the errors hold as long as none is on its bound; those of a coefficient that is, and p values"
                            + " beside it, aren't valid.");
        }
        return inference;
    }
}
