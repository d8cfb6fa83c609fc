package dev.limpid.algorithms.model;

import dev.limpid.core.data.Row;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import java.util.List;
import java.util.stream.IntStream;

/** From scores to predictions, probabilities and classes: what {@link Model} offers whatever its scores come from. */
final class Predictions {

    private Predictions() {}

    static void requireOneScore(Loss loss, String asked, String alternatives) {
        if (loss.scores() != 1) {
            throw new IllegalArgumentException(asked + " needs a loss of one score a row, but " + loss.name() + " has "
                    + loss.scores() + ": use " + alternatives);
        }
    }

    static void requireClasses(Loss loss, String asked) {
        if (loss.classes() == 0) {
            throw new IllegalArgumentException(
                    asked + " needs a loss of classes, but " + loss.name() + " has none: use predict");
        }
    }

    /** Returns mean(f) of one row's K scores. */
    static double[] mean(Loss loss, double[] f) {
        if (loss instanceof ScalarLoss scalar) {
            return new double[] {scalar.mean(f[0])};
        }
        double[] mean = f.clone();
        if (loss instanceof VectorLoss vector) {
            vector.mean(f, mean);
        }
        return mean;
    }

    /** Returns mean(f) of n rows, both column by column. */
    static double[][] means(Loss loss, double[][] f) {
        double[][] means = new double[f.length][f[0].length];
        double[] ofRow = new double[f.length];
        for (int i = 0; i < f[0].length; i++) {
            for (int k = 0; k < f.length; k++) {
                ofRow[k] = f[k][i];
            }
            double[] mean = mean(loss, ofRow);
            for (int k = 0; k < f.length; k++) {
                means[k][i] = mean[k];
            }
        }
        return means;
    }

    /** Returns the class probabilities that one row's predictions stand for: (1 − p, p) where there is one. */
    static double[] probabilities(Loss loss, double[] mean) {
        return loss.scores() == 1 ? new double[] {1 - mean[0], mean[0]} : mean;
    }

    /** Returns the class probabilities that n rows' predictions stand for, both column by column. */
    static double[][] probabilities(Loss loss, double[][] means) {
        if (loss.scores() > 1) {
            return means;
        }
        double[] p = means[0];
        double[] q = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            q[i] = 1 - p[i];
        }
        return new double[][] {q, p};
    }

    static int argmax(double[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            best = values[c] > values[best] ? c : best;
        }
        return best;
    }

    static List<String> classNames(Loss loss, Schema schema) {
        if (loss.classes() == 0) {
            return List.of();
        }
        return schema.classNames().isEmpty()
                ? IntStream.range(0, loss.classes()).mapToObj(Integer::toString).toList()
                : schema.classNames();
    }

    static Explanation explain(Model model, Row row, int output) {
        Loss loss = model.loss();
        Explanation score = model.explain(row, output);
        double[] f = model.scores(row);
        String sentence = loss.classes() == 0
                ? "prediction"
                : "probability of " + model.classNames().get(loss.scores() == 1 ? 1 : output);
        return Explanation.function(mean(loss, f)[output], sentence + ", the link of the score", score, fk -> {
            double[] moved = f.clone();
            moved[output] = fk;
            return mean(loss, moved)[output];
        });
    }
}
