package dev.limpid.algorithms.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.training.StopReason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Non-linear least squares on the 27 certified sets of NIST StRD from both starts: the formulas as a user writes them, the optimizer as
 * it is chosen. LRE is the number of digits that agree with the certified estimates, the least over the parameters; they are certified
 * to 11.
 */
class NistNonlinearTest {

    /** Digits that every run has to reach, and every standard error. */
    private static final double DIGITS = 6;

    private static final int CERTIFIED_DIGITS = 11;

    private static HypothesisModel fit(NistNonlinear set, int start) {
        return HypothesisModel.with(set.hypothesis(start), new SquaredLoss())
                .threads(1)
                .fit(set.data());
    }

    private static double digits(double[] estimates, double[] certified) {
        double least = CERTIFIED_DIGITS;
        for (int j = 0; j < certified.length; j++) {
            double error = Math.abs(estimates[j] - certified[j]) / Math.abs(certified[j]);
            least = Math.min(least, -Math.log10(Math.max(error, Double.MIN_NORMAL)));
        }
        return least;
    }

    @ParameterizedTest
    @EnumSource
    void bothStartsLeadToTheCertifiedEstimates(NistNonlinear set) {
        for (int start = 1; start <= 2; start++) {
            HypothesisModel model = fit(set, start);
            double lre = digits(model.parameters(), set.estimates());
            System.out.printf(
                    Locale.ROOT,
                    "NIST %-9s start %d: LRE %5.2f, %4d steps, %s%n",
                    set.title,
                    start,
                    lre,
                    model.trace().size(),
                    model.stopReason().kind());
            assertThat(model.stopReason().kind()).as("start %d", start).isEqualTo(StopReason.Kind.CONVERGED);
            assertThat(lre).as("start %d", start).isGreaterThanOrEqualTo(DIGITS);
        }
    }

    /** s²·(JᵀJ)⁻¹ with s² the residual sum of squares over n − p, J from the objective that Levenberg–Marquardt was given. */
    private static double[] standardErrors(NistNonlinear set, double[] theta) {
        LeastSquares risk = (LeastSquares) EmpiricalRisk.of(set.hypothesis(1), new SquaredLoss(), set.data());
        int n = risk.residuals();
        int p = theta.length;
        double[] r = new double[n];
        double[][] j = new double[n][p];
        risk.jacobian(theta, r, j);
        double[][] q = new double[p][n]; // columns of J, made orthonormal one after another, twice
        double[][] inverse = new double[p][p]; // R⁻¹, by columns
        for (int k = 0; k < p; k++) {
            inverse[k][k] = 1;
            for (int i = 0; i < n; i++) {
                q[k][i] = j[i][k];
            }
            for (int l = 0; l < 2 * k; l++) {
                subtract(dot(q[l % k], q[k]), q[l % k], q[k], inverse[l % k], inverse[k]);
            }
            double norm = Math.sqrt(dot(q[k], q[k]));
            scale(q[k], 1 / norm);
            scale(inverse[k], 1 / norm);
        }
        double s = Math.sqrt(dot(r, r) / (n - p));
        double[] errors = new double[p];
        for (int a = 0; a < p; a++) {
            double sum = 0;
            for (int k = 0; k < p; k++) {
                sum += inverse[k][a] * inverse[k][a];
            }
            errors[a] = s * Math.sqrt(sum);
        }
        return errors;
    }

    private static void subtract(double factor, double[] q, double[] from, double[] inverse, double[] fromInverse) {
        for (int i = 0; i < q.length; i++) {
            from[i] -= factor * q[i];
        }
        for (int a = 0; a < inverse.length; a++) {
            fromInverse[a] -= factor * inverse[a];
        }
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Not of Lanczos1: its residuals, of size 1e-13, are rounding themselves. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LANCZOS1")
    void standardErrorsFollowFromTheJacobian(NistNonlinear set) {
        double lre = digits(standardErrors(set, fit(set, 2).parameters()), set.standardErrors());

        System.out.printf(Locale.ROOT, "NIST %-9s standard errors: LRE %5.2f%n", set.title, lre);
        assertThat(lre).isGreaterThanOrEqualTo(DIGITS);
    }

    @Test
    void thereAreTwentySevenSetsWithAllTheirEstimates() {
        assertThat(NistNonlinear.values()).hasSize(27);
        for (NistNonlinear set : NistNonlinear.values()) {
            int p = set.hypothesis(1).parameters().size();
            assertThat(set.estimates()).as(set.title).hasSize(p);
            assertThat(set.hypothesis(2).start()).as(set.title).hasSize(p);
        }
    }

    @Test
    void levenbergMarquardtIsWhatWasChosen() {
        HypothesisModel model = fit(NistNonlinear.MISRA1A, 2);

        assertThat(model.recipe().toString())
                .contains("optimizer: LevenbergMarquardt(tolerance = 1.0E-8)")
                .contains("because the objective is a sum of squares of few parameters, 2");
        assertThat(LevenbergMarquardt.defaults().tolerance()).isEqualTo(1e-8);
    }

    /** A smaller tolerance buys digits where the arithmetic has them. */
    @Test
    void aSmallerToleranceGivesMoreDigits() {
        HypothesisModel model = HypothesisModel.with(NistNonlinear.BENNETT5.hypothesis(2), new SquaredLoss())
                .optimizer(LevenbergMarquardt.defaults().withTolerance(1e-11))
                .fit(NistNonlinear.BENNETT5.data());

        assertThat(digits(model.parameters(), NistNonlinear.BENNETT5.estimates()))
                .isGreaterThan(9);
    }
}
