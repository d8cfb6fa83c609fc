package dev.limpid.benchmarks.linear;

import java.util.function.Supplier;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tribuo's linear classifier of two classes, log loss by stochastic gradients, without a penalty. */
final class TribuoSgd {

    private static final int NO_LOG = 100_000_000;
    private static final Label ZERO = new Label("0");
    private static final Label ONE = new Label("1");

    private final MutableDataset<Label> data;
    private final String[] names;

    TribuoSgd(DenseSet set) {
        LabelFactory labels = new LabelFactory();
        data = new MutableDataset<>(new SimpleDataSourceProvenance("classes", labels), labels);
        names = new String[set.columns()];
        for (int j = 0; j < names.length; j++) {
            names[j] = Contest.format("V%05d", j);
        }
        for (int i = 0; i < set.rows(); i++) {
            data.add(new ArrayExample<>(set.y()[i] > 0.5 ? ONE : ZERO, names, set.row(i)));
        }
    }

    /** Returns what makes an epoch, and gives weights and intercept: the difference of its two classes'. */
    Supplier<double[]> epoch(StochasticGradientOptimiser optimiser, int batch) {
        return () -> {
            LinearSGDModel model =
                    new LinearSGDTrainer(new LogMulticlass(), optimiser, 1, NO_LOG, batch, 1).train(data);
            DenseMatrix w = model.getWeightsCopy();
            int one = model.getOutputIDInfo().getID(ONE);
            double[] difference = new double[names.length + 1];
            for (int j = 0; j < names.length; j++) {
                int id = model.getFeatureIDMap().getID(names[j]);
                difference[j] = w.get(one, id) - w.get(1 - one, id);
            }
            difference[names.length] = w.get(one, names.length) - w.get(1 - one, names.length);
            return difference;
        };
    }
}
