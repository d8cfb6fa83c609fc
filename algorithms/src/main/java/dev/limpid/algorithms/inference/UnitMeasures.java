package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.UnitLoss;
import java.util.List;

/**
 * Measures of fit of a loss of groups, and the tests of all coefficients together, with s₀, H₀ the derivatives where all
 * coefficients are 0, V their covariance.
 *
 * <pre>
 *   likelihood ratio   2·(log L − log L₀)          (1)
 *   Wald               wᵀ·V⁻¹·w                    (2)
 *   score              s₀ᵀ·H₀⁻¹·s₀                 (3)   for Cox's loss the log-rank test
 *   AIC = 2p − 2·log L,  BIC = p·log(mass) − 2·log L      (4)   the mass of Cox's loss: its events, as in R
 * </pre>
 */
final class UnitMeasures {

    private final UnitDerivatives here;
    private final UnitDerivatives atZero;
    private final Dataset data;
    private final boolean likelihood;

    UnitMeasures(UnitDerivatives here, Layout layout, UnitLoss loss, Dataset data, double[] theta, boolean likelihood) {
        this.here = here;
        this.atZero = new UnitDerivatives(layout, loss, data, new double[theta.length]);
        this.data = data;
        this.likelihood = likelihood;
    }

    FitMeasures compute() {
        double nan = Double.NaN;
        int p = here.factor().rank();
        double mass = here.mass();
        double logL = likelihood ? -here.value() : nan;
        double null0 = likelihood ? -atZero.value() : nan;
        GlobalTest ratio = GlobalTest.of("likelihood ratio", 2 * (logL - null0), p); // (1)
        return new FitMeasures(
                data.size(),
                mass,
                p,
                mass - p,
                likelihood ? 1 : nan,
                nan,
                logL,
                -2 * logL,
                -2 * null0,
                nan,
                nan,
                2 * p - 2 * logL, // (4)
                p * Math.log(mass) - 2 * logL,
                ratio.statistic(),
                p,
                ratio.pValue(),
                here.factor().condition());
    }

    List<GlobalTest> tests(double[] estimates, double[][] covariance, boolean robust) {
        if (!likelihood) {
            return List.of();
        }
        FitMeasures m = compute();
        int p = m.parameters();
        double wald = robust ? quadratic(covariance, estimates) : product(here.hessian(), estimates); // (2)
        double[][] inverse = atZero.factor().inverseGram();
        return List.of(
                new GlobalTest("likelihood ratio", m.statistic(), p, m.pValue()),
                GlobalTest.of("Wald", wald, p),
                GlobalTest.of("score", product(inverse, atZero.gradient()), p)); // (3)
    }

    /** xᵀ·A·x. */
    private static double product(double[][] a, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                sum += x[i] * a[i][j] * x[j];
            }
        }
        return sum;
    }

    /** xᵀ·A⁻¹·x by A = L·Lᵀ; NaN where A is singular. */
    private static double quadratic(double[][] a, double[] x) {
        double[][] l = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            l[i] = a[i].clone();
        }
        Root.take(l);
        double sum = 0;
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double rest = x[i];
            for (int k = 0; k < i; k++) {
                rest -= l[i][k] * z[k];
            }
            z[i] = l[i][i] > 0 ? rest / l[i][i] : Double.NaN;
            sum += z[i] * z[i];
        }
        return sum;
    }
}
