package dev.limpid.peers;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.Updater;

/**
 * The penalty in an updater of Spark's RDD API: its value is what the updater reports, its prox what a step does whose
 * gradient is 0.
 *
 * @param updater the updater
 * @param strength its regParam
 */
record SparkPenalty(Updater updater, double strength) implements Penalty {

    @Override
    public double value(double[] t, Block b) {
        Vector x = Vectors.dense(java.util.Arrays.copyOfRange(t, b.offset(), b.offset() + b.size()));
        return (double)
                updater.compute(x, Vectors.zeros(b.size()), 0, 1, strength)._2();
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        Vector x = Vectors.dense(java.util.Arrays.copyOfRange(z, b.offset(), b.offset() + b.size()));
        double[] moved = updater.compute(x, Vectors.zeros(b.size()), step, 1, strength)
                ._1()
                .toArray();
        System.arraycopy(moved, 0, z, b.offset(), b.size());
    }

    @Override
    public String name() {
        return "Spark" + updater.getClass().getSimpleName();
    }
}
