package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A loss of K scores. */
final class VectorProbe extends LossProbe {

    private static final double[] SIZES = {0.1, 0.1, 1, 1, 1, 1, 3, 3, 10, 40, 300};

    private final VectorLoss vector;

    VectorProbe(LossSubject subject, VectorLoss vector) {
        super(subject);
        this.vector = vector;
    }

    @Override
    double value(Case c, double[] f) {
        return vector.value(c.row(0), f);
    }

    @Override
    void gradient(Case c, double[] f, double[] g) {
        vector.gradient(c.row(0), f, g);
    }

    @Override
    void curvature(Case c, double[] f, double[] h) {
        vector.curvature(c.row(0), f, h);
    }

    @Override
    Curvature kind() {
        return vector.kind();
    }

    @Override
    double at(Case c, double[] f, double[] g, double[] h) {
        return vector.at(c.row(0), f, g, h);
    }

    @Override
    void second(Case c, double[] f, double[][] out) {
        vector.secondDerivative(c.row(0), f, out);
    }

    @Override
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (double[] row : targetRows(6)) {
            double[][] y = new double[row.length][1];
            for (int t = 0; t < row.length; t++) {
                y[t][0] = row[t];
            }
            cases.add(new Case(y, new double[] {1}));
        }
        return cases;
    }

    /** Zeros, the targets themselves where there are as many, draws of several sizes, and one score far above the rest. */
    @Override
    List<double[]> scores(Case c) {
        int k = vector.scores();
        List<double[]> scores = new ArrayList<>();
        scores.add(new double[k]);
        if (c.y().length == k) {
            scores.add(c.row(0));
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (double size : SIZES) {
            double[] f = new double[k];
            for (int j = 0; j < k; j++) {
                f[j] = size * random.nextGaussian();
            }
            scores.add(f);
        }
        for (double far : new double[] {800, -800}) {
            double[] f = new double[k];
            f[k - 1] = far;
            scores.add(f);
        }
        return scores;
    }

    @Override
    String replay(Point p) {
        return "assertThat(loss).hasGradientEqualToDifferencesAt("
                + array(p.given().row(0)) + ", " + array(p.f()) + ")";
    }

    private static String array(double[] x) {
        return x.length == 1 ? "new double[] {" + Text.hex(x) + "}" : Text.hex(x);
    }
}
