package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A loss of all scores of a unit. */
final class UnitProbe extends LossProbe {

    private static final double[] SIZES = {0.1, 1, 1, 1, 3, 10, 40, 300};

    private final UnitLoss unit;

    UnitProbe(LossSubject subject, UnitLoss unit) {
        super(subject);
        this.unit = unit;
    }

    static Unit unit(Case c, double[] f) {
        return new Unit(c.y(), c.w(), f);
    }

    @Override
    double value(Case c, double[] f) {
        return unit.value(unit(c, f));
    }

    @Override
    void gradient(Case c, double[] f, double[] g) {
        unit.gradient(unit(c, f), g);
    }

    @Override
    void curvature(Case c, double[] f, double[] h) {
        unit.curvature(unit(c, f), h);
    }

    double mass(Case c, double[] f) {
        return unit.mass(unit(c, f));
    }

    @Override
    Curvature kind() {
        return unit.kind();
    }

    @Override
    double at(Case c, double[] f, double[] g, double[] h) {
        gradient(c, f, g);
        curvature(c, f, h);
        return value(c, f);
    }

    @Override
    void second(Case c, double[] f, double[][] out) {
        double[] column = new double[f.length];
        for (int k = 0; k < f.length; k++) {
            double[] d = new double[f.length];
            d[k] = 1;
            unit.secondDerivativeTimes(unit(c, f), d, column);
            for (int i = 0; i < f.length; i++) {
                out[i][k] = column[i];
            }
        }
    }

    void secondTimes(Point p, double[] d, double[] out) {
        unit.secondDerivativeTimes(unit(p.given(), p.f().clone()), d.clone(), out);
    }

    void scoreResiduals(Point p, double[] d, double[] out) {
        unit.scoreResiduals(unit(p.given(), p.f().clone()), d.clone(), out);
    }

    /** Units of one to eight rows, with equal weights and with unequal ones. */
    @Override
    List<Case> cases() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Case> cases = new ArrayList<>();
        for (int m : new int[] {1, 2, 3, 5, 8}) {
            for (boolean weighted : new boolean[] {false, true}) {
                double[][] y = new double[unit.targets()][m];
                double[] w = new double[m];
                for (int i = 0; i < m; i++) {
                    double[] row = drawTargets(random);
                    for (int t = 0; t < row.length; t++) {
                        y[t][i] = row[t];
                    }
                    w[i] = weighted ? 0.5 + random.nextDouble() : 1;
                }
                cases.add(new Case(y, w));
            }
        }
        return cases;
    }

    @Override
    List<double[]> scores(Case c) {
        List<double[]> scores = new ArrayList<>();
        int m = c.w().length * unit.scores();
        scores.add(new double[m]);
        SplittableRandom random = new SplittableRandom(SEED + m);
        for (double size : SIZES) {
            double[] f = new double[m];
            for (int i = 0; i < m; i++) {
                f[i] = size * random.nextGaussian();
            }
            scores.add(f);
        }
        scores.add(turns(c.w().length, 800));
        return scores;
    }

    /** Rows whose scores are all size, and rows whose scores are all −size, by turns. */
    private double[] turns(int rows, double size) {
        double[] f = new double[rows * unit.scores()];
        Arrays.setAll(f, j -> j / unit.scores() % 2 == 0 ? size : -size);
        return f;
    }

    @Override
    String replay(Point p) {
        StringBuilder y = new StringBuilder();
        for (double[] column : p.given().y()) {
            y.append(y.isEmpty() ? "" : ", ").append('{').append(rows(column)).append('}');
        }
        return "assertThat(loss).hasGradientEqualToDifferencesAt(new Unit(new double[][] {" + y + "}, new double[] {"
                + rows(p.given().w()) + "}, new double[] {" + rows(p.f()) + "}))";
    }

    private static String rows(double[] x) {
        return Text.hex(x).replace("new double[] {", "").replace("}", "");
    }
}
