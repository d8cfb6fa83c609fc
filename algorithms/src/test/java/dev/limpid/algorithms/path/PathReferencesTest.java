package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paths beside those of other tools, on the diabetes data. */
class PathReferencesTest {

    private static LinearSpec squares() {
        return LinearModel.with(new SquaredLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    private static LinearSpec logistic() {
        return LinearModel.with(new LogisticLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    /** Largest strengths at which coefficients leave or return to 0: scikit-learn 1.2.1, lars_path(method="lasso"), standardised columns. */
    @Test
    void diabetesHasTheKnotsOfTheHomotopy() {
        double[] knots = {45.16003, 42.300343, 21.542052, 15.034077, 6.1896309, 4.2230385, 3.2803205, 0.95040712};
        double[] between = IntStream.range(0, knots.length - 1)
                .mapToDouble(k -> (knots[k] + knots[k + 1]) / 2)
                .toArray();
        LinearSpec spec = squares().standardizePenalty(true);

        assertThat(PathSpec.of(spec, L1Penalty::of).largestStrength(PathSets.diabetes()))
                .isCloseTo(45.16003002046289, within(1e-12));
        RegularizationPath path =
                PathSpec.of(spec, L1Penalty::of).strengths(between).fit(PathSets.diabetes());
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.point(k).nonZero()).isEqualTo(k + 1);
        }
        assertThat(path.model(1).coefficient("bmi")).isPositive();
        assertThat(path.model(1).coefficient("s5")).isPositive();
    }

    /** scikit-learn 1.2.1: Lasso(alpha=2), ElasticNet(alpha=1, l1_ratio=0.5), tol=1e-14, on columns standardised with divisor n. */
    @Test
    void diabetesHasTheCoefficientsOfScikitLearn() {
        Dataset data = PathSets.diabetes();
        LinearSpec spec = squares().standardizePenalty(true);

        RegularizationPath lasso =
                PathSpec.of(spec, L1Penalty::of).strengths(10, 2).fit(data);

        assertThat(standardised(data, lasso.model(1)))
                .containsExactly(
                        new double[] {
                            0,
                            -7.56819838,
                            24.6228316,
                            13.1778469,
                            -2.71689971,
                            0,
                            -10.0535883,
                            0,
                            23.147923,
                            1.69037144
                        },
                        within(1e-6));
        assertThat(lasso.criterion(Criterion.AIC, 1)).isCloseTo(AIC, within(1e-6));
        assertThat(lasso.criterion(Criterion.AICC, 1)).isCloseTo(AICC, within(1e-6));
        assertThat(lasso.criterion(Criterion.BIC, 1)).isCloseTo(BIC, within(1e-6));
        // 7 of 10 coefficients: ln(10 over 7) = ln 120
        assertThat(lasso.criterion(Criterion.EBIC, 1)).isCloseTo(BIC + 2 * Math.log(120), within(1e-6));

        RegularizationPath net = PathSpec.of(spec, s -> ElasticNetPenalty.of(s, 0.5))
                .strengths(1)
                .fit(data);
        assertThat(standardised(data, net.model(0))).containsExactly(NET, within(1e-6));
    }

    private static final double AIC = 3541.2434556912845;

    private static final double AICC = 3541.576019201677;

    private static final double BIC = 3573.9739347479062;

    private static final double[] NET = {
        0.63782467,
        -5.69179719,
        18.097527,
        11.4055963,
        -0.240974703,
        -2.36642703,
        -8.22176216,
        5.29713479,
        15.4482131,
        5.05730699
    };

    private static double[] standardised(Dataset data, LinearModel model) {
        double[] w = model.coefficients()[0];
        for (int j = 0; j < w.length; j++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < data.size(); i++) {
                mean += data.features().get(i, j) / data.size();
            }
            for (int i = 0; i < data.size(); i++) {
                square += Math.pow(data.features().get(i, j) - mean, 2) / data.size();
            }
            w[j] *= Math.sqrt(square);
        }
        return w;
    }

    /** scikit-learn 1.2.1: LogisticRegression(penalty="l1", C=1/(442·0.05), solver="saga", tol=1e-12). */
    @Test
    void diabetesClassesHaveTheCoefficientsOfScikitLearn() {
        Dataset data = PathSets.diabetesClasses();
        LinearSpec spec = logistic().standardizePenalty(true);

        RegularizationPath path =
                PathSpec.of(spec, L1Penalty::of).strengths(0.1, 0.05).fit(data);

        assertThat(PathSpec.of(spec, L1Penalty::of).largestStrength(data)).isCloseTo(0.237124601489616, within(1e-12));
        assertThat(standardised(data, path.model(1)))
                .containsExactly(
                        new double[] {0, 0, 0.48957695, 0.20376453, 0, 0, -0.15856778, 0, 0.53136151, 0}, within(1e-5));
    }
}
