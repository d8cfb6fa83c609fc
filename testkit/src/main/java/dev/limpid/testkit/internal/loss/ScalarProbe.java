package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A loss of one score. */
final class ScalarProbe extends LossProbe {

    private static final double[] SIZES = {
        1e-9, 1e-3, 0.1, 0.25, 0.5, 1, 1.345, 1.7, 2, 3, 4.685, 7, 20, 40, 100, 300, 800
    };

    private final ScalarLoss scalar;

    ScalarProbe(LossSubject subject, ScalarLoss scalar) {
        super(subject);
        this.scalar = scalar;
    }

    @Override
    double value(Case c, double[] f) {
        return scalar.value(c.y0(), f[0]);
    }

    @Override
    void gradient(Case c, double[] f, double[] g) {
        g[0] = scalar.gradient(c.y0(), f[0]);
    }

    @Override
    void curvature(Case c, double[] f, double[] h) {
        h[0] = scalar.curvature(c.y0(), f[0]);
    }

    @Override
    Curvature kind() {
        return scalar.kind();
    }

    @Override
    double at(Case c, double[] f, double[] g, double[] h) {
        Jet jet = scalar.at(c.y0(), f[0]);
        g[0] = jet.first();
        h[0] = jet.second();
        return jet.value();
    }

    @Override
    void second(Case c, double[] f, double[][] out) {
        out[0][0] = scalar.secondDerivative(c.y0(), f[0]);
    }

    @Override
    List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (double[] row : targetRows(8)) {
            cases.add(new Case(new double[][] {row}, new double[] {1}));
        }
        return cases;
    }

    /** 0, ± each size, the target itself and ± each size from it, and twenty draws. */
    @Override
    List<double[]> scores(Case c) {
        List<double[]> scores = new ArrayList<>();
        scores.add(new double[] {0});
        scores.add(new double[] {c.y0()});
        for (double size : SIZES) {
            scores.add(new double[] {size});
            scores.add(new double[] {-size});
            scores.add(new double[] {c.y0() + size});
            scores.add(new double[] {c.y0() - size});
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20; i++) {
            scores.add(new double[] {3 * random.nextGaussian()});
        }
        return scores;
    }

    @Override
    String replay(Point p) {
        return "assertThat(loss).hasGradientEqualToDifferencesAt("
                + Text.hex(p.given().y0()) + ", " + Text.hex(p.f()) + ")";
    }
}
