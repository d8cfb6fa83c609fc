package dev.limpid.algorithms.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.regression.SquaredLoss;
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

    /** Digits that every run has to reach. */
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
