package dev.limpid.peers;

import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Gradient;

/**
 * A gradient of Spark's RDD API as a loss of one score: the data are the number 1, so that the weight is the score.
 *
 * @param gradient the gradient
 * @param binary whether the targets are the classes 0 and 1
 * @param smooth whether it has no kinks
 */
record SparkGradient(Gradient gradient, boolean binary, boolean smooth) implements ScalarLoss {

    @Override
    public double value(double y, double f) {
        return (double) gradient.compute(Vectors.dense(new double[] {1}), y, Vectors.dense(new double[] {f}))
                ._2();
    }

    @Override
    public double gradient(double y, double f) {
        return gradient.compute(Vectors.dense(new double[] {1}), y, Vectors.dense(new double[] {f}))
                ._1()
                .apply(0);
    }

    @Override
    public Domain domain() {
        return binary ? Domain.classes(2) : Domain.real();
    }

    /** The probability of class 1 that the logistic gradient stands for; the others predict the target itself. */
    @Override
    public double mean(double f) {
        return binary && smooth ? Scores.sigmoid(f) : f;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String name() {
        return "Spark" + gradient.getClass().getSimpleName();
    }
}
